// How fast articles come in, and that memory does not follow the size of the file. The reference is the program
// itself on records that it has already.
import { createWriteStream, existsSync, renameSync } from "node:fs";
import { once } from "node:events";
import { WARTA, measure, report, scratch, storeIn } from "./common.mjs";

const WORDS = "pemerintah warga kota desa sungai pasar sekolah kantor laporan rapat anggaran jalan hutan laut petani nelayan guru dokter data rencana keputusan tahun bulan pekan hari pagi malam harga barang kerja lapangan musim hujan angin lampu buku surat kabar berita foto peta garis angka bagian wilayah provinsi lembaga ilmu teknologi energi listrik air tanah".split(" ");
const SECTIONS = ["Nasional", "Dunia", "Ekonomi", "Lingkungan", "Sains", "Budaya", "Olahraga"];

/** The same numbers in each run. */
function random(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % sides;
  };
}

function article(number) {
  const roll = random(number + 1);
  const word = () => WORDS[roll(WORDS.length)];
  const sentence = () => Array.from({ length: 15 }, word).join(" ");
  const paragraph = () => `<p>${Array.from({ length: 4 }, sentence).join(". ")}.</p>`;
  return JSON.stringify({
    id: String(number),
    title: `${word()} ${word()} ${word()} ${word()} ${number}`,
    summary: sentence(),
    body_html: Array.from({ length: 10 }, paragraph).join("\n"),
    published_at: new Date(1.7e12 + number * 60_000).toISOString(),
    edition: ["online", "online", "online", "koran", "majalah"][roll(5)],
    section: SECTIONS[roll(7)],
    tags: [word(), word(), word()],
    reporters: [`${word()} ${word()}`],
    editors: [word()],
    place: "Jakarta",
  });
}

async function file(count) {
  const path = `target/bench/articles-${count}.jsonl`;
  if (existsSync(path)) return path;
  const stream = createWriteStream(`${path}.part`);
  for (let number = 0; number < count; number += 1) {
    if (!stream.write(`${article(number)}\n`)) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
  renameSync(`${path}.part`, path);
  return path;
}

const rows = {};
for (const count of [10_000, 100_000]) {
  const folder = scratch("import");
  const path = await file(count);
  for (const what of ["new", "unchanged"]) {
    const { seconds, peak } = await measure([WARTA, "import", "jsonl", path], { env: storeIn(folder) });
    rows[`${count} ${what}`] = {
      "articles/s": Math.round(count / seconds),
      "seconds": +seconds.toFixed(2),
      "peak MiB": Math.round(peak),
    };
  }
}
const rate = (row) => rows[row]["articles/s"];
report("import", rows, {
  articles_per_second: rate("100000 new"),
  unchanged_articles_per_second: rate("100000 unchanged"),
  ratio_unchanged: +(rate("100000 unchanged") / rate("100000 new")).toFixed(2),
  peak_mib_10000: rows["10000 new"]["peak MiB"],
  peak_mib_100000: rows["100000 new"]["peak MiB"],
});
