// All rules. A rule has a name, a `home` (where the line belongs) and a `check` from a house to its violations, each
// { path, line, what } and, where it knows better than the rule, a `home` of its own.
// A house is { files: [{ path, text }], crates: { arrows: [{ from, to }], trees: [{ room, names, complaint }] } }:
// load.mjs reads the real one, proof.mjs makes small ones.
import { ARROWS } from "./arrows.mjs";
import { PLACES } from "./places.mjs";
import { PLAIN } from "./plain.mjs";
import { SHAPE } from "./shape.mjs";
import { SPEECH } from "./speech.mjs";
import { STYLE } from "./style.mjs";
import { TERMS } from "./terms.mjs";
import { WORDS } from "./words.mjs";

export const RULES = [...ARROWS, ...PLACES, ...WORDS, ...STYLE, ...SHAPE, ...SPEECH, ...PLAIN, ...TERMS];

/** What is wrong in a house, by path and line; the first on a line, however often the line breaks the rule. */
export function violations(house) {
  const all = RULES.flatMap((rule) =>
    rule.check(house).map((violation) => ({ rule: rule.name, home: rule.home, ...violation })),
  );
  const first = new Map();
  for (const violation of all) {
    const place = `${violation.path}:${violation.line} ${violation.rule}`;
    if (!first.has(place)) first.set(place, violation);
  }
  return [...first.values()].sort((one, other) => compare(one.path, other.path) || one.line - other.line);
}

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
