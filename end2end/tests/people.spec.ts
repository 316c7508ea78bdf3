// Pages of people, topics and issues.
import { expect, test } from "../fixtures";
import { look } from "../axe";
import type { Page } from "@playwright/test";

const PAGES = ["/penulis/sita-anggraini", "/penulis/yohanes-tambunan", "/topik/korea-utara", "/topik/kesehatan", "/majalah", "/koran", "/majalah/2026/11/15", "/koran/2026/11/24"];

/** What does not fit: the page itself, or anything that reaches beyond the window. */
const overflows = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const all = [...document.querySelectorAll("main :is(h1, h2, h3, h4, p, img, a, dd)")].filter((element) => element.checkVisibility());
    const outside = all.filter((element) => element.getBoundingClientRect().right > width + 1);
    return [document.documentElement.scrollWidth - width, ...outside.map((element) => element.outerHTML.slice(0, 120))].filter(Boolean);
  });

test("an author has a portrait, an introduction, subjects and a contact, and leads to them", async ({ page }) => {
  await page.goto("/penulis/sita-anggraini");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sita Anggraini");
  await expect(page.getByText("Pemimpin redaksi", { exact: true })).toBeVisible();
  const portrait = page.locator(".profile-header__portrait img");
  const { width, height } = (await portrait.boundingBox())!;
  expect(Math.abs(width - height)).toBeLessThan(1);
  await expect(portrait).toHaveAttribute("alt", /\S/);
  await expect(page.getByRole("link", { name: "sita@warta.example" })).toHaveAttribute("href", "mailto:sita@warta.example");
  const subject = page.locator(".profile-header__links a").first();
  const name = await subject.innerText();
  await subject.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sita Anggraini");
});

test("who has no profile has a name, subjects and articles", async ({ page }) => {
  await page.goto("/penulis/yohanes-tambunan");
  await expect(page.locator(".profile-header__portrait, .profile-header__about, .profile-header__contact")).toHaveCount(0);
  await expect(page.locator(".profile-header__links a").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Artikel terbaru" }).locator(".article-card").first()).toBeVisible();
});

test("a topic has an introduction, a lead story and a timeline with dates", async ({ page }) => {
  await page.goto("/topik/korea-utara");
  await expect(page.locator(".profile-header__about")).toContainText("perjanjian");
  await expect(page.locator(".lead-story img").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Juni 2024" }).locator("time").first()).toHaveText(/^\p{L}+, \d{1,2} Juni 2024$/u);
  const links = await page.locator("main .article-card__title a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(new Set(links).size).toBe(links.length);
});

test("one goes through the issues of the magazine, to the one before and back", async ({ page }) => {
  await page.goto("/majalah");
  await expect(page.locator(".lead-story--cover .edition-badge__cover")).toBeVisible();
  await expect(page.getByRole("region", { name: "Isi edisi ini" }).locator(".article-card").first()).toBeVisible();
  const earlier = page.getByRole("region", { name: "Edisi terdahulu" });
  const first = earlier.getByRole("heading", { level: 3 }).getByRole("link").first();
  const [date, href] = [await first.innerText(), (await first.getAttribute("href"))!];
  await page.getByRole("link", { name: "Edisi sebelumnya" }).click();
  await expect(page).toHaveURL(href);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(date);
  await page.getByRole("link", { name: "Edisi berikutnya" }).click();
  await expect(page).not.toHaveURL(href);
  await page.locator(".breadcrumbs").getByRole("link", { name: "Majalah" }).click();
  await expect(page).toHaveURL("/majalah");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Majalah");
});

test.describe("an issue that is not there", () => {
  test.use({ failing: ["/majalah/2026/06/07", "/majalah/2026/02/30", "/koran/2026/11/x"] });

  test("is unknown, and another day of its week leads to its date", async ({ page }) => {
    for (const path of ["/majalah/2026/06/07", "/majalah/2026/02/30", "/koran/2026/11/x"]) {
      expect((await page.request.get(path)).status(), path).toBe(404);
    }
    const moved = await page.request.get("/majalah/2026/11/10", { maxRedirects: 0 });
    expect([moved.status(), moved.headers().location]).toEqual([308, "/majalah/2026/11/15"]);
  });
});

test("opinions on the front page name their authors", async ({ page }) => {
  await page.goto("/");
  const opinions = page.getByRole("region", { name: "Opini", exact: true }).getByRole("article");
  expect(await opinions.count()).toBeGreaterThan(2);
  for (const opinion of await opinions.all()) await expect(opinion.locator(".article-card__author")).toHaveText(/\S+ \S+/);
  await page.goto("/rubrik/opini");
  const card = page.locator(".article-card").filter({ hasText: "Yang Runtuh Bukan Tanahnya" });
  await expect(card.locator(".article-card__author")).toHaveText("Rosnida Lubuk");
});

test("in English the words around are English and the introduction says its language", async ({ page }) => {
  await page.goto("/en/penulis/sita-anggraini");
  await expect(page.locator(".profile-header__about")).toHaveAttribute("lang", "id");
  await expect(page.getByText("Covers", { exact: true })).toBeVisible();
  await page.goto("/en/majalah");
  await expect(page.locator(".issue__date")).toHaveText(/^Issue of /);
  await expect(page.getByRole("heading", { name: "In this issue" })).toBeVisible();
});

for (const width of [320, 768, 1280, 1920]) {
  test(`all of these pages fit into ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const path of PAGES) {
      await page.goto(path);
      expect(await overflows(page), path).toEqual([]);
    }
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing to mend on these pages (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of PAGES) {
      await page.goto(path);
      await look(page, path);
    }
  });
}
