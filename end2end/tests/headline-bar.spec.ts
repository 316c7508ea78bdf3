import { expect, hydrated, open, test, words } from "../fixtures";

test("the headline comes with the reader once it is out of view", async ({ page }) => {
  await open(page, "1882104");
  const bar = page.locator(".headline-bar");
  await expect(bar).toBeHidden();
  await page.getByRole("main").locator(".tags").scrollIntoViewIfNeeded();
  await expect(bar).toBeVisible();
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  const shown = await bar.locator(".headline-bar__title").evaluate((element) => getComputedStyle(element, "::before").content);
  expect(shown).toBe(JSON.stringify(words(title!)));
  // Nothing that has the focus is under it.
  const link = page.getByRole("main").locator(".tags a").first();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await link.focus();
  const [top, height] = await Promise.all([link.evaluate((element) => element.getBoundingClientRect().top), bar.evaluate((element) => element.getBoundingClientRect().bottom)]);
  expect(top).toBeGreaterThanOrEqual(height);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(bar).toBeHidden();
});

test("a picture goes along from the card to its article", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.goto("/");
  await hydrated(page);
  const named = () => page.locator(".article-card__picture, .lead-picture .picture").evaluateAll((pictures) => pictures.filter((picture) => getComputedStyle(picture).viewTransitionName === "lead-picture").length);
  expect(await named()).toBe(0);
  const card = page.locator(".article-card:has(.article-card__picture)").first();
  await card.getByRole("link").focus();
  expect(await named()).toBe(1);
  await card.getByRole("link").press("Enter");
  await expect(page.locator(".lead-picture")).toBeVisible();
  expect(await named()).toBe(1);
  // On the way to another article it is the other one's picture.
  await page.locator(".recommendations .article-card:has(.article-card__picture) a, .related .article-card:has(.article-card__picture) a").first().focus();
  expect(await named()).toBe(1);
  await expect(page.locator(".lead-picture .picture")).toHaveCSS("view-transition-name", "none");
});
