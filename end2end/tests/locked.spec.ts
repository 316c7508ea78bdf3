import { address, expect, open, records, test } from "../fixtures";

test("of a locked article nothing but the teaser reaches the browser", async ({ page }) => {
  const path = await address(page, "uji-koran");
  expect(JSON.stringify(records().find(({ id }) => id === "uji-koran")), "there is a secret to be kept").toContain("kenarirahasia");
  for (const place of [path, "/", "/koran", "/rubrik/nasional", "/topik/pelabuhan-uji", "/penulis/nama-uji"]) {
    expect(await (await page.request.get(place)).text(), place).not.toContain("kenarirahasia");
  }
  await open(page, "uji-koran");
  await expect(page.getByRole("region", { name: "Akses artikel" })).toBeVisible();
  await expect(page.locator(".article-body")).toContainText("Alinea ke-1");
});

test("every edition and cover story of the demo is open or closed as its edition says", async ({ page }) => {
  for (const { id, edition, cover_story } of records().filter(({ id }) => !String(id).startsWith("uji"))) {
    const html = await (await page.request.get(`/read/${id}`)).text();
    const closed = (edition ?? "online") !== "online" || cover_story === true;
    expect(html.includes('aria-label="Akses artikel"'), id).toBe(closed);
  }
});
