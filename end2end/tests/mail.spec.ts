// How mails leave a site whose mail server hides what passes, and what happens while it will not have us.
import { type ChildProcess, execFileSync, spawn, type StdioOptions } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, test } from "../fixtures";
import { PASSWORD, someone } from "../reader";

const ROOT = join(__dirname, "../..");
const KNOWN = "warta:surat%20%26%20rahasia";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

/** What the test that runs has started, and where it keeps its files. */
const running: ChildProcess[] = [];
const folders: string[] = [];

// However a test ends, also where its site never came up.
test.afterEach(async () => {
  const ends = running.splice(0).map((child) => {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    const end = new Promise((done) => child.once("exit", done));
    child.kill("SIGKILL");
    return end;
  });
  await Promise.all(ends);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A mail server and a site that sends its mails there. */
async function start(mode: string, scheme: string, user: string, trust = true) {
  const folder = mkdtempSync(join(tmpdir(), "warta-mail-"));
  folders.push(folder);
  const [port, mailPort] = [await freePort(), await freePort()];
  const mail = join(folder, "mail");
  // The channel tells the mail server when this process is gone.
  const run = (command: string, args: string[], env = {}, stdio: StdioOptions = "ignore") =>
    running.push(spawn(command, args, { cwd: folder, env: { ...process.env, ...env }, stdio }));
  run("node", [join(ROOT, "end2end/mailserver.mjs"), String(mailPort), mail, mode], {}, ["ignore", "ignore", "ignore", "ipc"]);
  await expect.poll(() => existsSync(join(mail, "authority.pem"))).toBe(true);
  const env: Record<string, string> = {
    WARTA__DATABASE__URL: `sqlite://${folder}/warta.db`,
    WARTA__SERVER__LISTEN: `127.0.0.1:${port}`,
    WARTA__SERVER__FILES: join(ROOT, "target/site"),
    WARTA__MAIL__URL: `${scheme}://${user}@127.0.0.1:${mailPort}`,
  };
  if (trust) env.WARTA__MAIL__AUTHORITY = join(mail, "authority.pem");
  const warta = join(ROOT, "target/release/warta");
  run(warta, ["serve"], env);
  const origin = `http://127.0.0.1:${port}`;
  await expect.poll(() => fetch(`${origin}/readyz`).then((answer) => answer.status, () => 0)).toBe(200);
  return {
    register: async (email: string) => {
      const body = new URLSearchParams({ email, password: PASSWORD });
      const answer = await fetch(`${origin}/daftar`, { method: "POST", body, headers: { origin, accept: "text/html" }, redirect: "manual" });
      expect(answer.status).toBe(303);
    },
    mails: () => readdirSync(mail).filter((name) => name.endsWith(".eml")).map((name) => readFileSync(join(mail, name))),
    show: (email: string) => execFileSync(warta, ["reader", "show", email], { cwd: folder, env: { ...process.env, ...env }, encoding: "utf8" }),
  };
}

test("a mail leaves by TLS from the first byte, with a password", async () => {
  const site = await start("tls", "smtps", KNOWN);
  const email = someone("aman");
  await site.register(email);
  await expect.poll(() => site.mails().length).toBe(1);
  const mail = await simpleParser(site.mails()[0]);
  expect(mail.text).toContain("/aktivasi?token=");
  expect([mail.to].flat()[0]?.text).toBe(email);
});

for (const [what, mode, scheme, user, trust] of [
  ["does not know us", "starttls", "smtp", "warta:salah", true],
  ["would have the password in the open", "plain", "smtp", KNOWN, true],
  ["is vouched for by nobody we know", "tls", "smtps", KNOWN, false],
] as const) {
  test(`a mail waits while the mail server ${what}`, async () => {
    const site = await start(mode, scheme, user, trust);
    const email = someone("tunggu");
    await site.register(email);
    await expect.poll(() => site.show(email)).toMatch(/tried \d+ times, again/);
    expect(site.mails()).toEqual([]);
  });
}
