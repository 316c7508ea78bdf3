// Takes the pictures of docs/screens from a site that runs:  node scripts/lib/screenshots.mjs http://127.0.0.1:3000
// To be looked at after every change that shows; README uses some of them.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";

const site = process.argv[2] ?? "http://127.0.0.1:3000";
const target = "docs/screens";
const [ARTICLE, LOCKED, CORRECTED] = ["/read/1882104", "/read/1882107", "/read/1990302"];
const [COVER, OPINION] = ["/read/2000051", "/read/2000040"];
const DESK = { width: 1280, height: 960 };
const PHONE = { width: 390, height: 844 };
const TABLET = { width: 768, height: 1024 };
const WIDE = { width: 1920, height: 1080 };

const theme = (name) => async (page) => {
  await page.evaluate((name) => localStorage.setItem("theme", name), name);
  await page.reload();
  await ready(page);
};
const dialog = (link, next) => async (page) => {
  await page.getByRole("banner").getByRole("link", { name: link }).click();
  if (next) await page.getByRole("dialog").getByRole("link", { name: next }).click();
  await page.getByRole("dialog").getByRole("heading").waitFor();
};
const into = (place) => (page) => page.locator(place).evaluate((element) => element.scrollIntoView({ block: "center" }));
const menu = (name) => (page) => page.getByRole("button", { name, exact: true }).click();

const SCREENS = [
  { name: "front", path: "/" },
  { name: "front-dark", path: "/", dark: true },
  { name: "front-phone", path: "/", size: PHONE },
  { name: "front-tablet", path: "/", size: TABLET },
  { name: "front-wide", path: "/", size: WIDE },
  { name: "list", path: "/rubrik/lingkungan" },
  { name: "topic", path: "/topik/pasir-sungai" },
  { name: "topic-phone-dark", path: "/topik/korea-utara", size: PHONE, dark: true },
  { name: "author", path: "/penulis/sita-anggraini" },
  { name: "author-phone", path: "/penulis/hasan-lamadjido", size: PHONE },
  { name: "edition", path: "/majalah", whole: true },
  { name: "edition-phone", path: "/majalah", size: PHONE },
  { name: "issue-dark", path: "/koran/2026/11/24", dark: true },
  { name: "archive", path: "/arsip/2026/11/22" },
  { name: "long-read", path: COVER, size: { width: 1280, height: 1150 } },
  { name: "long-read-wide-dark", path: COVER, size: WIDE, dark: true },
  { name: "opinion", path: OPINION },
  { name: "opinion-phone", path: OPINION, size: PHONE },
  { name: "article", path: ARTICLE, size: { width: 1280, height: 1150 } },
  { name: "article-dark", path: ARTICLE, size: { width: 1280, height: 1150 }, dark: true },
  { name: "article-sepia", path: ARTICLE, steps: theme("sepia") },
  { name: "article-phone", path: ARTICLE, size: PHONE },
  { name: "article-english", path: `/en${ARTICLE}`, size: { width: 1280, height: 1150 } },
  { name: "recommendations", path: ARTICLE, steps: into(".recommendations") },
  { name: "recommendations-phone-dark", path: ARTICLE, size: PHONE, dark: true, steps: into(".recommendations") },
  { name: "videos", path: ARTICLE, steps: into(".video-rail") },
  { name: "article-320", path: ARTICLE, size: { width: 320, height: 900 }, whole: true },
  { name: "article-without-javascript", path: ARTICLE, plain: true },
  { name: "article-print", path: ARTICLE, size: { width: 794, height: 1123 }, whole: true, print: true },
  { name: "correction", path: CORRECTED, size: { width: 1000, height: 1300 } },
  { name: "corrections", path: "/koreksi", size: { width: 1000, height: 900 } },
  { name: "gate", path: LOCKED, steps: (page) => page.locator(".gate").scrollIntoViewIfNeeded() },
  { name: "gate-phone-dark", path: LOCKED, size: PHONE, dark: true, steps: (page) => page.locator(".gate").evaluate((gate) => gate.scrollIntoView({ block: "start" })) },
  { name: "lite", path: `${ARTICLE}/lite`, size: { width: 700, height: 900 }, plain: true },
  { name: "sign-in", path: ARTICLE, steps: dialog("Masuk") },
  { name: "register", path: ARTICLE, steps: dialog("Daftar") },
  { name: "register-phone-dark", path: ARTICLE, size: PHONE, dark: true, steps: dialog("Daftar") },
  { name: "reset", path: ARTICLE, steps: dialog("Masuk", /Lupa Kata Sandi/) },
  { name: "picture", path: ARTICLE, steps: (page) => page.getByRole("link", { name: "Perbesar" }).click() },
  { name: "share", path: ARTICLE, steps: menu("Bagikan") },
  { name: "display", path: ARTICLE, steps: menu("Tampilan") },
  { name: "menu-phone", path: "/", size: PHONE, steps: menu("Menu") },
  { name: "saved", path: "/tersimpan", size: { width: 1000, height: 700 } },
  { name: "about", path: "/tentang/pedoman-media-siber", size: { width: 1000, height: 900 } },
  { name: "not-found", path: "/tidak-ada" },
];

async function ready(page) {
  await page.locator("html[data-hydrated]").waitFor();
  await page.evaluate(() => document.fonts.ready);
}

const folder = mkdtempSync(join(tmpdir(), "warta-"));
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const { name, path, size = DESK, dark = false, plain = false, print = false, whole = false, steps } of SCREENS) {
  const context = await browser.newContext({ viewport: size, colorScheme: dark ? "dark" : "light", javaScriptEnabled: !plain, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(site + path, { waitUntil: "networkidle" });
  if (!plain) await ready(page);
  if (print) await page.emulateMedia({ media: "print" });
  await steps?.(page);
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: whole });
  execFileSync("cwebp", ["-quiet", "-q", "70", `${folder}/${name}.png`, "-o", `${target}/${name}.webp`]);
  console.log(`${target}/${name}.webp`);
  await context.close();
}
await browser.close();
rmSync(folder, { recursive: true });
