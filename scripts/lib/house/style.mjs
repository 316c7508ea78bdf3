// What a stylesheet may say, which component it belongs to, and that it is part of the site.
import { COLOUR_NAMES } from "./colours.mjs";
import { blank, violation, remembered } from "./text.mjs";

const isStyle = (path) => path.startsWith("style/") && path.endsWith(".css");
const MAIN = "style/main.css";
// The light page has a style of its own, in two files: its tokens and its rules.
const LITE = "/lite.css";
// Of the document itself, which is no component.
const WITHOUT_COMPONENT = ["style/components/skip-link.css"];

const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\//g, blank);
const bare = (text) => withoutComments(text).replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|url\([^)"']*\)/g, blank);

/**
 * The declarations of a stylesheet. What ends with `{` is a selector or the head of a media or container query, where
 * custom properties do not work; what begins with `@` sets nothing.
 */
const declarations = remembered((text) =>
  [...bare(text).matchAll(/[^{};]+[{};]/g)]
    .filter(([chunk]) => !chunk.endsWith("{") && !chunk.trim().startsWith("@") && chunk.includes(":"))
    .map(({ 0: chunk, index }) => {
      const colon = chunk.indexOf(":");
      return { property: chunk.slice(0, colon).trim(), value: chunk.slice(colon + 1, -1), at: index + colon + 1 };
    }),
);

const NAMED = `(?<![\\w-])(?:${COLOUR_NAMES.join("|")})(?![\\w(-])`;
const MIXED = "(?<![\\w-])(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\\(";
const COLOUR = new RegExp(`#[0-9a-f]{3,8}\\b|${MIXED}|${NAMED}`, "gi");
// A hyphen after a word is part of a name (`--space-2s`), any other is a minus.
const SIZE =
  /(?<![\w.#]|[\w-]-)-?(?:\d+\.?\d*|\.\d+)(?:px|r?em|r?ch|r?ex|cap|ic|pt|pc|cm|mm|in|q|vw|vh|vi|vb|vmin|vmax|ms|s)\b/gi;

const isZero = (size) => Number.parseFloat(size) === 0;
// In a mask black is no colour: it says what shows.
const isMask = (property, colour) => /^mask(?:-|$)/.test(property) && colour.toLowerCase() === "black";

const tokensOnly = (name, home, pattern, isFine, what) => ({
  name,
  home,
  check: ({ files }) =>
    files
      .filter(({ path }) => isStyle(path) && !path.startsWith("style/tokens/"))
      .flatMap((file) =>
        declarations(file.text).flatMap(({ property, value, at }) =>
          [...value.matchAll(pattern)]
            .filter(([found]) => !isFine(property, found))
            .map(({ 0: found, index }) => violation(file, at + index, `\`${property}: … ${found.trim()}\` ${what}`)),
        ),
      ),
});

const imports = (main) =>
  [...withoutComments(main.text).matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g)].map((match) => ({
    path: `style/${match[1]}`,
    at: match.index,
  }));

function importFaults({ files }) {
  const sheets = files.filter(({ path }) => isStyle(path) && path !== MAIN);
  const main = files.find(({ path }) => path === MAIN) ?? { path: MAIN, text: "" };
  const imported = imports(main);
  const isKnown = (path) => sheets.some((sheet) => sheet.path === path);
  const isSecond = ({ path }, position) => imported.findIndex((other) => other.path === path) < position;
  return [
    ...sheets
      .filter(({ path }) => !path.endsWith(LITE) && !imported.some((other) => other.path === path))
      .map((sheet) => violation(sheet, 0, "the stylesheet is not part of the site")),
    ...imported.filter(({ path }) => !isKnown(path)).map(({ path, at }) => violation(main, at, `there is no ${path}`)),
    ...imported.filter(isSecond).map(({ path, at }) => violation(main, at, `${path} is imported again`)),
  ];
}

const isOfComponent = (files, sheet) => {
  const name = sheet.path.slice("style/components/".length, -".css".length).replaceAll("-", "_");
  return files.some(({ path }) => /^app\/src\/(?:components|islands)\//.test(path) && path.endsWith(`/${name}.rs`));
};

export const STYLE = [
  tokensOnly(
    "colours-in-tokens",
    "colours belong in style/tokens/colours.css and are used as var(--color-…)",
    COLOUR,
    isMask,
    "is a raw colour",
  ),
  tokensOnly(
    "sizes-in-tokens",
    "sizes belong in style/tokens/ and are used as var(--…)",
    SIZE,
    (_, size) => isZero(size),
    "is a raw size",
  ),
  {
    name: "stylesheet-of-component",
    home: "a component's style belongs in the file of its name, what spans components in style/layout/ or style/base/",
    check: ({ files }) =>
      files
        .filter(({ path }) => path.startsWith("style/components/") && !WITHOUT_COMPONENT.includes(path))
        .filter((sheet) => !isOfComponent(files, sheet))
        .map((sheet) => violation(sheet, 0, "there is no component or island of this name")),
  },
  {
    name: "stylesheet-imported-once",
    home: "every file below style/ has one @import line in style/main.css",
    check: importFaults,
  },
];
