// Runs stylelint over style/, after it has been proved on planted sheets that it finds what it is to find.
import { fileURLToPath } from "node:url";
import stylelint from "stylelint";
import { PROOFS } from "./style/proofs.mjs";

const STYLE = fileURLToPath(new URL("../../style/", import.meta.url));
const MARK = /[ \t]*\/\* planted \*\//;

/** What is wrong with the answer to one planted sheet. */
async function faultsOf({ rule, path = "layout/page.css", sheet }) {
  const lines = sheet.split("\n");
  const planted = lines.flatMap((line, place) => (MARK.test(line) ? [place + 1] : []));
  const code = lines.map((line) => line.replace(MARK, "")).join("\n");
  const { results } = await stylelint.lint({ code, codeFilename: STYLE + path, cwd: STYLE });
  const found = results[0].warnings.filter((warning) => rule.includes(warning.rule)).map(({ line }) => line);
  return [
    ...planted.filter((line) => !found.includes(line)).map((line) => `${rule} does not find “${lines[line - 1].trim()}”`),
    ...found.filter((line) => !planted.includes(line)).map((line) => `${rule} refuses “${lines[line - 1].trim()}”`),
  ];
}

const faults = (await Promise.all(PROOFS.map(faultsOf))).flat();
for (const fault of faults) console.error(`style: ${fault}`);
if (faults.length > 0) process.exit(1);

const { report, errored, results } = await stylelint.lint({ files: "**/*.css", cwd: STYLE, formatter: "unix", maxWarnings: 0 });
if (errored) console.error(report);
console.log(`style: ${PROOFS.length} proofs, ${results.length} stylesheets, ${errored ? "some rules broken" : "all rules kept"}`);
process.exitCode = errored ? 1 : 0;
