// What a reader waits for on a slow telephone (a processor four times slower): from a press to the next frame, and from the module to islands
// that answer. Fails above the limits.
import { execFileSync } from "node:child_process";
import { chromium } from "@playwright/test";
import { WARTA, median, report, scratch, start, stop, storeIn } from "./common.mjs";

const SLOWDOWN = 4;
const RUNS = 7;
const PORT = 43132;
const site = `http://127.0.0.1:${PORT}`;
const ARTICLE = "/read/1882104";
const LIMIT = { press: 100, hydration: 120, task: 100 };
/** Presses on the page of an article, in this order; each is over before the next begins. */
const PRESSES = [
  { name: "dialog", press: (page) => page.getByRole("banner").getByRole("link", { name: "Masuk" }), until: (page) => page.getByRole("dialog").getByRole("heading").waitFor(), after: (page) => page.keyboard.press("Escape") },
  { name: "menu of colours", press: (page) => page.getByRole("button", { name: "Tampilan", exact: true }), until: (page) => page.locator("#tampilan:popover-open").waitFor(), after: (page) => page.keyboard.press("Escape") },
  { name: "text size", press: (page) => page.getByRole("button", { name: "Perbesar huruf" }), until: (page) => page.locator("html[data-size]").waitFor() },
  { name: "carousel", press: (page) => page.locator(".recommendations .rail__button").last(), until: (page) => page.locator(".recommendations .rail__button[aria-disabled=false]").first().waitFor() },
];

/** Runs in the page before anything else: notes long frames of input, long tasks and the beginning of islands. */
function observe() {
  const seen = { presses: [], tasks: [] };
  window.seen = seen;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.interactionId && seen.presses.push(entry.duration))).observe({ type: "event", durationThreshold: 16 });
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => seen.tasks.push({ at: entry.startTime, takes: entry.duration }))).observe({ type: "longtask" });
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...rest) => {
      const made = await real(...rest);
      seen.instantiated ??= performance.now();
      return made;
    };
  }
  new MutationObserver(() => document.documentElement.hasAttribute("data-hydrated") && (seen.hydrated ??= performance.now())).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-hydrated"] });
}

const folder = scratch("interaction");
const env = storeIn(folder, { WARTA__SERVER__LISTEN: `127.0.0.1:${PORT}`, WARTA__SERVER__LOG: "warn" });
execFileSync(WARTA, ["import", "jsonl", "demo/nasional.jsonl", "demo/dunia.jsonl", "demo/ekonomi.jsonl"], { env, stdio: "ignore" });
const server = await start([WARTA, "serve"], { env }, `${site}/readyz`);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
const figures = Object.fromEntries(["hydration", "longest task", ...PRESSES.map(({ name }) => name)].map((name) => [name, []]));
try {
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await page.addInitScript(observe);
    await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
    await page.goto(site + ARTICLE);
    await page.locator("html[data-hydrated]").waitFor();
    await page.waitForTimeout(500);
    const begun = await page.evaluate(() => window.seen);
    figures.hydration.push(begun.hydrated - begun.instantiated);
    figures["longest task"].push(Math.max(0, ...begun.tasks.filter(({ at, takes }) => at + takes > begun.instantiated).map(({ takes }) => takes)));
    for (const { name, press, until, after } of PRESSES) {
      const target = press(page);
      await target.scrollIntoViewIfNeeded();
      await page.waitForTimeout(400);
      await page.evaluate(() => (window.seen.presses.length = 0));
      await target.click();
      await until(page);
      await page.waitForTimeout(400);
      figures[name].push(Math.max(16, ...(await page.evaluate(() => window.seen.presses))));
      await after?.(page);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await stop(server);
}
const limitOf = (name) => ({ hydration: LIMIT.hydration, "longest task": LIMIT.task })[name] ?? LIMIT.press;
const rows = Object.fromEntries(
  Object.entries(figures).map(([name, values]) => [name, { "median ms": Math.round(median(values)), "worst ms": Math.round(Math.max(...values)), "limit ms": limitOf(name) }]),
);
report("interaction", rows, rows);
const above = Object.entries(rows).filter(([, row]) => row["median ms"] > row["limit ms"]).map(([name]) => name);
if (above.length > 0) {
  console.error(`above the limit: ${above.join(", ")}`);
  process.exitCode = 1;
}
