// Advertisements: labelled, where they belong, and nothing moves for them.
import { execFileSync } from "node:child_process";
import { join as path } from "node:path";
import { address, expect, open, test } from "../fixtures";
import { join, someone } from "../reader";

const TREATY = "1882104";
const ROOT = path(__dirname, "../..");

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
  for (const viewport of [{ width: 1280, height: 900 }, { width: 360, height: 740 }]) {
    await page.setViewportSize(viewport);
    for (const id of [TREATY, "1882107", ""]) {
      await page.goto(id ? await address(page, id) : "/");
      for (let step = 0; step < 12; step += 1) await page.mouse.wheel(0, 600);
      await page.waitForTimeout(300);
      const shift = await page.evaluate(() => new Promise<number>((done) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += (entry as any).value)));
        observer.observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(sum), 200);
      }));
      expect(shift, `${id} at ${viewport.width}`).toBe(0);
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

test("subscribers are spared from the second page on", async ({ page }) => {
  const email = someone("langgan");
  await join(page, email);
  const env = { ...process.env, WARTA__DATABASE__URL: `sqlite://${ROOT}/target/end2end/id/warta.db` };
  execFileSync(path(ROOT, "target/release/warta"), ["reader", "subscribe", email, "--until", "2090-01-01"], { env });
  await page.goto("/");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("subscriber"))).toBe("");
  await open(page, TREATY);
  await expect(page.locator(".ad-slot").first()).toBeHidden();
});
