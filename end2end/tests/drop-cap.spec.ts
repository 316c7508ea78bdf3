// The large letter: only the English site wants it.
import { PORT_ENGLISH } from "../playwright.config";
import { expect, open, test } from "../fixtures";

const TREATY = "1882104";
const ENGLISH = `http://127.0.0.1:${PORT_ENGLISH}`;

test("a text begins with a letter over three lines, and is the same text", async ({ page }) => {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${ENGLISH}/read/${TREATY}`);
    await page.evaluate(() => document.fonts.ready);
    const first = page.locator(".article-body.drop-cap > p").first();
    const [indent, size] = await first.evaluate((paragraph) => {
      const second = document.createRange();
      second.setStart(paragraph.firstChild!, 1);
      second.setEnd(paragraph.firstChild!, 2);
      const indent = second.getBoundingClientRect().left - paragraph.getBoundingClientRect().left;
      return [indent, parseFloat(getComputedStyle(paragraph).fontSize)];
    });
    expect(indent, `at ${width}: the second letter makes room for the first`).toBeGreaterThan(size * 2);
    expect(await first.innerText()).toMatch(/^Presiden Rusia Vladimir Putin/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // Listening begins with the whole word: the letter is no element.
    expect(await first.evaluate((paragraph) => paragraph.childNodes.length)).toBe(1);
  }
});

test("where the publisher does not want it, there is none", async ({ page }) => {
  await open(page, TREATY);
  await expect(page.locator(".article-body")).toBeVisible();
  await expect(page.locator(".drop-cap")).toHaveCount(0);
});

test("a pull quote repeats the text, large, and is not read aloud twice", async ({ page }) => {
  await open(page, TREATY);
  const quote = page.locator(".article-body > blockquote.pull-quote");
  await expect(quote).toHaveCount(1);
  const words = await quote.locator("p").first().innerText();
  const text = await page.locator(".article-body > p").allInnerTexts();
  expect(text.join(" ").toLowerCase()).toContain(words.toLowerCase());
  const sizes = await page.locator(".article-body > p, .pull-quote").evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
  expect(Math.max(...sizes)).toBeGreaterThan(Math.min(...sizes) * 1.3);
});
