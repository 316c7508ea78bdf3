import type { Page } from "@playwright/test";
import { address, expect, hydrated, open, test } from "../fixtures";
import { mailTo, mailsTo } from "../mail";
import { PORT_ENGLISH } from "../playwright.config";
import { PASSWORD, fill, join, someone } from "../reader";

const REFUSED = ["/daftar", "/masuk", "/konfirmasi", "/api/reader", "/api/register"];

/** The way in or the way out, as the header shows it. */
const isSignedIn = async (page: Page) => {
  await expect(page.getByRole("banner").getByRole("link", { name: /^Akun/ })).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Masuk" })).toBeHidden();
};

test.describe("with JavaScript", () => {
  test.use({ failing: REFUSED });

  test("a newcomer registers over the article, confirms, and is back at it", async ({ page }) => {
    const email = someone("baru");
    await open(page, "uji-koran");
    const article = page.url();
    await page.getByRole("banner").getByRole("link", { name: "Daftar" }).click();
    const dialog = page.getByRole("dialog");
    await expect(page.getByRole("dialog", { name: "Daftar" })).toBeVisible();
    await expect(dialog.getByLabel("Email")).toBeFocused();
    await fill(page, { Email: email, "Kata Sandi": "kuda77" }, "Daftar");
    await expect(dialog.getByText("Terlalu pendek: minimal 12 karakter.")).toBeVisible();
    await expect(dialog.getByLabel("Kata Sandi")).toBeFocused();
    await expect(dialog.getByLabel("Email")).toHaveValue(email);
    await dialog.getByLabel("Kata Sandi").pressSequentially(PASSWORD);
    await expect(dialog.locator("output")).not.toBeEmpty();
    await dialog.getByRole("button", { name: "Tampilkan" }).click();
    await expect(dialog.getByLabel("Kata Sandi")).toHaveAttribute("type", "text");
    await dialog.getByRole("button", { name: "Daftar" }).click();
    await expect(page.getByRole("dialog", { name: "Konfirmasi Email" })).toBeVisible();
    await expect(dialog.getByText(`Tautan aktivasi sudah kami kirim ke ${email}.`)).toBeVisible();
    await expect(dialog.getByText("Buka tautan itu untuk membaca 2 artikel gratis non-Laput dari koran dan majalah Warta.")).toBeVisible();
    expect(page.url()).toBe(article);
    const mail = await mailTo(email);
    expect(mail.subject).toBe("Konfirmasi email Anda – Warta");
    expect(mail.html).toContain(mail.code);
    await page.goto(mail.link);
    await page.getByRole("button", { name: "Aktifkan dan Masuk" }).click();
    await expect(page).toHaveURL(article);
    await isSignedIn(page);
  });

  test("a form over the article tells all that is wrong, until it is mended, and keeps the password", async ({ page }) => {
    await open(page, "uji-koran");
    await page.getByRole("banner").getByRole("link", { name: "Daftar" }).click();
    const dialog = page.getByRole("dialog");
    const [email, password] = [dialog.getByLabel("Email"), dialog.getByLabel("Kata Sandi")];
    await fill(page, { Email: "", "Kata Sandi": "" }, "Daftar");
    await expect(dialog.getByText("Isi alamat email.")).toBeVisible();
    await expect(dialog.getByText("Isi kata sandi.")).toBeVisible();
    await expect(email).toBeFocused();
    await email.pressSequentially("sari@example");
    await expect(dialog.getByText("Isi alamat email.")).toBeVisible();
    await email.pressSequentially(".com");
    await expect(dialog.getByText("Isi alamat email.")).toHaveCount(0);
    await expect(email).not.toHaveAttribute("aria-invalid");
    await password.pressSequentially(PASSWORD.slice(0, 11));
    await expect(dialog.getByText("Isi kata sandi.")).toBeVisible();
    await password.pressSequentially(PASSWORD.slice(11));
    await expect(dialog.getByText("Isi kata sandi.")).toHaveCount(0);
    await fill(page, { Email: "sari@" }, "Daftar");
    await expect(dialog.getByText("Alamat email ini belum benar.")).toBeVisible();
    await expect(password).toHaveValue(PASSWORD);
    await expect(dialog.locator(".field__error").filter({ visible: true })).toHaveCount(1);
    await page.keyboard.press("Escape");
    await page.getByRole("banner").getByRole("link", { name: "Daftar" }).click();
    await expect(password).toHaveValue("");
  });

  test("a reader signs in over the article and stays there, by password or code", async ({ page, browser }) => {
    const email = someone("lama");
    await join(page, email);
    const other = await (await browser.newContext()).newPage();
    await other.goto(page.url().replace(/\/$/, "") + (await address(page, "uji-1")));
    await hydrated(other);
    await other.evaluate(() => (window.mark = true));
    await other.getByRole("link", { name: "Masuk", exact: true }).click();
    await fill(other, { Email: email, "Kata Sandi": "bukan kata sandinya" }, "Masuk");
    await expect(other.getByRole("dialog").getByRole("alert")).toHaveText("Email atau kata sandi tidak cocok.");
    await fill(other, { Email: email, "Kata Sandi": PASSWORD }, "Masuk");
    await expect(other.getByRole("dialog")).toBeHidden();
    await isSignedIn(other);
    expect(await other.evaluate(() => window.mark)).toBe(true);
    await other.getByRole("button", { name: "Keluar", exact: true }).click();
    await expect(other.getByRole("banner").getByRole("link", { name: "Masuk" })).toBeVisible();

    await hydrated(other);
    await other.getByRole("banner").getByRole("link", { name: "Masuk" }).click();
    await other.getByRole("dialog").getByRole("link", { name: "Masuk lewat Email, Tanpa Kata Sandi" }).click();
    await fill(other, { Email: email }, "Kirim Tautan");
    await expect(other.getByRole("dialog")).toContainText(`Kalau ${email} terdaftar di sini`);
    // The one before has told of the browser that was not known.
    const mail = await mailTo(email, { count: 3 });
    expect((await mailsTo(email)).map((mail) => mail.subject)).toContain("Akun Anda dipakai di perangkat baru – Warta");
    await fill(other, { "Kode dari email": mail.code }, "Masuk");
    await expect(other.getByRole("dialog")).toBeHidden();
    await isSignedIn(other);
    await other.context().close();
  });

  test("a new mail is asked for, and the button counts down", async ({ page }) => {
    const email = someone("ulang");
    await open(page, "uji-1");
    await page.getByRole("banner").getByRole("link", { name: "Daftar" }).click();
    await fill(page, { Email: email, "Kata Sandi": PASSWORD }, "Daftar");
    await mailTo(email);
    await page.getByRole("button", { name: "Kirim Lagi Sekarang" }).click();
    const wait = page.getByText(/Dapat dikirim lagi dalam \d+ detik\./);
    const left = async () => Number(/\d+/.exec(await wait.innerText())![0]);
    const first = await left();
    await expect.poll(left).toBeLessThan(first);
    await expect(page.getByRole("button", { name: "Kirim Lagi Sekarang" })).toBeDisabled();
    const mail = await mailTo(email, { count: 2 });
    await fill(page, { "Kode dari email": mail.code }, "Konfirmasi dengan Kode");
    await expect(page.getByRole("dialog")).toBeHidden();
    await isSignedIn(page);
  });

  test("dialogs switch, close by key and give the focus back", async ({ page }) => {
    await open(page, "uji-1");
    const opener = page.getByRole("banner").getByRole("link", { name: "Masuk" });
    await opener.focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Masuk" })).toBeVisible();
    await page.getByRole("link", { name: "Lupa Kata Sandi? Klik di Sini" }).click();
    await expect(page.getByRole("dialog", { name: "Lupa Kata Sandi" })).toBeVisible();
    await page.getByRole("link", { name: "Sudah Memiliki Akun? Masuk di Sini" }).click();
    await page.getByRole("link", { name: "Belum Memiliki Akun? Daftar di Sini" }).click();
    await expect(page.getByRole("dialog", { name: "Daftar" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(opener).toBeFocused();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Tutup" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("in English, with a mail server that is busy at first", async ({ page }) => {
    test.slow();
    const email = someone("sibuk");
    await page.goto(`http://localhost:${PORT_ENGLISH}/daftar`);
    await fill(page, { Email: email, Password: PASSWORD }, "Register");
    await expect(page.getByText(`We have sent an activation link to ${email}.`)).toBeVisible();
    const mail = await mailTo(email, { language: "en", timeout: 40_000 });
    expect(mail.subject).toBe("Confirm your email – Warta");
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    await page.goto(mail.link);
    await page.getByRole("button", { name: "Activate and sign in" }).click();
    await expect(page.getByRole("banner").getByRole("link", { name: /^Account/ })).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, failing: REFUSED });

  test("a newcomer registers, confirms, and is back at the article", async ({ page }) => {
    const email = someone("polos");
    await open(page, "uji-koran");
    const article = page.url();
    await page.getByRole("banner").getByRole("link", { name: "Daftar" }).click();
    await fill(page, { Email: email, "Kata Sandi": "kuda77" }, "Daftar");
    await expect(page.getByText("Terlalu pendek: minimal 12 karakter.")).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveValue(email);
    await expect(page.getByLabel("Kata Sandi")).toBeFocused();
    await page.getByLabel("Kata Sandi").fill(PASSWORD);
    await page.getByLabel("Kata Sandi").blur();
    await expect(page.getByText("Terlalu pendek: minimal 12 karakter.")).toBeHidden();
    await page.getByRole("button", { name: "Daftar" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Konfirmasi Email");
    await page.goto((await mailTo(email)).link);
    await page.getByRole("button", { name: "Aktifkan dan Masuk" }).click();
    await expect(page).toHaveURL(`${article}#dikonfirmasi`);
    await page.goto("/akun");
    await expect(page.getByRole("main")).toContainText(email);
  });

  test("an address changes by the links of both mails, and the old one is told", async ({ page }) => {
    const [old, next] = [someone("lama"), someone("pindah")];
    await join(page, old);
    await page.goto("/akun");
    const part = page.getByRole("region", { name: "Alamat Email" });
    await part.locator("summary").click();
    await part.getByLabel("Email", { exact: true }).fill(next);
    await part.getByLabel("Kata Sandi Sekarang").fill(PASSWORD);
    await part.getByRole("button", { name: "Ganti Alamat" }).click();
    await expect(page.getByRole("status")).toContainText("Email sudah dikirim ke alamat lama Anda.");
    await page.goto((await mailTo(old, { count: 2 })).link);
    await page.getByRole("button", { name: "Konfirmasi Pergantian Alamat" }).click();
    await expect(page.getByRole("status")).toContainText("Alamat lama sudah dikonfirmasi.");
    await page.goto((await mailTo(next)).link);
    await page.getByRole("button", { name: "Konfirmasi Pergantian Alamat" }).click();
    await expect(page.getByRole("status")).toHaveText("Alamat email akun Anda sudah berganti.");
    await expect(page.getByRole("main")).toContainText(next);
    expect((await mailTo(old, { count: 3 })).subject).toContain("sudah berganti");
  });

  test("who has not confirmed is led on in another browser", async ({ page, browser }) => {
    const email = someone("belum");
    await page.goto("/daftar");
    await fill(page, { Email: email, "Kata Sandi": PASSWORD }, "Daftar");
    await mailTo(email);
    const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await other.goto(new URL("/masuk", page.url()).href);
    await fill(other, { Email: email, "Kata Sandi": PASSWORD }, "Masuk");
    await expect(other.getByRole("alert")).toHaveText("Email atau kata sandi tidak cocok.");
    await expect(other.getByText("Email belum dikonfirmasi?")).toBeVisible();
    await other.getByRole("button", { name: "Kirim Tautan Lagi" }).click();
    await expect(other.getByRole("status")).toContainText("Kalau alamat itu menunggu konfirmasi");
    await other.goto((await mailTo(email, { count: 2 })).link);
    await fill(other, { "Kata Sandi": PASSWORD }, "Aktifkan dan Masuk");
    await expect(other).not.toHaveURL(/aktivasi/);
    await other.goto(new URL("/akun", page.url()).href);
    await expect(other.getByRole("main")).toContainText(email);
    await other.context().close();
  });

  test("who is told of a stranger signs all out and chooses a new password", async ({ page, browser }) => {
    const email = someone("korban");
    await join(page, email);
    const thief = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await thief.goto(new URL("/masuk", page.url()).href);
    await fill(thief, { Email: email, "Kata Sandi": PASSWORD }, "Masuk");
    const mail = await mailTo(email, { count: 2 });
    expect(mail.subject).toBe("Akun Anda dipakai di perangkat baru – Warta");
    await page.goto(mail.link);
    await page.getByRole("button", { name: "Bukan Saya, Keluarkan Semua" }).click();
    await fill(page, { "Kata Sandi Baru": "empat ekor merpati" }, "Buat Kata Sandi Baru");
    await expect(page.getByRole("status")).toContainText("Kata sandi baru sudah berlaku");
    await thief.goto(new URL("/akun", page.url()).href);
    await expect(thief).toHaveURL(/\/masuk/);
    await fill(thief, { Email: email, "Kata Sandi": PASSWORD }, "Masuk");
    await expect(thief.getByRole("alert")).toHaveText("Email atau kata sandi tidak cocok.");
    await thief.context().close();
  });

  test("who registers again is told by mail only", async ({ page, browser }) => {
    const email = someone("dua");
    await join(page, email);
    const other = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await other.goto(new URL("/daftar", page.url()).href);
    await fill(other, { Email: email, "Kata Sandi": PASSWORD }, "Daftar");
    await expect(other.getByText(`Tautan aktivasi sudah kami kirim ke ${email}.`)).toBeVisible();
    const mail = await mailTo(email, { count: 2 });
    expect(mail.subject).toContain("sudah punya akun");
    await other.goto(/https?:\/\/\S+\/masuk/.exec(mail.text!)![0]);
    await fill(other, { Email: email, "Kata Sandi": PASSWORD }, "Masuk");
    await other.goto(new URL("/akun", page.url()).href);
    await expect(other.getByRole("main")).toContainText(email);
    await other.context().close();
  });

  test("a forgotten password is replaced, and the account is deleted", async ({ page }) => {
    const email = someone("lupa");
    await join(page, email);
    await page.goto("/akun");
    await page.getByRole("main").getByRole("button", { name: "Keluar", exact: true }).click();
    await expect(page).not.toHaveURL(/akun/);
    await page.goto("/masuk");
    await page.getByRole("link", { name: "Lupa Kata Sandi? Klik di Sini" }).click();
    await fill(page, { Email: email }, "Kirim Tautan");
    await expect(page.getByRole("status")).toContainText("tautannya sedang dikirim");
    await page.goto((await mailTo(email, { count: 2 })).link);
    await fill(page, { "Kata Sandi Baru": "empat ekor merpati" }, "Buat Kata Sandi Baru");
    await expect(page.getByRole("status")).toContainText("Kata sandi baru sudah berlaku");
    await fill(page, { Email: email, "Kata Sandi": "empat ekor merpati" }, "Masuk");
    await expect(page).not.toHaveURL(/masuk/);
    await page.goto("/akun");
    await page.getByText("Hapus Akun").first().click();
    await fill(page, { "Kata Sandi Sekarang": "empat ekor merpati" }, "Hapus Akun");
    await expect(page.getByRole("status")).toHaveText("Akun Anda sudah dihapus.");
    await expect(async () => expect((await mailsTo(email)).at(-1)?.subject).toContain("sudah dihapus")).toPass();
  });
});
