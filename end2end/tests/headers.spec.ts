import { expect, open, test } from "../fixtures";

test("an article may be kept by anyone, and its wasm for ever", async ({ page }) => {
  const answers = new Map<string, Record<string, string>>();
  page.on("response", async (response) => answers.set(new URL(response.url()).pathname, await response.allHeaders()));
  await open(page, "1882104");
  const built = () => [...answers].filter(([path]) => path.startsWith("/pkg/"));
  // Headers are told after the answers they belong to.
  await expect.poll(() => [...new Set(built().map(([path]) => path.split(".").at(-1)))].sort()).toEqual(["css", "js", "wasm"]);
  const article = answers.get(new URL(page.url()).pathname)!;
  expect(article["cache-control"]).toContain("public");
  expect(article["set-cookie"]).toBeUndefined();
  expect(article["content-security-policy"]).toContain("default-src 'none'");
  const again = await page.request.get(page.url(), { headers: { "if-none-match": article.etag } });
  expect(again.status()).toBe(304);
  for (const [path, headers] of built()) expect(headers["cache-control"], path).toContain("immutable");
});

test("a page asks nobody else for anything", async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on("request", (request) => request.url().startsWith(baseURL!) || foreign.push(request.url()));
  for (const path of ["/", "/read/uji-1", "/read/1882104"]) {
    await page.goto(path);
  }
  expect(foreign).toEqual([]);
});
