// The three steps of a reader who has not paid: a teaser, two articles, a polite stop. And what the gate explains.
import { execFileSync } from "node:child_process";
import { join as path } from "node:path";
import type { Page } from "@playwright/test";
import { address, expect, hydrated, open, records, test } from "../fixtures";
import { mailTo } from "../mail";
import { fill, join, PASSWORD, someone } from "../reader";

const KORAN = "1882107";
const MAJALAH = "1882110";
const THIRD = "1882112";
const LAPUT = "1882114";

const gate = (page: Page) => page.getByRole("region", { name: "Akses artikel" });
/** Tells who has just confirmed. */
const told = (page: Page) => gate(page).locator(".confirmed-notice");
const whole = (page: Page) => page.locator(".article-body:not(.article-body--teaser)");
/** From now on counts what a page asks for; the answer waits until all of it has been answered. */
function answered(page: Page) {
  const asked = new Set<string>();
  page.on("request", (request) => request.resourceType() === "fetch" && asked.add(request.url()));
  for (const end of ["requestfinished", "requestfailed"] as const) page.on(end as "requestfinished", (request) => asked.delete(request.url()));
  return () => expect.poll(() => [...asked]).toEqual([]);
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** As the support desk does for who has paid at the counter. */
function subscribe(email: string) {
  const root = path(__dirname, "../..");
  const env = { ...process.env, WARTA__DATABASE__URL: `sqlite://${root}/target/end2end/id/warta.db` };
  execFileSync(path(root, "target/release/warta"), ["reader", "subscribe", email, "--until", "2090-12-31"], { cwd: root, env });
}

for (const [how, javaScriptEnabled] of [["with wasm", true], ["without JavaScript", false]] as const) {
  test.describe(how, () => {
    test.use({ javaScriptEnabled });
    /** Without JavaScript, the page cannot know who asks until they do. */
    const ask = (page: Page) => (javaScriptEnabled ? Promise.resolve() : press(page, "Lanjutkan membaca"));

    test("a newcomer reads the teaser, registers, opens two articles and is stopped politely", async ({ page }) => {
      await open(page, KORAN);
      await expect(gate(page)).toContainText("2 artikel koran dan majalah gratis untuk Anda");
      await expect(page.locator(".article-body--teaser")).toBeVisible();
      const email = someone("jatah");
      if (javaScriptEnabled) await hydrated(page);
      await gate(page).getByRole("link", { name: "Daftar" }).click();
      await fill(page, { Email: email, "Kata Sandi": PASSWORD }, "Daftar");
      await expect(page.getByRole("heading", { name: "Konfirmasi Email" })).toBeVisible();
      await page.goto((await mailTo(email)).link);
      await press(page, "Aktifkan dan Masuk");
      const path = await address(page, KORAN);
      await expect(page).toHaveURL(javaScriptEnabled ? path : `${path}#dikonfirmasi`);
      // At the gate, with a word on what has happened, and nothing that does not help any more.
      await expect(told(page)).toContainText("Email Anda sudah dikonfirmasi.");
      await expect(told(page)).toBeFocused();
      await expect(told(page)).toBeInViewport();
      await expect(gate(page).getByRole("link", { name: "Daftar" })).toBeHidden();

      await ask(page);
      await expect(gate(page)).toContainText("Sisa 2 dari 2 artikel gratis");
      await press(page, "Baca artikel ini");
      await expect(whole(page)).toBeVisible();
      await expect(gate(page)).toBeHidden();
      await expect(page).toHaveURL(await address(page, KORAN));

      await open(page, MAJALAH);
      await ask(page);
      await expect(gate(page)).toContainText("Sisa 1 dari 2 artikel gratis");
      await press(page, "Baca artikel ini");
      await expect(whole(page)).toBeVisible();

      await open(page, THIRD);
      await ask(page);
      await expect(gate(page)).toContainText("Jatah 2 artikel gratis Anda sudah habis");
      await expect(page.getByRole("button", { name: "Baca artikel ini" })).toBeHidden();
      await gate(page).getByText("Mengapa artikel ini terkunci?").click();
      await expect(gate(page).getByText("jatah 2 artikel gratis Anda sudah dipakai untuk artikel lain.")).toBeVisible();
      await gate(page).getByRole("link", { name: "Berlangganan" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Langganan");

      await open(page, LAPUT);
      await ask(page);
      await expect(gate(page)).toContainText("Laput khusus untuk pelanggan");

      await open(page, KORAN);
      await ask(page);
      await expect(whole(page)).toBeVisible();
    });
  });
}

test("a subscriber reads everything, and gives an article to somebody without an account", async ({ page, browser }) => {
  const email = someone("langganan");
  await join(page, email);
  subscribe(email);
  for (const id of [KORAN, LAPUT]) {
    await open(page, id);
    await expect(whole(page)).toBeVisible();
  }
  await hydrated(page);
  await press(page, "Hadiahkan artikel");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hadiah siap dikirim");
  const link = (await page.getByLabel("Tautan hadiah").textContent())!;
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await page.getByLabel("Tautan hadiah").evaluate((shown) => shown.scrollWidth <= shown.clientWidth), "all of it is there").toBe(true);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await hydrated(page);
  await press(page, "Salin tautan");
  await expect(page.getByRole("status").filter({ hasText: "Tautan disalin." })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  const friend = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await friend.goto(link);
  await expect(whole(friend)).toBeHidden();
  await press(friend, "Baca artikel ini");
  await expect(whole(friend)).toBeVisible();
  await page.goto("/akun");
  await expect(page.getByText("Dibaca 1 kali")).toBeVisible();
  await press(page, "Tarik kembali");
  await friend.goto(link);
  await expect(friend.getByRole("heading", { level: 1 })).toHaveText("Hadiah ini sudah tidak berlaku");
});

test("what is opened appears in place, and reading goes on where it stopped", async ({ page }) => {
  await join(page, someone("lanjut"));
  await open(page, KORAN);
  const stopped = (await page.locator(".article-body--teaser > p").last().textContent())!.replace("…", "");
  await page.evaluate(() => void (window.mark = true));
  await page.getByRole("button", { name: "Baca artikel ini" }).press("Enter");
  await expect(whole(page)).toBeVisible();
  // The very paragraph that was cut short, not something around it.
  const goesOn = whole(page).locator("> p").filter({ hasText: stopped.trim() });
  await expect(goesOn).toHaveCount(1);
  await expect(goesOn).toBeFocused();
  expect(await page.evaluate(() => window.mark), "no reload").toBe(true);
});

test("a reader sees what is theirs before any wasm, and a stranger never does", async ({ page, browser }) => {
  await join(page, someone("cepat"));
  // Never answered: it is still on its way. A page of its own, for nothing wakes on it.
  const early = await page.context().newPage();
  await early.route("**/*.wasm", () => {});
  await open(early, MAJALAH);
  await expect(gate(early)).toContainText("Sisa 2 dari 2 artikel gratis");
  const stranger = await (await browser.newContext()).newPage();
  const isAnswered = answered(stranger);
  await open(stranger, MAJALAH);
  await hydrated(stranger);
  await isAnswered();
  await expect(gate(stranger).getByRole("link", { name: "Daftar" })).toBeVisible();
  await expect(gate(stranger)).not.toContainText("Sisa");
  await stranger.context().close();
});

test("signing in over the article shows the reader's own gate, signing out takes it away", async ({ page }) => {
  const email = someone("masuk");
  await join(page, email);
  await press(page, "Keluar");
  await open(page, KORAN);
  await gate(page).getByRole("link", { name: "Masuk" }).click();
  await fill(page, { Email: email, "Kata Sandi": PASSWORD }, "Masuk");
  await expect(gate(page)).toContainText("Sisa 2 dari 2 artikel gratis");
  await press(page, "Keluar");
  await expect(page.getByRole("link", { name: "Masuk" }).first()).toBeVisible();
  const isAnswered = answered(page);
  await open(page, KORAN);
  await isAnswered();
  await expect(gate(page).getByRole("link", { name: "Masuk" })).toBeVisible();
  await expect(gate(page)).not.toContainText("Sisa");
});

test("every tab tells who waits for the mail, and who has confirmed", async ({ page }) => {
  const email = someone("tab");
  await open(page, KORAN);
  const other = await page.context().newPage();
  await open(other, MAJALAH);
  await expect(gate(other).getByRole("link", { name: "Daftar" })).toBeVisible();
  await gate(page).getByRole("link", { name: "Daftar" }).click();
  await fill(page, { Email: email, "Kata Sandi": PASSWORD }, "Daftar");
  await expect(page.getByRole("dialog", { name: "Konfirmasi Email" })).toBeVisible();
  // What a browser says to a tab that is looked at again.
  const look = (tab: Page) => tab.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await look(other);
  const later = await page.context().newPage();
  await open(later, THIRD);
  for (const tab of [other, later]) {
    await expect(gate(tab)).toContainText("Email Anda belum dikonfirmasi");
    await expect(gate(tab).getByRole("link", { name: "Daftar" })).toBeHidden();
  }
  await page.keyboard.press("Escape");
  await expect(gate(page)).toContainText("Email Anda belum dikonfirmasi");
  await gate(page).getByRole("link", { name: "Kirim ulang atau isi kode" }).click();
  await fill(page, { "Kode dari email": (await mailTo(email)).code }, "Konfirmasi dengan Kode");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(gate(page)).toContainText("Sisa 2 dari 2 artikel gratis");
  await expect(told(page)).toBeFocused();
  await look(later);
  await expect(gate(later)).toContainText("Sisa 2 dari 2 artikel gratis");
  await expect(told(later)).toBeHidden();
});

test("without JavaScript, who is not signed in is told so, and what to do", async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, baseURL })).newPage();
  for (const [id, main] of [[KORAN, "Daftar"], [LAPUT, "Berlangganan"]]) {
    await page.goto(`/read/${id}`);
    await press(page, "Lanjutkan membaca");
    await expect(gate(page)).toContainText("Anda belum masuk");
    await expect(gate(page).locator(".button").first()).toHaveText(main);
    await expect(page.getByRole("button", { name: "Lanjutkan membaca" })).toBeHidden();
  }
  await page.context().close();
});

test("below the gate stand the plans that open this article, with their prices", async ({ page }) => {
  const plans = page.getByRole("region", { name: "Pilihan langganan" });
  const koran = records().find(({ edition, cover_story }) => edition === "koran" && cover_story !== true)!;
  await open(page, koran.id);
  await expect(plans.getByRole("link")).toHaveText([/Semua edisi\s*Rp59\.000\s*per bulan/, /Koran\s*Rp39\.000/]);
  const majalah = records().find(({ edition }) => edition === "majalah")!;
  await open(page, majalah.id);
  await expect(plans.getByRole("link")).toHaveText([/Semua edisi/]);
  const online = records().find(({ edition, cover_story }) => edition === "online" && cover_story !== true)!;
  await open(page, online.id);
  await expect(plans).toHaveCount(0);
});
