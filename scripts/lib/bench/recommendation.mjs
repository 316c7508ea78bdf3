// How long lists take over 100,000 articles, and how good they are on material that is not part of the project (../shared/data), where that
// is there. The reference of goodness is BM25 in the same run; of time there is none but the limit.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { WARTA, report } from "./common.mjs";

const DATA = "../shared/data";
const output = (command, ...rest) => execFileSync(command, rest, { maxBuffer: 1e8, stdio: ["ignore", "pipe", "inherit"] }).toString();

const scale = JSON.parse(output("cargo", "run", "--quiet", "--release", "-p", "server", "--example", "recommend_at_scale"));
const rows = {
  "index of 100,000 articles": { seconds: scale.build_seconds, "peak MiB": scale.peak_mib },
  "both lists, any article": scale.page,
  "both lists, an article that is read": scale.page_of_a_read_article,
};
const results = { scale };
if (existsSync(DATA)) {
  for (const [list, hours] of [["related", []], ["next", [96, 144]], ["next", [144, 167]]]) {
    const more = hours.length ? ["--hours", ...hours.map(String)] : [];
    const measured = JSON.parse(output(WARTA, "recommend", "eval", list, "--data", DATA, "--json", ...more)).rows;
    const name = [list, hours.join("–")].join(" ").trim();
    results[name] = measured;
    for (const row of measured) rows[`${name}: ${row.name}`] = { "hr@10": row["hr@10"].toFixed(3), "mrr@10": row["mrr@10"].toFixed(3), "ndcg@10": row["ndcg@10"].toFixed(3), p50_us: row.p50_us, p99_us: row.p99_us };
  }
  const gain = (name) => results.related.find((row) => row.name === name)["ndcg@10"];
  results.ratio_related_over_bm25 = gain("blend") / gain("bm25");
} else {
  console.log(`SKIPPED: how good the lists are; there is no ${DATA}`);
}
report("recommendation", rows, results);
