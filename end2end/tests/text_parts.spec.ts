// What stands beside the sentences of a text: footnotes, galleries, side notes, tables, addresses, further reading.
import type { Page } from "@playwright/test";
import { look } from "../axe";
import { address, expect, open, test } from "../fixtures";

const PARTS = "uji-bagian";
const body = (page: Page) => page.locator(".article-body");
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const javaScriptEnabled of [true, false]) {
  test.describe(`scripts ${javaScriptEnabled ? "run" : "do not run"}`, () => {
    test.use({ javaScriptEnabled });

    test("a footnote opens where the text refers to it, by key and by click, and one at a time", async ({ page }) => {
      await open(page, PARTS);
      const [first, second] = [1, 2].map((number) => page.locator(`#catatan-${number}`));
      const mark = body(page).getByRole("button", { name: "Catatan 1" });
      await expect(mark).toHaveCount(2);
      await expect(first).toBeHidden();
      await mark.first().focus();
      await page.keyboard.press("Enter");
      await expect(first).toBeVisible();
      await expect(first).toHaveText(/Harganya dua ribu rupiah pada 2015\./);
      await expect(first.locator(".footnote__bracket").first()).toBeHidden();
      await page.keyboard.press("Escape");
      await expect(first).toBeHidden();
      await expect(mark.first()).toBeFocused();
      await mark.last().click();
      await expect(first).toBeVisible();
      // Behind it stands the other mark; whatever is pressed elsewhere closes it.
      await page.keyboard.press("Escape");
      await body(page).getByRole("button", { name: "Catatan 2" }).click();
      await expect(second).toBeVisible();
      await expect(first).toBeHidden();
      await page.locator("h1").click();
      await expect(second).toBeHidden();
    });

    test("a gallery is a named row that arrow keys move, one picture at a time", async ({ page }) => {
      await open(page, PARTS);
      const row = body(page).getByRole("group", { name: "Galeri 3 gambar" });
      await expect(row.getByText(/^\d dari 3$/)).toHaveText(["1 dari 3", "2 dari 3", "3 dari 3"]);
      await expect(row.locator("figcaption")).toHaveText([/hari pertama/, /hari kedua/, /hari ketiga/]);
      await row.focus();
      const left = () => row.evaluate((element) => element.scrollLeft);
      expect(await left()).toBe(0);
      await page.keyboard.press("ArrowRight");
      await expect.poll(left).toBeGreaterThan(0);
      for (let step = 0; step < 9; step += 1) await page.keyboard.press("ArrowRight");
      await expect(row.locator("figure").last()).toBeInViewport();
    });
  });
}

for (const width of [320, 1280]) {
  test(`at ${width} px everything fits, and a note is within the window`, async ({ page }) => {
    await page.setViewportSize({ width, height: 640 });
    await open(page, PARTS);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    for (const name of ["Catatan 1", "Catatan 2"]) {
      const mark = body(page).getByRole("button", { name }).first();
      await mark.click();
      const note = page.locator(".footnote:popover-open");
      await expect(note).toBeInViewport({ ratio: 1 });
      const box = (await note.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      await look(page, `${name} at ${width}`);
      await page.keyboard.press("Escape");
    }
  });
}

test("a wide and long table scrolls within its frame and keeps its head and the names of its rows", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, PARTS);
  const scroller = body(page).getByRole("group", { name: "Curah hujan menurut dusun dan bulan" });
  await scroller.focus();
  await expect(scroller).toBeFocused();
  const [head, row] = [scroller.locator("thead th").nth(1), scroller.locator("tbody th").first()];
  const place = async (cell: typeof head) => (await cell.boundingBox())!;
  const [headBefore, rowBefore] = [await place(head), await place(row)];
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => scroller.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  await expect.poll(async () => (await place(row)).x).toBe(rowBefore.x);
  await scroller.evaluate((element) => element.scrollTo(0, 400));
  const scrollerBox = (await scroller.boundingBox())!;
  await expect.poll(async () => (await place(head)).y).toBeLessThan(headBefore.y);
  expect((await place(head)).y).toBeGreaterThanOrEqual(scrollerBox.y);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
});

test("a picture of a gallery opens over the page and lets the reader back", async ({ page }) => {
  await open(page, PARTS);
  const link = body(page).getByRole("link", { name: /Langit ungu/ });
  await link.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("img")).toBeVisible();
  await expect(dialog.getByText("Pelabuhan pada hari kedua.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(link).toBeFocused();
});

test("chapters and pictures lead to their own addresses", async ({ page }) => {
  await open(page, PARTS);
  const heading = body(page).getByRole("heading", { name: "Angka", exact: true });
  await heading.getByRole("link").click();
  await expect(page).toHaveURL(/#bab-2$/);
  await expect(heading).toBeInViewport();
  const picture = body(page).getByRole("link", { name: "Tautan ke gambar ini" }).last();
  await picture.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#gambar-5$/);
  await expect(page.locator("#gambar-5")).toBeInViewport();
});

test("side notes and further reading say what they are", async ({ page }) => {
  await open(page, PARTS);
  const note = body(page).getByRole("complementary", { name: "Istilah hujan" });
  await expect(note.getByRole("heading")).toHaveText("Istilah hujan");
  await expect(body(page).locator(".further-reading")).toHaveText("Baca juga: Uji yang lain");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await look(page, colorScheme);
  }
});

test("on paper, notes stand in brackets and all pictures below each other", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  await open(page, PARTS);
  await expect(page.locator("#catatan-1")).toBeVisible();
  await expect(page.locator("#catatan-1")).toHaveText("[Harganya dua ribu rupiah pada 2015.]");
  await expect(body(page).getByRole("button")).toHaveCount(0);
  const tops = await page.locator(".gallery__item").evaluateAll((items) => items.map((item) => item.getBoundingClientRect().top));
  expect(tops).toEqual([...tops].sort((one, other) => one - other));
  expect(new Set(tops).size).toBe(3);
});

test("the light page has all the words, and nothing to press that does nothing", async ({ page }) => {
  await page.goto(`${await address(page, PARTS)}/lite`);
  const text = await body(page).innerText();
  expect(text).toContain("Buku pertama dibeli di pasar. [Harganya dua ribu rupiah pada 2015.]");
  for (const words of ["Istilah hujan", "Baca juga: Uji yang lain", "Pelabuhan pada hari kedua.", "Tiga hari berturut-turut."]) expect(text).toContain(words);
  await expect(body(page).getByRole("button")).toHaveCount(0);
});
