// Rust as the rules look at it: without comments, without the insides of literals, without tests.
import { blank, remembered } from "./text.mjs";

export const isRust = (path) => path.endsWith(".rs");
export const isTest = (path) => /(^|\/)tests\//.test(path);

// Whichever comes first hides the others within it. A lifetime has no second quote one character later. Comments within
// comments are not counted: nobody writes them.
const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//;
const STRING = /(?<!\w)[bc]?r(#*)"[\s\S]*?"\1|"(?:[^"\\]|\\[\s\S])*"/;
const CHARACTER = /'(?:[^'\\\n]|\\(?:u\{[^}]*\}|x\w\w|.))'/;
const PIECES = new RegExp([COMMENT, STRING, CHARACTER].map(({ source }) => source).join("|"), "g");

const isComment = (piece) => piece.startsWith("/");

/** Without comments. */
export const spoken = remembered((text) =>
  text.replace(PIECES, (piece) => (isComment(piece) ? blank(piece) : piece)),
);

/** Without comments and without what stands between quotes; the quotes of strings stay. */
export const code = remembered((text) =>
  text.replace(PIECES, (piece) => {
    const quoted = /^(\w*#*")([\s\S]*)("#*)$/.exec(piece);
    return quoted ? quoted[1] + blank(quoted[2]) + quoted[3] : blank(piece);
  }),
);

/** The strings of a text and where they begin. */
export const strings = (text) =>
  [...text.matchAll(PIECES)]
    .filter(([piece]) => /^\w*#*"/.test(piece))
    .map((match) => ({ at: match.index, text: match[0] }));

/** From and to of everything that is compiled for tests only, above all `mod tests`. */
export const testSpans = remembered((text) => {
  const bare = code(text);
  return [...bare.matchAll(/#\[cfg\((?:test|all\(test\b[^\]]*)\)\]/g)].map(({ index }) => {
    const opening = index + bare.slice(index).search(/[{;]/);
    return { from: index, to: bare[opening] === "{" ? endOfBlock(bare, opening) : opening + 1 };
  });
});

/** Without tests, comments and all else as it is. */
export const withoutTests = remembered((text) =>
  testSpans(text).reduce(
    (rest, { from, to }) => rest.slice(0, from) + blank(rest.slice(from, to)) + rest.slice(to),
    text,
  ),
);

function endOfBlock(bare, opening) {
  let depth = 0;
  for (let at = opening; at < bare.length; at += 1) {
    if (bare[at] === "{") depth += 1;
    if (bare[at] === "}") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return bare.length;
}
