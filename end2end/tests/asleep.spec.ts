// Scripts sleep until the page has been shown, or somebody wants something of it. Pages of their own: those of the fixture are awaited.
import type { Page } from "@playwright/test";
import { address, expect, hydrated, test } from "../fixtures";

const TREATY = "1882104";

/** The scripts that a page has asked for, by their paths. What was asked for earlier than this question has been asked by its answer. */
const scripts = (page: Page) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  return async () => {
    await page.evaluate(() => fetch("/robots.txt"));
    return asked.filter((path) => path.startsWith("/pkg/") && /\.(js|wasm)$/.test(path));
  };
};

test.describe("while a picture is still on its way", () => {
  const open = async (page: Page) => {
    const waiting = await page.context().newPage();
    // Never answered, so the page is never whole.
    await waiting.route("**/gambar/**", () => {});
    // Time stands still, however slow the machine is.
    await waiting.clock.install({ time: "2026-01-01T00:00:00Z" });
    await waiting.clock.pauseAt("2026-01-01T00:01:00Z");
    const asked = scripts(waiting);
    await waiting.goto(await address(page, TREATY), { waitUntil: "domcontentloaded" });
    expect(await asked()).toEqual([]);
    return { waiting, asked };
  };

  test("a key wakes them", async ({ page }) => {
    const { waiting, asked } = await open(page);
    await waiting.keyboard.press("Shift");
    await expect.poll(asked).not.toEqual([]);
    await waiting.clock.resume();
    await hydrated(waiting);
    await expect(waiting.getByRole("button", { name: "Berikutnya" }).first()).toHaveAttribute("aria-disabled", "false");
  });

  // So it is in a window that nobody looks at, too, where nothing is painted.
  test("some seconds wake them", async ({ page }) => {
    const { waiting, asked } = await open(page);
    await waiting.clock.runFor(4900);
    expect(await asked()).toEqual([]);
    await waiting.clock.runFor(200);
    await expect.poll(asked).not.toEqual([]);
  });
});

test("a key wakes nothing before the page is parsed", async ({ page }) => {
  const path = await address(page, TREATY);
  const coming = await page.context().newPage();
  const asked = scripts(coming);
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  await coming.route("**/held.js", async (route) => {
    await released;
    await route.fulfill({ contentType: "text/javascript", body: "" });
  });
  await coming.route(`**${path}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace("</h1>", '</h1><script src="/held.js"></script>') });
  });
  await coming.goto(path, { waitUntil: "commit" });
  await coming.locator("h1").waitFor();
  await coming.keyboard.press("Shift");
  expect(await asked()).toEqual([]);
  release();
  await hydrated(coming);
});
