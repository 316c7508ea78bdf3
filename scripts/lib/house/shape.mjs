// How files are cut and called.
import { code, isRust, isTest, testSpans } from "./rust.mjs";
import { violation, textRule } from "./text.mjs";

const isCode = (path) => /\.(?:rs|css|mjs|js|ts)$/.test(path);
const LARGEST = { "README.md": 120, "ARCHITECTURE.md": 150 };
const largest = (path) => LARGEST[path] ?? (isTest(path) || path.startsWith("end2end/") ? 400 : 300);

const lines = (text) => text.split("\n").length - 1;
/** Lines that count: the unit tests at the end of a file do not. */
const size = ({ path, text }) => {
  const tests = isRust(path) ? testSpans(text) : [];
  return lines(text) - tests.reduce((sum, { from, to }) => sum + lines(text.slice(from, to)) + 1, 0);
};

const MIGRATIONS = ["store/migrations/sqlite/", "store/migrations/postgres/"];
function withoutTwin({ files }) {
  const paths = new Set(files.map(({ path }) => path));
  return MIGRATIONS.flatMap((folder, position) => {
    const other = MIGRATIONS[1 - position];
    return files
      .filter(({ path }) => path.startsWith(folder) && !paths.has(path.replace(folder, other)))
      .map((file) => violation(file, 0, `${file.path.replace(folder, other)} is missing`));
  });
}

const EMPTY_NAME = /^(?:managers?|helpers?|impls?|utils?|utilities)$/;
const stem = (path) => path.split("/").at(-1).replace(/\.\w+$/, "");

export const SHAPE = [
  {
    name: "twin-migrations",
    home: "store/migrations/sqlite/ and store/migrations/postgres/ hold files of the same names",
    check: withoutTwin,
  },
  {
    name: "file-size",
    home: "a part with a name of its own belongs in a file of its own, beside or below this one",
    check: ({ files }) =>
      files
        .filter((file) => (isCode(file.path) || LARGEST[file.path]) && size(file) > largest(file.path))
        .map((file) => violation(file, 0, `${size(file)} lines, at most ${largest(file.path)}`)),
  },
  {
    name: "no-mod-rs",
    home: "a module's text belongs in name.rs beside its folder name/",
    check: ({ files }) =>
      files
        .filter(({ path }) => /(?:^|\/)mod\.rs$/.test(path))
        .map((file) => violation(file, 0, "a mod.rs does not say what it is")),
  },
  textRule({
    name: "plain-names",
    home: "it belongs under the noun or verb that says what it does",
    // The fixtures must name what the rule forbids.
    files: (path) => isCode(path) && !path.startsWith("scripts/lib/house/"),
    view: code,
    wrong: [
      [/\b(?:struct|enum|union|trait|type|class|interface)\s+\w*(?:Manager|Helper|Impl|Util)s?\b/g, "$ names no thing"],
      [/\bmod\s+(?:\w+_)?(?:managers?|helpers?|impls?|utils?)\b/g, "$ names no thing"],
    ],
  }),
  {
    name: "plain-file-names",
    home: "what is in it belongs in files called after what they do",
    check: ({ files }) =>
      files
        .filter(({ path }) => isCode(path) && stem(path).split(/[-_.]/).some((part) => EMPTY_NAME.test(part)))
        .map((file) => violation(file, 0, `\`${stem(file.path)}\` names no thing`)),
  },
  {
    name: "module-doc",
    home: "one to three lines `//! …` belong at the top: what this module is",
    check: ({ files }) =>
      files
        .filter(({ path, text }) => isRust(path) && /(?:^|\/)(?:src|tests)\//.test(path) && !/^\/\/! ?\S/.test(text))
        .map((file) => violation(file, 0, "the module does not say what it is")),
  },
];
