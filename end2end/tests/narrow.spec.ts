import { expect, test } from "../fixtures";
import { join, someone } from "../reader";

test.use({ failing: ["/tidak-ada"] });

for (const width of [320, 768, 1920]) {
  test(`nothing scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ["/", "/read/1882104", "/read/uji-1", "/read/uji-koran", "/rubrik/dunia", "/tidak-ada", "/masuk", "/daftar", "/sandi/lupa"]) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
      const outside = await page.locator("main :is(h1, h2, h3, p, img, table, figure)").evaluateAll(
        (all, width) => all.filter((element) => element.getBoundingClientRect().right > width + 1 && !element.closest("table, .rail__track")).map((element) => element.outerHTML.slice(0, 120)),
        width,
      );
      expect(outside, path).toEqual([]);
    }
  });
}

test("dialogs fit into a narrow window", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 600 });
  await page.goto("/read/uji-1");
  for (const name of ["Masuk", "Daftar"]) {
    await page.getByRole("banner").getByRole("link", { name }).click();
    const dialog = page.getByRole("dialog", { name });
    await expect(dialog).toBeVisible();
    const [parts, outside] = await dialog.evaluate((dialog) => {
      const frame = dialog.getBoundingClientRect();
      const parts = [...dialog.querySelectorAll("input:not([type=hidden]), button, a, p")].filter((part) => part.checkVisibility());
      const isOutside = ({ left, right }: DOMRect) => left < frame.left || right > frame.right;
      return [parts.length, parts.filter((part) => isOutside(part.getBoundingClientRect())).map((part) => part.outerHTML.slice(0, 120))] as const;
    });
    expect(parts).toBeGreaterThan(4);
    expect(outside).toEqual([]);
    await dialog.getByRole("button", { name: "Tutup" }).click();
  }
});

test("a navigation that goes on beyond the edge says so, and says nothing where it ends", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  const list = page.locator(".site-header__sections ul");
  const box = (await list.boundingBox())!;
  // A corner in which no letter stands.
  const corner = (x: number) => page.screenshot({ clip: { x, y: box.y + 1, width: 4, height: 4 } });
  const isPaper = async (x: number) => (await corner(x)).equals(paper);
  const [left, right] = [box.x, Math.floor(box.x + box.width) - 4];
  const paper = await corner(left);
  await expect.poll(() => isPaper(right), "there is more to the right").toBe(false);
  await list.evaluate((list) => list.scrollTo(5000, 0));
  await expect.poll(() => isPaper(right), "there is nothing more to the right").toBe(true);
  await expect.poll(() => isPaper(left), "there is more to the left").toBe(false);
});

for (const width of [320, 360, 1280]) {
  test(`who means the account does not hit the way out at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await join(page, someone("lebar"));
    const menu = page.getByRole("banner");
    const [account, leave] = await Promise.all(
      [menu.getByRole("link", { name: /^Akun/ }), menu.getByRole("button", { name: "Keluar" })].map((target) => target.boundingBox().then((box) => box!)),
    );
    expect(leave.x - (account.x + account.width)).toBeGreaterThanOrEqual(24);
    for (const { height } of [account, leave]) expect(height).toBeGreaterThanOrEqual(44);
  });
}

test("links of the navigation are large enough for a thumb", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto("/");
  const links = await page.locator(".site-header__sections a").all();
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
});
