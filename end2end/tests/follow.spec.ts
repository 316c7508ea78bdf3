import { expect, test } from "../fixtures";
import { PASSWORD, fill, join, someone } from "../reader";

const list = "/untuk-anda";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("what is followed comes on a page of its own, until it is followed no longer", async ({ page }) => {
      await join(page, someone("ikuti"));
      await page.goto(list);
      await expect(page.getByText("Belum ada yang Anda ikuti.")).toBeVisible();
      await page.goto("/topik/korea-utara");
      await page.getByRole("button", { name: "Ikuti", exact: true }).click();
      await expect(page).toHaveURL(list);
      const followed = page.getByRole("region", { name: "Yang Anda ikuti" });
      await expect(followed.getByRole("link", { name: "Korea Utara" })).toHaveAttribute("href", "/topik/korea-utara");
      const cards = page.locator("main .list__cards .article-card");
      await expect(cards.first()).toBeVisible();
      await followed.getByRole("button", { name: "Berhenti mengikuti Korea Utara" }).click();
      await expect(page.getByText("Belum ada yang Anda ikuti.")).toBeVisible();
      await expect(cards).toHaveCount(0);
    });
  });
}

test("who is not signed in comes back to the topic", async ({ page }) => {
  const email = someone("ikuti");
  await join(page, email);
  // The page that is open would ask for its reader without the session.
  await page.goto("about:blank");
  await page.context().clearCookies();
  await page.goto("/topik/korea-utara");
  await page.getByRole("button", { name: "Ikuti", exact: true }).click();
  await expect(page).toHaveURL(/\/masuk\?return_to=/);
  await fill(page, { Email: email, "Kata Sandi": PASSWORD }, "Masuk");
  await expect(page).toHaveURL("/topik/korea-utara");
});

test("the account says on top what its reader has", async ({ page }) => {
  await join(page, someone("ikuti"));
  await page.goto("/akun");
  const standing = page.getByRole("region", { name: "Langganan dan jatah gratis Anda" });
  await expect(standing).toContainText("Belum berlangganan");
  await expect(standing).toContainText("Sisa 2 dari 2 artikel gratis");
  await expect(standing.locator(".unit-marks")).toHaveText("●●");
  // Before everything else that can be done there.
  const first = page.getByRole("main").getByRole("heading", { level: 2 }).first();
  await expect(first).toHaveText("Langganan");
});
