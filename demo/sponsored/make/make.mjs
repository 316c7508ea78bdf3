// Makes the pictures of the demo's sponsored items from their drawings:  node demo/sponsored/make/make.mjs
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";

const folder = import.meta.dirname;
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
for (const name of readdirSync(folder).filter((name) => name.endsWith(".svg"))) {
  await page.setContent(`<style>*{margin:0}</style>${readFileSync(join(folder, name), "utf8")}`);
  await page.screenshot({ path: join(folder, "..", name.replace(".svg", ".jpg")), type: "jpeg", quality: 82 });
}
await browser.close();
