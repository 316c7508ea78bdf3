// Plain English: a doc comment names its subject, a sentence can be read in one breath, a decision is told by its verb.
import { isRust } from "./rust.mjs";
import { lineAt, remembered } from "./text.mjs";

// The files that break a rule from the time before it, each line a rule and a file. This list shrinks: a file that breaks the rule no more
// has to leave it, and none is added.
const LIST = "scripts/lib/house/plain-exempt.txt";
const exemptFrom = (house, rule) => {
  const list = house.files.find(({ path }) => path === LIST)?.text ?? "";
  return list.split("\n").flatMap((line) => (line.startsWith(`${rule} `) ? line.slice(rule.length + 1) : []));
};

const MOST_WORDS = 40;
const isPage = (path) => /^(?:README|ARCHITECTURE|CONTRIBUTING)\.md$|^docs\/.*\.md$/.test(path);

const DOC_LINE = /^[ \t]*(\/\/[/!])(?!\/) ?(.*)$/;
/** The doc comments of a Rust file, each { at, text, item }: its place, its words, and the line that it stands above. */
const docs = remembered((text) => {
  const found = [];
  let [at, open] = [0, undefined];
  for (const line of text.split("\n")) {
    const [, mark, words] = DOC_LINE.exec(line) ?? [];
    if (mark && open?.mark === mark) open.text += `\n${words}`;
    else if (mark) found.push((open = { mark, at, text: words, item: "" }));
    else if (open && /^\s*(?:#\[|$)/.test(line) && open.mark === "///") open.isAbove = true;
    else {
      if (open?.mark === "///") open.item = line;
      open = undefined;
    }
    at += line.length + 1;
  }
  return found;
});

// Clauses that answer a question nobody has asked yet: "What stands before a path", "By what", "Of a cover story", "For good".
const WITHOUT_SUBJECT = /^(?:(?:What|Who|Whom|Whose|Which|Where|When|How|Those|Nobody)\b|(?:By|For|To|With|From|In|Of) (?:what|whom|who|which)\b|For good\b|Of (?:an?|the|its|this|these|who)\b|As (?:it|they|an?|the|who)\b)/;

const NAMED = /\b(?:struct|enum|union|trait|type|fn|mod|const|static|macro_rules!)\s+(\w+)|^\s*(?:pub(?:\([^)]*\))?\s+)?(\w+)\s*(?:[:({,]|$)/;
const FILLERS = new Set(["a", "an", "the", "its", "this", "it", "is", "of"]);
const wordsOf = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
const plain = (words) => words.filter((word) => !FILLERS.has(word)).map((word) => word.replace(/(?<=\w\w)s$/, "")).join(" ");
const nameOf = (item) => {
  const [, declared, field] = NAMED.exec(item) ?? [];
  return (declared ?? field ?? "").replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").replaceAll("_", " ");
};
const repeatsName = ({ text, item }) => nameOf(item) !== "" && plain(wordsOf(text)) === plain(wordsOf(nameOf(item)));

/** Text of a page without what is not prose. Tables, lists and headings part sentences; what is in code counts as one word. */
const prose = (text) =>
  text
    .replace(/^```[\s\S]*?^```/gm, (code) => code.replace(/[^\n]/g, " "))
    .replace(/`[^`\n]+`/g, (code) => `x${" ".repeat(code.length - 1)}`)
    .replace(/\]\([^)\s]*\)/g, (link) => `]${" ".repeat(link.length - 1)}`)
    .replace(/^[ \t]*(?:#+|[-*]|\d+\.)[ \t]/gm, (mark) => "\0".padEnd(mark.length))
    .replace(/\||\n[ \t]*\n/g, (gap) => gap.replace(/\||\n/, "\0"));

/** Sentences that are too long, as { at, count }. Where a sentence goes on after a colon or semicolon, one may breathe. */
function longSentences(text) {
  const found = [];
  let at = 0;
  for (const sentence of prose(text).split(/(?<=[.!?][)"'”]?)(?=\s)|(?<=\0)|(?<=[:;])(?=\s)/)) {
    const count = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    if (count > MOST_WORDS) found.push({ at: at + sentence.search(/[^\s\0]/), count });
    at += sentence.length;
  }
  return found;
}

// What a decision does. A verb that is missing here may be added; a noun may not.
const VERBS = new Set(
  `Add Allow Answer Apply Ask Avoid Batch Bind Build Bundle Cache Call Check Choose Commit Compare Compile Compress Compute Count Cut Decide
  Decode Defer Define Delete Deliver Derive Describe Display Download Drop Encode Encrypt Erase Escape Expire Export Fall Fetch Generate
  Give Group Hash Hide Hold Hydrate Import Include Inline Invalidate Issue Keep Let Limit Link List Load Lock Log Make Measure Merge Move
  Name Normalise Open Pack Parse Pass Pin Poll Post Prefer Prefetch Preload Print Prove Publish Push Put Queue Rank Read Record Redirect
  Refuse Reject Remove Render Replace Report Require Reserve Return Reuse Rotate Run Sanitise Save Scale Seal Send Separate Serve Set Share
  Show Sign Skip Split Start Stop Store Stream Strip Swap Sync Take Tell Test Throttle Track Trust Type Update Use Validate Verify Wait
  Wrap Write`.split(/\s+/),
);
const TITLE = /^# \d{4} (\S+)/;

/** A rule over some files that spares those in its list, and says of a file in the list that it has no business there any more. */
const plainRule = ({ name, home, files, search, what }) => ({
  name,
  home,
  check: (house) => {
    const chosen = house.files.filter(({ path }) => files(path)).map((file) => ({ file, found: search(file) }));
    const exempt = exemptFrom(house, name);
    const isBroken = (path) => chosen.some(({ file, found }) => file.path === path && found.length > 0);
    const broken = chosen.filter(({ file }) => !exempt.includes(file.path));
    return [
      ...broken.flatMap(({ file, found }) => found.map((one) => ({ path: file.path, line: lineAt(file.text, one.at), what: what(one) }))),
      ...exempt
        .filter((path) => !isBroken(path))
        .map((path) => ({ path, line: 1, what: "nothing is wrong here any more", home: `take it out of ${LIST}` })),
    ];
  },
});
const firstLine = (text) => text.split("\n")[0].slice(0, 60);

export const PLAIN = [
  plainRule({
    name: "doc-names-its-subject",
    home: "a doc comment begins with the noun or verb that it is about, and can be read alone: “Key that is counted”, not “By what”",
    files: isRust,
    search: ({ text }) => docs(text).filter((doc) => WITHOUT_SUBJECT.test(doc.text)),
    what: ({ text }) => `“${firstLine(text)}” has no subject`,
  }),
  plainRule({
    name: "doc-says-more-than-name",
    home: "say what the name does not (shape, unit, errors, source), or nothing",
    files: isRust,
    search: ({ text }) => docs(text).filter(repeatsName),
    what: ({ text }) => `“${firstLine(text)}” repeats the name`,
  }),
  plainRule({
    name: "short-sentences",
    home: `a sentence has at most ${MOST_WORDS} words: make two of it`,
    files: (path) => isRust(path) || isPage(path),
    search: ({ path, text }) =>
      isRust(path) ? docs(text).flatMap((doc) => longSentences(doc.text).map(({ count }) => ({ at: doc.at, count }))) : longSentences(text),
    what: ({ count }) => `a sentence of ${count} words`,
  }),
  plainRule({
    name: "decisions-begin-with-a-verb",
    home: "the title of an ADR is `# NNNN Verb …` and tells the decision: “Defer scripts until after the largest paint”",
    files: (path) => /^docs\/adr\/\d{4}-[^/]+\.md$/.test(path),
    search: ({ text }) => (VERBS.has(TITLE.exec(text)?.[1]) ? [] : [{ at: 0, title: text.split("\n")[0] }]),
    what: ({ title }) => `“${title}” does not begin with a verb`,
  }),
];

/** How many files each rule still spares. */
export const spared = (house) => PLAIN.map(({ name }) => `${exemptFrom(house, name).length} from ${name}`).join(", ");
