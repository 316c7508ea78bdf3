import { PORT_ENGLISH } from "../playwright.config";
import { expect, test } from "../fixtures";

test.use({ baseURL: `http://127.0.0.1:${PORT_ENGLISH}`, failing: ["/none"] });

test("the site speaks English where the settings say so", async ({ page }) => {
  await page.goto("/read/1882104");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("h1")).toHaveAttribute("lang", "id");
  await expect(page.locator(".article__times")).toContainText("Wednesday, 19 June 2024 | 19:30 WIB");
  await expect(page.locator(".related__heading")).toHaveText(/related news/i);
  await expect(page.locator(".related time").first()).toHaveText(/years? ago$/);
  await page.goto("/none");
  await expect(page.locator("h1")).toHaveText("Page not found");
});
