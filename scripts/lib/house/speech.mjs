// What no text of the project says.
import { textRule } from "./text.mjs";

// Lock files are written by tools, a licence by others, and this folder must name what it forbids.
const isOurs = (path) =>
  !/(?:^|\/)(?:Cargo\.lock|package-lock\.json|LICENSE[^/]*)$|^scripts\/lib\/house\//.test(path);
// News and prose may count to thirty in Roman numerals.
const isProse = (path) => /\.(?:md|jsonl|txt)$/.test(path);

// Hosts that RFC 2606 keeps free.
const FREE = /(?:(?:[\w-]+\.)*example\.(?:com|org|net)|(?:[\w-]+\.)+(?:example|test|invalid|localhost))(?![\w-]|\.\w)/;
const NAME = /(?<![\w.%+-])(?!git@)[\w.%+-]+/;
// With a dot and a last part of letters; `2x` is a picture for dense screens.
const HOST = /(?!\d+x\.)(?:[a-z0-9-]+\.)+[a-z]{2,}\b/;
const MAIL = new RegExp(`${NAME.source}@(?!${FREE.source})${HOST.source}`, "gi");

const STRANGERS = /\b(?:issue #?\d+|ChatGPT|Claude|Copilot|AI assistant)\b|(?<![\w.])\/work\//gi;
const FROM_OUTSIDE = "speaks of how the project came to be";

const speaks = textRule({
  name: "speaks-of-itself",
  home: "the project speaks of itself alone; a reason belongs in the text itself, a decision in docs/adr/",
  files: isOurs,
  wrong: [[STRANGERS, `$ ${FROM_OUTSIDE}`]],
});

export const SPEECH = [
  textRule({
    name: "mail-at-example",
    home: "an address in a text is at example.com, *.example, *.test or *.invalid, where nobody lives",
    files: isOurs,
    wrong: [[MAIL, "$ may be somebody's"]],
  }),
  {
    ...speaks,
    // A file's name speaks too.
    check: (house) => [
      ...speaks.check(house),
      ...house.files
        .filter(({ path }) => isOurs(path) && path.search(STRANGERS) >= 0)
        .map(({ path }) => ({ path, line: 1, what: `the name of the file ${FROM_OUTSIDE}` })),
    ],
  },
  textRule({
    name: "nothing-unfinished",
    home: "do it now, or leave it out and say so in the commit",
    files: (path) => isOurs(path) && !isProse(path),
    wrong: [[/\b(?:todo|unimplemented)!|\b(?:TODO|FIXME|XXX)\b/g, "$ is unfinished"]],
  }),
];
