// Where strings and bare words stand in Rust with Leptos views: as a child, in an attribute, or in code.
import { code, spoken } from "./rust.mjs";

const CLOSING = { "{": "}", "(": ")", "[": "]" };
const VIEW = /(?<!\w)view!\s*[{([]/y;
const BARE_WORDS = /[\p{L}\p{N}][^<>{}"\n]*/uy;
const ATTRIBUTE = /[\w:#-]+$/;
// Their readers are colleagues, not readers of the paper.
const FOR_COLLEAGUES =
  /\b(?:(?:trace|debug|info|warn|error|panic|unreachable|(?:debug_)?assert\w*)!|expect|expect_err)$/;

/**
 * Every string and every run of unquoted words, as { at, text, place, attribute }. `place` is `child` between tags,
 * `attribute` within a tag, `block` in braces between tags, `code` elsewhere, `aside` where only colleagues read it.
 */
export function spokenPlaces(text) {
  const bare = code(text);
  const full = spoken(text);
  const found = [];
  const stack = [{ place: "code" }];
  let at = 0;
  while (at < bare.length) {
    const top = stack.at(-1);
    const character = bare[at];
    VIEW.lastIndex = at;
    const view = VIEW.exec(bare);
    if (view) {
      stack.push({ place: "child", closing: CLOSING[view[0].at(-1)] });
      at += view[0].length;
    } else if (character === '"') {
      // A file that is being written may end within a string.
      const end = Math.max(bare.indexOf('"', at + 1), at + 1);
      found.push({ at, text: full.slice(at + 1, end), place: top.place, attribute: top.attribute });
      at = end + 1;
    } else if (character === top.closing && !isArrow(bare, at)) {
      stack.pop();
      at += 1;
    } else if (top.place === "child") {
      at += inMarkup(bare, at, stack, found);
    } else {
      inCode(bare, at, stack);
      at += 1;
    }
  }
  return found;
}

const isArrow = (bare, at) => bare[at] === ">" && /[=-]/.test(bare[at - 1]);

/** Between tags: a tag, a block or bare words begin. Says how much was read. */
function inMarkup(bare, at, stack, found) {
  if (bare[at] === "<") stack.push({ place: "attribute", closing: ">", isTag: true });
  if (bare[at] === "{") stack.push({ place: "block", closing: "}" });
  BARE_WORDS.lastIndex = at;
  const words = BARE_WORDS.exec(bare);
  if (words) found.push({ at, text: words[0], place: "child" });
  return words ? words[0].length : 1;
}

/** In code or within a tag: brackets open, and an attribute begins at its `=`. */
function inCode(bare, at, stack) {
  const top = stack.at(-1);
  const before = bare.slice(Math.max(0, at - 60), at);
  const { place, attribute } = top;
  if (CLOSING[bare[at]]) {
    const isAside = FOR_COLLEAGUES.test(before) || (bare[at] === "[" && /#!?$/.test(before));
    stack.push({ place: isAside ? "aside" : place, attribute, closing: CLOSING[bare[at]] });
  } else if (top.isTag && bare[at] === "<" && /[\w:]$/.test(before)) {
    // Types within a tag: `collect::<Vec<_>>()`.
    stack.push({ place, attribute, closing: ">", isTag: true });
  } else if (top.isTag && bare[at] === "=" && ATTRIBUTE.test(before)) {
    top.attribute = ATTRIBUTE.exec(before)[0];
  }
}
