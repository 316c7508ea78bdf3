// What every test gets: a page on which nothing goes wrong unnoticed.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";

const ROOT = join(__dirname, "..");

type Options = {
  /** Paths whose answers may be errors: the test asks for them. */
  failing: string[];
};

export const test = base.extend<Options>({
  failing: [[], { option: true }],
  page: async ({ page, failing, javaScriptEnabled }, use) => {
    const faults: string[] = [];
    const expected = (url: string) => failing.includes(new URL(url).pathname);
    page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
    page.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText;
      // A page that is left lets go of what it was still loading; a browser without JavaScript does not load it.
      const left = reason === "net::ERR_ABORTED";
      const off = !javaScriptEnabled && reason === "csp" && request.url().endsWith(".js");
      if (!left && !off) faults.push(`failed: ${request.url()} ${reason}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400 && !expected(response.url())) faults.push(`${response.status()} ${response.url()}`);
    });
    page.on("console", (message) => {
      const asked = message.location().url && expected(message.location().url);
      // It tells how busy the machine is. That what is preloaded is what is shown has a test of its own.
      const late = message.text().includes("was preloaded using link preload but not used within a few seconds");
      const blocked = message.text() === "Service Worker registration blocked by Playwright";
      if (["error", "warning"].includes(message.type()) && !asked && !late && !blocked) faults.push(`console: ${message.text()}`);
    });
    // Tests ask something of a page once it is awake; what it does before that is what it does without JavaScript.
    const goto = page.goto.bind(page);
    page.goto = async (...where) => {
      const answer = await goto(...where);
      await awake(page);
      return answer;
    };
    await use(page);
    expect(faults, "console errors, page errors and failed requests").toEqual([]);
  },
});

export { expect };

/** Waits until the scripts of a page run and every island answers; not where nothing is to run. */
const awake = (page: Page) => page.locator("html[data-hydrated], html:not([data-scripted]), html:not([data-module])").waitFor({ state: "attached" });

/** Waits until every island of the page answers, where the page came by other means than `goto`. */
export const hydrated = (page: Page) => page.locator("html[data-hydrated]").waitFor();

/** The words of a headline, without the signs that hold them together on one line. */
export const words = (headline: string) => headline.replaceAll("\u00a0", " ").replaceAll("\u2060", "");

/** What tests ask of a record. */
export type ArticleRecord = {
  id: string;
  title: string;
  published_at: string;
  body_html?: string;
  section?: string;
  edition?: string;
  cover_story?: boolean;
  reporters?: string[];
  editors: string[];
  agency?: string | null;
  place?: string | null;
  editor_pick?: string | null;
  image?: { src?: string; alt?: string; caption?: string; credit?: string } | null;
  videos?: Record<"src" | "poster" | "captions", string>[];
};

/** The records that both sites have imported. */
export function records(): ArticleRecord[] {
  const folders = [join(ROOT, "demo"), join(__dirname, "newsroom")];
  const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(".jsonl")).map((name) => join(folder, name)));
  return files.flatMap((file) => readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as ArticleRecord));
}

/** The address of an article, found by following its id. */
export async function address(page: Page, id: string): Promise<string> {
  const answer = await page.request.get(`/read/${id}`, { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  return answer.headers().location;
}

/** Opens an article, and waits until it is awake. */
export const open = async (page: Page, id: string) => page.goto(await address(page, id));
