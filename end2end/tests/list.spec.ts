import { expect, records, test } from "../fixtures";

test("a section is paged to its end: newest first, none twice, none lost", async ({ page }) => {
  const expected = records().filter(({ section }) => section === "Dunia").map(({ title }) => title);
  expect(expected.length).toBeGreaterThan(18);
  await page.goto("/rubrik/dunia");
  const titles: string[] = [];
  const times: string[] = [];
  for (;;) {
    titles.push(...(await page.locator(".list .article-card__title").allInnerTexts()));
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
  expect(koran.map(({ title }) => title)).toContain(await page.locator(".list .article-card__title").first().innerText());
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
