import type { Page } from "@playwright/test";
import { PORT, PORT_ENGLISH } from "../playwright.config";
import { expect, test } from "../fixtures";
import { mailTo, mailsTo } from "../mail";
import { PASSWORD, fill, someone } from "../reader";

test.use({ baseURL: `http://localhost:${PORT_ENGLISH}`, failing: ["/api/finish_signature", "/api/begin_passkey", "/api/remove_passkey", "/api/reader"] });

/** A device that makes keys and signs without asking anyone. */
async function device(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  await session.send("WebAuthn.addVirtualAuthenticator", { options });
}

/** Waits until the owner has been told. */
const mailAbout = (email: string, subject: string) =>
  expect(async () => expect((await mailsTo(email, "en")).map((mail) => mail.subject)).toContain(`${subject} – Warta`)).toPass();

test("a passkey is made, signs in from the list of the field and by the button, and is removed", async ({ page }) => {
  const email = someone("kunci");
  await device(page);
  await page.goto("/daftar");
  await fill(page, { Email: email, Password: PASSWORD }, "Register");
  await expect(page).toHaveURL(/konfirmasi/);
  await page.goto((await mailTo(email, { language: "en" })).link);
  await page.getByRole("button", { name: "Activate and sign in" }).click();
  await expect(page).not.toHaveURL(/aktivasi/);
  await page.goto("/akun");
  const part = page.getByRole("region", { name: "Passkeys" });
  const add = part.locator(".passkey-button");
  await add.getByLabel("Current password").fill("not this one");
  await add.getByRole("button", { name: "Add a passkey on this device" }).click();
  await expect(part.getByRole("alert")).toHaveText("Email and password do not match.");
  await add.getByLabel("Current password").fill(PASSWORD);
  await add.getByRole("button", { name: "Add a passkey on this device" }).click();
  await expect(part.locator("summary", { hasText: "Remove" })).toBeVisible();
  await mailAbout(email, "A new passkey in your account");

  const leave = async () => {
    await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
    await expect(page).not.toHaveURL(/akun/);
  };
  await leave();
  // The device answers at once what a reader would choose from the list.
  await page.goto("/masuk?return_to=/koran");
  await expect(page).toHaveURL("/koran");
  await page.goto("/akun");
  await expect(page.getByRole("main")).toContainText(email);

  // From here on nothing waits in the list of the field: it would answer before anyone could press the button.
  await page.addInitScript(() => (PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)));
  await leave();
  await page.goto("/read/uji-1");
  await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("banner").getByRole("link", { name: /^Account/ })).toBeVisible();

  await page.goto("/akun");
  await part.locator("summary", { hasText: "Remove" }).click();
  const removal = part.locator("details");
  await removal.getByLabel("Current password").fill("not this one");
  await removal.getByRole("button", { name: "Remove" }).click();
  await expect(part.getByRole("alert")).toHaveText("Email and password do not match.");
  await removal.getByLabel("Current password").fill(PASSWORD);
  await removal.getByRole("button", { name: "Remove" }).click();
  await expect(part.locator("summary")).toHaveCount(0);
  await mailAbout(email, "A passkey was removed from your account");
  await leave();
  await page.goto("/masuk");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "That passkey was not accepted." })).toBeVisible();
});

test("a site without a name has no passkeys", async ({ page }) => {
  await page.goto(`http://127.0.0.1:${PORT}/masuk`);
  await expect(page.getByRole("button", { name: "Masuk", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: /kunci sandi/i })).toHaveCount(0);
});
