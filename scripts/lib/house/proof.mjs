// Proves the checker: every rule finds the violation planted for it, on its line and alone, and spares a look-alike.
import { ARROW_FIXTURES } from "./fixtures/arrows.mjs";
import { PLACE_FIXTURES } from "./fixtures/places.mjs";
import { PLAIN_FIXTURES } from "./fixtures/plain.mjs";
import { SHAPE_FIXTURES } from "./fixtures/shape.mjs";
import { SPEECH_FIXTURES } from "./fixtures/speech.mjs";
import { STYLE_FIXTURES } from "./fixtures/style.mjs";
import { TERM_FIXTURES } from "./fixtures/terms.mjs";
import { WORD_FIXTURES } from "./fixtures/words.mjs";
import { violations, RULES } from "./rules.mjs";

/**
 * A proof is { rule, breaks, keeps }: two small houses of texts by path, with `crates` beside the paths where a rule
 * asks cargo. Lines that break the rule end with this mark, which the rules do not get to see.
 */
const MARK = / *<-- violation$/gm;

const FIXTURES = [
  ...ARROW_FIXTURES,
  ...PLACE_FIXTURES,
  ...WORD_FIXTURES,
  ...STYLE_FIXTURES,
  ...SHAPE_FIXTURES,
  ...SPEECH_FIXTURES,
  ...PLAIN_FIXTURES,
  ...TERM_FIXTURES,
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
const told = (house) => violations(build(house)).map(({ path, line, rule }) => `${path}:${line} ${rule}`);

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
    ...names.filter((name) => !FIXTURES.some(({ rule }) => rule === name)).map((name) => `${name} has no proof`),
    ...RULES.filter(({ home }) => !home).map(({ name }) => `${name} does not say where the line belongs`),
    ...FIXTURES.filter(({ keeps }) => Object.keys(keeps).length === 0).map(({ rule }) => `${rule} has no look-alike`),
    ...FIXTURES.flatMap(faultsOf),
  ];
}
