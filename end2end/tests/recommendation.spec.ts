// What to read next: the rail with every means, what only the browser knows, and what leaves it.
import type { Locator, Page, Request, Response } from "@playwright/test";
import { address, expect, hydrated, open, records, test } from "../fixtures";
import { fill, join, PASSWORD, someone } from "../reader";

const TREATY = "1882104";
const OTHER = "1882101";
const rail = (page: Page) => page.getByRole("region", { name: "Rekomendasi Artikel" });
const track = (page: Page) => rail(page).getByRole("list");
/** What stands in the row, in its order: articles by their ids, and what is paid for. */
const ids = (page: Page) => track(page).locator("> li").evaluateAll((all) => all.map((item) => item.querySelector(".article-card__title a")?.getAttribute("href")?.match(/\/read\/([^/]+)/)?.[1] ?? "sponsor"));
/** The same in the HTML that the server sent, before any script. */
async function served(page: Page, answer: Response | null) {
  const html = await answer!.text();
  return page.evaluate((html) => {
    const sections = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("section")];
    const row = sections.find((section) => section.querySelector("h2")?.textContent === "Rekomendasi Artikel")!;
    return [...row.querySelector("ul")!.children].map((item) => item.querySelector(".article-card__title a")?.getAttribute("href")?.match(/\/read\/([^/]+)/)?.[1] ?? "sponsor");
  }, html);
}
/** How many cards begin within view. The others are beyond the edge. */
const countInView = (page: Page) => track(page).evaluate((track) => [...track.children].filter((item) => item.getBoundingClientRect().left <= track.getBoundingClientRect().right + 3).length);
const placesOf = (all: string[], id: string) => all.flatMap((one, place) => (one === id ? [place] : []));
const sectionOf = (wanted: string) => records().find(({ id }) => id === wanted)?.section;
const scrolled = (page: Page) => track(page).evaluate((element) => element.scrollLeft);
const reads = (page: Page) => {
  const seen: Request[] = [];
  page.on("request", (request) => request.url().endsWith("/api/read") && seen.push(request));
  return seen;
};

/** What the account of who is signed in notes as read. */
const notes = (page: Page) => {
  const seen: Request[] = [];
  page.on("request", (request) => request.url().endsWith("/api/history") && seen.push(request));
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

/** Looks at articles, one after the other, until each has been read. The page's clock has been installed. */
async function read(page: Page, ...articles: string[]) {
  let count = 0;
  page.on("response", (response) => void (response.url().endsWith("/api/read") && (count += 1)));
  for (const id of articles) {
    const before = count;
    await open(page, id);
    await passUntil(page, () => count, before + 1);
  }
}

const READ_BEGIN = "**/api/read_begin";
/** Keeps what is opened next from being read: its page waits for what it begins with. */
const readNothing = (page: Page) => page.route(READ_BEGIN, () => {});

test.use({ contextOptions: { reducedMotion: "reduce" } });

test("buttons lead along the rail and say where one is", async ({ page }) => {
  await open(page, TREATY);
  const [back, on] = ["Sebelumnya", "Berikutnya"].map((name) => rail(page).getByRole("button", { name }));
  await expect(back).toHaveAttribute("aria-disabled", "true");
  await on.click();
  await expect.poll(() => scrolled(page)).toBeGreaterThan(100);
  await expect(rail(page).getByRole("status")).toHaveText(/^\d+ sampai \d+ dari \d+$/);
  await expect(back).toHaveAttribute("aria-disabled", "false");
  // By its key: what has the focus keeps it. It may be over between the look and the press, and then nothing moves.
  const press = async (button: Locator) => {
    const isOver = async () => (await button.getAttribute("aria-disabled")) === "true";
    await button.focus();
    for (let step = 0; step < 30 && !(await isOver()); step += 1) {
      const before = await scrolled(page);
      await page.keyboard.press("Enter");
      await expect.poll(async () => (await isOver()) || (await scrolled(page)) !== before).toBe(true);
    }
    await expect(button).toHaveAttribute("aria-disabled", "true");
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
      await expect.poll(() => firstSeen(page)).toBeGreaterThan(0);
      const first = await firstSeen(page);
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

test("where no wasm comes, the rail scrolls by itself and shows no button that does nothing", async ({ browser, baseURL }) => {
  // A page of its own: here, something is meant to fail.
  const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(await address(page, TREATY));
  await expect(track(page)).toBeVisible();
  await expect(rail(page).getByRole("button", { name: "Berikutnya" })).toHaveCount(0);
  await track(page).getByRole("link").first().focus();
  for (let card = 0; card < 30; card += 1) await page.keyboard.press("Tab");
  await expect.poll(() => scrolled(page)).toBeGreaterThan(100);
  await expect(page.locator("html[data-hydrated]")).toHaveCount(0);
  await context.close();
});

test("what stands on the page once stands nowhere else on it", async ({ page }) => {
  await open(page, TREATY);
  const address = new URL(page.url()).pathname;
  const links = (place: Locator) => place.locator(".article-card__title a, :scope > a").evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
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
  const link = track(page).locator("li .article-card__title a").first();
  const href = await link.getAttribute("href");
  const [request] = await Promise.all([page.waitForRequest((request) => request.url().endsWith(href!)), link.hover()]);
  expect(request.method()).toBe("GET");
});

test("what this browser has read goes out of what cannot be seen yet, and nothing that can be seen moves", async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 900 });
  await page.clock.install();
  await readNothing(page);
  const height = async () => (await track(page).boundingBox())!.height;
  const before = await served(page, await open(page, TREATY));
  const full = await height();
  expect(await ids(page), "who has read nothing sees what was served").toEqual(before);
  const inView = await countInView(page);
  const known = before.slice(inView).filter((id) => id !== "sponsor").slice(-3);
  await page.unroute(READ_BEGIN);
  await read(page, ...known);
  await readNothing(page);
  const now = await served(page, await open(page, TREATY));
  expect(now.filter((id) => known.includes(id)), "the site serves them to everyone").toHaveLength(known.length);
  await expect.poll(async () => (await ids(page)).filter((id) => known.includes(id))).toEqual([]);
  const after = await ids(page);
  expect([...after].sort(), "nothing else goes").toEqual(now.filter((id) => !known.includes(id)).sort());
  expect(after.slice(0, inView)).toEqual(now.slice(0, inView));
  expect(placesOf(after, "sponsor")).toEqual(placesOf(now, "sponsor").filter((place) => place < after.length));
  expect(await height()).toBe(full);
});

test("sections that this browser reads come sooner among what cannot be seen yet, and the others make room", async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 900 });
  await page.clock.install();
  await readNothing(page);
  const before = await served(page, await open(page, TREATY));
  const inView = await countInView(page);
  const beyond = before.slice(inView).filter((id) => id !== "sponsor");
  // One that has another before it.
  const wanted = sectionOf(beyond.findLast((id) => sectionOf(id) !== sectionOf(beyond[0]))!)!;
  const another = records().find(({ id, section, edition }) => section === wanted && edition === "online" && !before.includes(id))!.id;
  await page.unroute(READ_BEGIN);
  await read(page, another);
  await readNothing(page);
  const now = await served(page, await open(page, TREATY));
  const isWanted = (id: string) => sectionOf(id) === wanted && id !== another && now.indexOf(id) >= inView;
  const firstOf = (all: string[]) => all.findIndex(isWanted);
  expect(firstOf(now), "the site serves it later").toBeGreaterThan(inView);
  await expect.poll(async () => firstOf(await ids(page))).toBeLessThan(firstOf(now));
  const after = await ids(page);
  expect([...after].sort(), "none is lost").toEqual([...now].filter((id) => id !== another).sort());
  expect(after.slice(0, inView)).toEqual(now.slice(0, inView));
  expect(placesOf(after, "sponsor")).toEqual(placesOf(now, "sponsor"));
  const ofWanted = (all: string[]) => all.filter(isWanted);
  expect(ofWanted(after), "their own order stays").toEqual(ofWanted(now));
  expect(ofWanted(now).filter((id) => after.indexOf(id) > now.indexOf(id)), "those of the section that came later").toEqual([]);
});

test("a reading is told without cookies, once, and with the article before", async ({ page }) => {
  await join(page, someone("baca"));
  const [seen, noted] = [reads(page), notes(page)];
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
  // The account notes it again; what is told to the site is told before.
  await passUntil(page, () => noted.length, 2);
  await page.reload();
  await passUntil(page, () => noted.length, 3);
  expect(seen).toHaveLength(2);
});

test("who asks for privacy is not counted", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "globalPrivacyControl", { value: true }));
  await join(page, someone("privat"));
  const seen: string[] = [];
  page.on("request", (request) => /\/api\/read(?!er)/.test(request.url()) && seen.push(request.url()));
  const noted = notes(page);
  await page.clock.install();
  await open(page, TREATY);
  // It has been read, as the reader's own account is told.
  await passUntil(page, () => noted.length, 1);
  expect(seen).toEqual([]);
});

test("a reader's own history leaves out what was read on another device, is shown and can be deleted", async ({ page, browser, baseURL }) => {
  const email = someone("riwayat");
  await join(page, email);
  await page.clock.install();
  const known = (await served(page, await open(page, TREATY))).findLast((id) => id !== "sponsor")!;
  await open(page, known);
  await passUntil(page, async () => (await (await page.request.get("/akun")).text()).includes(`/read/${known}/`), true);

  const context = await browser.newContext({ baseURL, viewport: { width: 700, height: 900 } });
  const other = await context.newPage();
  await other.goto("/masuk");
  await hydrated(other);
  await fill(other, { Email: email, "Kata Sandi": PASSWORD }, "Masuk");
  await expect(other).toHaveURL(/:\d+\/$/);
  await other.clock.install();
  expect(await served(other, await other.goto(await address(page, TREATY))), "the site serves it to everyone").toContain(known);
  await hydrated(other);
  await passUntil(other, async () => (await ids(other)).includes(known), false);
  expect((await ids(other)).length, "the others are there").toBeGreaterThan(10);
  await context.close();

  await page.goto("/akun");
  await page.getByText("Riwayat baca", { exact: true }).click();
  const title = records().find(({ id }) => id === known)!.title;
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await page.getByRole("button", { name: "Hapus riwayat baca" }).click();
  await page.getByText("Riwayat baca", { exact: true }).click();
  await expect(page.getByText("Riwayat baca masih kosong.")).toBeVisible();
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("the rail scrolls, leads on and says why", async ({ page }) => {
    await open(page, TREATY);
    await expect(rail(page)).toBeVisible();
    await expect(rail(page).getByRole("button")).toHaveCount(0);
    const cards = track(page).getByRole("listitem");
    expect(await cards.count()).toBeGreaterThan(12);
    const reason = cards.first().locator("details p");
    await expect(reason).toBeHidden();
    await cards.first().locator("summary").click();
    await expect(reason).toBeVisible();
    await expect(reason).not.toBeEmpty();
    const last = cards.last();
    await expect(last).not.toBeInViewport();
    expect(await scrolled(page)).toBe(0);
    await track(page).hover();
    const width = await track(page).evaluate((track) => track.scrollWidth - track.clientWidth);
    await expect
      .poll(async () => {
        await page.mouse.wheel(600, 0);
        return scrolled(page);
      })
      .toBeGreaterThan(width - 3);
    await expect(last).toBeInViewport();
    const link = cards.filter({ has: page.locator(".article-card__title a[href^='/read/']") }).last().locator(".article-card__title a");
    const [title, href] = [await link.innerText(), (await link.getAttribute("href"))!];
    await link.click();
    await expect(page).toHaveURL(href);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  });
});
