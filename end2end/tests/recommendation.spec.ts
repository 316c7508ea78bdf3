// What to read next: the rail with every means, what only the browser knows, and what leaves it.
import type { Locator, Page, Request } from "@playwright/test";
import { address, expect, hydrated, open, test } from "../fixtures";
import { join, someone } from "../reader";

const TREATY = "1882104";
const OTHER = "1882101";
const rail = (page: Page) => page.getByRole("region", { name: "Rekomendasi Artikel" });
const track = (page: Page) => rail(page).locator("[data-rail-track]");
const ids = (page: Page) => track(page).locator("> li").evaluateAll((all) => all.map((item) => (item.firstElementChild as HTMLElement).dataset.recommended ?? "sponsor"));
const scrolled = (page: Page) => track(page).evaluate((element) => element.scrollLeft);
const reads = (page: Page) => {
  const seen: Request[] = [];
  page.on("request", (request) => request.url().endsWith("/api/read") && seen.push(request));
  return seen;
};

/** Lets time pass in the page until something has happened: what the page waits for comes from the server first. */
const passUntil = async <T>(page: Page, happened: () => T | Promise<T>, expected: T) =>
  expect
    .poll(async () => {
      await page.clock.runFor(1000);
      return happened();
    })
    .toEqual(expected);

test.use({ reducedMotion: "reduce" } as any);

test("buttons lead along the rail and say where one is", async ({ page }) => {
  await open(page, TREATY);
  const [back, on] = ["Sebelumnya", "Berikutnya"].map((name) => rail(page).getByRole("button", { name }));
  await expect(back).toHaveAttribute("aria-disabled", "true");
  await on.click();
  await expect.poll(() => scrolled(page)).toBeGreaterThan(100);
  await expect(rail(page).getByRole("status")).toHaveText(/^\d+ sampai \d+ dari \d+$/);
  await expect(back).toHaveAttribute("aria-disabled", "false");
  const press = async (button: Locator) => {
    while ((await button.getAttribute("aria-disabled")) === "false") {
      await button.click({ force: true });
      await page.waitForTimeout(50);
    }
  };
  await press(on);
  // At the end, the button keeps the focus of who pressed it.
  await expect(on).toBeFocused();
  expect((await ids(page)).length).toBeGreaterThan(12);
  await expect(track(page).locator("> li").last()).toBeInViewport();
  await press(back);
  await expect.poll(() => scrolled(page)).toBeLessThan(3);
});

/** Whether all of a card is in view. */
const isWhole = (page: Page, place: number) =>
  track(page).evaluate((track, place) => {
    const [card, frame] = [track.children[place], track].map((element) => element.getBoundingClientRect());
    return card.left >= frame.left - 1 && card.right <= frame.right + 1 && card.top >= -1 && card.bottom <= innerHeight + 1;
  }, place);
/** The place of the card that has the focus. */
const focused = (page: Page) => track(page).evaluate((track) => [...track.children].findIndex((item) => item.contains(document.activeElement)));
const firstSeen = (page: Page) => track(page).evaluate((track) => [...track.children].findIndex((item) => (item as HTMLElement).offsetLeft >= track.scrollLeft - 2));

for (const width of [360, 1280]) {
  test(`the Tab key goes through all cards in their order, and back, and shows each whole (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page, TREATY);
    await expect(rail(page).getByRole("button", { name: "Berikutnya" })).toHaveAttribute("aria-disabled", "false");
    const stops = track(page).locator("a, summary");
    const count = await stops.count();
    expect(count).toBeGreaterThan(24);
    await stops.first().focus();
    // Not with the order that this browser settles later: what it moves is beyond view.
    const walk = async (key: string) => {
      const cards: number[] = [];
      for (let stop = 0; stop < count; stop += 1) {
        const place = await focused(page);
        if (place < 0) break;
        cards.push(place);
        expect(await isWhole(page, place), `card ${place}, ${key}`).toBe(true);
        await page.keyboard.press(key);
      }
      return cards;
    };
    const on = await walk("Tab");
    expect(await focused(page)).toBe(-1);
    expect(on).toEqual([...on].sort((one, other) => one - other));
    expect(new Set(on).size).toBe(await track(page).locator("> li").count());
    await page.keyboard.press("Shift+Tab");
    expect(await walk("Shift+Tab")).toEqual([...on].reverse());
    await expect(rail(page).getByRole("button", { name: "Berikutnya" })).toBeFocused();
  });

  test(`behind the buttons, the Tab key goes to the first card in view (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page, TREATY);
    const on = rail(page).getByRole("button", { name: "Berikutnya" });
    await on.focus();
    for (const times of [1, 2]) {
      for (let time = 0; time < times; time += 1) await page.keyboard.press("Enter");
      const first = await firstSeen(page);
      expect(first).toBeGreaterThan(0);
      await page.keyboard.press("Tab");
      expect(await focused(page)).toBe(first);
      expect(await isWhole(page, first)).toBe(true);
      // Back is the card before it, of which nothing was seen.
      await page.keyboard.press("Shift+Tab");
      expect(await focused(page)).toBe(first - 1);
      expect(await isWhole(page, first - 1)).toBe(true);
      await on.focus();
    }
  });
}

test("who asks why a card is here is answered in its place", async ({ page }) => {
  await open(page, TREATY);
  await track(page).locator("summary").first().focus();
  await page.keyboard.press("Enter");
  await expect(track(page).locator("details[open] p").first()).toBeVisible();
});

test("a finger moves the rail, and the page stays where it is", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(await address(page, TREATY));
  await hydrated(page);
  await track(page).evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  const box = (await track(page).boundingBox())!;
  const touch = await context.newCDPSession(page);
  const before = await page.evaluate(() => scrollY);
  const finger = (type: "touchStart" | "touchMove" | "touchEnd", x?: number) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: Math.round(box.y + 60) }] });
  await finger("touchStart", 300);
  for (let x = 290; x >= 60; x -= 10) await finger("touchMove", x);
  await finger("touchEnd");
  await expect.poll(() => scrolled(page)).toBeGreaterThan(100);
  expect(await page.evaluate(() => scrollY)).toBe(before);
  // It comes to rest at a card.
  const offset = () =>  track(page).evaluate((element) => Math.min(...[...element.children].map((item) => Math.abs((item as HTMLElement).offsetLeft - (element.firstElementChild as HTMLElement).offsetLeft - element.scrollLeft))));
  await expect.poll(offset).toBeLessThan(4);
  await context.close();
});

test("where no wasm comes, the rail has all its means", async ({ browser, baseURL }) => {
  // A page of its own: here, something is meant to fail.
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(await address(page, TREATY));
  const on = rail(page).getByRole("button", { name: "Berikutnya" });
  await expect(on).toHaveAttribute("aria-disabled", "false");
  await on.click();
  await expect.poll(() => scrolled(page)).toBeGreaterThan(100);
  const first = await firstSeen(page);
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe(first);
  await expect(page.locator("html[data-hydrated]")).toHaveCount(0);
  await context.close();
});

test("what stands on the page once stands nowhere else on it", async ({ page }) => {
  await open(page, TREATY);
  const address = new URL(page.url()).pathname;
  const links = (place: Locator) => place.locator("h3 a, :scope > a").evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  const related = await links(page.getByRole("complementary", { name: "Berita Terkait" }));
  const next = (await links(track(page))).filter((path) => path.startsWith("/read/"));
  const pick = await links(page.locator(".editor-pick"));
  expect(related.length).toBeGreaterThan(0);
  expect(next.length).toBeGreaterThan(12);
  const all = [address, ...pick, ...next, ...related];
  expect(new Set(all).size).toBe(all.length);
});

test("the card under the pointer is fetched ahead", async ({ page }) => {
  await open(page, TREATY);
  const link = track(page).locator("li h3 a").first();
  const href = await link.getAttribute("href");
  const [request] = await Promise.all([page.waitForRequest((request) => request.url().endsWith(href!)), link.hover()]);
  expect(request.method()).toBe("GET");
});

test("what this browser has read goes out of what cannot be seen yet, and nothing that can be seen moves", async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 900 });
  await open(page, TREATY);
  const before = await ids(page);
  const height = (await track(page).boundingBox())!.height;
  const known = before.filter((id) => id !== "sponsor").slice(-5);
  await page.evaluate(async (known) => {
    const opening = indexedDB.open("warta", 1);
    await new Promise((done) => (opening.onsuccess = done));
    const store = opening.result.transaction("readings", "readwrite").objectStore("readings");
    known.forEach((id) => store.put({ id, section: "", at: Date.now() }));
    await new Promise((done) => (store.transaction.oncomplete = done));
  }, known);
  await page.reload();
  await hydrated(page);
  await expect.poll(async () => (await ids(page)).filter((id) => known.includes(id))).toEqual([]);
  const after = await ids(page);
  expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
  expect([...after.keys()].filter((place) => after[place] === "sponsor")).toEqual([...before.keys()].filter((place) => before[place] === "sponsor"));
  expect((await track(page).boundingBox())!.height).toBe(height);
});

test("sections that this browser reads come sooner", async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 900 });
  await open(page, TREATY);
  const sections = () => track(page).locator("> li").evaluateAll((all) => all.map((item) => (item.firstElementChild as HTMLElement).dataset.section));
  const wanted = (await sections()).filter((section) => section).at(-1)!;
  const place = async () => (await sections()).slice(4).indexOf(wanted);
  await page.evaluate(async (section) => {
    const opening = indexedDB.open("warta", 1);
    await new Promise((done) => (opening.onsuccess = done));
    const store = opening.result.transaction("readings", "readwrite").objectStore("readings");
    for (let number = 0; number < 20; number += 1) store.put({ id: `lain-${number}`, section, at: Date.now() });
    await new Promise((done) => (store.transaction.oncomplete = done));
  }, wanted);
  const before = await place();
  await page.reload();
  await hydrated(page);
  await expect.poll(place).toBeLessThanOrEqual(before);
});

test("a reading is told without cookies, once, and with the article before", async ({ page }) => {
  await join(page, someone("baca"));
  const seen = reads(page);
  // An answer is waited for before the page is left: of a request that outlives its page nobody is told the answer.
  const answers: number[] = [];
  page.on("response", (response) => response.url().endsWith("/api/read") && answers.push(response.status()));
  await page.clock.install();
  await open(page, OTHER);
  await passUntil(page, () => answers, [200]);
  await open(page, TREATY);
  await passUntil(page, () => answers, [200, 200]);
  const told = seen.map((request) => new URLSearchParams(request.postData() ?? ""));
  expect(told.map((fields) => [fields.get("article"), fields.get("previous")])).toEqual([[OTHER, ""], [TREATY, OTHER]]);
  // What the page got when it was opened, another one each time; the page itself has nothing of it.
  const tokens = told.map((fields) => fields.get("token") ?? "");
  expect(tokens.every((token) => token.length > 40) && tokens[0] !== tokens[1]).toBe(true);
  expect(await page.content()).not.toContain(tokens[1]);
  for (const request of seen) {
    expect((await request.allHeaders()).cookie, "no cookie of the reader's goes along").toBeUndefined();
  }
  const begun = page.waitForResponse((response) => response.url().endsWith("/api/read_begin"));
  await page.reload();
  await begun;
  await page.clock.runFor(4000);
  expect(seen.length).toBe(2);
});

test("who asks for privacy is not counted", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
  const seen: string[] = [];
  page.on("request", (request) => request.url().includes("/api/read") && !request.url().endsWith("/api/reader") && seen.push(request.url()));
  await page.clock.install();
  await open(page, TREATY);
  await passUntil(page, () => page.evaluate(async () => (await indexedDB.databases()).length), 1);
  expect(seen).toEqual([]);
});

test("a reader's own history leaves out what was read elsewhere, is shown and can be deleted", async ({ page, context }) => {
  await join(page, someone("riwayat"));
  await page.clock.install();
  await open(page, TREATY);
  await passUntil(page, () => page.evaluate(async () => (await fetch("/api/history", { method: "POST", headers: { accept: "application/json" }, body: new URLSearchParams() })).json()), [TREATY]);
  await page.goto("/akun");
  await page.getByText("Yang sudah Anda baca").click();
  await expect(page.getByRole("link", { name: /Putin dan Kim/ })).toBeVisible();
  await page.getByRole("button", { name: "Hapus riwayat baca" }).click();
  await page.getByText("Yang sudah Anda baca").click();
  await expect(page.getByText("Belum ada yang dicatat.")).toBeVisible();
  await context.close();
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("the rail scrolls, leads on and says why", async ({ page }) => {
    await open(page, TREATY);
    await expect(rail(page)).toBeVisible();
    await expect(rail(page).getByRole("button")).toHaveCount(0);
    const first = track(page).locator("li").first();
    await first.locator("summary").click();
    await expect(first.locator("details p")).toBeVisible();
    expect(await track(page).locator("li").count()).toBeGreaterThan(12);
    await track(page).hover();
    await page.mouse.wheel(600, 0);
    await first.locator("h3 a").click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});
