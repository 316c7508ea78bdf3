import { expect, records, test, words } from "../fixtures";

test("a section is paged to its end: newest first, none twice, none lost", async ({ page }) => {
  const expected = records().filter(({ section }) => section === "Dunia").map(({ title }) => title);
  expect(expected.length).toBeGreaterThan(18);
  await page.goto("/rubrik/dunia");
  const titles: string[] = [];
  const times: string[] = [];
  for (;;) {
    titles.push(...(await page.locator(".list .article-card__title").allInnerTexts()).map(words));
    times.push(...(await page.locator(".list time").evaluateAll((all) => all.map((time) => time.getAttribute("datetime")!))));
    const next = page.getByRole("link", { name: "Berita sebelumnya" });
    if ((await next.count()) === 0) break;
    const href = (await next.getAttribute("href"))!;
    await next.click();
    await expect(page).toHaveURL(href);
    await expect(page.getByRole("link", { name: "Kembali ke berita terbaru" })).toBeVisible();
  }
  expect([...titles].sort()).toEqual([...expected].sort());
  expect(times).toHaveLength(expected.length);
  expect(times).toEqual([...times].sort().reverse());
});

test("topics, authors and editions have lists", async ({ page }) => {
  const koran = records().filter(({ edition }) => edition === "koran");
  await page.goto("/koran");
  await expect(page.locator("h1")).toHaveText("Koran");
  expect(koran.map(({ title }) => title)).toContain(words(await page.locator(".issue .article-card__title").first().innerText()));
  await page.goto("/read/1882104");
  const tag = page.locator(".tags a").first();
  const topic = await tag.innerText();
  await tag.click();
  await expect(page.locator("h1")).toHaveText(topic);
  await expect(page.locator(".breadcrumbs [aria-current]")).toHaveText(/topik/i);
  await page.goto("/read/1882104");
  const editor = await page.locator(".byline a").last().innerText();
  await page.locator(".byline a").last().click();
  await expect(page.locator("h1")).toHaveText(editor);
});

test("a day has a list, from which one goes to the day before and back", async ({ page }) => {
  await page.goto("/read/1882104");
  await page.locator(".article__times a").first().click();
  await expect(page).toHaveURL("/arsip/2024/06/19");
  await expect(page.locator("h1")).toHaveText("Rabu, 19 Juni 2024");
  const times = () => page.locator(".list time").evaluateAll((all) => all.map((time) => Date.parse(time.getAttribute("datetime")!)));
  const [from, until] = [Date.parse("2024-06-19T00:00:00+07:00"), Date.parse("2024-06-20T00:00:00+07:00")];
  expect(await times()).not.toHaveLength(0);
  for (const time of await times()) expect(time >= from && time < until).toBe(true);
  await page.getByRole("link", { name: "Hari sebelumnya" }).click();
  await expect(page.locator("h1")).toHaveText("Selasa, 18 Juni 2024");
  await page.getByRole("link", { name: "Hari berikutnya" }).click();
  await expect(page.locator("h1")).toHaveText("Rabu, 19 Juni 2024");
});

test("a topic is told by month, a daily by day, and a section does not repeat its name", async ({ page }) => {
  await page.goto("/topik/korea-utara");
  await expect(page.locator(".split__heading").first()).toHaveText(/^\p{Lu}\p{L}+ \d{4}$/u);
  await page.goto("/koran");
  await expect(page.locator(".issue__date")).toHaveText(/^Edisi \p{Lu}\p{L}+, \d{1,2} \p{Lu}\p{L}+ \d{4}$/u);
  await page.goto("/rubrik/dunia");
  await expect(page.locator(".list .article-card__kicker").filter({ hasText: "Dunia" })).toHaveCount(0);
});
