import { expect, hydrated, open, records, test } from "../fixtures";

const hostile = records().filter(({ id }) => /^uji-\d$/.test(id));
const words = JSON.stringify(hostile);
const lists = ["/", "/rubrik/nasional", "/topik/tag-img-src-x-onerror-window-pwned-1", "/penulis/reporter-uji-title-script-window-pwned-1-script"];

for (const policy of [true, false]) {
  test(`hostile words stay words, ${policy ? "with" : "without"} the policy`, async ({ page }) => {
    if (!policy) {
      await page.route("**/*", async (route) => {
        const answer = await route.fetch({ maxRedirects: 0 });
        const { "content-security-policy": _, ...headers } = answer.headers();
        await route.fulfill({ response: answer, headers });
      });
    }
    // The data block of an article is not a script that runs; it has to be JSON whatever the words say.
    const scripts = page.locator("script:not([type='application/ld+json'])");
    const quiet = async () => {
      await hydrated(page);
      expect(await page.evaluate(() => window.pwned)).toBeUndefined();
      expect(await scripts.evaluateAll((all) => all.map((script) => script.outerHTML).filter((html) => html.includes("pwned")))).toEqual([]);
      await expect(page.locator("main svg, main iframe, main [onerror], main [onclick]")).toHaveCount(0);
    };
    expect(hostile.length > 5 && words.includes("window.pwned"), "there is something to be kept out").toBe(true);
    for (const path of lists) {
      await page.goto(path);
      await quiet();
      await expect(page.locator("main")).toContainText("Uji");
    }
    for (const { id, title } of hostile) {
      await open(page, id);
      await quiet();
      await expect(page.locator("h1")).toHaveText(title);
      expect(await page.title()).toBe(`${title} – Warta`);
      const data = JSON.parse((await page.locator("script[type='application/ld+json']").first().textContent())!) as { headline: string };
      expect(data.headline).toBe(title);
      await expect(page.locator("a[href^='javascript:']")).toHaveCount(0);
    }
  });
}

test("a text keeps what a text needs; embeds and foreign pictures wait to be asked", async ({ page }) => {
  await open(page, "uji-1");
  const text = page.locator(".article-body");
  for (const kept of ["h2", "table", "ul > li", "blockquote > p"]) await expect(text.locator(kept).first()).toBeVisible();
  await expect(text.getByRole("link", { name: /Rekaman rapat/ })).toHaveAttribute("href", "https://video.example.com/1");
  await expect(text.getByRole("link", { name: /Peta/ })).toHaveAttribute("rel", "noopener noreferrer");
});
