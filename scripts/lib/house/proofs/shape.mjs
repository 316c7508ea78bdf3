// Proofs of shape.mjs.

const lines = (count) => "// A line.\n".repeat(count);
const TESTS = `\n#[cfg(test)]\nmod tests {\n${"    // A test's line.\n".repeat(200)}}\n`;

export const SHAPE_PROOFS = [
  {
    rule: "twin-migrations",
    breaks: {
      "store/migrations/sqlite/0001_articles.sql": `-- Articles.\n`,
      "store/migrations/postgres/0001_articles.sql": `-- Articles.\n`,
      "store/migrations/sqlite/0002_readers.sql": `-- Readers. <-- breach\n`,
      "store/migrations/postgres/0003_quota.sql": `-- Quota. <-- breach\n`,
    },
    keeps: {
      "store/migrations/sqlite/0001_articles.sql": `-- Articles.\n`,
      "store/migrations/postgres/0001_articles.sql": `-- Articles in PostgreSQL's words.\n`,
      "store/migrations/README.md": `Numbers go up.\n`,
    },
  },
  {
    rule: "file-size",
    breaks: {
      "domain/src/long.rs": `//! Long. <-- breach\n${lines(300)}${TESTS}`,
      "server/tests/long.rs": `//! Long. <-- breach\n${lines(400)}`,
      "scripts/long.mjs": `// Long. <-- breach\n${lines(300)}`,
      "README.md": `# Warta <-- breach\n${lines(120)}`,
      "ARCHITECTURE.md": `# Rooms <-- breach\n${lines(150)}`,
    },
    keeps: {
      "domain/src/long.rs": `//! Long.\n${lines(298)}${TESTS}`,
      "server/tests/long.rs": `//! Long.\n${lines(399)}`,
      "end2end/playwright.config.ts": lines(400),
      "README.md": lines(120),
      "ARCHITECTURE.md": lines(150),
      "docs/README.md": lines(400),
      "demo/news.jsonl": lines(400),
    },
  },
  {
    rule: "no-mod-rs",
    breaks: { "server/src/http/mod.rs": `//! HTTP. <-- breach\n` },
    keeps: { "server/src/http/modern_mod.rs": `//! HTTP.\n`, "server/src/model.rs": `//! A model.\n` },
  },
  {
    rule: "plain-names",
    breaks: {
      "domain/src/session.rs": `//! Sessions.
pub struct SessionManager; <-- breach
trait DateHelpers {} <-- breach
type StoreImpl = (); <-- breach
mod date_utils {} <-- breach
mod util; <-- breach
enum AccessUtil {} <-- breach
union ByteImpl {} <-- breach
`,
      "end2end/pages.ts": `export class PageHelper {} <-- breach\ninterface DateUtils {} <-- breach\n`,
    },
    keeps: {
      "domain/src/session.rs": `//! No struct SessionManager.
pub struct Implement;
struct Utility;
impl Simple for Managers {}
mod implicit {}
const A: &str = "struct SessionManager";
fn manager_of(role: ManagerRole) {}
`,
    },
  },
  {
    rule: "plain-file-names",
    breaks: { "end2end/test-utils.ts": `export {}; <-- breach\n`, "domain/src/helper.rs": `//! Helps. <-- breach\n` },
    keeps: { "domain/src/implied.rs": `//! What is implied.\n`, "docs/manager.md": `A word of the newsroom.\n` },
  },
  {
    rule: "module-doc",
    breaks: {
      "domain/src/slug.rs": `use std::fmt; <-- breach\n`,
      "store/tests/contract/place.rs": `// A place. <-- breach\n//! Too late.\n`,
      "domain/src/empty.rs": `//! <-- breach\n`,
    },
    keeps: { "domain/src/slug.rs": `//! Slugs.\n`, "build.rs": `fn main() {}\n`, "docs/src/a.md": `A text.\n` },
  },
];
