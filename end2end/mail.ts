// The mails that the sites have sent.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";
import { expect } from "./fixtures";

const folder = (language: string) => join(__dirname, "../target/end2end", language, "mail");

function files(language: string): string[] {
  try {
    return readdirSync(folder(language)).filter((name) => name.endsWith(".eml")).sort();
  } catch {
    return [];
  }
}

export type Mail = ParsedMail & { link: string; code: string };

const isTo = (mail: ParsedMail, address: string) => [mail.to].flat().some((to) => to?.text === address);

/** All mails to an address, the oldest first. */
export async function mailsTo(address: string, language = "id"): Promise<Mail[]> {
  const mails = await Promise.all(files(language).map((name) => simpleParser(readFileSync(join(folder(language), name)))));
  return mails
    .filter((mail) => isTo(mail, address))
    .map((mail) => {
      const link = /https?:\/\/\S+\?token=[\w-]+/.exec(mail.text ?? "")?.[0] ?? "";
      return Object.assign(mail, { link, code: /^\d{6}$/m.exec(mail.text ?? "")?.[0] ?? "" });
    });
}

/** The newest mail to an address, once there are so many. */
export async function mailTo(address: string, { count = 1, language = "id", timeout = 15_000 } = {}): Promise<Mail> {
  let mails: Mail[] = [];
  await expect(async () => {
    mails = await mailsTo(address, language);
    expect(mails.length, `mails to ${address}`).toBeGreaterThanOrEqual(count);
  }).toPass({ timeout });
  return mails.at(-1)!;
}
