// Takes the pictures of README from a site that runs:  node scripts/lib/screenshots.mjs http://127.0.0.1:3000
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";

const site = process.argv[2] ?? "http://127.0.0.1:3000";
const folder = mkdtempSync(join(tmpdir(), "warta-"));
const PICTURES = [
  { name: "front", path: "/", width: 1280, height: 960, colorScheme: "light" },
  { name: "article", path: "/read/1882104", width: 1280, height: 1150, colorScheme: "dark" },
  { name: "phone", path: "/read/1882104", width: 360, height: 720, colorScheme: "light" },
];

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const { name, path, width, height, colorScheme } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, deviceScaleFactor: name === "phone" ? 2 : 1 });
  await page.goto(site + path);
  await page.locator("html[data-hydrated]").waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/${name}.png` });
  execFileSync("cwebp", ["-quiet", "-q", "82", `${folder}/${name}.png`, "-o", `docs/pictures/${name}.webp`]);
}
await browser.close();
