import { expect, hydrated, open, test } from "../fixtures";

const ages = ".article-card time";

test("ages are the same in the HTML and after hydration, and grow while the page is open", async ({ page }) => {
  await page.clock.install();
  await page.goto("/");
  const written = [...(await (await page.request.get("/")).text()).matchAll(/<time[^>]*data-age[^>]*>([^<]+)/g)].map(([, words]) => words);
  await page.clock.runFor(1_000);
  await hydrated(page);
  const before = await page.locator(ages).allInnerTexts();
  expect(before).toEqual(written);
  await page.clock.runFor(24 * 3600 * 1000);
  const after = await page.locator(ages).allInnerTexts();
  expect(after).not.toEqual(before);
  const days = (words: string) => Number(/^(\d+) hari lalu$/.exec(words)?.[1] ?? Number.NaN);
  const grown = before.flatMap((words, at) => (days(words) < 6 ? [days(after[at]) - days(words)] : []));
  expect(grown.length).toBeGreaterThan(0);
  for (const step of grown) expect(step).toBe(1);
});

test("the wall clock of the browser does not matter", async ({ page }) => {
  await page.clock.install({ time: new Date("2001-01-01") });
  await open(page, "1882104");
  await page.clock.runFor(1_000);
  await hydrated(page);
  await page.clock.runFor(60_000);
  for (const age of await page.locator(".related time").allInnerTexts()) expect(age).toMatch(/tahun lalu$/);
});
