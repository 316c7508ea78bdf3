import type { Page } from "@playwright/test";
import { expect, hydrated, open, test } from "../fixtures";

const DAY = 24 * 3600 * 1000;
const TICK = 15_000;
const ages = (page: Page) => page.locator(".article-card time");
const days = (words: string) => Number(/^(\d+) hari lalu$/.exec(words)?.[1] ?? Number.NaN);

/** By how many days ages have grown that are told in days before and after. */
const grown = (before: string[], after: string[]) => before.map((words, at) => days(after[at]) - days(words)).filter((step) => !Number.isNaN(step));

/** Runs the clock until the island has asked what time it is and has shown all ages. */
async function told(page: Page) {
  await ages(page).first().evaluate((time) => (time.textContent = ""));
  await page.clock.runFor(TICK);
  await expect(ages(page).first()).not.toHaveText("");
}

test("ages are the same in the HTML and after hydration, and grow while the page is open", async ({ page }) => {
  await page.clock.install();
  await page.goto("/");
  const html = await (await page.request.get("/")).text();
  const written = await page.evaluate((html) => [...new DOMParser().parseFromString(html, "text/html").querySelectorAll(".article-card time")].map((time) => time.textContent), html);
  await page.clock.runFor(1_000);
  await hydrated(page);
  await expect(ages(page)).toHaveText(written);
  const before = await ages(page).allInnerTexts();
  await told(page);
  await page.clock.runFor(DAY);
  const steps = grown(before, await ages(page).allInnerTexts());
  expect(steps.length).toBeGreaterThan(0);
  for (const step of steps) expect(step).toBe(1);
});

test("what time it is, the server's answer says, not the page: it may have lain in a cache", async ({ page }) => {
  await page.route("**/healthz", async (route) => {
    const answer = await route.fetch();
    const date = new Date(Date.parse(answer.headers().date) + DAY).toUTCString();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), date } });
  });
  await page.clock.install();
  await page.goto("/");
  await hydrated(page);
  const before = await ages(page).allInnerTexts();
  await told(page);
  const steps = grown(before, await ages(page).allInnerTexts());
  expect(steps.length).toBeGreaterThan(0);
  for (const step of steps) expect(step).toBe(1);
});

test("the wall clock of the browser does not matter", async ({ page }) => {
  await page.clock.install({ time: new Date("2001-01-01") });
  await open(page, "1882104");
  await page.clock.runFor(1_000);
  await hydrated(page);
  await told(page);
  const related = await page.locator(".related time").allInnerTexts();
  expect(related).not.toHaveLength(0);
  for (const age of related) expect(age).toMatch(/tahun lalu$/);
});

test("a page without ages asks for no time", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => request.resourceType() === "fetch" && asked.push(new URL(request.url()).pathname));
  await page.clock.install();
  const askedAfter = async (path: string) => {
    asked.length = 0;
    await page.goto(path);
    await hydrated(page);
    await page.clock.runFor(4 * TICK);
    // What was asked before this has been asked by now.
    await page.evaluate(() => fetch("/robots.txt"));
    return asked.filter((path) => path !== "/robots.txt" && !path.startsWith("/pkg/"));
  };
  expect(await askedAfter("/")).not.toEqual([]);
  expect(await askedAfter("/tentang/kode-etik")).toEqual([]);
});
