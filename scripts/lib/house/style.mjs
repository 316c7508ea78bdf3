// Which component a stylesheet belongs to, and that it is part of the site. What it may say is in style/stylelint.config.mjs.
import { blank, violation } from "./text.mjs";

const isStyle = (path) => path.startsWith("style/") && path.endsWith(".css");
const MAIN = "style/main.css";
// The light page has a style of its own, in two files: its tokens and its rules.
const LITE = "/lite.css";
// Of the document itself, which is no component.
const WITHOUT_COMPONENT = ["style/components/skip-link.css"];

const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\//g, blank);
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
