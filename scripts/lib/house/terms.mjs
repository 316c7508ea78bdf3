// The field's terms: words that this project once had of its own are refused where they would name something again.
// docs/glossary.md has the words that are ours.
import { NEVER, WITHIN } from "./dialect.mjs";
import { code, isRust, spoken, strings } from "./rust.mjs";
import { violation } from "./text.mjs";

const HOME = "use the field's term; docs/glossary.md has the words that are ours";

const anyOf = (words) => Object.keys(words).join("|");
const definition = (kinds, words) => new RegExp(`\\b(?:${kinds})\\s+(?:${anyOf(words)})\\b`, "g");
const identifier = new RegExp(`\\b(?:${anyOf(NEVER)})\\b`, "g");

const TABLES = { letters: "outbox_emails", detours: "oidc_logins", wishes: "confirmations" };
const TABLE = new RegExp(`\\b(?:FROM|INTO|UPDATE|JOIN|TABLE)\\s+(?:${anyOf(TABLES)})\\b`);
// Migrations keep their text, and the test of the one that renames has rows under both names.
const KNOWS_BOTH = "store/src/tests/schema.rs";

const LOG = /\b(?:trace|debug|info|warn|error)!\s*\([^;]*?;/g;
const LOG_WORDS = /\b(?:letters?|wish(?:es)?|detours?|dice|the books|sightings?|rails?|tid(?:y|ied)|keeper)\b/;

/** Names of files, without their ending. */
const FILES = /(?:^|\/)(?:letters|detours?|lot|rails|scene|trails|keeper|sightings|tidy|answer_cache|counts|noted|few|paper|ways_in|veil|comfort\.spec)\.(?:rs|css|ts|sql)$/;

const instead = (found, words) => words[found.split(/\s+/).at(-1)];
const say = (found, words) => `\`${found.replace(/\s+/g, " ")}\` is \`${instead(found, words)}\``;

function definitions({ files }) {
  return files
    .filter(({ path }) => isRust(path))
    .flatMap((file) =>
      WITHIN.filter(({ room }) => room.test(file.path)).flatMap(({ kinds, words }) =>
        [...code(file.text).matchAll(definition(kinds, words))].map((match) =>
          violation(file, match.index, say(match[0], words)),
        ),
      ),
    );
}

export const TERMS = [
  {
    name: "field-terms",
    home: HOME,
    check: (house) => [
      ...house.files
        .filter(({ path }) => isRust(path))
        .flatMap((file) =>
          [...code(file.text).matchAll(identifier)].map((match) =>
            violation(file, match.index, say(match[0], NEVER)),
          ),
        ),
      ...definitions(house),
    ],
  },
  {
    name: "field-terms-of-tables",
    home: HOME,
    check: ({ files }) =>
      files
        .filter(({ path }) => isRust(path) && path !== KNOWS_BOTH)
        .flatMap((file) =>
          strings(file.text).flatMap(({ at, text }) => {
            const found = TABLE.exec(text);
            return found ? [violation(file, at + found.index, say(found[0], TABLES))] : [];
          }),
        ),
  },
  {
    name: "field-terms-of-logs",
    home: HOME,
    check: ({ files }) =>
      files
        .filter(({ path }) => isRust(path))
        .flatMap((file) =>
          [...spoken(file.text).matchAll(LOG)].flatMap((match) => {
            const found = LOG_WORDS.exec(match[0].replace(/^[^"]*/, (head) => " ".repeat(head.length)));
            return found ? [violation(file, match.index + found.index, `a log message says \`${found[0]}\``)] : [];
          }),
        ),
  },
  {
    name: "field-terms-of-files",
    home: HOME,
    check: ({ files }) =>
      files
        .filter(({ path }) => FILES.test(path))
        .map((file) => violation(file, 0, "the file has a word of old")),
  },
];
