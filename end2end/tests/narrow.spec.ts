import { expect, hydrated, test } from "../fixtures";

test.use({ failing: ["/tidak-ada"] });

for (const width of [320, 768, 1920]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ["/", "/read/1882104", "/read/uji-1", "/read/uji-koran", "/rubrik/dunia", "/tidak-ada"]) {
      await page.goto(path);
      await hydrated(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      const outside = await page.locator("main :is(h1, h2, h3, p, img, table, figure)").evaluateAll(
        (all, width) => all.filter((element) => element.getBoundingClientRect().right > width + 1 && !element.closest("table")).map((element) => element.outerHTML.slice(0, 120)),
        width,
      );
      expect(outside, path).toEqual([]);
    }
  });
}

test("links of the navigation are large enough for a thumb", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto("/");
  for (const link of await page.locator(".site-header__sections a").all()) {
    expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
});
