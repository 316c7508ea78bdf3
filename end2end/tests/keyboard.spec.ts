import { expect, hydrated, open, test } from "../fixtures";

test("the first stop of the keyboard skips to the text", async ({ page }) => {
  await open(page, "1882104");
  await hydrated(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Langsung ke isi" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement!.closest("main") !== null)).toBe(true);
});

test("where the keyboard is can be seen", async ({ page }) => {
  await page.goto("/");
  await hydrated(page);
  for (let stop = 0; stop < 15; stop += 1) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline).not.toBe("none");
  }
});
