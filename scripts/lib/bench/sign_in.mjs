// Does the time of a refused sign-in tell who has an account? And does a flood of sign-ins stall reading?
// Tries with an account and without take turns. The measure is the chance that a try with an account takes longer than one
// without (0.5 says nothing), with the error that so many tries leave.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { WARTA, median, report, scratch, start, stop, storeIn } from "./common.mjs";

const ACCOUNTS = 60;
// After the tenth, an account makes strangers wait.
const TRIES = 9;
const FLOOD = 500;
const PASSWORD = "tujuh kuda ungu";

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

const folder = scratch("sign_in");
const port = await freePort();
const env = storeIn(folder, { WARTA__SERVER__LISTEN: `127.0.0.1:${port}`, WARTA__SERVER__LOG: "warn", WARTA__SERVER__STOP_NOTICE_SECONDS: "0" });
const warta = await start([WARTA, "serve"], { env }, `http://127.0.0.1:${port}/readyz`);
const headers = { "sec-fetch-site": "same-origin", accept: "application/json" };
const post = (endpoint, fields) => fetch(`http://127.0.0.1:${port}/api/${endpoint}`, { method: "POST", headers, body: new URLSearchParams(fields), redirect: "manual" });
const memory = () => Math.round(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${warta.pid}/status`, "utf8"))[1] / 1024);

/** Milliseconds of one wrong try. */
async function refuse(email) {
  const begun = performance.now();
  const answer = await post("sign_in", { email, password: "bukan kata sandinya" });
  await answer.text();
  if (answer.status !== 401) throw new Error(`${email}: ${answer.status}`);
  return performance.now() - begun;
}

/** The chance that one of `some` is larger than one of `others`, ties halved (Mann and Whitney). */
function chance(some, others) {
  const all = [...some.map((value) => [value, 1]), ...others.map((value) => [value, 0])].sort((a, b) => a[0] - b[0]);
  let [rank, sum] = [0, 0];
  for (const [, is] of all) sum += is * (rank += 1);
  return (sum - (some.length * (some.length + 1)) / 2) / (some.length * others.length);
}

try {
  const groups = { account: [], pending: [], unknown: [] };
  for (let number = 0; number < ACCOUNTS; number += 1) {
    for (const name of ["account", "pending"]) {
      const email = `${name}${number}@example.com`;
      if ((await post("register", { email, password: PASSWORD })).status !== 200) throw new Error(`${email} cannot register`);
    }
    execFileSync(WARTA, ["reader", "activate", `account${number}@example.com`], { env });
  }
  for (let attempt = 0; attempt < TRIES; attempt += 1)
    for (let number = 0; number < ACCOUNTS; number += 1)
      for (const name of Object.keys(groups)) groups[name].push(await refuse(`${name}${number}@example.com`));

  const rows = {};
  const figures = { tries: groups.account.length };
  for (const [name, times] of Object.entries(groups)) {
    const tells = +chance(groups.account, times).toFixed(3);
    rows[name] = { tries: times.length, "median, ms": +median(times).toFixed(2), "chance that an account takes longer": name === "account" ? "" : tells };
    figures[name] = { median_ms: median(times), ...(name === "account" ? {} : { chance: tells }) };
  }
  // Three standard errors of the chance where nothing can be told.
  const error = 3 * Math.sqrt((2 * figures.tries + 1) / (12 * figures.tries ** 2));
  figures.error = +error.toFixed(3);
  rows["0.5 ±"] = { "chance that an account takes longer": figures.error };

  const read = async () => {
    const begun = performance.now();
    await (await fetch(`http://127.0.0.1:${port}/`)).text();
    return performance.now() - begun;
  };
  const calm = [];
  for (let times = 0; times < 50; times += 1) calm.push(await read());
  const before = memory();
  const password = "x".repeat(64);
  const flood = Promise.all(Array.from({ length: FLOOD }, (_, number) => post("sign_in", { email: `flood${number}@example.com`, password }).then((answer) => answer.status)));
  let [peak, isOver] = [before, false];
  const stormy = [];
  const statuses = flood.finally(() => (isOver = true));
  while (!isOver) {
    stormy.push(await read());
    peak = Math.max(peak, memory());
  }
  const counts = (await statuses).reduce((sum, status) => ({ ...sum, [status]: (sum[status] ?? 0) + 1 }), {});
  figures.flood = { requests: FLOOD, answers: counts, before_mib: before, peak_mib: peak, calm_ms: median(calm), stormy_ms: median(stormy) };
  rows[`${FLOOD} at once`] = { tries: JSON.stringify(counts), "median, ms": "" };
  rows["memory, MiB"] = { "median, ms": `${before} to ${peak}` };
  rows["a page meanwhile"] = { "median, ms": `${median(stormy).toFixed(1)}, else ${median(calm).toFixed(1)}` };
  report("sign_in", rows, figures);
  const tells = ["pending", "unknown"].filter((name) => Math.abs(figures[name].chance - 0.5) > figures.error);
  if (tells.length > 0) {
    console.error(`the time tells an account from ${tells.join(" and ")}`);
    process.exitCode = 1;
  }
} finally {
  await stop(warta);
}
