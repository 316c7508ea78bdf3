// Takes the pictures of docs/screens from the demo newsroom:  scripts/setup screens && scripts/lib/build && node scripts/lib/screenshots.mjs
// To be looked at after every change that shows; README uses some of them. It serves the demo by itself, also as it was at other times, since
// the layout of the front page follows from what is new.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { WARTA, scratch, start, stop, storeIn } from "./bench/common.mjs";

const folder = scratch("screens");
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

/** Articles of the paid editions that are no cover stories: each takes one unit. */
const PAID = ["/read/2000044", "/read/2000020", "/read/2000026"];
const EMAIL = "pembaca@warta.example";
/** Registers and confirms by the mail that a site of development shows. */
const join = async (page) => {
  await page.goto(`${page.site}/daftar`);
  await page.getByRole("main").getByLabel("Email", { exact: true }).fill(EMAIL);
  await page.getByRole("main").getByLabel("Kata Sandi", { exact: true }).fill("tujuh kuda ungu");
  await page.getByRole("main").getByRole("button", { name: "Daftar", exact: true }).click();
  await page.waitForURL(/konfirmasi/);
};
const confirm = async (page) => {
  await page.goto(`${page.site}/dev/surat`);
  const link = await page.locator('a[href*="/aktivasi?token="]').first().getAttribute("href");
  await page.goto(link);
  await page.getByRole("button", { name: "Aktifkan dan Masuk" }).click();
  await page.waitForURL((address) => !address.pathname.startsWith("/aktivasi"));
};

const SCREENS = [
  { name: "search", path: "/cari?q=gempa" },
  { name: "search-phone", path: "/cari?q=gempa", size: PHONE },
  { name: "search-phone-dark", path: "/cari?q=gempa", size: PHONE, dark: true },
  { name: "offline-phone", path: "/luring", size: PHONE },
  { name: "front", path: "/" },
  { name: "front-dark", path: "/", dark: true },
  { name: "front-phone", path: "/", size: PHONE },
  { name: "front-tablet", path: "/", size: TABLET },
  { name: "front-wide", path: "/", size: WIDE },
  { name: "front-breaking", path: "/", at: "breaking" },
  { name: "front-breaking-phone", path: "/", at: "breaking", size: PHONE },
  { name: "front-story", path: "/", at: "story" },
  { name: "front-story-wide-dark", path: "/", at: "story", size: WIDE, dark: true },
  { name: "front-story-tablet", path: "/", at: "story", size: TABLET },
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

/** The demo newsroom as it was at an instant, moved to the present; without one, as it is. All sites share the pictures, which take long to make. */
async function serveDemo(port, instant) {
  const home = `${folder}/${port}`;
  mkdirSync(`${home}/mail`, { recursive: true });
  let records = readdirSync("demo").filter((name) => name.endsWith(".jsonl")).map((name) => `demo/${name}`);
  if (instant) {
    const [end, now] = [Date.parse(instant), Date.now()];
    const lines = records.flatMap((name) => readFileSync(name, "utf8").trim().split("\n")).map((line) => JSON.parse(line));
    const moved = lines.filter(({ published_at }) => Date.parse(published_at) <= end).map((record) => {
      const moved = (time) => time && new Date(Date.parse(time) + now - end).toISOString();
      return JSON.stringify({ ...record, published_at: moved(record.published_at), updated_at: moved(record.updated_at) });
    });
    cpSync("demo/pictures", `${home}/pictures`, { recursive: true });
    cpSync("demo/videos", `${home}/videos`, { recursive: true });
    records = [`${home}/all.jsonl`];
    writeFileSync(records[0], moved.join("\n"));
  }
  const env = storeIn(home, {
    WARTA__PICTURES__FOLDER: `${folder}/pictures`,
    WARTA__SEARCH__FOLDER: `${folder}/search`,
    WARTA__MAIL__URL: `file://${home}/mail`,
    WARTA__SERVER__LISTEN: `127.0.0.1:${port}`,
    WARTA__SERVER__LOG: "error",
    WARTA__SITE__PAGES: "demo/pages",
    WARTA__QUOTA__SUBSCRIBE_AT: "/tentang/langganan",
    WARTA__PLANS__OFFERS: /WARTA__PLANS__OFFERS:-'(.+)'\}/.exec(readFileSync("scripts/serve", "utf8"))[1],
  });
  for (const kind of [["jsonl", ...records], ["profiles", "demo/pictures/profiles.jsonl"], ["ads", "demo/ads/house.jsonl"], ["sponsored", "demo/sponsored/items.jsonl"]]) {
    execFileSync(WARTA, ["import", ...kind], { env, stdio: ["ignore", "ignore", "inherit"] });
  }
  return start([WARTA, "serve"], { env }, `http://127.0.0.1:${port}/readyz`);
}

const SITES = { today: [43141], breaking: [43142, "2026-11-27T17:00:00+07:00"], story: [43143, "2026-11-22T20:00:00+07:00"] };
const servers = [];
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

async function take(page, name, whole = false) {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: whole });
  execFileSync("cwebp", ["-quiet", "-q", "70", `${folder}/${name}.png`, "-o", `${target}/${name}.webp`]);
  console.log(`${target}/${name}.webp`);
}

/** The gate and the account as one reader meets them: registered, confirmed, with one unit left, with none. */
async function follow(site) {
  const context = await browser.newContext({ viewport: DESK, reducedMotion: "reduce" });
  const page = Object.assign(await context.newPage(), { site });
  const gate = async (name, path) => {
    await page.goto(site + path, { waitUntil: "networkidle" });
    await ready(page);
    await page.locator(".gate").evaluate((element) => element.scrollIntoView({ block: "center" }));
    await take(page, name);
  };
  await join(page);
  await gate("gate-unconfirmed", PAID[0]);
  await confirm(page);
  await gate("gate-two-left", PAID[0]);
  await page.locator(".gate form:has([name=open]) button").click();
  await page.locator(".gate").waitFor({ state: "detached" });
  await gate("gate-one-left", PAID[1]);
  await page.locator(".gate form:has([name=open]) button").click();
  await page.locator(".gate").waitFor({ state: "detached" });
  await gate("gate-used-up", PAID[2]);
  await gate("gate-cover-story", COVER);
  for (const topic of ["pasir-sungai", "kesehatan"]) {
    await page.goto(`${site}/topik/${topic}`);
    await page.getByRole("button", { name: "Ikuti", exact: true }).click();
    await page.waitForURL(/untuk-anda/);
  }
  await take(page, "for-you");
  await page.goto(`${site}/akun`);
  await take(page, "account", true);
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: "dark" });
  await take(page, "account-phone-dark");
  await context.close();
}

try {
  for (const site of Object.values(SITES)) servers.push(await serveDemo(...site));
  for (const { name, path, at = "today", size = DESK, dark = false, plain = false, print = false, whole = false, steps } of SCREENS) {
    const context = await browser.newContext({ viewport: size, colorScheme: dark ? "dark" : "light", javaScriptEnabled: !plain, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${SITES[at][0]}${path}`, { waitUntil: "networkidle" });
    if (!plain) await ready(page);
    if (print) await page.emulateMedia({ media: "print" });
    await steps?.(page);
    await take(page, name, whole);
    await context.close();
  }
  await follow(`http://127.0.0.1:${SITES.today[0]}`);
} finally {
  await browser.close();
  await Promise.all(servers.map(stop));
}
