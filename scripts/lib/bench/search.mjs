// How long searches take over 100,000 articles, and how well they find on material that is not part of the project (../shared/data), where
// that is there.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { WARTA, report } from "./common.mjs";

const DATA = "../shared/data";
const output = (command, ...rest) => execFileSync(command, rest, { maxBuffer: 1e8, stdio: ["ignore", "pipe", "inherit"] }).toString();

const scale = JSON.parse(output("cargo", "run", "--quiet", "--release", "-p", "server", "--example", "search_at_scale"));
const { few, mistyped, phrase, pasted, ...built } = scale;
const rows = { "index of 100,000 articles": built, "three words": few, "a word with an error": mistyped, "a phrase": phrase, "a hundred words": pasted };
const results = { scale };
if (existsSync(DATA)) {
  results.quality = JSON.parse(output(WARTA, "search", "eval", "--data", DATA, "--json")).rows;
  for (const row of results.quality) rows[row.name] = { "mrr@10": row["mrr@10"].toFixed(3), "hit@10": row["hit@10"].toFixed(3), p50_us: row.p50_us, p99_us: row.p99_us };
} else {
  console.log(`SKIPPED: how well the search finds; there is no ${DATA}`);
}
report("search", rows, results);
