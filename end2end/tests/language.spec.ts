// The reader's choice of language: a link, an address, a note on the device.
import type { Page } from "@playwright/test";
import { look } from "../axe";
import { address, expect, hydrated, records, test } from "../fixtures";
import { mailTo } from "../mail";
import { fill, PASSWORD, someone } from "../reader";

const TREATY = "1882104";
const language = (page: Page) => page.locator("html").getAttribute("lang");
const mark = (page: Page) => page.evaluate(() => void (window.mark = true));
const isSame = (page: Page) => page.evaluate(() => window.mark === true);
const choose = (page: Page, name: string) => page.getByRole("contentinfo").getByRole("link", { name, exact: true }).click();

test("English is chosen at the foot of an article, goes along, and is there on the next visit", async ({ page }) => {
  const path = await address(page, TREATY);
  await page.goto(path);
  await expect(page.getByRole("contentinfo").getByRole("link", { name: "Bahasa Indonesia" })).toHaveAttribute("aria-current", "true");
  await choose(page, "English");
  await expect(page).toHaveURL(`/en${path}`);
  await hydrated(page);
  expect(await language(page)).toBe("en");
  await expect(page.locator(".article__times")).toContainText("Wednesday, 19 June 2024 | 19:30 WIB");
  await expect(page.locator("h1")).toHaveAttribute("lang", "id");
  await expect(page.locator(".related time").first()).toHaveText(/^\d+ \w+ ago$/);

  // From page to page in place, and the other language of the page that came.
  await mark(page);
  const link = page.locator(".related .article-card__title a").first();
  const href = (await link.getAttribute("href"))!;
  expect(href).toMatch(/^\/en\/read\//);
  await link.click();
  await expect(page).toHaveURL(href);
  expect(await isSame(page)).toBe(true);
  await expect(page.getByRole("contentinfo").getByRole("link", { name: "Bahasa Indonesia" })).toHaveAttribute("href", href.slice("/en".length));
  await page.getByRole("link", { name: "Warta, Front page" }).click();
  await expect(page).toHaveURL("/en");
  expect(await isSame(page)).toBe(true);

  for (const [asked, shown] of [["/", "/en"], ["/rubrik/dunia?x=1#isi", "/en/rubrik/dunia?x=1#isi"], ["/masuk?return_to=/koran", "/en/masuk?return_to=/koran"]]) {
    await page.goto("about:blank");
    await page.goto(asked);
    await expect(page).toHaveURL(shown);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  }

  await page.goto("/en/koran");
  await page.getByRole("button", { name: "Display" }).click();
  await page.locator("#tampilan").getByRole("link", { name: "Bahasa Indonesia" }).click();
  await expect(page).toHaveURL("/koran");
  await page.goto("/en");
  await expect(page).toHaveURL("/");
  expect(await language(page)).toBe("id");
});

test("who comes in over an article in English is answered, mailed and led back in English", async ({ page }) => {
  const path = `/en${await address(page, "1882107")}`;
  const email = someone("english");
  await page.goto(path);
  const gate = page.getByRole("region", { name: "Article access" });
  await expect(gate).toContainText("paid edition");
  await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("link", { name: "Register here" }).click();
  await fill(page, { Email: email, Password: PASSWORD }, "Register");
  await expect(page.getByRole("dialog", { name: /confirm/i })).toBeVisible();
  await expect(page).toHaveURL(path);
  const mail = await mailTo(email);
  expect(mail.subject).toMatch(/^Confirm your email/);
  expect(new URL(mail.link).pathname).toBe("/en/aktivasi");
  await page.goto(mail.link);
  await page.getByRole("button", { name: "Activate and sign in" }).click();
  await expect(page).toHaveURL(path);
  await expect(gate).toContainText("2 of 2 free articles left");
  await gate.getByRole("button", { name: "Read this article" }).click();
  await expect(page.locator(".article-body:not(.article-body--teaser)")).toBeVisible();
  await expect(gate).toBeHidden();
  await expect(page).toHaveURL(path);
  await page.getByRole("banner").getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/en");
});

test("what was put aside in one language is there in both", async ({ page }) => {
  const path = await address(page, TREATY);
  await page.goto(`/en${path}`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("button", { name: "Saved" })).toBeVisible();
  for (const prefix of ["", "/en"]) {
    await page.goto(`${prefix}/tersimpan`);
    const link = page.getByRole("main").getByRole("link", { name: records().find(({ id }) => id === TREATY)!.title });
    await expect(link).toHaveAttribute("href", `${prefix}${path}`);
  }
});

test("the other language comes at the same place of the page, with the focus where it was", async ({ page }) => {
  const path = await address(page, TREATY);
  const top = () => page.evaluate(() => Math.round(scrollY));
  const foot = (name: string) => page.getByRole("contentinfo").getByRole("link", { name, exact: true });
  await page.goto(path);
  await foot("English").focus();
  const before = await top();
  expect(before).toBeGreaterThan(500);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/en${path}`);
  await expect(foot("English")).toBeFocused();
  await expect(foot("English")).toBeInViewport();
  expect(await top()).toBeGreaterThan(before - 200);

  // In the middle of the text.
  await page.evaluate(() => scrollTo(0, 700));
  await expect.poll(top).toBe(700);
  await page.getByRole("button", { name: "Display" }).evaluate((button: HTMLElement) => button.click());
  await page.locator("#tampilan").getByRole("link", { name: "Bahasa Indonesia" }).evaluate((link: HTMLElement) => link.click());
  await expect(page).toHaveURL(path);
  const menu = page.getByRole("button", { name: "Tampilan" });
  await expect(menu).toBeFocused();
  // It counts once: the next page begins at its top.
  await page.goto("/koran");
  expect(await top()).toBe(0);
});

/** Says which documents have shown something, while the way to English is slow. */
async function painted(page: Page) {
  const shown: string[] = [];
  await page.exposeFunction("shown", (language: string) => shown.push(language));
  await page.addInitScript(() => {
    const look = (list: PerformanceObserverEntryList) =>
      list.getEntriesByName("first-contentful-paint").forEach(() => window.shown(document.documentElement.lang));
    new PerformanceObserver(look).observe({ type: "paint", buffered: true });
  });
  await page.route(/\/en$/, async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  return shown;
}

test("the first that is painted is in the chosen language", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("language", "en"));
  const shown = await painted(page);
  await page.goto("/");
  await expect(page).toHaveURL("/en");
  await expect.poll(() => shown.length).toBeGreaterThan(0);
  expect([...new Set(shown)]).toEqual(["en"]);
});

test.describe("in no case", () => {
  test.use({ failing: ["/masuk/kode"] });

  test("is anybody led away by a choice that is none, or from a mailed secret", async ({ page }) => {
    for (const choice of ["", "fr", "id", "en-GB", "//evil.example"]) {
      await page.goto("/koran");
      await page.evaluate((choice) => localStorage.setItem("language", choice), choice);
      await page.goto("/");
      expect(await language(page), choice).toBe("id");
    }
    await page.evaluate(() => localStorage.setItem("language", "en"));
    await page.goto("/masuk/kode?token=abc");
    expect(await language(page)).toBe("id");
    await expect(page).toHaveURL("/masuk/kode");
  });
});

test.describe("in a browser that asks for English", () => {
  test.use({ locale: "en-GB" });

  test("nothing changes unless the publisher wants it, and then until the reader chooses", async ({ page }) => {
    await page.goto("/koran");
    expect(await language(page)).toBe("id");
    // As with site.accept_language.
    await page.route(/\/koran$/, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace('<html lang="id"', '<html lang="id" data-asks-browser=""');
      await route.fulfill({ response: answer, body });
    });
    await page.goto("/koran");
    await expect(page).toHaveURL("/en/koran");
    await choose(page, "Bahasa Indonesia");
    await expect(page).toHaveURL("/koran");
    await page.reload();
    await expect(page).toHaveURL("/koran");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, failing: ["/en/tidak-ada", "/en/masuk"] });

  test("the links lead to the same page, the light one included, and forms answer in the language", async ({ page }) => {
    const path = await address(page, TREATY);
    await page.goto(path);
    await choose(page, "English");
    await expect(page).toHaveURL(`/en${path}`);
    await page.getByRole("link", { name: "Light version" }).click();
    await expect(page).toHaveURL(`/en${path}/lite`);
    await choose(page, "Bahasa Indonesia");
    await expect(page).toHaveURL(`${path}/lite`);
    await page.goto("/en/masuk");
    await fill(page, { Email: "x@example.com", Password: "not the right one" }, "Sign in");
    await expect(page).toHaveURL("/en/masuk");
    await expect(page.getByRole("alert")).toContainText(/password/i);
    await page.goto("/en/tidak-ada");
    await expect(page.locator("h1")).toHaveText("Page not found");
    await page.getByRole("main").getByRole("link", { name: "Front page" }).click();
    await expect(page).toHaveURL("/en");
  });
});

test("axe finds nothing to mend behind the prefix, nor in the menu of languages", async ({ page }) => {
  for (const path of ["/en", "/en/read/1882104", "/en/read/uji-koran", "/en/rubrik/dunia", "/en/masuk"]) {
    await page.goto(path);
    await look(page, path);
  }
  await page.getByRole("button", { name: "Display" }).click();
  await look(page, "the menu");
});
