// Checks the rules of the house that no compiler checks: which room a line belongs in.
//   node scripts/lib/house.mjs            proves the rules, then checks the project
//   node scripts/lib/house.mjs --prove    only proves that every rule finds its violation and spares its look-alike
import { spared } from "./house/plain.mjs";
import { prove } from "./house/proof.mjs";
import { violations, RULES } from "./house/rules.mjs";
import { load } from "./house/load.mjs";

const faults = prove();
for (const fault of faults) console.error(`proof: ${fault}`);
if (faults.length > 0) process.exit(1);
if (process.argv.includes("--prove")) {
  console.log(`house rules: ${RULES.length} rules, all proved`);
  process.exit();
}

const house = await load().catch((error) => {
  console.error(`house rules: git and cargo have to say what there is: ${error.message}`);
  process.exit(1);
});
const found = violations(house);
for (const { path, line, rule, what, home } of found) console.error(`${path}:${line}  ${rule}: ${what}; ${home}`);
const outcome = found.length === 0 ? "all kept" : `${found.length} broken`;
console.log(`house rules: ${RULES.length} rules, ${house.files.length} files, ${outcome}`);
console.log(`house rules: files that are still exempt: ${spared(house)}`);
process.exitCode = found.length === 0 ? 0 : 1;
