// What other programs make of the pages: the Nu HTML checker, and a reader mode.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join as path } from "node:path";
import { address, expect, open, records, test, words } from "../fixtures";
import { join, someone } from "../reader";

const ROOT = path(__dirname, "../..");
const CHECKER = path(ROOT, "node_modules/vnu-jar/build/dist/vnu.jar");
const READER = readFileSync(path(ROOT, "node_modules/@mozilla/readability/Readability.js"), "utf8");

/** What the Nu HTML checker finds wrong with these pages, by name. */
function faults(name: string, pages: Record<string, string>): string[] {
  const folder = path(ROOT, "target/end2end/markup", name);
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(pages).map(([name, html], number) => {
    const file = path(folder, `${number}${name.replaceAll(/\W/g, "-").slice(0, 60)}.html`);
    writeFileSync(file, html);
    return file;
  });
  try {
    execFileSync("java", ["-jar", CHECKER, "--errors-only", "--format", "gnu", ...files], { stdio: "pipe" });
    return [];
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr).trim().split("\n").map((line) => line.slice(-400));
  }
}

test("the Nu HTML checker finds no error on any page for everyone", async ({ page, request }) => {
  const paths = ["/", "/koran", "/majalah", "/majalah/2026/11/15", "/koran/2026/11/24", "/rubrik/dunia", "/topik/korea-utara", "/penulis/sita-anggraini", "/koreksi", "/luring", "/tersimpan", "/untuk-anda", "/tidak-ada"];
  paths.push("/masuk", "/masuk/tautan", "/masuk/kode", "/daftar", "/konfirmasi", "/aktivasi?token=x", "/sandi/lupa", "/sandi/atur?token=x", "/hadiah?token=x");
  for (const { id } of records()) {
    const article = await address(page, id);
    paths.push(article, `${article}/lite`);
  }
  const pages: Record<string, string> = {};
  for (const path of paths) pages[path] = await (await request.get(path)).text();
  expect(faults("everyone", pages)).toEqual([]);
});

test("nor on those of a reader", async ({ page }) => {
  await join(page, someone("markup"));
  const pages: Record<string, string> = {};
  const headers = { "sec-fetch-site": "same-origin" };
  for (const path of ["/akun", "/tersimpan", "/untuk-anda"]) pages[path] = await (await page.request.get(path)).text();
  const locked = records().find(({ edition, cover_story }) => edition === "koran" && !cover_story)!;
  const article = await address(page, locked.id);
  pages.gate = await (await page.request.post(article, { form: {}, headers })).text();
  pages.opened = await (await page.request.post(article, { form: { open: "1" }, headers })).text();
  pages.wrong = await (await page.request.post("/masuk", { form: { email: "x" }, headers: { ...headers, accept: "text/html" } })).text();
  expect(pages.gate).toContain("Akses artikel");
  expect(pages.opened).not.toContain("Akses artikel");
  expect(faults("reader", pages)).toEqual([]);
});

// Answered with 410: search engines forget it.
const WITHDRAWN = "1990508";
test.use({ failing: [`/read/${WITHDRAWN}/sumur-yang-dikabarkan-bernyanyi-sebelum-hujan`] });

const LEADING_AWAY = ["Mengapa artikel ini terkunci?", "Berita Terkait"];
const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();

test("a reader mode finds the headline and the text, and nothing else", async ({ page }) => {
  test.setTimeout(360_000);
  for (const { id, title, edition, cover_story } of records().filter(({ id }) => !id.startsWith("uji"))) {
    await open(page, id);
    const [read, text] = await page.evaluate<[{ title: string; text: string }, string]>(`${READER};(() => {
      const read = new Readability(document.cloneNode(true)).parse();
      const body = document.querySelector(".article-body")?.cloneNode(true);
      // Stands in the text, and is none of it.
      body?.querySelectorAll(".ad-slot").forEach((ad) => ad.remove());
      return [{ title: read?.title, text: read?.textContent ?? "" }, body?.textContent ?? ""];
    })()`);
    expect.soft(words(read.title), id).toBe(title);
    // There is a text to find, unless it was withdrawn.
    expect.soft(text === "", id).toBe(id === WITHDRAWN);
    // Of a text as short as a teaser, it takes what stands around it too; but nothing that leads away.
    const isLocked = edition !== "online" || cover_story === true;
    const isRight = isLocked ? !LEADING_AWAY.some((words) => read.text.includes(words)) : text === "" || plain(read.text) === plain(text);
    expect.soft(isRight, `${id}: ${read.text}`).toBe(true);
  }
});
