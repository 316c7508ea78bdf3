// Proves the checker: every rule finds the breach planted for it, on its line and alone, and spares a look-alike.
import { ARROW_PROOFS } from "./proofs/arrows.mjs";
import { PLACE_PROOFS } from "./proofs/places.mjs";
import { SHAPE_PROOFS } from "./proofs/shape.mjs";
import { SPEECH_PROOFS } from "./proofs/speech.mjs";
import { STYLE_PROOFS } from "./proofs/style.mjs";
import { WORD_PROOFS } from "./proofs/words.mjs";
import { breaches, RULES } from "./rules.mjs";

/**
 * A proof is { rule, breaks, keeps }: two small houses of texts by path, with `crates` beside the paths where a rule
 * asks cargo. Lines that break the rule end with this mark, which the rules do not get to see.
 */
const MARK = / *<-- breach$/gm;

const PROOFS = [
  ...ARROW_PROOFS,
  ...PLACE_PROOFS,
  ...WORD_PROOFS,
  ...STYLE_PROOFS,
  ...SHAPE_PROOFS,
  ...SPEECH_PROOFS,
];

function build({ crates = {}, ...texts }) {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text: text.replace(MARK, "") }));
  return { files, crates: { arrows: [], trees: [], ...crates } };
}

const marks = ({ crates, ...texts }) =>
  Object.entries(texts).flatMap(([path, text]) =>
    text.split("\n").flatMap((line, position) => (line.search(MARK) >= 0 ? [`${path}:${position + 1}`] : [])),
  );

/** What a house is told of itself, as `path:line rule`. */
const told = (house) => breaches(build(house)).map(({ path, line, rule }) => `${path}:${line} ${rule}`);

function faultsOf({ rule, breaks, keeps }) {
  const expected = marks(breaks).map((place) => `${place} ${rule}`);
  const found = told(breaks);
  return [
    ...(expected.length === 0 ? [`${rule}: its proof breaks nothing`] : []),
    ...expected.filter((one) => !found.includes(one)).map((one) => `${one} was not found`),
    ...found.filter((one) => !expected.includes(one)).map((one) => `${one} was found, but not planted`),
    ...told(keeps).map((one) => `${one} was found in a look-alike of ${rule}`),
  ];
}

/** What is wrong with the rules themselves; empty where all is proved. */
export function prove() {
  const names = RULES.map(({ name }) => name);
  return [
    ...names.filter((name, position) => names.indexOf(name) < position).map((name) => `two rules are called ${name}`),
    ...names.filter((name) => !PROOFS.some(({ rule }) => rule === name)).map((name) => `${name} has no proof`),
    ...RULES.filter(({ home }) => !home).map(({ name }) => `${name} does not say where the line belongs`),
    ...PROOFS.filter(({ keeps }) => Object.keys(keeps).length === 0).map(({ rule }) => `${rule} has no look-alike`),
    ...PROOFS.flatMap(faultsOf),
  ];
}
