// Makes what wasm-bindgen has written smaller, without changing what it does:
//
// - The functions that the module imports are named by a word and a hash, which no packing makes smaller, in the module and in the script. They
//   get names of one or two letters, and functions that do the same become one.
// - Classes for the framework's streams are left in the script, though link.mjs has left their code out.
// - The loader of what comes late has notes and indents.
//
// It knows how the wasm-bindgen of Cargo.toml writes, and fails where that changes.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { imports, renamed } from "./module.mjs";

const option = (name) => {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  if (!given) throw new Error(`wasm-bindgen was not told its --${name}`);
  return given.slice(name.length + 3);
};
const place = `${option("out-dir")}/${option("out-name")}`;
const [script, module] = [`${place}.js`, `${place}_bg.wasm`];
const GLUE = `./${option("out-name")}_bg.js`;

/** What stands in the text from one mark to another, each of them once. */
const between = (text, from, to) => {
  const [start, again] = [text.indexOf(from), text.lastIndexOf(from)];
  const end = text.indexOf(to, start);
  if (start < 0 || start !== again || end < 0) throw new Error(`the script of wasm-bindgen does not have ${from.trim()} … ${to.trim()} once`);
  return { start: start + from.length, end };
};

const without = (text, pattern, count) => {
  const found = text.match(pattern)?.length ?? 0;
  if (found !== count) throw new Error(`the script of wasm-bindgen has ${found} of ${pattern}, not ${count}`);
  return text.replace(pattern, "");
};

/** The letters of a number: a, b, … z, aa, ab, … */
const letters = (number) => (number < 26 ? "" : letters(Math.floor(number / 26) - 1)) + String.fromCharCode(97 + (number % 26));

let text = readFileSync(script, "utf8");
text = without(text, /^export class IntoUnderlying\w+ \{\n[^]*?^\}\n/gm, 3);
text = without(text, /^if \(Symbol\.dispose\) IntoUnderlying.*\n/gm, 3);
text = without(text, /^const IntoUnderlying\w+Finalization = [^]*?;\n/gm, 3);

const table = between(text, "const import0 = {\n        __proto__: null,\n", "\n    };\n    return {\n        __proto__: null,");
const functions = new Map(
  text
    .slice(table.start, table.end)
    .split(/\n(?= {8}\w+: function\()/)
    .map((entry) => entry.replace(/^\s*\/\/.*\n/gm, "").match(/^ {8}(\w+): (function\([^]*),$/))
    .map((found) => {
      if (!found) throw new Error("a function of the script of wasm-bindgen is not written as it was");
      return [found[1], found[2]];
    }),
);

const names = new Map();
const written = new Map();
for (const { name, type } of imports(readFileSync(module)).filter(({ module }) => module === GLUE)) {
  const body = functions.get(name);
  if (body === undefined) throw new Error(`the script of wasm-bindgen does not have the function ${name}`);
  const same = `${type.toString("hex")} ${body}`;
  if (!written.has(same)) written.set(same, { name: letters(written.size), body });
  names.set(name, written.get(same).name);
}
const short = [...written.values()].map(({ name, body }) => `        ${name}: ${body},`).join("\n");
text = text.slice(0, table.start) + short + text.slice(table.end).replace(`"${GLUE}": import0`, '"": import0');
writeFileSync(module, renamed(readFileSync(module), ({ module, name }) => (module === GLUE ? ["", names.get(name)] : [module, name])));
writeFileSync(script, text);

const loaders = readdirSync(option("out-dir")).filter((name) => name.startsWith("__wasm_split.") && name.endsWith(".js"));
for (const loader of loaders.map((name) => `${option("out-dir")}/${name}`)) {
  writeFileSync(loader, readFileSync(loader, "utf8").replace(/^\s*\/\/.*\n|^\s*\/\*.*\*\/\n|^\s+/gm, ""));
}
console.log(`wasm-bindgen: ${functions.size} functions became ${written.size}`);
