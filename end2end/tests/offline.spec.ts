// What is read without a network, with a slow one, and with one that lies. And what a device never keeps.
import { execFileSync } from "node:child_process";
import { join as path } from "node:path";
import { test as base, type BrowserContext, expect, type Page } from "@playwright/test";
import { records, words } from "../fixtures";
import { Network } from "../network";
import { join, someone } from "../reader";

const FREE = records().filter(({ edition, cover_story }) => (edition ?? "online") === "online" && !cover_story);
const [ONE, OTHER] = FREE;
const KORAN = records().find(({ id }) => id === "1882107")!;
/** The last words of a text that only who may read it whole ever gets. */
const CANARY = KORAN.body_html!.replace(/<[^>]+>/g, " ").trim().split(/\s+/).slice(-6).join(" ");

type Given = { network: Network; context: BrowserContext; page: Page };

const test = base.extend<Given>({
  network: async ({ baseURL }, use) => {
    const network = new Network(new URL(baseURL!));
    await use(network);
    network.close();
  },
  // Not the page of the other tests: here requests fail.
  context: async ({ browser, network }, use) => {
    const context = await browser.newContext({ baseURL: await network.open(), serviceWorkers: "allow", locale: "id-ID" });
    await use(context);
    await context.close();
  },
  page: async ({ context }, use) => use(await context.newPage()),
});

/** Waits until the worker answers for the page. */
const worked = (page: Page) => page.waitForFunction(() => "offline" in document.documentElement.dataset && navigator.serviceWorker.controller?.state === "activated");
let count = 0;
/** The same page at an address that the browser's own cache does not know. */
const anew = (path: string) => `${path}?lewat=${(count += 1)}`;
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const expectOffline = (page: Page, name = "Bacaan luring") => expect(heading(page)).toHaveText(name);

async function expectArticle(page: Page, title: string) {
  await expect.poll(async () => words(await heading(page).innerText())).toBe(title);
}

/** Opens an article under the worker, and waits until it is kept as read. */
async function read(page: Page, id: string) {
  await page.goto(`/read/${id}`);
  await worked(page);
  const here = new URL(page.url()).pathname;
  await expect.poll(() => stored(page)).toContainEqual(expect.stringMatching(`^read-\\w+ ${here}$`));
  return here;
}

/** Everything in all caches: name and path. */
const stored = (page: Page) => page.evaluate(async () => {
  const entries: string[] = [];
  for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) entries.push(`${name} ${new URL(url).pathname}`);
  return entries;
});

/** The caches in which these words stand. */
const hold = (page: Page, sentence: string) => page.evaluate(async (sentence) => {
  const found = new Set<string>();
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const text = await (await cache.match(request))!.text();
      if (text.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").includes(sentence)) found.add(name);
    }
  }
  return [...found];
}, sentence);

/** Keeps the article that is shown. */
async function keep(page: Page, word: string) {
  await worked(page);
  await page.getByRole("button", { name: "Simpan untuk dibaca luring" }).click();
  await expect(page).toHaveURL(new RegExp(`/luring#${word}$`));
}

/** Subscribes as the support desk does; the same address again changes its plan. */
function subscribe(email: string, plan: "koran" | "majalah") {
  const root = path(__dirname, "../..");
  const env = { ...process.env, WARTA__DATABASE__URL: `sqlite://${root}/target/end2end/id/warta.db` };
  execFileSync(path(root, "target/release/warta"), ["reader", "subscribe", email, "--plan", plan, "--reference", email, "--until", "2090-12-31"], { cwd: root, env });
}

test("with the network cut, the articles read last open, and the offline page else", async ({ page, network }) => {
  await page.goto("/");
  await worked(page);
  const paths = [await read(page, ONE.id), await read(page, OTHER.id)];
  network.cut();
  await page.goto(anew(paths[0]));
  await expectArticle(page, ONE.title);
  await expect(page.locator(".article-body")).toBeVisible();
  await page.goto("/koran");
  await expectOffline(page);
  await expect(page.locator("[data-offline-list=read] a")).toHaveCount(2);
  await page.locator(`[data-offline-list=read] a[href="${paths[1]}"]`).click();
  await expectArticle(page, OTHER.title);
  await page.goto("/en/koran");
  await expectOffline(page, "Offline reading");
  await page.goto("/akun");
  await expectOffline(page);
});

test("the browser's own switch cuts the network as well", async ({ page, context }) => {
  await page.goto("/");
  await worked(page);
  const path = await read(page, ONE.id);
  await context.setOffline(true);
  await page.goto(anew(path));
  await expectArticle(page, ONE.title);
  await page.goto("/rubrik/dunia");
  await expect(heading(page)).toHaveText("Bacaan luring");
});

test("an article that follows in place is kept, one that is only fetched ahead is not, and of all that were read the last twenty are", async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("/rubrik/dunia");
  await worked(page);
  await page.locator("html[data-hydrated]").waitFor();
  const links = page.locator("main .article-card__title a, main a.article-card__title, main h2 a, main h3 a");
  const ahead = page.waitForResponse((response) => response.url().includes("/read/"));
  await links.nth(1).hover();
  const fetched = new URL((await ahead).url()).pathname;
  await links.first().click();
  await expect(page).toHaveURL(/\/read\//);
  const shown = new URL(page.url()).pathname;
  await expect.poll(() => stored(page)).toContainEqual(expect.stringMatching(`^read-\\w+ ${shown}$`));
  expect((await stored(page)).filter((entry) => entry.endsWith(fetched))).toEqual([]);
  for (const { id } of FREE.filter(({ id }) => !shown.includes(id)).slice(0, 20)) await read(page, id);
  const kept = (await stored(page)).filter((entry) => entry.startsWith("read-"));
  expect(kept).toHaveLength(20);
  expect(kept.filter((entry) => entry.endsWith(shown))).toEqual([]);
});

test("a reader keeps an article, finds it offline and gives it up again", async ({ page, network }) => {
  await page.goto(`/read/${ONE.id}`);
  await keep(page, "disimpan");
  await expect(page.getByText("Artikel tersimpan di perangkat ini.")).toBeVisible();
  const kept = page.locator("[data-offline-list=kept]");
  await expect(kept.getByRole("link")).toHaveCount(1);
  network.cut();
  await kept.getByRole("link").click();
  await expectArticle(page, ONE.title);
  await expect(page).toHaveURL(/\/lite$/);
  await page.goto("/luring");
  await kept.getByRole("button", { name: "Hapus" }).click();
  await expect(kept.getByRole("link")).toHaveCount(0);
  expect((await stored(page)).filter((entry) => entry.startsWith("kept"))).toEqual([]);
});

test("in the other language, the article is kept in it", async ({ page, network }) => {
  await page.goto(`/en/read/${ONE.id}`);
  await worked(page);
  await page.getByRole("button", { name: "Save for offline reading" }).click();
  await expect(page).toHaveURL(/\/en\/luring#disimpan$/);
  network.cut();
  await page.locator("[data-offline-list=kept] a").click();
  await expect(page).toHaveURL(/\/en\/read\/.*\/lite$/);
  await expectArticle(page, ONE.title);
});

test("where no worker runs, nothing is offered that would do nothing", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(`/read/${ONE.id}`);
  await page.locator("html[data-hydrated]").waitFor();
  await expect(page.getByRole("link", { name: "Versi ringan" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Simpan untuk dibaca luring" })).toHaveCount(0);
  await context.close();
});

test("no cache holds a locked text: not of who only passes by, not without a right, not after signing out", async ({ page, network }) => {
  await page.goto("/");
  await worked(page);
  await page.goto(`/read/${KORAN.id}`);
  await keep(page, "terkunci");
  expect(await hold(page, CANARY)).toEqual([]);
  const email = someone("luring");
  await join(page, email);
  const front = new URL(await page.evaluate(() => location.origin));
  expect(front.port).toBeTruthy();
  subscribe(email, "koran");
  await page.goto(`/read/${KORAN.id}`);
  await expect(page.locator(".article-body:not(.article-body--teaser)")).toBeVisible();
  // Reading alone keeps nothing of it.
  await page.goto("/koran");
  await worked(page);
  expect(await hold(page, CANARY)).toEqual([]);
  await page.goto(`/read/${KORAN.id}`);
  await keep(page, "disimpan");
  expect(await hold(page, CANARY)).toEqual(["kept-own"]);
  network.cut();
  await page.goto(`/read/${KORAN.id}/x`);
  await expectOffline(page);
  await page.locator("[data-offline-list=kept] a").click();
  await expect(page.locator("main")).toContainText(CANARY.split(" ").at(-1)!);
  await page.goto((await stored(page)).find((entry) => entry.startsWith("kept-own"))!.split(" ")[1].replace("/lite", ""));
  await expect(page).toHaveURL(/\/lite$/);
  network.isCut = false;
  await page.goto("/akun");
  await page.getByRole("main").getByRole("button", { name: "Keluar" }).click();
  await page.waitForURL((url) => url.pathname !== "/akun");
  await expect.poll(() => hold(page, CANARY)).toEqual([]);
  network.cut();
  await page.goto("/koran");
  await expectOffline(page);
  await expect(page.locator("[data-offline-list=kept] a")).toHaveCount(0);
});

test("what is kept goes with the right to read it, at the next contact", async ({ page }) => {
  const email = someone("luring");
  await join(page, email);
  subscribe(email, "koran");
  await page.goto(`/read/${KORAN.id}`);
  await keep(page, "disimpan");
  await page.goto(`/read/${ONE.id}`);
  await keep(page, "disimpan");
  await page.goto("/koran");
  expect(await hold(page, CANARY)).toEqual(["kept-own"]);
  subscribe(email, "majalah");
  await page.goto("/koran");
  await expect.poll(() => hold(page, CANARY)).toEqual([]);
  expect((await stored(page)).filter((entry) => entry.startsWith("kept ")), "what is open to all stays").toHaveLength(1);
});

test("nothing personal and no answer to a POST is cached", async ({ page }) => {
  await join(page, someone("luring"));
  await page.goto("/");
  await worked(page);
  for (const path of ["/akun", "/tersimpan", "/untuk-anda", "/masuk"]) await page.goto(path);
  await read(page, ONE.id);
  const outside = (await stored(page)).filter((entry) => !/^(shell-\w+ \/(pkg|fonts|luring|en\/luring)|read-\w+ \/read\/)/.test(entry));
  expect(outside).toEqual([]);
});

test("a new release takes the place of the old one at the second visit, and reloads no page", async ({ page, network }) => {
  await page.goto("/");
  await worked(page);
  const here = await read(page, ONE.id);
  const names = () => page.evaluate(() => caches.keys());
  const [before] = (await names()).filter((name) => name.startsWith("shell-"));
  network.worker = (script) => script.replace(/"version":"\w+"/, '"version":"baru"');
  await page.goto("/koran");
  await page.evaluate(() => Object.assign(window, { untouched: true }));
  await expect.poll(names).toContain("shell-baru");
  await expect.poll(async () => (await names()).filter((name) => name.startsWith("read-"))).toEqual(["read-baru"]);
  expect(await page.evaluate(() => "untouched" in window), "the page stands").toBe(true);
  expect(await names(), "its files may be wanted still").toContain(before);
  await page.goto("/majalah");
  await worked(page);
  expect(await stored(page), "fetched as the new release shows it").toContain(`read-baru ${here}`);
  network.worker = (script) => script.replace(/"version":"\w+"/, '"version":"terbaru"');
  await page.goto("/koran");
  await expect.poll(async () => (await names()).filter((name) => name.startsWith("shell-"))).toEqual(["shell-baru", "shell-terbaru"]);
});

test("a network that lies leaves nothing behind", async ({ page, network }) => {
  await page.goto("/");
  await worked(page);
  const good = await read(page, ONE.id);
  const portal = "<!DOCTYPE html><title>Wi-Fi</title><h1>Selamat datang di Wi-Fi kami</h1>";
  const lies: Record<string, Network["lie"]> = {
    "another page": (_, answer) => {
      answer.writeHead(200, { "content-type": "text/html", "cache-control": "public, max-age=60" }).end(portal);
      return true;
    },
    "the article as plain text": (_, answer) => {
      answer.writeHead(200, { "content-type": "text/plain", "cache-control": "public" }).end(portal);
      return true;
    },
    "a page that leads away": (asked, answer) => {
      if (asked.url === "/masuk-wifi") answer.writeHead(200, { "content-type": "text/html" }).end(portal);
      else answer.writeHead(302, { location: "/masuk-wifi" }).end();
      return true;
    },
    "an error": (_, answer) => {
      answer.writeHead(500, { "content-type": "text/html", "cache-control": "public" }).end(portal);
      return true;
    },
  };
  const before = await stored(page);
  for (const [name, lie] of Object.entries(lies)) {
    network.lie = (asked, answer) => /^\/(read|masuk-wifi)/.test(asked.url!) && lie(asked, answer);
    await page.goto(`/read/${OTHER.id}/x`).catch(() => {});
    await page.goto(anew(good));
    network.lie = () => false;
    await page.goto("/koran");
    await expect.poll(() => stored(page), name).toEqual(before);
    expect(await hold(page, "Selamat datang di Wi-Fi kami"), name).toEqual([]);
  }
  network.lie = (asked, answer) => {
    if (asked.url !== "/sw.js" && !asked.url!.startsWith("/pkg/")) return false;
    answer.writeHead(200, { "content-type": "text/html" }).end(portal);
    return true;
  };
  await page.evaluate(() => navigator.serviceWorker.ready.then((worker) => worker.update()).catch(() => {}));
  network.cut();
  await page.goto(anew(good));
  await expectArticle(page, ONE.title);
});

test("a release whose files a network spoils is not taken", async ({ page, network }) => {
  await page.goto("/");
  await worked(page);
  network.worker = (script) => script.replace(/"version":"\w+"/, '"version":"rusak"').replace(/sha256-[^"]+/, "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
  const state = await page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready;
    const found = new Promise<ServiceWorker>((done) => worker.addEventListener("updatefound", () => done(worker.installing!)));
    void worker.update();
    const next = await found;
    return new Promise<string>((done) => next.addEventListener("statechange", () => done(next.state)));
  });
  expect(state).toBe("redundant");
  network.cut();
  await page.goto("/koran");
  await expectOffline(page);
});

test("where the network is slow, the article that is kept comes first", async ({ page, network }) => {
  await page.goto("/");
  await worked(page);
  const here = await read(page, ONE.id);
  await page.goto("/koran");
  // An answer that never comes.
  network.lie = (asked) => asked.url!.startsWith("/read/");
  await page.goto(anew(here));
  await expectArticle(page, ONE.title);
  await expect(page.locator(".article-body")).toBeVisible();
});

test("a worker that is switched off removes itself and all that it kept", async ({ page, network }) => {
  await page.goto("/");
  await worked(page);
  await read(page, ONE.id);
  network.worker = (script) => script.replace(/^const BUILD=\{.*?\};(?=const SHELL)/, "const BUILD=null;");
  await page.goto("/koran");
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  network.lie = (asked, answer) => asked.url === "/sw.js" && !!answer.writeHead(404).end();
  await page.goto("about:blank");
  await page.goto("/majalah");
  await expect(heading(page)).toHaveText("Majalah");
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});
