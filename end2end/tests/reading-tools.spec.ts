// What helps with reading: letters, colours, pictures, sharing, listening, going on, putting aside.
import type { Page, Response } from "@playwright/test";
import { address, expect, hydrated, open, records, test } from "../fixtures";
import { join, someone } from "../reader";

const TREATY = "1882104";
const paper = (page: Page) => page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
/** Sizes of what is read on an article's page: the text, headlines of every rank, what is said above the text. */
const WORDS = [".article-body p", ".article__title", ".article__summary", ".related .article-card__title", ".recommendations .article-card__title"];
const letters = (page: Page) => Promise.all(WORDS.map((words) => page.locator(words).first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize))));
const expectEach = (sizes: number[], than: number[], is: (one: number, other: number) => boolean) => sizes.forEach((size, at) => expect(is(size, than[at]), `${WORDS[at]}: ${than[at]}, then ${size}`).toBe(true));
const isLarger = (one: number, other: number) => one > other;
const isSmaller = (one: number, other: number) => one < other;

test("the device decides on the colours until the reader does, and the choice stays", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const light = await paper(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await paper(page);
  expect(dark).not.toBe(light);
  const menu = page.getByRole("button", { name: "Tampilan" });
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "Ikuti perangkat" })).toBeChecked();
  await page.getByRole("radio", { name: "Sepia" }).check();
  const sepia = await paper(page);
  expect([light, dark]).not.toContain(sepia);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("radio", { name: "Sepia" })).toBeHidden();
  await expect(menu).toBeFocused();
  await page.goto("/koran");
  expect(await paper(page)).toBe(sepia);
  await menu.click();
  await expect(page.getByRole("radio", { name: "Sepia" })).toBeChecked();
  await page.getByRole("radio", { name: "Terang" }).check();
  expect(await paper(page)).toBe(light);
  await page.getByRole("radio", { name: "Ikuti perangkat" }).check();
  expect(await paper(page)).toBe(dark);
});

test("letters grow and shrink, those of headlines too, within limits, and stay as they are", async ({ page }) => {
  await open(page, TREATY);
  const size = await letters(page);
  const [smaller, larger] = ["Perkecil huruf", "Perbesar huruf"].map((name) => page.getByRole("button", { name }));
  // The page follows behind the frame that answers the press.
  const sized = (size: string) => expect(page.locator("html")).toHaveAttribute("data-size", size);
  await larger.click();
  await sized("1");
  expectEach(await letters(page), size, isLarger);
  await page.reload();
  expectEach(await letters(page), size, isLarger);
  for (let step = 0; step < 2; step += 1) await larger.click();
  await expect(larger).toBeDisabled();
  await sized("3");
  for (let step = 0; step < 4; step += 1) await smaller.click();
  await expect(smaller).toBeDisabled();
  await sized("-1");
  expectEach(await letters(page), size, isSmaller);
});

test("a picture opens over the page and lets the reader back", async ({ page }) => {
  await open(page, TREATY);
  const link = page.getByRole("link", { name: "Perbesar" });
  await link.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Gambar" });
  await expect(dialog.getByRole("img")).toBeVisible();
  const caption = records().find(({ id }) => id === TREATY)!.image!.caption!;
  await expect(dialog).toContainText(caption);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(link).toBeFocused();
});

test("on a telephone the enlarged picture is twice as wide as on the page, and every part of it can be moved into view", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(await address(page, TREATY));
  await hydrated(page);
  const before = (await page.locator(".lead-picture .picture__image").boundingBox())!;
  await page.getByRole("link", { name: "Perbesar" }).click();
  const dialog = page.getByRole("dialog", { name: "Gambar" });
  const picture = dialog.getByRole("img");
  const box = () => picture.boundingBox().then((box) => box!);
  expect((await box()).width).toBeGreaterThanOrEqual(2 * before.width);
  // Its middle first; then as far as it goes, to both sides.
  expect(Math.abs((await box()).x + (await box()).width / 2 - 180)).toBeLessThan(2);
  const pane = dialog.getByRole("group", { name: "Gambar" });
  const corner = async (far: number) => {
    await pane.evaluate((pane, far) => pane.scrollBy(far, far), far);
    return box();
  };
  const first = await corner(-5000);
  expect(first.x >= 0 && first.y >= 0, JSON.stringify(first)).toBe(true);
  const last = await corner(5000);
  expect(last.x + last.width <= 361 && last.y + last.height <= 741, JSON.stringify(last)).toBe(true);
  await pane.focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(async () => (await box()).x + (await box()).width).toBeGreaterThan(370);
  await context.close();
});

test("sharing is by plain links, and the address can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => Object.defineProperty(navigator, "share", { value: undefined }));
  await open(page, TREATY);
  await page.getByRole("button", { name: "Bagikan" }).click();
  for (const name of ["WhatsApp", "Telegram", "X", "Facebook"]) {
    const href = await page.getByRole("link", { name, exact: true }).getAttribute("href");
    expect(decodeURIComponent(href!)).toContain("/read/1882104/");
  }
  await page.getByRole("button", { name: "Salin tautan" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Tautan disalin." })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("/read/1882104/");
});

test("a device that can share is asked to", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", { value: (what: Window["shared"]) => Promise.resolve(void (window.shared = what)) });
  });
  await open(page, TREATY);
  await page.getByRole("button", { name: "Bagikan" }).click();
  const shared = (await page.evaluate(() => window.shared))!;
  expect(shared.title).toBe(records().find(({ id }) => id === TREATY)!.title);
  expect(shared.url).toContain("/read/1882104/");
});

/** Chromium has no voice here: one that is through with a sentence when it is told so. */
const addVoice = (page: Page) =>
  page.addInitScript(() => {
    const spoken: SpeechSynthesisUtterance[] = [];
    window.spoken = spoken;
    const voice = { speak: (words: SpeechSynthesisUtterance) => spoken.push(words), cancel: () => {}, getVoices: () => [{}] };
    Object.defineProperty(window, "speechSynthesis", { value: voice });
  });

test("what stands beside the sentences of a text is not read aloud", async ({ page }) => {
  await addVoice(page);
  await open(page, "uji-bagian");
  const button = page.getByRole("button", { name: /Dengarkan|Berhenti/ });
  await button.click();
  await expect(button).toHaveText("Berhenti");
  const count = () => page.evaluate(() => window.spoken.length);
  await expect.poll(count).toBe(1);
  // Until nothing more is said: the button then offers to begin again.
  for (let said = 1; (await button.innerText()) === "Berhenti"; said += 1) {
    await page.evaluate(() => window.spoken.at(-1)!.dispatchEvent(new Event("end")));
    await expect.poll(async () => (await count()) > said || (await button.innerText()) === "Dengarkan").toBe(true);
  }
  // Numbers of footnotes leave a word joiner behind, which nobody hears.
  const words = (await page.evaluate(() => window.spoken.map(({ text }) => text))).join(" ").replaceAll("\u2060", "");
  expect(words).toContain("Buku kedua dijahit sendiri, sama tebalnya dengan buku pertama.");
  expect(words).toContain("Alinea ke-3 menceritakan");
  for (const beside of ["Istilah hujan", "Gerimis", "Baca juga", "Harganya dua ribu", "Iklan"]) {
    expect(words).not.toContain(beside);
  }
});

test("an article is read aloud sentence by sentence, in its language", async ({ page }) => {
  await addVoice(page);
  await open(page, TREATY);
  const spoken = () => page.evaluate(() => window.spoken.map(({ text, lang }) => [text, lang]));
  const marked = () => page.evaluate(() => [...(CSS.highlights.get("spoken") ?? [])].map(String).join());
  const button = page.getByRole("button", { name: /Dengarkan|Berhenti/ });
  await button.click();
  await expect(button).toHaveText("Berhenti");
  const title = records().find(({ id }) => id === TREATY)!.title;
  // What reads aloud comes in a file of its own, once it is wanted.
  await expect.poll(spoken).toEqual([[title, "id"]]);
  await expect.poll(marked).toBe(title);
  await page.evaluate(() => window.spoken.at(-1)!.dispatchEvent(new Event("end")));
  await expect.poll(async () => (await spoken()).length).toBe(2);
  const [, [sentence]] = await spoken();
  expect(sentence).toMatch(/^Presiden Rusia .*\.$/);
  await expect.poll(marked).toBe(sentence);
  await button.click();
  await expect(button).toHaveText("Dengarkan");
  await expect.poll(marked).toBe("");
});

test("a device without a voice, or with one that fails, says so", async ({ page }) => {
  await page.addInitScript(() => {
    const voices: object[] = [];
    const synthesis = { speak: (words: SpeechSynthesisUtterance) => void (window.asked = words), cancel: () => {}, getVoices: () => voices };
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    window.voices = voices;
  });
  await open(page, TREATY);
  const button = page.getByRole("button", { name: "Dengarkan" });
  const said = page.getByRole("status").filter({ hasText: "Perangkat ini belum punya suara" });
  await button.click();
  await expect(said).toBeVisible();
  await expect(button).toHaveAttribute("aria-pressed", "false");
  await expect(said).toBeHidden();
  await page.evaluate(() => window.voices.push({}));
  await button.click();
  await expect(page.getByRole("button", { name: "Berhenti" })).toHaveAttribute("aria-pressed", "true");
  await page.waitForFunction(() => window.asked as unknown);
  await page.evaluate(() => window.asked.dispatchEvent(new Event("error")));
  await expect(said).toBeVisible();
  await expect(button).toHaveAttribute("aria-pressed", "false");
});

test("who stopped in the middle is led back there", async ({ page }) => {
  const path = await address(page, TREATY);
  await page.goto(path);
  await page.locator(".article-body > p").nth(6).scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(() => localStorage.getItem("stopped"))).toContain(TREATY);
  await page.goto("/");
  await page.goto(path);
  const link = page.getByRole("link", { name: "Kembali ke bacaan terakhir" });
  await expect(page.locator(".article-body > p").nth(5)).not.toBeInViewport();
  await link.click();
  await expect(page.locator(".article-body > p").nth(5)).toBeInViewport();
  await expect(link).toBeHidden();
});

test("an article is put aside on this device", async ({ page }) => {
  await open(page, TREATY);
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByRole("button", { name: "Tersimpan" })).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(page.getByRole("button", { name: "Tersimpan" })).toBeVisible();
  await page.goto("/tersimpan");
  const title = records().find(({ id }) => id === TREATY)!.title;
  const place = page.getByRole("region", { name: "Di perangkat ini" });
  await expect(place.getByRole("link", { name: title })).toBeVisible();
  await place.getByRole("button", { name: "Hapus" }).click();
  await expect(place).toBeHidden();
});

test("an article is put aside in the account of who is signed in", async ({ page }) => {
  await join(page, someone("simpan"));
  await open(page, TREATY);
  await page.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByRole("button", { name: "Tersimpan" })).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(page.getByRole("button", { name: "Tersimpan" })).toBeVisible();
  await page.goto("/tersimpan");
  await expect(page.getByRole("link", { name: records().find(({ id }) => id === TREATY)!.title })).toHaveCount(1);
  await expect(page.getByRole("region", { name: "Di perangkat ini" })).toBeHidden();
  await page.getByRole("button", { name: "Hapus" }).click();
  await expect(page.getByText("Belum ada artikel yang disimpan di akun ini.")).toBeVisible();
});

test("the light page loads two files", async ({ page }) => {
  const path = await address(page, TREATY);
  const loaded: Response[] = [];
  page.on("response", (response) => loaded.push(response));
  await page.goto(`${path}/lite`);
  expect(loaded.map((response) => new URL(response.url()).pathname)).toEqual([`${path}/lite`, expect.stringMatching(/^\/pkg\/lite\..*\.css$/)]);
  const bytes = await Promise.all(loaded.map(async (response) => (await response.body()).length));
  expect(bytes[0] + bytes[1]).toBeLessThan(15 * 1024);
  expect(bytes[1]).toBeLessThan(3400);
  await page.getByRole("link", { name: "Versi lengkap" }).click();
  await expect(page).toHaveURL(path);
});

// With room for its style, of which the test above knows the size.
test("no light page of the demo is larger than 15 KB", async ({ request }) => {
  const style = 3400;
  for (const { id } of records()) {
    const page = await request.get(`/read/${id}/x/lite`, { headers: { "accept-encoding": "identity" } });
    expect((await page.body()).length + style, id).toBeLessThan(15 * 1024);
  }
});

const SCRIPTED = ["Dengarkan", "Cetak", "Perbesar huruf", "Tampilan"];

test("what needs scripts is there with them", async ({ page }) => {
  await open(page, TREATY);
  for (const name of SCRIPTED) await expect(page.getByRole("button", { name })).toBeVisible();
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("what needs scripts is not there, and sharing is", async ({ page }) => {
    await open(page, TREATY);
    for (const name of SCRIPTED) await expect(page.getByRole("button", { name })).toBeHidden();
    await page.getByRole("button", { name: "Bagikan" }).click();
    await expect(page.getByRole("link", { name: "Telegram" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Salin tautan" })).toBeHidden();
    await page.getByRole("link", { name: "Versi ringan" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});
