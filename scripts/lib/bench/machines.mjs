// What programs of others make of the feeds and sitemaps: feedparser reads every feed of the demo, and lxml validates every sitemap against
// the schemas beside `machines/check.py`. Both come from PyPI. Fails if anything is wrong.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { WARTA, report, scratch, start, stop, storeIn } from "./common.mjs";

const PACKAGES = ["feedparser==6.0.14", "lxml==6.1.3"];
const PORT = 43137;
const site = `http://127.0.0.1:${PORT}`;

const tools = resolve("target/tools/machines");
if (!existsSync(`${tools}/bin/python`)) execFileSync("python3", ["-m", "venv", tools], { stdio: "inherit" });
execFileSync(`${tools}/bin/pip`, ["install", "--quiet", "--disable-pip-version-check", ...PACKAGES], { stdio: "inherit" });

const folder = scratch("machines");
const env = storeIn(folder, { WARTA__SERVER__LISTEN: `127.0.0.1:${PORT}`, WARTA__SERVER__LOG: "warn", WARTA__SITE__PAGES: "demo/pages", WARTA__MACHINES__HUB: "https://hub.example/" });
const sections = ["nasional", "dunia", "ekonomi", "lingkungan", "sains", "budaya", "olahraga", "opini"];
execFileSync(WARTA, ["import", "jsonl", ...sections.map((section) => `demo/${section}.jsonl`)], { env, stdio: "ignore" });
const server = await start([WARTA, "serve"], { env }, `${site}/readyz`);
try {
  const printed = execFileSync(`${tools}/bin/python`, ["scripts/lib/bench/machines/check.py", site], { encoding: "utf8", maxBuffer: 1 << 26 });
  const { feeds, sitemaps, faults } = JSON.parse(printed);
  report("machines", { feeds: { checked: feeds }, sitemaps: { checked: sitemaps }, faults: { checked: faults.length } }, { feeds, sitemaps, faults });
  if (faults.length > 0) throw new Error(faults.join("\n"));
} finally {
  await stop(server);
}
