// What all benchmarks share: a folder for one run, running the program, and reporting.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

export const WARTA = resolve("target/release/warta");

/** An empty folder for one run. */
export function scratch(name) {
  const folder = resolve(`target/bench/${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The environment of a store of its own in a folder. */
export const storeIn = (folder, more = {}) => ({
  ...process.env,
  WARTA__DATABASE__URL: `sqlite://${folder}/warta.db`,
  WARTA__PICTURES__FOLDER: `${folder}/pictures`,
  WARTA__SEARCH__FOLDER: `${folder}/search`,
  ...more,
});

/** Runs to the end; gives seconds, the largest resident memory in MiB, and what was printed. */
export function measure(command, options) {
  return new Promise((done, failed) => {
    const begun = performance.now();
    const [program, ...rest] = command;
    const child = spawn(program, rest, { ...options, stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    let peak = 0;
    child.stdout.on("data", (bytes) => (printed += bytes));
    // The high-water mark never falls, so the last look before the end is close to the truth.
    const look = setInterval(() => (peak = Math.max(peak, highWater(child.pid))), 20);
    child.on("error", failed);
    child.on("close", (code) => {
      clearInterval(look);
      if (code === 0) done({ seconds: (performance.now() - begun) / 1000, peak, printed });
      else failed(new Error(`${command.join(" ")} ended with ${code}`));
    });
  });
}

function highWater(pid) {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return kilobytes ? kilobytes[1] / 1024 : 0;
  } catch {
    return 0;
  }
}

/** Starts something that goes on; resolves once `ready` answers. Give the child back to `stop`. */
export async function start(command, options, ready) {
  const [program, ...rest] = command;
  const child = spawn(program, rest, { ...options, stdio: "ignore" });
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(ready).catch(() => null);
    if (answer?.ok) return child;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  child.kill("SIGTERM");
  throw new Error(`${command.join(" ")} did not answer at ${ready}`);
}

/** SIGTERM, not SIGKILL: nginx would leave its workers behind. */
export const stop = (child) => new Promise((done) => child.once("close", done) && child.kill("SIGTERM"));

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Prints rows as a table and writes the figures. */
export function report(name, rows, figures) {
  console.table(rows);
  mkdirSync("target/bench", { recursive: true });
  writeFileSync(`target/bench/${name}.json`, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(`target/bench/${name}.json written`);
}
