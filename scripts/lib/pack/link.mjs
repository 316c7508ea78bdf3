// Links the browser's code without what is in it only because it is exported:
//
// - streams of the framework, which nobody uses here;
// - descriptions for wasm-bindgen of functions of the browser that are not called. There is one of every function that some library could
//   call, and those with a closure bring code that stays behind when the description has gone.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { imports } from "./module.mjs";

const EXPORT = "--export";
const STREAM = /intounderlying/;
const DESCRIPTION = /^__wbindgen_describe_(?=__wbg_)/;

const rustc = (...asked) => execFileSync("rustc", asked, { encoding: "utf8" });
const host = rustc("-vV").match(/^host: (.+)$/m)[1];
const linker = `${rustc("--print", "sysroot").trim()}/lib/rustlib/${host}/bin/rust-lld`;

const given = process.argv.slice(2);
const output = given[given.indexOf("-o") + 1];
const others = given.filter((argument, place) => argument !== EXPORT && given[place - 1] !== EXPORT);
const exported = given.filter((_, place) => given[place - 1] === EXPORT).filter((name) => !STREAM.test(name));

for (const expected of [STREAM, DESCRIPTION]) {
  if (!given.some((name) => expected.test(name))) throw new Error(`the linker was given no export like ${expected}: it is called in another way now`);
}

const link = (isCalled) => {
  const kept = exported.filter((name) => !DESCRIPTION.test(name) || isCalled.has(name.replace(DESCRIPTION, "")));
  execFileSync(linker, [...others, ...kept.flatMap((name) => [EXPORT, name])], { stdio: "inherit" });
  return new Set(imports(readFileSync(output)).map(({ name }) => name));
};

// What a description brings may call further functions.
let called = new Set();
for (let known = -1; called.size > known; ) {
  known = called.size;
  called = link(called);
}
