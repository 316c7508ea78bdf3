// The real house: what git knows or could know, and what cargo says of the crates.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { KEPT_OUT } from "./arrows.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

async function run(program, ...args) {
  const { stdout } = await promisify(execFile)(program, args, { cwd: ROOT, maxBuffer: 1 << 28 });
  return stdout;
}

// A fresh clone has not fetched its crates yet; the build would do so next.
const cargo = (...args) =>
  run("cargo", ...args, "--locked", "--offline").catch(() => run("cargo", ...args, "--locked"));

/** Text files, whether committed or not; nothing that git ignores. */
async function readFiles() {
  const listed = await run("git", "ls-files", "-co", "--exclude-standard", "-z");
  const paths = [...new Set(listed.split("\0"))].filter(Boolean);
  const files = await Promise.all(
    paths.map(async (path) => {
      // Deleted but not yet committed, or a link to a folder.
      const bytes = await readFile(join(ROOT, path)).catch(() => Buffer.of(0));
      return { path, text: bytes.toString(), isText: !bytes.includes(0) };
    }),
  );
  return files.filter(({ isText }) => isText);
}

/** Every arrow between rooms, of builds and tests alike. */
async function readArrows() {
  const { packages } = JSON.parse(await run("cargo", "metadata", "--offline", "--no-deps", "--format-version", "1"));
  const rooms = packages.map(({ name }) => name);
  return packages.flatMap(({ name, dependencies }) =>
    dependencies.filter((other) => rooms.includes(other.name)).map((other) => ({ from: name, to: other.name })),
  );
}

/** All that a room reaches when it runs, with every feature on; or what cargo says instead. */
async function readTree(room) {
  try {
    const listed = await cargo("tree", "-p", room, "--all-features", "-e", "normal", "--prefix", "none");
    const names = listed.split("\n").map((line) => line.split(" ")[0]);
    return { room, names: [...new Set(names)].filter((name) => name && name !== room) };
  } catch (error) {
    return { room, names: [], complaint: /^error: .*$/m.exec(error.stderr ?? "")?.[0] ?? error.message };
  }
}

/** The house as the rules want it. */
export async function load() {
  const rooms = Object.keys(KEPT_OUT);
  const [files, arrows, ...trees] = await Promise.all([readFiles(), readArrows(), ...rooms.map(readTree)]);
  return { files, crates: { arrows, trees } };
}
