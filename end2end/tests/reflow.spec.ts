// Large letters, narrow windows, other spacing: nothing is lost, and nothing has to be scrolled sideways.
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

const PAGES = ["/", "/read/1882104", "/read/1882107", "/read/uji-1", "/rubrik/dunia", "/koreksi", "/luring", "/tersimpan", "/masuk", "/daftar", "/sandi/lupa", "/tentang/kode-etik"];

/** Texts that are cut off by the box in which they stand. Boxes that scroll lose nothing. */
const cut = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => {
        const style = getComputedStyle(element);
        const hides = ["hidden", "clip"].includes(style.overflowX) || ["hidden", "clip"].includes(style.overflowY);
        const isHiddenOnPurpose = element.closest(".visually-hidden, .skip-link, [hidden], dialog:not([open]), [popover]:not(:popover-open)");
        const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim());
        return hides && hasWords && !isHiddenOnPurpose && element.clientHeight > 0 && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// A window of 1280 by 1024 at 400 % shows 320 by 256.
test("at 400 % everything is there, one below the other", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const path of PAGES) {
    await page.goto(path);
    expect(await sideways(page), path).toBeLessThanOrEqual(0);
    expect(await cut(page), path).toEqual([]);
    // Nothing sticks to the window and covers what is read.
    const covering = await page.evaluate(() => [...document.querySelectorAll("body *")].filter((element) => ["fixed", "sticky"].includes(getComputedStyle(element).position) && element.getBoundingClientRect().height > 128).map((element) => element.outerHTML.slice(0, 120)));
    expect(covering, path).toEqual([]);
  }
});

test("the largest letters that readers can choose fit into a narrow window", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  const letters = () => page.locator(".article-body p").first().evaluate((words) => parseFloat(getComputedStyle(words).fontSize));
  await page.goto("/read/1882104");
  const size = await letters();
  const larger = page.getByRole("button", { name: "Perbesar huruf" });
  while (await larger.isEnabled()) await larger.click();
  await expect(page.locator("html")).toHaveAttribute("data-size", "3");
  expect(await letters()).toBeGreaterThan(size * 1.2);
  for (const path of PAGES) {
    await page.goto(path);
    expect(await sideways(page), path).toBeLessThanOrEqual(0);
    expect(await cut(page), path).toEqual([]);
  }
});

test.describe("with the reader's own spacing", () => {
  test.use({ bypassCSP: true });

  for (const width of [320, 1280]) {
    test(`no text is lost at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      for (const path of PAGES) {
        await page.goto(path);
        await page.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }" });
        expect(await sideways(page), path).toBeLessThanOrEqual(0);
        expect(await cut(page), path).toEqual([]);
      }
      await page.goto("/read/uji-1");
      await page.addStyleTag({ content: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }" });
      for (const name of ["Masuk", "Daftar"]) {
        await page.getByRole("banner").getByRole("link", { name }).click();
        const dialog = page.getByRole("dialog", { name });
        await expect(dialog).toBeVisible();
        expect(await cut(page), name).toEqual([]);
        await page.keyboard.press("Escape");
      }
    });
  }

  test("letters of twice the size leave all of it readable", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    for (const path of PAGES) {
      await page.goto(path);
      await page.addStyleTag({ content: ":root { font-size: 200% !important; }" });
      expect(await sideways(page), path).toBeLessThanOrEqual(0);
      expect(await cut(page), path).toEqual([]);
    }
  });
});
