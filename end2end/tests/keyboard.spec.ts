import type { Locator, Page } from "@playwright/test";
import { expect, hydrated, open, test } from "../fixtures";
import { mailTo } from "../mail";
import { PASSWORD, someone } from "../reader";

test("the first stop of the keyboard skips to the text", async ({ page }) => {
  await open(page, "1882104");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Langsung ke isi" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("main")).not.toBeFocused();
  await expect(page.locator("main :focus")).toHaveCount(1);
});

test("where the keyboard is can be seen", async ({ page }) => {
  await page.goto("/");
  for (let stop = 0; stop < 15; stop += 1) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
    expect(outline).not.toBe("none");
  }
});

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator, most = 60) {
  for (let stop = 0; stop < most; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test("every dialog is entered, walked and left by keyboard, and leads back to where one was", async ({ page }) => {
  await open(page, "uji-1");
  for (const name of ["Masuk", "Daftar"]) {
    const link = page.getByRole("banner").getByRole("link", { name });
    await tabTo(page, link);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name });
    await expect(dialog.getByLabel("Email", { exact: true })).toBeFocused();
    // Round and round: what is behind the dialog is not reached.
    const stops = new Set<string>();
    for (let stop = 0; stop < 24; stop += 1) {
      await page.keyboard.press("Tab");
      const [isInside, what] = await page.evaluate(() => [!!document.activeElement!.closest("dialog") || document.activeElement === document.body, document.activeElement!.outerHTML.slice(0, 80)]);
      expect(isInside, String(what)).toBe(true);
      stops.add(String(what));
    }
    expect(stops.size).toBeGreaterThan(4);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(link).toBeFocused();
  }
  const zoom = page.getByRole("link", { name: "Perbesar" }).first();
  await tabTo(page, zoom);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Gambar" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(zoom).toBeFocused();
});

test("menus open, are walked and close by keyboard", async ({ page }) => {
  await open(page, "1882104");
  for (const [name, role] of [["Tampilan", "radio"], ["Bagikan", "link"]] as const) {
    const button = page.getByRole("button", { name, exact: true });
    await page.evaluate(() => Object.defineProperty(navigator, "share", { value: undefined, configurable: true }));
    await tabTo(page, button);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement!.closest("[popover]:popover-open") !== null)).toBe(true);
    expect(await page.locator("[popover]:popover-open").getByRole(role).count()).toBeGreaterThan(2);
    await page.keyboard.press("Escape");
    await expect(button).toBeFocused();
  }
});

test("a newcomer registers, confirms and opens an article with the keyboard alone", async ({ page }) => {
  const email = someone("papan");
  await open(page, "uji-koran");
  const gate = page.getByRole("region", { name: "Akses artikel" });
  await tabTo(page, gate.getByRole("link", { name: "Daftar" }), 120);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Email", { exact: true })).toBeFocused();
  await page.keyboard.type(email);
  await tabTo(page, dialog.getByLabel("Kata Sandi", { exact: true }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Konfirmasi Email" })).toBeVisible();
  await page.goto((await mailTo(email)).link);
  await tabTo(page, page.getByRole("button", { name: "Aktifkan dan Masuk" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/read\/uji-koran\//);
  // Before its island answers, the form leads to a page of its own, which begins at its top.
  await hydrated(page);
  await tabTo(page, gate.getByRole("button", { name: "Baca artikel ini" }), 120);
  await page.keyboard.press("Enter");
  await expect(gate).toBeHidden();
  // The focus is where the text goes on, not at the top of the page.
  await expect(page.locator(".article-body :focus")).toHaveCount(1);
  await tabTo(page, page.getByRole("button", { name: "Keluar" }), 200);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("banner").getByRole("link", { name: "Masuk" })).toBeVisible();
});
