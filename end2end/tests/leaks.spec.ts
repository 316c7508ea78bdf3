// A window that stays open for a day: what one page has brought goes with it.
import type { CDPSession, Page } from "@playwright/test";
import { expect, open, test } from "../fixtures";

const TREATY = "1882104";
/** Navigations: there and back again, half as often each. */
const ROUNDS = 100;

declare global {
  interface Window {
    timers: Set<unknown>;
  }
}

/** Numbers the timers that run; those that have ended are not among them. */
const watchTimers = (page: Page) => page.addInitScript(() => {
  const timers = (window.timers = new Set());
  const [begin, repeat] = [window.setTimeout.bind(window), window.setInterval.bind(window)];
  const [end, stop] = [window.clearTimeout.bind(window), window.clearInterval.bind(window)];
  const wrapped = {
    setTimeout: (act: (...values: unknown[]) => void, ...rest: unknown[]) => {
      const timer: unknown = begin((...values: unknown[]) => { timers.delete(timer); act(...values); }, ...(rest as []));
      timers.add(timer);
      return timer;
    },
    setInterval: (...all: Parameters<typeof repeat>) => {
      const timer = repeat(...all);
      timers.add(timer);
      return timer;
    },
    clearTimeout: (timer: number) => { timers.delete(timer); end(timer); },
    clearInterval: (timer: number) => { timers.delete(timer); stop(timer); },
  };
  Object.assign(window, wrapped);
});

/** Nodes and listeners that are alive in the whole window, whether in the page or not, and timers. */
async function alive(page: Page, devtools: CDPSession) {
  await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devtools.send("Performance.getMetrics");
  const value = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return { nodes: value("Nodes"), listeners: value("JSEventListeners"), documents: value("Documents"), timers: await page.evaluate(() => window.timers.size) };
}

test("two hundred navigations leave no nodes, listeners or timers behind", async ({ page }) => {
  test.setTimeout(300_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await watchTimers(page);
  await open(page, TREATY);
  const article = page.url();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const thereAndBack = async () => {
    await page.getByRole("banner").getByRole("link", { name: "Ekonomi", exact: true }).click();
    await expect(page).toHaveURL("/rubrik/ekonomi");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ekonomi");
    await page.goBack();
    await expect(page).toHaveURL(article);
    await expect(page.locator("leptos-island[data-component=ReadingTools]")).toBeAttached();
  };
  const settled = () => expect.poll(() => page.evaluate(() => window.timers.size)).toBeLessThan(8);
  for (let round = 0; round < 5; round += 1) await thereAndBack();
  await settled();
  const before = await alive(page, devtools);
  for (let round = 0; round < ROUNDS; round += 1) await thereAndBack();
  await settled();
  const after = await alive(page, devtools);
  // One page that the browser has not swept up yet may be among them; a hundred may not.
  expect(after.nodes, JSON.stringify([before, after])).toBeLessThan(before.nodes * 1.5);
  expect(after.listeners, JSON.stringify([before, after])).toBeLessThan(before.listeners + 20);
  expect(after.documents).toBeLessThan(before.documents + 3);
  expect(after.timers).toBeLessThanOrEqual(before.timers + 2);
  await page.getByRole("button", { name: "Perbesar huruf" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-size", "1");
});
