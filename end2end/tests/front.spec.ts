import { expect, test } from "../fixtures";

test("the front page has a lead, a ranked column and sections, and no article twice", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator(".article-card--lead")).toHaveCount(1);
  await expect(page.locator(".article-card--lead picture img")).toBeVisible();
  await expect(page.locator(".article-card--ranked")).toHaveCount(5);
  for (const name of ["Nasional", "Dunia", "Ekonomi", "Lingkungan", "Sains", "Budaya", "Olahraga"]) {
    await expect(page.getByRole("region", { name, exact: true })).toBeVisible();
  }
  const links = await page.locator(".article-card__title a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(links.length).toBeGreaterThan(20);
  expect(new Set(links).size).toBe(links.length);
});

test("every link of the front page leads somewhere", async ({ page }) => {
  await page.goto("/");
  const links = await page.locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
  const own = new Set(links.filter((link) => link.startsWith("/")));
  expect(own.size).toBeGreaterThan(30);
  for (const link of own) {
    // A guest's account is the way in.
    const maxRedirects = link === "/akun" ? 1 : 0;
    expect((await page.request.get(link, { maxRedirects })).status(), link).toBe(200);
  }
});

test("every picture of the front page arrives", async ({ page }) => {
  await page.goto("/");
  const kinds = { avif: "image/avif", webp: "image/webp", jpg: "image/jpeg" };
  const html = await page.content();
  const sources = new Set(html.match(/\/gambar\/[\w-]+\.(avif|webp|jpg)/g));
  expect(sources.size).toBeGreaterThan(5 * 4 * 3);
  for (const source of sources) {
    const kind = kinds[source.split(".").pop() as keyof typeof kinds];
    expect((await page.request.get(source)).headers()["content-type"], source).toBe(kind);
  }
});
