// How fast photographs become what browsers are given, and how much memory that takes. The reference makes the same
// widths and forms with ImageMagick, as many pictures at once as there are cores.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { WARTA, measure, report, scratch, storeIn } from "./common.mjs";

const PHOTOGRAPHS = Number(process.env.WARTA_BENCH_PHOTOGRAPHS ?? 500);
const REFERENCE = Math.min(40, PHOTOGRAPHS);
const SIZE = "4000x3000";
const WIDTHS = [1600, 1080, 720, 288];

/** Pictures with slopes and grain, as cameras of 12 megapixels give them. */
function photographs() {
  const folder = "target/bench/photographs";
  if (!existsSync(folder)) {
    rmSync(`${folder}.part`, { recursive: true, force: true });
    mkdirSync(`${folder}.part`, { recursive: true });
    // A few are drawn. The others are those with a comment of their own: other bytes, so another picture to whoever keeps pictures by
    // their content, and the same work.
    for (let number = 0; number < 8; number += 1) {
      execFileSync("convert", ["-seed", `${number}`, "-size", SIZE, "plasma:", "-attenuate", "0.12", "+noise", "Gaussian",
        "-quality", "90", `${folder}.part/base-${number}.jpg`]);
    }
    renameSync(`${folder}.part`, folder);
  }
  for (let number = 0; number < PHOTOGRAPHS; number += 1) {
    const base = readFileSync(`${folder}/base-${number % 8}.jpg`);
    const comment = Buffer.from(`photograph ${number}`);
    const marker = Buffer.from([0xff, 0xfe, 0, comment.length + 2]);
    // Behind the two bytes with which a JPEG begins.
    writeFileSync(`${folder}/${String(number).padStart(4, "0")}.jpg`, Buffer.concat([base.subarray(0, 2), marker, comment, base.subarray(2)]));
  }
  return folder;
}

const records = (folder) =>
  Array.from({ length: PHOTOGRAPHS }, (_, number) =>
    JSON.stringify({
      id: String(number),
      title: `Foto ${number}`,
      body: "Isi.",
      published_at: "2024-06-19T12:00:00Z",
      image: { src: `${String(number).padStart(4, "0")}.jpg` },
    }),
  ).join("\n");

/** The same outputs from one photograph, each from the next larger one. */
function convert(source, target) {
  const steps = WIDTHS.flatMap((width) => [
    "-resize", String(width),
    "-quality", "62", "-write", `${target}-${width}.avif`,
    "-quality", "74", "-write", `${target}-${width}.webp`,
    "-quality", "78", "-write", `${target}-${width}.jpg`,
  ]);
  return new Promise((done, failed) => {
    const one = { ...process.env, MAGICK_THREAD_LIMIT: "1", OMP_NUM_THREADS: "1" };
    const child = spawn("convert", [source, ...steps, "null:"], { stdio: "inherit", env: one });
    child.on("error", failed).on("close", (code) => (code === 0 ? done() : failed(new Error(`convert ended with ${code}`))));
  });
}

const photos = photographs();
const folder = scratch("pictures");
writeFileSync(`${photos}/records.jsonl`, records(photos));
const { seconds, peak } = await measure([WARTA, "import", "jsonl", `${photos}/records.jsonl`], { env: storeIn(folder) });
const again = await measure([WARTA, "import", "jsonl", `${photos}/records.jsonl`], { env: storeIn(folder) });

const target = scratch("pictures-reference");
const names = readdirSync(photos).filter((name) => /^\d/.test(name)).slice(0, REFERENCE);
const begun = performance.now();
const queue = [...names];
const work = async () => {
  for (let name = queue.pop(); name; name = queue.pop()) await convert(`${photos}/${name}`, `${target}/${name}`);
};
await Promise.all(Array.from({ length: availableParallelism() }, work));
const reference = REFERENCE / ((performance.now() - begun) / 1000);

const bytes = (folder, names) => names.reduce((sum, name) => sum + statSync(`${folder}/${name}`).size, 0);
const share = (folder, ending, count) => {
  const found = readdirSync(folder).filter((name) => name.endsWith(`-1600.${ending}`));
  return Math.round(bytes(folder, found) / count / 1024);
};
const row = (rate, folder, count) => ({
  "photographs/s": +rate.toFixed(2),
  "AVIF 1600 KiB": share(folder, "avif", count),
  "WebP 1600 KiB": share(folder, "webp", count),
  "JPEG 1600 KiB": share(folder, "jpg", count),
});
const rate = PHOTOGRAPHS / seconds;
report(
  "pictures",
  {
    warta: { ...row(rate, `${folder}/pictures`, PHOTOGRAPHS), "peak MiB": Math.round(peak) },
    "warta, unchanged": { "photographs/s": +(PHOTOGRAPHS / again.seconds).toFixed(2) },
    convert: row(reference, target, REFERENCE),
  },
  { ratio: +(rate / reference).toFixed(2), photographs_per_second: +rate.toFixed(2), peak_mib: Math.round(peak) },
);
