// What has one place: islands, switches between server and browser, the environment, SQL, the clock, randomness.
import { code, isRust, isTest, spoken, strings, withoutTests } from "./rust.mjs";
import { violation, textRule } from "./text.mjs";

const ISLAND = /#\[\s*(?:leptos::)?(?:prelude::)?island\b|\bimpl\s+Island\s+for\b/g;
const rustBut = (...places) => (path) => isRust(path) && !places.some((place) => path.startsWith(place));
/** Code that runs outside tests. */
const running = (text) => code(withoutTests(text));

// Capitals are SQL wherever they stand, small letters only where a string begins like a statement.
const SQL = [
  /\bSELECT\s|\bINSERT INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE FROM\b|\bPRAGMA\s/,
  /\bCREATE\s+(?:TEMP\w*\s+|UNIQUE\s+)?(?:TABLE|INDEX|VIEW|TRIGGER)\b/,
  /^\w*#*"\s*(?:insert into|update\s+\w+\s+set|delete from|create table)\s/,
  /^\w*#*"\s*select\s+(?:\*|[\w.]+(?:\s*,\s*[\w.]+)*)\s+from\s/,
];

/** What is on both sides, and has parts that only the server needs. */
const DIVIDED = ["app/src/lib.rs", "app/src/context.rs", "app/src/components.rs", "app/src/api", "app/src/routes.rs", "app/src/islands/gate.rs"];

export const PLACES = [
  textRule({
    name: "islands-in-islands",
    home: "an island belongs in app/src/islands/, a component without it in app/src/components/",
    files: rustBut("app/src/islands/"),
    view: code,
    wrong: [[ISLAND, "$ becomes wasm"]],
  }),
  {
    name: "island-says-why",
    home: "a line `/// Browser because: …` belongs in its file; without a reason it belongs in app/src/components/",
    check: ({ files }) =>
      files
        .filter(({ path }) => path.startsWith("app/src/islands/") && isRust(path))
        .filter(({ text }) => !/^\s*\/\/[/!].*Browser because: ?\S/m.test(text))
        .flatMap((file) =>
          [...code(file.text).matchAll(ISLAND)]
            .slice(0, 1)
            .map(({ index }) => violation(file, index, "the island does not say why it needs the browser")),
        ),
  },
  textRule({
    name: "ssr-in-lib-and-context",
    home: "what only the server has belongs in a module of its own, which app/src/lib.rs says; only server functions, routes and the gate are divided within",
    files: (path) => isRust(path) && !DIVIDED.some((place) => path.startsWith(place)),
    view: spoken,
    wrong: [[/feature\s*=\s*"ssr"/g, "$ divides server from browser here"]],
  }),
  textRule({
    name: "head-in-page-head",
    home: "what stands in a document's head goes through PageHead, which renders nothing in a fragment; there leptos_meta panics",
    files: rustBut("app/src/components/site/page_head.rs", "app/src/document"),
    view: code,
    wrong: [[/\bleptos_meta\b/g, "$ puts tags into a head that may not be there"]],
  }),
  textRule({
    name: "environment-in-settings",
    home: "the environment is read in server/src/settings.rs and handed on as a setting",
    files: (path) => isRust(path) && !isTest(path) && path !== "server/src/settings.rs" && path !== "app/build.rs",
    view: (text) => spoken(withoutTests(text)),
    wrong: [
      [/\benv::(?:vars?(?:_os)?|set_var|remove_var)\b/g, "$ touches the environment"],
      [/\benv::\{[^}]*\b(?:vars?(?:_os)?|set_var|remove_var)\b/g, "$ touches the environment"],
      [/\boption_env!|(?<!\w)env!\(\s*(?!\s*"(?:CARGO_PKG_|OUT_DIR))/g, "$ reads the environment of the build"],
      // Figment's and clap's own ways.
      [/\bEnv::(?:prefixed|raw)\b|#\[(?:arg|clap)\([^\]]*\benv\b/g, "$ reads the environment"],
    ],
  }),
  {
    name: "sql-in-store",
    home: "SQL belongs in store/, behind a storage trait of domain",
    check: ({ files }) =>
      files
        .filter(({ path }) => !path.startsWith("store/"))
        .flatMap((file) => {
          if (file.path.endsWith(".sql")) return [violation(file, 0, "the whole file is SQL")];
          if (!isRust(file.path)) return [];
          return strings(file.text).flatMap(({ at, text }) => {
            const found = SQL.map((pattern) => pattern.exec(text)).find(Boolean);
            return found ? [violation(file, at + found.index, `\`${found[0].trim()}\` is SQL`)] : [];
          });
        }),
  },
  textRule({
    name: "clock-in-server",
    home: "the clock is read in server/src/clock.rs; everyone else takes the time as an argument",
    files: (path) => isRust(path) && !isTest(path) && path !== "server/src/clock.rs",
    view: running,
    // The last two are the browser's wall clock, which may be wrong by years.
    wrong: [
      [/\b(?:SystemTime|Instant|Utc|Local|Timestamp|Zoned)::now\b|\bDate::(?:now|new_0)\b/g, "$ reads the clock"],
    ],
  }),
  textRule({
    name: "printing-in-output",
    home: "what a command says goes through say! and note! of server/src/output.rs, which bear a closed pipe; println! panics",
    files: (path) => path.startsWith("server/src/") && isRust(path) && path !== "server/src/output.rs",
    view: running,
    wrong: [[/\be?print(?:ln)?!/g, "$ panics where nobody reads"]],
  }),
  textRule({
    name: "randomness-in-server",
    home: "randomness comes from server/src/; everyone else takes an Rng as an argument",
    files: (path) => rustBut("server/src/")(path) && !isTest(path),
    view: running,
    wrong: [
      [/\b(?:rand|fastrand|getrandom)::\w*|\bgetrandom\(|\buse rand\b/g, "$ is a source of randomness"],
      [/\b(?:Uuid::new_v4|thread_rng|OsRng|Math::random)\b/g, "$ is a source of randomness"],
    ],
  }),
];
