import type { Page } from "@playwright/test";
import { expect, hydrated, open, test } from "../fixtures";
import { PORT_ENGLISH } from "../playwright.config";
import { mailsTo } from "../mail";
import { PASSWORD, join, someone } from "../reader";

const BACK = "/masuk/kembali/kampus";
test.use({ failing: [BACK, "/api/reader", "/api/by_provider"] });

/** Says at the provider who one is. */
async function say(page: Page, login: string) {
  await page.getByLabel("Login").fill(login);
  await page.getByRole("button", { name: "Go on" }).click();
}

for (const [how, javaScriptEnabled] of [["with JavaScript", true], ["without JavaScript", false]] as const) {
  test.describe(how, () => {
    test.use({ javaScriptEnabled });

    test("a newcomer comes in by a provider and is back at the article, and so the next time", async ({ page }) => {
      const email = someone("kampus");
      for (const way of ["Daftar", "Masuk"]) {
        await open(page, "uji-koran");
        if (javaScriptEnabled) await hydrated(page);
        const article = page.url();
        await page.getByRole("banner").getByRole("link", { name: way }).click();
        await expect(page.getByText(`atau ${way} melalui`)).toBeVisible();
        await page.getByRole("button", { name: "Kampus" }).click();
        if (way === "Daftar") await say(page, email);
        await expect(page).toHaveURL(article);
        // From the dialog, the way leads from the article to the article: the header tells that it was gone.
        await expect(page.getByRole("banner").getByRole("link", { name: /^Akun/ })).toBeVisible({ visible: javaScriptEnabled });
        await page.goto("/akun");
        await expect(page.getByRole("main")).toContainText(email);
        await page.getByRole("main").getByRole("button", { name: "Keluar", exact: true }).click();
        // Before it has gone, another address would not be reached.
        await expect(page).toHaveURL("/");
      }
    });

    test("an address that the provider has not verified makes nobody a reader", async ({ page }) => {
      await page.goto("/masuk");
      await page.getByRole("button", { name: "Kampus" }).click();
      await say(page, someone("belum"));
      await expect(page.getByRole("alert")).toContainText("belum memverifikasi");
      await page.goto("/akun");
      await expect(page).toHaveURL(/\/masuk/);
    });
  });
}

test("an account of the same address is not linked by itself, but by its reader", async ({ page, browser }) => {
  const email = someone("taut");
  await join(page, email);
  const other = await (await browser.newContext()).newPage();
  await other.goto(new URL("/masuk", page.url()).href);
  await other.getByRole("button", { name: "Kampus" }).click();
  await say(other, email);
  await expect(other.getByRole("alert")).toContainText("Alamat email ini sudah terdaftar.");
  await page.goto("/akun");
  const part = page.getByRole("region", { name: "Masuk dengan Akun Lain" });
  const change = async (name: string, password: string) => {
    // After a mistake the form is open already.
    if (!(await part.getByRole("button", { name }).isVisible())) await part.locator("summary", { hasText: name }).click();
    await part.getByLabel("Kata Sandi Sekarang").fill(password);
    await part.getByRole("button", { name }).click();
  };
  await change("Tautkan Kampus", "bukan kata sandinya");
  await expect(part.getByRole("alert")).toHaveText("Email atau kata sandi tidak cocok.");
  await change("Tautkan Kampus", PASSWORD);
  await say(page, email);
  await expect(part.locator("summary")).toHaveText("Putuskan Kampus");
  await other.goto(new URL("/masuk", page.url()).href);
  await other.getByRole("button", { name: "Kampus" }).click();
  await expect(other).toHaveURL(new URL("/", page.url()).href);
  await change("Putuskan Kampus", PASSWORD);
  await expect(part.locator("summary")).toHaveText("Tautkan Kampus");
  const told = async () => (await mailsTo(email)).map((mail) => mail.subject);
  await expect.poll(told).toContain("Cara masuk baru di akun Anda – Warta");
  await other.context().close();
});

test("an answer that nobody asked for is refused", async ({ page }) => {
  for (const query of ["", "?state=x&code=y"]) {
    await page.goto(`${BACK}${query}`);
    await expect(page.getByRole("alert")).toContainText("tidak kami kenali");
  }
  // What was asked in one browser is no use in another.
  await page.goto("/masuk");
  await page.route(`**${BACK}*`, (route) => route.abort());
  const left = page.waitForRequest((request) => new URL(request.url()).pathname === BACK);
  await page.getByRole("button", { name: "Kampus" }).click();
  await say(page, someone("curi"));
  const answer = new URL((await left).url());
  const stolen = await page.request.get(answer.pathname + answer.search.replace(/state=[^&]+/, "state=other"));
  expect(stolen.status()).toBe(404);
  const late = await page.request.get(answer.pathname + answer.search);
  expect(late.status(), "the detour has ended").toBe(404);
});

test("without a provider the row is not there", async ({ page }) => {
  await page.goto(`http://127.0.0.1:${PORT_ENGLISH}/masuk`);
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  await expect(page.getByText("or sign in with")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Kampus" })).toHaveCount(0);
});
