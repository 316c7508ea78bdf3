import { look } from "../axe";
import { PORT_ENGLISH } from "../playwright.config";
import { address, expect, open, test } from "../fixtures";
import { PASSWORD, fill, join, someone } from "../reader";

test.use({ failing: ["/tidak-ada", "/aktivasi", "/api/register"] });

const PAGES = ["/", "/read/1882104", "/read/uji-1", "/read/uji-koran", "/rubrik/dunia", "/koran", "/topik/korea-utara", "/koreksi", "/luring", "/tersimpan", "/untuk-anda", "/tentang/kode-etik", "/tidak-ada"];
const ACCOUNT_PAGES = ["/masuk", "/daftar", "/masuk/tautan", "/konfirmasi", "/sandi/lupa", "/aktivasi"];

for (const language of ["id", "en"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing to mend (${language}, ${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const origin = language === "en" ? `http://127.0.0.1:${PORT_ENGLISH}` : "";
      for (const path of [...PAGES, ...ACCOUNT_PAGES]) {
        await page.goto(`${origin}${path}`);
        await look(page, path);
      }
    });

    test(`nor in any dialog (${language}, ${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const english = language === "en";
      await page.goto(`${english ? `http://127.0.0.1:${PORT_ENGLISH}` : ""}/read/uji-1`);
      const words = english ? ["Sign in", "Forgot your password? Click here", "Register", "Email", "Password"] : ["Masuk", "Lupa Kata Sandi? Klik di Sini", "Daftar", "Email", "Kata Sandi"];
      const dialog = page.getByRole("dialog");
      await page.getByRole("banner").getByRole("link", { name: words[0] }).click();
      await expect(dialog.getByLabel(words[4], { exact: true })).toBeVisible();
      await look(page, "sign in");
      await dialog.getByRole("link", { name: words[1] }).click();
      await expect(dialog.getByLabel(words[4], { exact: true })).toBeHidden();
      await expect(dialog.getByLabel(words[3], { exact: true })).toBeVisible();
      await look(page, "forgotten password");
      await page.keyboard.press("Escape");
      await page.getByRole("banner").getByRole("link", { name: words[2] }).click();
      await dialog.getByRole("button", { name: words[2] }).click();
      await expect(dialog.locator("[aria-invalid]")).toHaveCount(2);
      await look(page, "register, with errors");
      await fill(page, { [words[3]]: someone("axe"), [words[4]]: PASSWORD }, words[2]);
      await expect(dialog.locator("summary")).toBeVisible();
      await look(page, "confirm");
    });
  }
}

test("nor on a telephone, where more of it scrolls", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of PAGES) {
    await page.goto(path);
    await look(page, path);
  }
  await open(page, "1882104");
  await page.getByRole("link", { name: "Perbesar" }).click();
  await expect(page.getByRole("dialog", { name: "Gambar" })).toBeVisible();
  await look(page, "picture");
});

for (const theme of ["light", "dark", "sepia"]) {
  test(`nor in menus, pictures, reasons and the account of a reader (${theme})`, async ({ page }) => {
    await page.addInitScript((theme) => localStorage.setItem("theme", theme), theme);
    await open(page, "1882104");
    await page.evaluate(() => Object.defineProperty(navigator, "share", { value: undefined, configurable: true }));
    await page.getByRole("link", { name: "Perbesar" }).click();
    await expect(page.getByRole("dialog", { name: "Gambar" })).toBeVisible();
    await look(page, "picture");
    await page.keyboard.press("Escape");
    for (const name of ["Tampilan", "Bagikan"]) {
      await page.getByRole("button", { name, exact: true }).click();
      await expect(page.locator("[popover]:popover-open")).toBeVisible();
      await look(page, name);
      await page.keyboard.press("Escape");
    }
    await page.getByText("Mengapa disarankan?").first().click();
    await expect(page.locator(".recommendations details[open] p")).toBeVisible();
    await look(page, "reason");
    // The light page has no scripts and colours of the device.
    await page.goto(`${await address(page, "1882104")}/lite`);
    await look(page, "lite");
    await join(page, someone("axe"));
    for (const path of ["/akun", "/tersimpan", "/untuk-anda"]) {
      await page.goto(path);
      await look(page, path);
    }
    await open(page, "uji-koran");
    const gate = page.getByRole("region", { name: "Akses artikel" });
    await gate.getByText("Mengapa artikel ini terkunci?").click();
    await expect(gate.locator("details[open]")).toBeVisible();
    await look(page, "gate, with its reasons");
  });
}
