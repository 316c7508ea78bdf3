// What a reader of an article downloads to bring the islands to life, packed as it is sent; and what each island
// adds, by taking the others' entry points away and letting wasm-opt drop what nothing leads to any more.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { report, scratch } from "./common.mjs";

const BUDGET = 70 * 1024;

const packed = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } }).length;

const folder = scratch("wasm");
const built = readdirSync("target/site/pkg");
const find = (ending) => `target/site/pkg/${built.find((name) => name.startsWith("warta.") && name.endsWith(ending))}`;
const [wasm, glue] = [find(".wasm"), find(".js")].map((path) => readFileSync(path));

// The module of reading pages, in the order in which the program joins it.
const parts = readFileSync("app/src/scripts.rs", "utf8").matchAll(/include_str!\("(scripts\/\w+\.js)"\)/g);
const module = packed(Buffer.concat([...parts].map(([, path]) => readFileSync(`app/src/${path}`))));
// The framework's script that wakes the islands; the program serves it as a module too.
const { packages } = JSON.parse(execFileSync("cargo", ["metadata", "--format-version", "1"], { maxBuffer: 1 << 28 }));
const leptos = dirname(packages.find(({ name }) => name === "leptos").manifest_path);
const waking = packed(readFileSync(`${leptos}/src/hydration/island_script.js`));

const exported = WebAssembly.Module.exports(await WebAssembly.compile(wasm)).map(({ name }) => name);
const isIsland = (name) => /^[A-Z]\w*_\d{6,}$/.test(name);
const islands = exported.filter(isIsland);
writeFileSync(`${folder}/whole.wasm`, wasm);

/** The size with these islands only. */
function sizeWith(kept) {
  const names = exported.filter((name) => !isIsland(name) || kept.includes(name));
  const graph = names.map((name, position) => ({ name: `root-${position}`, root: true, export: name }));
  writeFileSync(`${folder}/graph.json`, JSON.stringify(graph));
  const flags = ["--all-features"];
  execFileSync("wasm-metadce", [...flags, `${folder}/whole.wasm`, "-f", `${folder}/graph.json`, "-o", `${folder}/cut.wasm`]);
  execFileSync("wasm-opt", [...flags, "-Oz", `${folder}/cut.wasm`, "-o", `${folder}/small.wasm`]);
  return packed(readFileSync(`${folder}/small.wasm`));
}

const floor = sizeWith([]);
const rows = { "no island": { "wasm, brotli": floor } };
const added = {};
for (const island of islands) {
  const name = island.replace(/_\d+$/, "");
  added[name] = sizeWith([island]) - floor;
  rows[`+ ${name}`] = { "wasm, brotli": floor + added[name], added: added[name] };
}
const total = packed(wasm) + packed(glue) + waking + module;
rows["all islands"] = { "wasm, brotli": packed(wasm) };
rows["JavaScript that wakes them"] = { "wasm, brotli": packed(glue) + waking };
rows["module of reading pages"] = { "wasm, brotli": module };
rows[`together, of ${BUDGET}`] = { "wasm, brotli": total };
report("wasm", rows, { wasm: packed(wasm), javascript: packed(glue) + waking, module, total, budget: BUDGET, floor, added });
if (total > BUDGET) {
  console.error(`the wasm and its JavaScript are ${total - BUDGET} bytes over the budget`);
  process.exitCode = 1;
}
