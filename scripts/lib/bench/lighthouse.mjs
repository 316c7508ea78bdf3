// What Lighthouse says of the pages on a telephone with a poor connection (its own throttling), and of the dialogs that open over them.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { WARTA, median, report, scratch, start, stop, storeIn } from "./common.mjs";

const VERSION = "12.8.2";
const tools = resolve("target/tools/lighthouse");
if (!existsSync(`${tools}/node_modules/lighthouse`)) {
  mkdirSync(tools, { recursive: true });
  execFileSync("npm", ["install", "--prefix", tools, "--no-audit", "--no-fund", "--ignore-scripts", `lighthouse@${VERSION}`], { stdio: "inherit" });
}
const from = createRequire(`${tools}/node_modules/`);
const { default: lighthouse, startFlow } = await import(from.resolve("lighthouse"));
const puppeteer = (await import(from.resolve("puppeteer-core"))).default;

const PAGES = { article: "/read/1882104", front: "/", list: "/rubrik/dunia", gate: "/read/1882107" };
const DIALOGS = { "sign in": ["Masuk"], register: ["Daftar"], reset: ["Masuk", "Lupa Kata Sandi? Klik di Sini"] };
/** Of each page; what is told is the median, for the same page on a busy machine differs by several tenths of a second. */
const RUNS = 5;
const PORT = 43131;
const site = `http://127.0.0.1:${PORT}`;
const categories = ["performance", "accessibility", "best-practices"];
const score = (result, name) => Math.round((result.categories[name]?.score ?? NaN) * 100);

const folder = scratch("lighthouse");
const env = storeIn(folder, { WARTA__SERVER__LISTEN: `127.0.0.1:${PORT}`, WARTA__SERVER__LOG: "warn", WARTA__SITE__PAGES: "demo/pages" });
for (const rest of [["jsonl", "demo/nasional.jsonl", "demo/dunia.jsonl", "demo/ekonomi.jsonl", "demo/lingkungan.jsonl"], ["ads", "demo/ads/house.jsonl"], ["sponsored", "demo/sponsored/items.jsonl"]]) {
  execFileSync(WARTA, ["import", ...rest], { env, stdio: "ignore" });
}
const server = await start([WARTA, "serve"], { env }, `${site}/readyz`);
const browser = await puppeteer.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"] });
const port = Number(new URL(browser.wsEndpoint()).port);
const rows = {};
try {
  for (const [name, path] of Object.entries(PAGES)) {
    const address = (await fetch(site + path)).url;
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push((await lighthouse(address, { port, onlyCategories: categories, logLevel: "error" })).lhr);
    const middle = (figure) => median(runs.map(figure));
    const value = (audit, digits, unit = 1) => +middle((lhr) => lhr.audits[audit].numericValue / unit).toFixed(digits);
    rows[name] = {
      performance: middle((lhr) => score(lhr, "performance")),
      accessibility: middle((lhr) => score(lhr, "accessibility")),
      "best practices": middle((lhr) => score(lhr, "best-practices")),
      "LCP s": value("largest-contentful-paint", 2, 1000),
      "TBT ms": value("total-blocking-time", 0),
      CLS: value("cumulative-layout-shift", 4),
      wrong: Object.values(runs[0].audits).filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === "binary").map(({ id }) => id).join(" "),
    };
  }
  for (const [name, steps] of Object.entries(DIALOGS)) {
    const page = await browser.newPage();
    await page.goto((await fetch(site + PAGES.article)).url);
    await page.waitForSelector("html[data-hydrated]");
    for (const step of steps) {
      // What a dialog shows is fetched when it opens.
      const link = await page.waitForFunction((words) => [...document.querySelectorAll("dialog[open] a, header a")].filter((link) => link.textContent.trim() === words).at(-1), {}, step);
      await link.evaluate((link) => link.click());
    }
    await page.waitForSelector("dialog[open] form");
    const flow = await startFlow(page, { config: { extends: "lighthouse:default", settings: { onlyCategories: categories } } });
    await flow.snapshot();
    const { lhr } = (await flow.createFlowResult()).steps[0];
    rows[`dialog: ${name}`] = { accessibility: score(lhr, "accessibility"), "best practices": score(lhr, "best-practices") };
    await page.close();
  }
} finally {
  await browser.close();
  await stop(server);
}
report("lighthouse", rows, rows);
