import { expect, hydrated, test } from "../fixtures";

test.use({ failing: ["/tidak/ada", "/rubrik/tidak-ada", "/rubrik/dunia"] });

test("an unknown address gets a page that helps", async ({ page }) => {
  for (const path of ["/tidak/ada", "/rubrik/tidak-ada"]) {
    expect((await page.goto(path))!.status()).toBe(404);
    await hydrated(page);
    await expect(page.locator("h1")).toHaveText("Halaman tidak ditemukan");
    expect(await page.locator(".article-card").count()).toBeGreaterThan(3);
  }
  await page.getByRole("link", { name: "Halaman depan" }).last().click();
  await expect(page.locator(".article-card--lead").first()).toBeVisible();
});

test("a place in a list that cannot be read is said", async ({ page }) => {
  expect((await page.goto("/rubrik/dunia?sebelum=kemarin"))!.status()).toBe(400);
  await expect(page.locator("h1")).toHaveText("Alamat ini tidak kami kenali");
});
