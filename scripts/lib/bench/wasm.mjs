// What a reader of an article downloads to bring the islands to life, packed as it is sent: at first, and with everything that any control
// of the page can ask for later.
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { report } from "./common.mjs";

const KIB = 1024;
const BUDGET = { first: 88 * KIB, everything: 124 * KIB };
/** Above these the benchmark fails. */
const LIMIT = { first: 95 * KIB, everything: 130 * KIB };

const FOLDER = "target/site/pkg";
const packed = (name) => {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
  return brotliCompressSync(readFileSync(`${FOLDER}/${name}`), { params }).length;
};

// The loader of what comes later is imported by the glue, so it comes at first.
const isFirst = (name) => name.startsWith("warta.") || name.startsWith("__wasm_split.");
const files = readdirSync(FOLDER).filter((name) => /\.(?:wasm|js)$/.test(name));
const sizes = files.map((name) => ({ name, bytes: packed(name), first: isFirst(name) }));
const sum = (list) => list.reduce((total, { bytes }) => total + bytes, 0);
const total = { first: sum(sizes.filter(({ first }) => first)), everything: sum(sizes) };

const plain = (name) => name.replace(/\.[\w-]{22}\./, ".");
const rows = Object.fromEntries(sizes.map(({ name, bytes, first }) => [plain(name), { "brotli, bytes": bytes, when: first ? "first" : "when wanted" }]));
for (const when of ["first", "everything"]) rows[`${when}, of ${BUDGET[when]}`] = { "brotli, bytes": total[when] };
report("wasm", rows, { ...total, budget: BUDGET, limit: LIMIT, files: Object.fromEntries(sizes.map(({ name, bytes }) => [plain(name), bytes])) });
for (const when of ["first", "everything"]) {
  if (total[when] > LIMIT[when]) {
    console.error(`${when}: ${total[when]} bytes, ${total[when] - BUDGET[when]} over the budget`);
    process.exitCode = 1;
  }
}
