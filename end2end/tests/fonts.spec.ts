// A first visit on a slow line: words are there before their faces are, and nothing moves when these come.
import type { Page } from "@playwright/test";
import { address, expect, test } from "../fixtures";

const TREATY = "/read/1882104";
const PAGES = ["/", TREATY, "/read/1882107", "/rubrik/dunia"];
/** A place of each face. */
const PLACES = [".article-body p", ".article__title", ".site-header__sections a", ".site-header__motto"];
/** Far below what Lighthouse shows: words that are centred or stand behind others move sideways by some pixels. */
const LARGEST_SHIFT = 0.001;

type Moved = { value: number; lines: string[] };

/** Which faces an element is drawn with; those of the system are marked. */
async function faces(page: Page, selector: string): Promise<string[]> {
  const tools = await page.context().newCDPSession(page);
  await tools.send("DOM.enable");
  await tools.send("CSS.enable");
  const { root } = await tools.send("DOM.getDocument");
  const { nodeId } = await tools.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await tools.send("CSS.getPlatformFontsForNode", { nodeId });
  await tools.detach();
  return fonts.map(({ familyName, isCustomFont }) => (isCustomFont ? familyName : `${familyName} of the system`));
}

/** A page of its own whose faces lie on the line until they are let go. It has been painted. */
async function onSlowLine(page: Page, path: string, width: number, height: number) {
  const first = await page.context().newPage();
  await first.setViewportSize({ width, height });
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  await first.route("**/fonts/*.woff2", async (route) => {
    await released;
    await route.continue();
  });
  await first.goto(path.startsWith("/read/") ? await address(page, path.slice("/read/".length)) : path, { waitUntil: "domcontentloaded" });
  await expect.poll(() => first.evaluate(() => performance.getEntriesByName("first-contentful-paint").length)).toBe(1);
  return { first, release };
}

/** Notes what moves from now on, and which lines do so up or down or become higher. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const moved: Moved[] = (window.moved = []);
    const note = (list: PerformanceObserverEntryList) =>
      (list.getEntries() as LayoutShift[]).forEach(({ value, sources }) => {
        const lines = sources.filter(({ previousRect: one, currentRect: other }) => one.y !== other.y || one.height !== other.height);
        const words = (node: Node | null) => (node instanceof Element ? node.outerHTML : (node?.textContent ?? "")).slice(0, 120);
        moved.push({ value, lines: lines.map(({ node }) => words(node)) });
      });
    new PerformanceObserver(note).observe({ type: "layout-shift" });
  });

for (const [width, height] of [[360, 740], [1280, 900]]) {
  for (const path of PAGES) {
    test(`words are there before their faces, and stay on their lines (${path}, ${width} px)`, async ({ page }) => {
      const { first, release } = await onSlowLine(page, path, width, height);
      const before = await faces(first, "main h1, main h2, main h3");
      expect(before).toEqual([expect.stringMatching(/ of the system$/)]);
      await watch(first);
      release();
      await expect.poll(() => faces(first, "main h1, main h2, main h3")).not.toEqual(before);
      await first.evaluate(() => document.fonts.ready);
      // What has moved is told once the page has been painted anew.
      await first.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      const moved: Moved[] = await first.evaluate(() => window.moved);
      expect(moved.flatMap(({ lines }) => lines)).toEqual([]);
      expect(moved.reduce((sum, { value }) => sum + value, 0)).toBeLessThan(LARGEST_SHIFT);
      await first.close();
    });
  }
}

test("all words are in their faces once these have come, the motto too", async ({ page }) => {
  const { first, release } = await onSlowLine(page, TREATY, 1280, 900);
  release();
  for (const selector of PLACES) {
    await expect.poll(() => faces(first, selector), selector).toEqual([expect.stringMatching(/^(Newsreader|Plus Jakarta Sans)/)]);
  }
  await first.close();
});
