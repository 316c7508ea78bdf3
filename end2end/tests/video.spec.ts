// Videos: ours play in place, others' only once they are asked for, and none of a closed article are there.
import { execFileSync } from "node:child_process";
import { join as path } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { address, expect, open, test } from "../fixtures";
import { join, someone } from "../reader";

const TREATY = "1882104";
const COVER_STORY = "1882114";
const ROOT = path(__dirname, "../..");
const rail = (page: Page) => page.getByRole("region", { name: "Video Pilihan" });

test("ours load nothing before they are asked to play, and then play with captions", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => request.url().endsWith(".mp4") && asked.push(request.url()));
  await open(page, TREATY);
  await expect(rail(page).locator("video")).toHaveCount(2);
  const video = rail(page).locator("video").first();
  await video.scrollIntoViewIfNeeded();
  await expect(video).toHaveAttribute("poster", /\.webp$/);
  await expect(video).toHaveAccessibleName(/Di meja perundingan/);
  expect(asked).toEqual([]);
  const box = await video.boundingBox();
  await video.evaluate((video: HTMLVideoElement) => video.play());
  await expect.poll(() => video.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0);
  await expect.poll(() => video.evaluate((video: HTMLVideoElement) => video.textTracks[0].cues?.length)).toBe(3);
  expect(await video.evaluate((video: HTMLVideoElement) => video.textTracks[0].mode)).toBe("showing");
  expect(new Set(asked).size).toBe(1);
  expect(await video.boundingBox()).toEqual(box);
  await video.evaluate((video: HTMLVideoElement) => ((video.currentTime = 12), video.play()));
  await expect.poll(() => video.evaluate((video: HTMLVideoElement) => video.ended || video.currentTime > 12)).toBe(true);
});

test("one alone in its window plays too, and can do nothing else", async ({ page }) => {
  await open(page, TREATY);
  await page.goto((await rail(page).locator("video").first().getAttribute("src"))!);
  const state = () => page.locator("video").evaluate((video: HTMLVideoElement) => [video.error, video.readyState > 0]);
  await expect.poll(state).toEqual([null, true]);
});

test("the rail stands between the text and what goes on with the subject, and scrolls in its own place", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, TREATY);
  const tops = await page.locator(".article__text, .video-rail, .related").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(tops).toHaveLength(3);
  expect([...tops].sort((one, other) => one - other)).toEqual(tops);
  const track = rail(page).locator("ul");
  expect(await track.evaluate((track) => track.scrollWidth > track.clientWidth)).toBe(true);
  const last = rail(page).locator("video").last();
  await rail(page).locator("video").first().focus();
  // Each control of the first has its turn, then the second video, then its controls, to which the row scrolls.
  const isScrolled = () => track.evaluate((track) => track.scrollLeft > 0);
  for (let step = 0; step < 20 && !(await isScrolled()); step += 1) await page.keyboard.press("Tab");
  await expect(last).toBeInViewport({ ratio: 0.9 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test("where the rail scrolls, it is a stop of the Tab key that arrow keys move; where all of it is there, it is none", async ({ page }) => {
  await open(page, TREATY);
  const track = rail(page).getByRole("list");
  await expect(track).toHaveAttribute("tabindex", "-1");
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(track).toHaveAttribute("tabindex", "0");
  await rail(page).getByRole("button", { name: "Berikutnya" }).focus();
  await page.keyboard.press("Tab");
  await expect(track).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => track.evaluate((track) => track.scrollLeft)).toBeGreaterThan(0);
});

test("others' wait for a click, and then play in a closed frame of the same size", async ({ page }) => {
  const asked: string[] = [];
  await page.route(/youtube|video\.example/, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Pemutar</title>" });
  });
  await open(page, "uji-1");
  await expect(rail(page).getByRole("listitem")).toHaveCount(2);
  expect(asked).toEqual([]);
  const link = rail(page).getByRole("link", { name: /Rekaman rapat .*Tonton di youtube\.com/ });
  await link.scrollIntoViewIfNeeded();
  const box = await link.boundingBox();
  await link.click();
  const frame = rail(page).locator("iframe");
  await expect(frame).toHaveAttribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
  await expect(frame).toHaveAttribute("title", /^Rekaman rapat <img/);
  await expect(page.frameLocator("iframe").locator("html")).toBeAttached();
  expect(await frame.boundingBox()).toEqual(box);
  expect(asked).toEqual(["https://www.youtube-nocookie.com/embed/a-B_c1d2e3f?autoplay=1"]);
  // The settings do not name this one.
  const other = rail(page).getByRole("link", { name: /Kamera pelabuhan/ });
  await expect(other).toHaveAttribute("href", "https://video.example.com/1");
  await other.click();
  await expect(page).toHaveURL("https://video.example.com/1");
});

test("those of a closed article come with its text, below it", async ({ page }) => {
  const email = someone("video");
  await page.goto(await address(page, COVER_STORY));
  await expect(page.getByRole("region", { name: "Akses artikel" })).toBeVisible();
  expect(await page.content()).not.toContain("/video/");
  await expect(rail(page)).toHaveCount(0);
  await join(page, email);
  const env = { ...process.env, WARTA__DATABASE__URL: `sqlite://${ROOT}/target/end2end/id/warta.db` };
  execFileSync(path(ROOT, "target/release/warta"), ["reader", "subscribe", email, "--until", "2090-01-01"], { env });
  await open(page, COVER_STORY);
  await expect(rail(page)).toHaveCount(1);
  await expect(rail(page).locator("video")).toHaveCount(1);
  const edge = async (place: Locator) => (await place.boundingBox())!;
  await expect.poll(async () => {
    const [text, videos] = [await edge(page.locator(".article-body:not(.article-body--teaser)")), await edge(rail(page))];
    return videos.y - (text.y + text.height);
  }).toBeGreaterThanOrEqual(0);
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("ours have their controls, and others' are links", async ({ page }) => {
    await open(page, TREATY);
    await expect(rail(page).locator("video[controls]").first()).toBeVisible();
    await open(page, "uji-1");
    await expect(rail(page).getByRole("link").first()).toHaveAttribute("href", "https://www.youtube.com/watch?v=a-B_c1d2e3f");
    await expect(rail(page).locator(".picture__image")).toBeVisible();
    await page.goto(`${await address(page, TREATY)}/lite`);
    await expect(page.getByRole("region", { name: "Video Pilihan" }).getByRole("link")).toHaveCount(2);
  });
});
