// Cuts the fonts of the site out of the @fontsource packages: only the styles, weights and sizes that pages use.
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

const OUT = "public/fonts";
const NEWSREADER = "node_modules/@fontsource-variable/newsreader/files/newsreader";
const JAKARTA = "node_modules/@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans";

// The characters of style/base/fonts.css; what a language of the archipelago or a foreign name needs beyond is `ext`.
const LATIN = [[0x20, 0x7e], [0xa0, 0xff], [0x152, 0x153], [0x2010, 0x2015], [0x2018, 0x201e], [0x2020, 0x2022], [0x2026, 0x2026], [0x2030, 0x2030], [0x2032, 0x2033], [0x2039, 0x203a], [0x20ac, 0x20ac], [0x2122, 0x2122], [0x2190, 0x2193], [0x2212, 0x2212], [0x2215, 0x2215]];
const EXT = [[0x100, 0x151], [0x154, 0x24f], [0x1e00, 0x1eff]];

const text = { opsz: 16, wght: { min: 400, max: 700 } };
const display = { opsz: 60, wght: { min: 500, max: 700 } };
const sans = { wght: { min: 400, max: 700 } };

const CUTS = [
  ["serif", `${NEWSREADER}-latin-opsz-normal.woff2`, text, LATIN],
  ["serif-italic", `${NEWSREADER}-latin-opsz-italic.woff2`, { ...text, wght: 400 }, LATIN],
  ["display", `${NEWSREADER}-latin-opsz-normal.woff2`, display, LATIN],
  ["sans", `${JAKARTA}-latin-wght-normal.woff2`, sans, LATIN],
  ["serif-ext", `${NEWSREADER}-latin-ext-opsz-normal.woff2`, text, EXT],
  ["display-ext", `${NEWSREADER}-latin-ext-opsz-normal.woff2`, display, EXT],
  ["sans-ext", `${JAKARTA}-latin-ext-wght-normal.woff2`, sans, EXT],
];

const characters = (ranges) =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step))).join("");

const madeAt = async (path) => (await stat(path).catch(() => ({ mtimeMs: 0 }))).mtimeMs;

await mkdir(OUT, { recursive: true });
for (const [name, source, variationAxes, ranges] of CUTS) {
  const target = `${OUT}/${name}.woff2`;
  const newest = Math.max(await madeAt(source), await madeAt(new URL(import.meta.url).pathname));
  if ((await madeAt(target)) > newest) continue;
  const cut = await subsetFont(await readFile(source), characters(ranges), { targetFormat: "woff2", variationAxes });
  await writeFile(target, cut);
  console.log(`${target}: ${cut.length} bytes`);
}
