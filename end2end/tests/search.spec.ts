// The search: without scripts, on small screens, for readers and for strangers.
import type { Page } from "@playwright/test";
import { look } from "../axe";
import { expect, test, words } from "../fixtures";
import { join, someone } from "../reader";

const hits = (page: Page) => page.locator(".search__hit");
const titles = async (page: Page) => (await page.locator(".search__hit .article-card__title").allInnerTexts()).map(words);

/** Waits until the index has been built: it is, soon after the server begins. */
test.beforeEach(async ({ request }) => {
  await expect.poll(async () => (await request.get("/cari?q=gempa")).text()).toContain("search__hit");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`scripts ${javaScriptEnabled ? "run" : "do not run"}`, () => {
    test.use({ javaScriptEnabled });

    test("what is typed into the head of a page is found, with the words that were looked for", async ({ page }) => {
      await page.goto("/rubrik/dunia");
      const search = page.getByRole("search");
      await search.getByRole("searchbox").fill("tsunami sarunai");
      await search.getByRole("searchbox").press("Enter");
      await expect(page).toHaveURL(/\/cari\?q=tsunami/);
      await expect(page.locator("h1")).toHaveText("Cari");
      await expect(page.getByRole("main").getByRole("searchbox")).toHaveValue("tsunami sarunai");
      expect((await titles(page))[0]).toBe("Peringatan Tsunami Sarunai Dicabut, Dua Warga Terluka");
      await expect(hits(page).first().locator("mark").first()).toHaveText(/tsunami|sarunai/i);
      await hits(page).first().getByRole("link").first().click();
      await expect(page.locator("h1")).toHaveText(/Tsunami/);
    });

    test("a mistyped word is understood, and nothing found is not the end", async ({ page }) => {
      await page.goto("/cari?q=tsunmai+sarunai");
      const better = page.getByRole("link", { name: "tsunami sarunai", exact: true });
      await expect(better).toHaveAttribute("href", "/cari?q=tsunami+sarunai");
      await page.goto("/cari?q=xqzzkw");
      await expect(page.getByText("Tidak ada artikel yang cocok.")).toBeVisible();
      await expect(page.locator(".search__newest .article-card").first()).toBeVisible();
    });
  });
}

test("results are filtered and ordered by date", async ({ page }) => {
  await page.goto("/cari?q=gempa");
  const all = await hits(page).count();
  await page.getByText("Saring hasil").click();
  await page.getByRole("combobox", { name: "Rubrik" }).selectOption("Sains");
  await page.getByLabel("Urutan").selectOption("Terbaru");
  await page.getByRole("main").getByRole("button", { name: "Cari", exact: true }).click();
  await expect(page).toHaveURL(/rubrik=sains/);
  const times = await page.locator(".search__hit time").evaluateAll((all) => all.map((time) => time.getAttribute("datetime")!));
  expect(times.length).toBeGreaterThan(0);
  expect(times.length).toBeLessThan(all);
  expect(times).toEqual([...times].sort().reverse());
});

test("a small screen has the way to the search, and all of it fits", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/");
  await page.getByRole("search").getByRole("button", { name: "Cari" }).click();
  await expect(page).toHaveURL(/\/cari/);
  await page.getByRole("main").getByRole("searchbox").fill("gempa");
  await page.getByRole("main").getByRole("searchbox").press("Enter");
  await expect(hits(page).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
});

test("axe finds nothing to mend", async ({ page }) => {
  for (const [path, scheme] of [["/cari", "light"], ["/cari?q=gempa&rubrik=sains", "dark"], ["/cari?q=xqzzkw", "light"], ["/cari?q=tsunmai", "dark"]] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(path);
    await look(page, path);
  }
});

test("a signed-in reader may search whole texts, a stranger is led to sign in", async ({ page }) => {
  await page.goto("/cari?q=gempa");
  await page.getByRole("button", { name: "Cari di seluruh teks" }).click();
  await expect(page.getByRole("link", { name: "Masuk untuk mencari di seluruh teks artikel yang boleh Anda baca." })).toBeVisible();
  await join(page, someone("cari"));
  await page.goto("/cari?q=gempa");
  await page.getByRole("button", { name: "Cari di seluruh teks" }).click();
  await expect(page.getByText("Hasil ini mencakup seluruh teks artikel yang boleh Anda baca.")).toBeVisible();
  await expect(hits(page).first()).toBeVisible();
});
