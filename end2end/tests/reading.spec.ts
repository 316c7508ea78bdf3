import { address, expect, open, records, test } from "../fixtures";

const TREATY = "1882104";

test("an article tells its parts in order", async ({ page }) => {
  await open(page, TREATY);
  const record = records().find(({ id }) => id === TREATY)!;
  const text = await page.locator("main").innerText();
  const words = record.body_html!.replace(/<[^>]+>/g, " ").trim();
  const [firstWords, lastWords] = [words.slice(0, 40), words.slice(-30).trim()];
  const parts = [record.title, "Editor", record.editors[0], "19 Juni 2024", record.place, firstWords, lastWords, record.agency, "Pilihan Editor:", "Video Pilihan", "Berita Terkait"].flatMap((part) => part || []);
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(at, `“${part}” in its place`).toBeGreaterThanOrEqual(0);
    from = at + part.length;
  }
});

test("a role without a name has no label", async ({ page }) => {
  const without = records().find(({ reporters, editors }) => !reporters?.length && editors?.length)!;
  await open(page, without.id);
  await expect(page.locator(".byline")).toContainText("Editor");
  await expect(page.locator(".byline")).not.toContainText("Reporter");
});

test("a caption stands once and the alternative text is another", async ({ page }) => {
  await open(page, "uji-0");
  const caption = "Langit di atas pelabuhan.";
  expect((await page.locator("main").innerText()).split(caption)).toHaveLength(2);
  await expect(page.locator(".lead-picture picture img")).toHaveAttribute("alt", /^Senja/);
  await expect(page.locator(".lead-picture__credit")).toContainText(/^Sanggar/);
});

test("related articles are others, each once, with their age", async ({ page }) => {
  await open(page, TREATY);
  const titles = await page.locator(".related .article-card__title").allInnerTexts();
  expect(titles.length).toBeGreaterThanOrEqual(5);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles).not.toContain(await page.locator("h1").innerText());
  const pictures = await page.locator(".related img").evaluateAll((images) => images.map((image) => image.getAttribute("src")));
  expect(pictures).not.toHaveLength(0);
  expect(new Set(pictures).size).toBe(pictures.length);
  const ages = await page.locator(".related time").allInnerTexts();
  expect(ages).toHaveLength(titles.length);
  for (const age of ages) expect(age).toMatch(/^(\d+ \S+ lalu|Baru saja)$/);
});

test("a wrong slug leads to the right one", async ({ page }) => {
  const right = await address(page, TREATY);
  for (const wrong of [`/read/${TREATY}/salah`, `/read/${TREATY}/`]) {
    await page.goto(wrong);
    expect(new URL(page.url()).pathname).toBe(right);
  }
});

test("a line of the text has about 65 characters", async ({ page }) => {
  await open(page, TREATY);
  await page.evaluate(() => document.fonts.ready);
  const lengths = await page.locator(".article-body > p").evaluateAll((paragraphs) =>
    paragraphs.flatMap((paragraph) => {
      const node = paragraph.firstChild;
      if (!node || node.nodeType !== Node.TEXT_NODE) return [];
      const tops = [...node.textContent!].map((_, at) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return Math.round(range.getBoundingClientRect().top);
      });
      const lines = new Map<number, number>();
      tops.forEach((top) => lines.set(top, (lines.get(top) ?? 0) + 1));
      // The last line of a paragraph is as long as it happens to be.
      return [...lines.values()].slice(0, -1);
    }),
  );
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  expect(average).toBeGreaterThan(58);
  expect(average).toBeLessThan(72);
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("the article is whole, styled, and leads on", async ({ page }) => {
    await open(page, TREATY);
    const record = records().find(({ id }) => id === TREATY)!;
    const paragraphs = record.body_html!.match(/<p>/g)!.length;
    await expect(page.locator(".article-body > p, .pull-quote p")).toHaveCount(paragraphs);
    await expect(page.locator(".article-body > p").last()).toBeVisible();
    await expect(page.locator(".display-menu")).toBeHidden();
    expect(await page.locator("h1").evaluate((title) => getComputedStyle(title).fontFamily)).toContain("Warta Display");
    const link = page.locator(".related .article-card__title a").first();
    const title = await link.innerText();
    await link.click();
    await expect(page.locator("h1")).toHaveText(title);
    await page.getByRole("link", { name: "Ekonomi", exact: true }).first().click();
    await expect(page.locator("h1")).toHaveText("Ekonomi");
  });
});

for (const width of [360, 1280, 1920]) {
  test(`the lead picture is fetched once: what is preloaded is what is shown (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const path of [await address(page, TREATY), "/"]) {
      asked.length = 0;
      await page.goto(path);
      const lead = page.locator("main picture img").first();
      await expect.poll(() => lead.evaluate((image: HTMLImageElement) => image.complete && image.currentSrc !== "")).toBe(true);
      const shown = await lead.evaluate((image: HTMLImageElement) => image.currentSrc);
      const preload = page.locator("head link[rel=preload][as=image]");
      await expect(preload).toHaveCount(1);
      expect(await preload.getAttribute("imagesrcset")).toContain(new URL(shown).pathname);
      // All renditions of one picture begin with the same name.
      const name = new URL(shown).pathname.replace(/-\d+\.\w+$/, "");
      expect(asked.filter((url) => new URL(url).pathname.startsWith(name))).toEqual([shown]);
    }
  });
}
