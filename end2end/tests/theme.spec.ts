import { expect, hydrated, test } from "../fixtures";

const paper = (page: any) => page.locator("body").evaluate((body: Element) => getComputedStyle(body).backgroundColor);

test("the device decides until the reader does, and the choice stays", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  await hydrated(page);
  const light = await paper(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await paper(page);
  expect(dark).not.toBe(light);
  await page.reload();
  await hydrated(page);
  const control = page.getByRole("button", { name: "Mode gelap" });
  await expect(control).toHaveAttribute("aria-pressed", "true");
  await control.focus();
  await page.keyboard.press("Enter");
  await expect(control).toHaveAttribute("aria-pressed", "false");
  expect(await paper(page)).toBe(light);
  await page.goto("/koran");
  expect(await paper(page)).toBe(light);
  await hydrated(page);
  await expect(page.getByRole("button", { name: "Mode gelap" })).toHaveAttribute("aria-pressed", "false");
});
