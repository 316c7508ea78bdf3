// Words on screen have one place, where a missing translation does not compile.
import { isRust, withoutTests } from "./rust.mjs";
import { violation } from "./text.mjs";
import { spokenPlaces } from "./views.mjs";

const ON_SCREEN = /^app\/src\/(?:(?:components|pages|islands)(?:\/|\.rs$)|(?:document|routes)\.rs$)/;
const READ_OUT =
  /^(?:aria-(?:label|description|placeholder|roledescription|valuetext)|title|alt|placeholder|label|heading|text)$/;

// What format! fills in is no word of ours.
const letters = (text) => text.replace(/\{[^{}]*\}/g, "").match(/\p{L}/gu)?.length ?? 0;
const isCapitalised = (text) => /^\s*\p{Lu}\p{Ll}/u.test(text);
// Two words in a row. Class names, media queries and header values have hyphens, colons and equals signs instead.
const isSentence = (text) => /(?:^|[\s("'])\p{L}{2,}[,.:;!?…]* \p{L}{2,}(?=$|[\s,.:;!?…)"'])/u.test(text);

/** Whether a string at its place is for the eyes or ears of readers. */
const IS_ON_SCREEN = {
  child: ({ text }) => letters(text) >= 2,
  attribute: ({ text, attribute }) => READ_OUT.test(attribute ?? "") && letters(text) >= 2,
  block: ({ text }) => letters(text) >= 2 && (isCapitalised(text) || isSentence(text)),
  code: ({ text, before }) => isSentence(text) && !/\bclass\w*\s*=[^;]*$/.test(before),
  aside: () => false,
};

export const WORDS = [
  {
    name: "words-in-text",
    home: "words on screen belong in app/src/text/, in every language, and come in as `text`",
    check: ({ files }) =>
      files
        .filter(({ path }) => ON_SCREEN.test(path) && isRust(path))
        .flatMap((file) =>
          spokenPlaces(withoutTests(file.text))
            .map((found) => ({ ...found, before: file.text.slice(0, found.at).split("\n").at(-1) }))
            .filter((found) => IS_ON_SCREEN[found.place](found))
            .map(({ at, text, attribute }) =>
              violation(file, at, `${attribute ? `${attribute}=` : ""}"${text.replace(/\s+/g, " ").trim()}" is on screen`),
            ),
        ),
  },
];
