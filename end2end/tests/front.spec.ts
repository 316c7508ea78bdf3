import { expect, open, test } from "../fixtures";
import type { Page } from "@playwright/test";

const WIDTHS = [320, 390, 768, 1280, 1920];

test("the front page has a top, what is new, the cover story, picks and sections, and no article and no picture twice", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator(".front-top .article-card--lead picture img").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Terbaru", exact: true }).getByRole("listitem")).toHaveCount(8);
  await expect(page.getByRole("region", { name: "Laporan Utama Majalah" })).toContainText("Laput");
  for (const name of ["Pilihan Editor", "Nasional", "Dunia", "Ekonomi", "Lingkungan", "Sains", "Budaya", "Olahraga"]) {
    await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
  }
  const links = await page.locator(".article-card__title a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(links.length).toBeGreaterThan(20);
  expect(new Set(links).size).toBe(links.length);
  // A rendition is named by its original, a width and a format.
  const pictures = await page.locator("main picture img").evaluateAll((all) => all.map((image) => image.getAttribute("src")!.replace(/-\d+\.\w+$/, "")));
  expect(pictures.length).toBeGreaterThan(8);
  expect(new Set(pictures).size).toBe(pictures.length);
  const forms = await page.locator(".story-block").evaluateAll((all) => all.map((block) => block.getAttribute("class")));
  expect(new Set(forms).size).toBeGreaterThan(2);
});

/** Rows of grids whose last row does not reach the end of the grid. */
const holes = (page: Page) =>
  page.locator(".front-top__below, .story-block__cards, .related__cards, .cover-band").evaluateAll((grids) =>
    grids.flatMap((grid) => {
      const { right } = grid.getBoundingClientRect();
      const boxes = [...grid.children].map((child) => child.getBoundingClientRect()).filter((box) => box.height > 0);
      const last = boxes.at(-1)!;
      const reaches = boxes.some((box) => Math.abs(box.right - right) < 2 && box.bottom > last.top);
      return reaches ? [] : [`${grid.className}: the last of ${boxes.length} ends ${Math.round(right - last.right)} px before its grid`];
    }),
  );

test("no row has a hole, no headline is cut and no picture is out of shape, at any width", async ({ page }) => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ["/", "/read/1882104", "/read/1990401"]) {
      await page.goto(path);
      expect.soft(await holes(page), `${path} at ${width} px`).toEqual([]);
      const faults = await page.locator("main img.picture__image, main .article-card__title").evaluateAll((all) =>
        all.flatMap((element) => {
          // A small screen leaves out the last story of a block.
          if (!element.checkVisibility()) return [];
          const box = element.getBoundingClientRect();
          if (element instanceof HTMLImageElement) {
            // Beside an article's headline it may be cut, to leave room for the text; in a card it has the shape of all cards.
            const isInCard = element.closest(".article-card") !== null;
            return !isInCard || Math.abs(box.width / box.height - 3 / 2) < 0.02 ? [] : [`${element.src}: ${box.width} by ${box.height}`];
          }
          return element.scrollWidth > element.clientWidth + 1 ? [element.textContent] : [];
        }),
      );
      expect.soft(faults, `${path} at ${width} px`).toEqual([]);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${width} px`).toBe(width);
    }
  }
});

test("a phone shows the front page in seven screens, a desk its headline in the first", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(7 * 844);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/");
  const headline = (await page.locator(".article-card--lead .article-card__title").first().boundingBox())!;
  expect(headline.y + headline.height).toBeLessThan(900);
});

test("the news begins on the first screen, and headline, picture and text share their edges", async ({ page }) => {
  const first = () => page.locator(".article-body p").first().evaluate((sentence) => sentence.getBoundingClientRect().top + parseFloat(getComputedStyle(sentence).lineHeight));
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, "1882104");
  expect(await first()).toBeLessThan(1.2 * 844);
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, "1882104");
  expect(await first()).toBeLessThan(900);
  const lefts = await page.locator(".article__title, .article__summary, .article-body > p, .recommendations").evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
  expect(new Set(lefts).size).toBe(1);
});

test("below a text its cards are no headings", async ({ page }) => {
  await open(page, "1882104");
  await expect(page.locator(".related .article-card__title").first()).toBeVisible();
  const headings = await page.getByRole("heading").allInnerTexts();
  expect(headings.filter((words) => words.trim() === "")).toEqual([]);
  await expect(page.locator(":is(.related, .recommendations) :is(h3, h4)")).toHaveCount(0);
  await expect(page.getByRole("complementary", { name: "Berita Terkait" }).getByRole("listitem")).toHaveCount(6);
});

test("every link of the front page leads somewhere", async ({ page }) => {
  await page.goto("/");
  const links = await page.locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
  const own = new Set(links.filter((link) => link.startsWith("/")));
  expect(own.size).toBeGreaterThan(30);
  for (const link of own) {
    // A guest's account is the way in.
    const maxRedirects = link === "/akun" ? 1 : 0;
    expect((await page.request.get(link, { maxRedirects })).status(), link).toBe(200);
  }
});

test("every picture of the front page arrives", async ({ page }) => {
  await page.goto("/");
  const kinds = { avif: "image/avif", webp: "image/webp", jpg: "image/jpeg" };
  const html = await page.content();
  const sources = new Set(html.match(/\/gambar\/[\w-]+\.(avif|webp|jpg)/g));
  expect(sources.size).toBeGreaterThan(5 * 4 * 3);
  for (const source of sources) {
    const kind = kinds[source.split(".").pop() as keyof typeof kinds];
    expect((await page.request.get(source)).headers()["content-type"], source).toBe(kind);
  }
});

test("an opinion shows who speaks in a circle and calls them its author", async ({ page }) => {
  await open(page, "2000040");
  const portrait = page.locator(".reading--opinion .lead-picture .picture__image");
  const { width, height } = (await portrait.boundingBox())!;
  expect(Math.abs(width - height)).toBeLessThan(1);
  expect(await portrait.evaluate((image) => getComputedStyle(image).borderRadius)).toBe("50%");
  await expect(page.locator(".byline dt").first()).toHaveText("Penulis");
});
