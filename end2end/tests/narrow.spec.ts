import { expect, test } from "../fixtures";

test.use({ failing: ["/tidak-ada"] });

for (const width of [320, 768, 1920]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ["/", "/read/1882104", "/read/uji-1", "/read/uji-koran", "/rubrik/dunia", "/tidak-ada", "/masuk", "/daftar", "/sandi/lupa"]) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      const outside = await page.locator("main :is(h1, h2, h3, p, img, table, figure)").evaluateAll(
        (all, width) => all.filter((element) => element.getBoundingClientRect().right > width + 1 && !element.closest("table, .rail__track")).map((element) => element.outerHTML.slice(0, 120)),
        width,
      );
      expect(outside, path).toEqual([]);
    }
  });
}

test("dialogs fit into a narrow window", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await page.goto("/read/uji-1");
  for (const name of ["Masuk", "Daftar"]) {
    await page.getByRole("banner").getByRole("link", { name }).click();
    const dialog = page.getByRole("dialog", { name });
    const frame = (await dialog.boundingBox())!;
    for (const part of await dialog.locator("input:not([type=hidden]), button, a, p").all()) {
      const box = await part.boundingBox();
      if (box) expect(box.x >= frame.x && box.x + box.width <= frame.x + frame.width, await part.innerText()).toBe(true);
    }
    await dialog.getByRole("button", { name: "Tutup" }).click();
  }
});

test("links of the navigation are large enough for a thumb", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto("/");
  for (const link of await page.locator(".site-header__sections a").all()) {
    expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
});
