// What readers do in more than one test.
import type { Page } from "@playwright/test";
import { mailTo } from "./mail";
import { expect } from "./fixtures";

export const PASSWORD = "tujuh kuda ungu";

let count = 0;
/** An address that no other test has. */
export const someone = (name: string) => `${name}-${process.pid}-${Date.now()}-${(count += 1)}@example.com`;

/** Fills in the form that is open and sends it. */
export async function fill(page: Page, fields: Record<string, string>, button: string) {
  const form = page.getByRole("dialog").or(page.getByRole("main"));
  // Another form may be there still, with fields of the same names.
  await form.getByRole("button", { name: button, exact: true }).last().waitFor();
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).last().fill(value);
  await form.getByRole("button", { name: button, exact: true }).last().click();
}

/** Makes an account without looking at anything, and is signed in. */
export async function join(page: Page, email: string) {
  await page.goto("/daftar");
  await fill(page, { Email: email, "Kata Sandi": PASSWORD }, "Daftar");
  await expect(page).toHaveURL(/\/konfirmasi$/);
  await page.goto((await mailTo(email)).link);
  await page.getByRole("button", { name: "Aktifkan dan Masuk" }).click();
  await expect(page).toHaveURL(/:\d+\/(#dikonfirmasi)?$/);
}
