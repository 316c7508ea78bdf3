// Cuts the fonts of the site out of the @fontsource packages: the styles, weights and sizes that pages use, and the characters that
// style/base/fonts.css names for each file.
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

const OUT = "public/fonts";
const RULES = "style/base/fonts.css";
const NEWSREADER = "node_modules/@fontsource-variable/newsreader/files/newsreader";
const JAKARTA = "node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans";

// Accents, pairs and ligatures, and the digits that stylesheets ask for; no small capitals or fractions.
const keepFeatures = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "lnum", "tnum"];

const text = { opsz: 16, wght: 400 };
const bold = { opsz: 16, wght: 700 };
const display = { opsz: 60, wght: 600 };
const sans = { wght: { min: 400, max: 700 } };

const CUTS = {
  serif: [`${NEWSREADER}-latin-opsz-normal.woff2`, text],
  "serif-bold": [`${NEWSREADER}-latin-opsz-normal.woff2`, bold],
  "serif-italic": [`${NEWSREADER}-latin-opsz-italic.woff2`, text],
  display: [`${NEWSREADER}-latin-opsz-normal.woff2`, display],
  sans: [`${JAKARTA}-latin-wght-normal.woff2`, sans],
  "serif-more": [`${NEWSREADER}-latin-opsz-normal.woff2`, text],
  "display-more": [`${NEWSREADER}-latin-opsz-normal.woff2`, display],
  "sans-more": [`${JAKARTA}-latin-wght-normal.woff2`, sans],
  "serif-ext": [`${NEWSREADER}-latin-ext-opsz-normal.woff2`, text],
  "display-ext": [`${NEWSREADER}-latin-ext-opsz-normal.woff2`, display],
  "sans-ext": [`${JAKARTA}-latin-ext-wght-normal.woff2`, sans],
};

/** Every page asks for these at once. Together with some 600 bytes of headers, each is to come in the first flight of a connection. */
const PRELOADED = ["serif", "sans", "display"];
const FIRST_FLIGHT = 14_600 - 600;

/** The characters of each file, by its name: `U+0020-007E, U+00A0` and so on. */
const characters = (rules) => {
  const faces = rules.matchAll(/url\("\/fonts\/([\w-]+)\.woff2"\)[^}]*?unicode-range: ([^;]+);/g);
  const range = (text) => {
    const [from, to = from] = text.trim().slice(2).split("-").map((code) => Number.parseInt(code, 16));
    return Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step));
  };
  return Object.fromEntries([...faces].map(([, name, ranges]) => [name, ranges.split(",").flatMap(range).join("")]));
};

const madeAt = async (path) => (await stat(path).catch(() => ({ mtimeMs: 0 }))).mtimeMs;

await mkdir(OUT, { recursive: true });
const wanted = characters(await readFile(RULES, "utf8"));
for (const [name, [source, variationAxes]] of Object.entries(CUTS)) {
  if (!wanted[name]) throw new Error(`${RULES}: no face has the file ${name}.woff2`);
  const target = `${OUT}/${name}.woff2`;
  const newest = Math.max(...(await Promise.all([source, RULES, new URL(import.meta.url).pathname].map(madeAt))));
  if ((await madeAt(target)) > newest) continue;
  const cut = await subsetFont(await readFile(source), wanted[name], { targetFormat: "woff2", variationAxes, keepFeatures, noHinting: true });
  if (PRELOADED.includes(name) && cut.length > FIRST_FLIGHT) throw new Error(`${target}: ${cut.length} bytes, and ${FIRST_FLIGHT} come at once: move characters to ${name}-more in ${RULES}`);
  await writeFile(target, cut);
  console.log(`${target}: ${cut.length} bytes`);
}
