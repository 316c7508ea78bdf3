// From page to page without a reload, and in the browser's own way where that is not possible.
import type { Page } from "@playwright/test";
import { address, expect, open, records, test } from "../fixtures";
import { join, someone } from "../reader";

const TREATY = "1882104";
/** Where the page has come to rest: two frames at the same place. */
const restingPlace = (page: Page) =>
  page.evaluate(() => new Promise<number>((done) => {
    const look = (before: number) => requestAnimationFrame(() => (scrollY === before ? done(before) : look(scrollY)));
    look(-1);
  }));
const mark = (page: Page) => page.evaluate(() => void (window.mark = true));
const isSame = (page: Page) => page.evaluate(() => window.mark === true);

test("the next article comes without a reload, with all that belongs to it", async ({ page }) => {
  await open(page, TREATY);
  await mark(page);
  const first = { url: page.url(), title: await page.title() };
  const link = page.locator(".related .article-card__title a").last();
  await link.scrollIntoViewIfNeeded();
  const place = await restingPlace(page);
  expect(place).toBeGreaterThan(0);
  const [title, href] = [await link.textContent(), await link.getAttribute("href")];
  await link.click();
  await expect(page).toHaveURL(href!);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title!);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle(`${title} – Warta`);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  const head = await page.evaluate(() => {
    const value = (selector: string, name: string) => document.querySelectorAll(selector).length === 1 && document.querySelector(selector)!.getAttribute(name);
    return [value("link[rel=canonical]", "href"), value("meta[property='og:title']", "content"), (JSON.parse(document.querySelector("script[type='application/ld+json']")!.textContent) as { headline: string }).headline];
  });
  expect(head).toEqual([new URL(href!, page.url()).href, `${title} – Warta`, title]);

  await page.goBack();
  await expect(page).toHaveURL(first.url);
  await expect(page).toHaveTitle(first.title);
  await expect.poll(() => page.evaluate(() => Math.round(scrollY))).toBe(Math.round(place));
  await page.goForward();
  await expect(page).toHaveTitle(`${title} – Warta`);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  expect(await isSame(page)).toBe(true);

  // The tools of the page that came work, and the dialog leads back to it.
  const letters = () => page.locator(".article-body p").first().evaluate((words) => parseFloat(getComputedStyle(words).fontSize));
  const size = await letters();
  await page.getByRole("button", { name: "Perbesar huruf" }).click();
  await expect.poll(letters).toBeGreaterThan(size);
  await page.getByRole("banner").getByRole("link", { name: "Masuk" }).click();
  await expect(page.getByRole("dialog").locator("input[name=return_to]").first()).toHaveValue(href!);
  expect(await isSame(page)).toBe(true);
});

test("lists, the front page and topics come in the same way", async ({ page }) => {
  await page.goto("/");
  await mark(page);
  await page.getByRole("link", { name: "Ekonomi", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ekonomi");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.locator(".article-card__title a").first().click();
  await expect(page.locator(".article-body")).toBeVisible();
  await page.getByRole("navigation", { name: "Jalur halaman" }).getByRole("link", { name: "Halaman depan" }).click();
  await expect(page).toHaveURL("/");
  expect(await isSame(page)).toBe(true);
});

test("a slug that has changed is followed to the article's one address", async ({ page }) => {
  await page.goto("/");
  await mark(page);
  await page.evaluate((id) => document.querySelector("main")!.insertAdjacentHTML("afterbegin", `<a href="/read/${id}/lama">lama</a>`), TREATY);
  await page.getByRole("link", { name: "lama", exact: true }).click();
  await expect(page).toHaveURL(await address(page, TREATY));
  expect(await isSame(page)).toBe(true);
});

test("the rest of a locked article follows for who is signed in", async ({ page }) => {
  await join(page, someone("jalan"));
  const locked = records().find(({ edition, cover_story }) => edition === "koran" && !cover_story)!;
  await page.goto("/koran");
  await mark(page);
  await page.evaluate((path) => document.querySelector("main")!.insertAdjacentHTML("afterbegin", `<a href="${path}">terkunci</a>`), await address(page, locked.id));
  await page.getByRole("link", { name: "terkunci", exact: true }).click();
  const gate = page.getByRole("region", { name: "Akses artikel" });
  await expect(gate).toContainText("Sisa 2 dari 2 artikel gratis");
  await gate.getByRole("button", { name: "Baca artikel ini" }).click();
  await expect(gate).toBeHidden();
  expect(await isSame(page)).toBe(true);
});

test("with a key held, in a new window, or to other pages the browser goes its own way", async ({ page, context }) => {
  await open(page, TREATY);
  await mark(page);
  const [here, link] = [page.url(), page.locator(".related .article-card__title a").first()];
  const [other] = await Promise.all([context.waitForEvent("page"), link.click({ modifiers: ["Control"] })]);
  await expect(other).toHaveURL((await link.getAttribute("href"))!);
  await other.close();
  await expect(page).toHaveURL(here);
  expect(await isSame(page)).toBe(true);
  await page.getByRole("link", { name: "Versi ringan" }).click();
  await expect(page).toHaveURL(/\/lite$/);
  expect(await isSame(page)).toBe(false);
  await page.goBack();
  await expect(page.getByRole("button", { name: "Bagikan" })).toBeVisible();
});

test.describe("when the next page does not come", () => {
  test.use({ failing: ["/rubrik/ekonomi"] });

  test("the browser asks for it itself", async ({ page }) => {
    await page.goto("/");
    await mark(page);
    let asked = 0;
    await page.route("/rubrik/ekonomi", (route) => {
      asked += 1;
      return route.request().resourceType() === "fetch" ? route.fulfill({ status: 503, body: "" }) : route.continue();
    });
    await page.getByRole("link", { name: "Ekonomi", exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ekonomi");
    expect(await isSame(page)).toBe(false);
    expect(asked).toBeGreaterThan(1);
  });
});

test("a page of another version of the program is loaded whole", async ({ page }) => {
  await page.goto("/");
  await mark(page);
  await page.route(/lama\.css/, (route) => route.fulfill({ status: 200, contentType: "text/css", body: "" }));
  await page.evaluate(() => document.querySelector("link[rel=stylesheet]")!.setAttribute("href", "/pkg/lama.css"));
  await page.getByRole("link", { name: "Ekonomi", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ekonomi");
  expect(await isSame(page)).toBe(false);
});

test("what a reader is about to open is fetched ahead, and spends nothing", async ({ page }) => {
  await join(page, someone("niat"));
  const locked = records().find(({ edition, cover_story }) => edition === "koran" && !cover_story)!;
  const path = await address(page, locked.id);
  await page.goto(`/koran/${locked.published_at.slice(0, 10).replaceAll("-", "/")}`);
  const link = page.getByRole("main").getByRole("link", { name: locked.title, exact: true }).first();
  const [response] = await Promise.all([page.waitForResponse((response) => response.url().endsWith(path)), link.hover()]);
  expect([response.request().method(), response.status()]).toEqual(["GET", 200]);
  await link.click();
  await expect(page).toHaveURL(path);
  await expect(page.getByRole("region", { name: "Akses artikel" })).toContainText("Sisa 2 dari 2 artikel gratis");
});

test("the menu of small screens leads everywhere", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await page.goto("/");
  await page.getByRole("button", { name: "Menu" }).focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("navigation", { name: "Menu" });
  for (const name of ["Nasional", "Majalah", "Tersimpan", "Redaksi", "Akun"]) await expect(menu.getByRole("link", { name, exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(page.getByRole("button", { name: "Menu" })).toBeFocused();
  await page.keyboard.press("Enter");
  await menu.getByRole("link", { name: "Redaksi", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Redaksi");
  await expect(menu).toBeHidden();
});
