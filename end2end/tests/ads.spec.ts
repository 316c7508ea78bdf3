// Advertisements: labelled, where they belong, and nothing moves for them.
import { execFileSync } from "node:child_process";
import { join as path } from "node:path";
import type { Page } from "@playwright/test";
import { address, expect, open, test } from "../fixtures";
import { join, someone } from "../reader";

const TREATY = "1882104";
const ROOT = path(__dirname, "../..");

/** Goes down to the foot of the page, until every picture on the way and every face is there. */
async function readToTheEnd(page: Page) {
  const isAtEnd = () => page.evaluate(() => Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight);
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 400);
      return isAtEnd();
    }, { intervals: [50] })
    .toBe(true);
  // Those beyond the edge of a row that scrolls sideways wait for it.
  const missing = () =>
    page.locator("img").evaluateAll((all) =>
      (all as HTMLImageElement[]).filter((image) => {
        const { left, right, width } = image.getBoundingClientRect();
        return width > 0 && right > 0 && left < innerWidth && !image.complete;
      }).map((image) => image.src));
  await expect.poll(missing).toEqual([]);
  await page.evaluate(() => document.fonts.ready);
}

/** How far anything has moved so far. What has moved is told once the page has been painted anew. */
const shifts = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return window.moved.map(({ value }) => value);
  });

test("each is labelled, none stands twice, and the text goes on behind the one in its middle", async ({ page }) => {
  await open(page, TREATY);
  const ads = page.locator(".ad-slot");
  await expect(ads).toHaveCount(2);
  const titles = await ads.locator(".ad-slot__title").allTextContents();
  expect(new Set(titles).size).toBe(2);
  for (const ad of await ads.all()) await expect(ad.locator(".ad-slot__label")).toContainText("Iklan");
  const middle = page.locator(".article-body > .ad-slot");
  await expect(middle).toContainText("Scroll Untuk Melanjutkan");
  const [before, after] = await middle.evaluate((ad) => {
    const all = [...ad.parentElement!.children];
    return [all.indexOf(ad), all.length - 1 - all.indexOf(ad)];
  });
  expect(before / (before + after)).toBeGreaterThan(0.6);
  expect(after).toBeGreaterThan(1);
});

test("nothing moves while a page with pictures, advertisements and rails loads and is read", async ({ page }) => {
  await page.addInitScript(() => {
    window.moved = [];
    const note = (list: PerformanceObserverEntryList) => (list.getEntries() as LayoutShift[]).forEach(({ value }) => window.moved.push({ value, lines: [] }));
    new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
  });
  for (const viewport of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
    await page.setViewportSize(viewport);
    for (const id of [TREATY, "1882107", ""]) {
      await page.goto(id ? await address(page, id) : "/");
      await readToTheEnd(page);
      expect(await shifts(page), `${id} at ${viewport.width}`).toEqual([]);
      // What watches sees it when something moves.
      await page.evaluate(() => {
        scrollTo({ top: 0, behavior: "instant" });
        document.querySelector("main")!.prepend(Object.assign(document.createElement("p"), { textContent: "late" }));
      });
      await expect.poll(() => shifts(page)).not.toEqual([]);
    }
  }
});

test("what is for guests is shown to nobody who has come in, nor where no script can tell", async ({ page, browser, baseURL }) => {
  const path = await address(page, TREATY);
  const article = new URL(path, baseURL).href;
  const quiet = await browser.newContext({ javaScriptEnabled: false });
  const unseen = await quiet.newPage();
  for (const tab of [page, unseen]) {
    // Which one stands where changes by the hour.
    await tab.route(article, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace('data-slot="middle"', 'data-slot="middle" data-audience="guests"') });
    });
  }
  const ad = (tab: typeof page) => tab.locator(".ad-slot[data-slot=middle]");
  await page.goto(article);
  await expect(ad(page)).toBeVisible();
  await unseen.goto(article);
  await expect(ad(unseen)).toBeHidden();
  await quiet.close();
  await join(page, someone("tamu"));
  await page.goto(article);
  await expect(ad(page)).toBeHidden();
});

test("subscribers are spared from the second page on", async ({ page, baseURL }) => {
  // Which one stands where changes by the hour, and some are for guests alone.
  await page.route(new URL(await address(page, TREATY), baseURL).href, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll(' data-audience="guests"', "") });
  });
  const email = someone("langgan");
  await join(page, email);
  const ads = page.locator(".ad-slot");
  await open(page, TREATY);
  await expect(ads.first()).toBeVisible();
  const env = { ...process.env, WARTA__DATABASE__URL: `sqlite://${ROOT}/target/end2end/id/warta.db` };
  execFileSync(path(ROOT, "target/release/warta"), ["reader", "subscribe", email, "--until", "2090-01-01"], { env });
  // The first page learns it from the site.
  const told = page.waitForResponse((response) => response.url().endsWith("/api/reader"));
  await page.goto("/");
  await (await told).finished();
  await open(page, TREATY);
  await expect(ads).not.toHaveCount(0);
  for (const ad of await ads.all()) await expect(ad).toBeHidden();
});
