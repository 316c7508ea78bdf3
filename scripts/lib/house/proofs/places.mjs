// Proofs of places.mjs.

export const PLACE_PROOFS = [
  {
    rule: "islands-in-islands",
    breaks: {
      "app/src/components/gate.rs": `//! A gate.\n\n/// Browser because: it opens.\n#[island] <-- breach\npub fn Gate() {}\n`,
      "app/src/pages/front.rs": `//! A page.\n#[leptos::island(lazy)] <-- breach\nfn Lazy() {}\n`,
    },
    keeps: {
      "app/src/components/gate.rs": `//! A gate, once an #[island].\nconst A: &str = "#[island]";\nmod islands {}\n`,
      "app/src/islands/clock.rs": `//! A clock.\n/// Browser because: it ticks.\n#[island]\npub fn Clock() {}\n`,
    },
  },
  {
    rule: "island-says-why",
    breaks: {
      "app/src/islands/two.rs": `//! Two islands, of which the second gives no reason.

/// Browser because: it opens over the page.
#[island]
pub fn One() {}

/// The browser is needed.
#[island] <-- breach
pub fn Two() {}
`,
      "app/src/islands/empty.rs": `//! An empty reason.\n/// Browser because:\n#[island] <-- breach\nfn Empty() {}\n`,
    },
    keeps: {
      "app/src/islands/carousel.rs": `//! Pictures.

/// Pictures in a row.
///
/// Browser because: it turns.
#[expect(clippy::x, reason = "y")]
#[island]
pub fn Carousel() {}
`,
      "app/src/islands/one.rs": `//! One island. Browser because: it opens.\n#[island]\npub fn One() {}\n`,
      "app/src/islands/send.rs": `//! What islands share; no #[island] itself.\npub fn send() {}\n`,
    },
  },
  {
    rule: "ssr-in-lib-and-context",
    breaks: {
      "app/src/pages.rs": `//! Pages.\n#[cfg(feature = "ssr")] <-- breach\nmod article;\n#[cfg(not(feature="ssr"))] <-- breach\nmod none;\n`,
      "server/src/main.rs": `//! Main.\nfn f() {\n    if cfg!(feature = "ssr") {} <-- breach\n}\n`,
    },
    keeps: {
      "app/src/lib.rs": `//! App.\n#[cfg(feature = "ssr")]\nmod context;\n`,
      "app/src/context.rs": `//! Context.\n#[cfg(feature = "ssr")]\nfn a() {}\n`,
      "app/src/pages.rs": `//! Pages; lib.rs has the cfg(feature = "ssr").\n#[cfg(feature = "hydrate")]\nmod b;\n`,
    },
  },
  {
    rule: "head-in-page-head",
    breaks: {
      "app/src/pages/saved.rs": `//! A page.\nuse leptos_meta::Title; <-- breach\nfn f() { leptos_meta::provide_meta_context() } <-- breach\n`,
    },
    keeps: {
      "app/src/components/page_head.rs": `//! Tags.\nuse leptos_meta::Title;\n`,
      "app/src/document.rs": `//! The document.\nuse leptos_meta::MetaTags;\n`,
      "app/src/document/bare.rs": `//! Another.\nuse leptos_meta::HashedStylesheet;\n`,
      "app/src/pages/saved.rs": `//! Without leptos_meta.\nuse crate::components::PageHead;\n`,
    },
  },
  {
    rule: "environment-in-settings",
    breaks: {
      "server/src/mail.rs": `//! Mail.
use std::env::{self, var_os}; <-- breach
fn f() {
    let home = env::var("HOME"); <-- breach
    let built = option_env!("BUILT"); <-- breach
    let root = env!("CARGO_MANIFEST_DIR"); <-- breach
    let all = Env::prefixed("WARTA_"); <-- breach
    let raw = Env::raw(); <-- breach
    std::env::set_var("A", "b"); <-- breach
    std::env::remove_var("A"); <-- breach
    for (name, value) in std::env::vars_os() {} <-- breach
}
#[arg(long, env = "WARTA_PORT")] <-- breach
#[clap(env)] <-- breach
struct A;
`,
    },
    keeps: {
      "server/src/settings.rs": `//! Settings.\nfn f() { std::env::var("LEPTOS_WATCH"); }\n`,
      "server/tests/http.rs": `//! HTTP.\nconst WARTA: &str = env!("CARGO_BIN_EXE_warta");\n`,
      "server/src/commands.rs": `//! Not std::env::var.
const VERSION: &str = env!("CARGO_PKG_VERSION");
fn f() { std::env::args(); std::env::current_dir(); }
#[cfg(test)]
mod tests {
    const HERE: &str = env!("CARGO_MANIFEST_DIR");
}
`,
    },
  },
  {
    rule: "sql-in-store",
    breaks: {
      "server/src/commands.rs": `//! Commands.
const A: &str = "SELECT id FROM articles"; <-- breach
const B: &str = r#"
    INSERT INTO articles (id) <-- breach
"#;
const C: &str = "update articles set title = $1"; <-- breach
const D: &str = "WITH a AS (DELETE FROM b RETURNING c)"; <-- breach
const E: &str = concat!("CREATE UNIQUE INDEX ", "x"); <-- breach
const F: &str = "PRAGMA query_only = ON"; <-- breach
const G: &str = "CREATE TEMPORARY TABLE a (b TEXT)"; <-- breach
const H: &str = "select id, a.title from articles"; <-- breach
const I: &str = "UPDATE a SET b = 1"; <-- breach
`,
      "server/schema.sql": `CREATE TABLE a (b TEXT); <-- breach\n`,
    },
    keeps: {
      "store/src/articles.rs": `//! SQL.\nconst A: &str = "SELECT id FROM articles";\n`,
      "store/tests/contract.rs": `//! SQL.\nconst A: &str = "DELETE FROM articles";\n`,
      "store/migrations/sqlite/0001.sql": `CREATE TABLE a (b TEXT);\n`,
      "store/migrations/postgres/0001.sql": `CREATE TABLE a (b TEXT);\n`,
      "domain/src/list.rs": `//! As SELECT id FROM articles would.
// UPDATE a SET b
const A: &str = "Select an article from the list, then update it";
const B: &str = "deleted from the paper";
`,
    },
  },
  {
    rule: "clock-in-server",
    breaks: {
      "domain/src/session.rs": `//! Sessions.\nfn f() -> bool {\n    let now = chrono::Utc::now(); <-- breach\n}\n`,
      "server/src/mail.rs": `//! Mail.\nfn f() { std::time::Instant::now() } <-- breach\nfn g() { SystemTime::now() } <-- breach\n`,
      "app/src/islands/age.rs": `//! Ages.
fn f() { js_sys::Date::now() } <-- breach
fn g() { Date::new_0() } <-- breach
fn h() { chrono::Local::now() } <-- breach
`,
    },
    keeps: {
      "server/src/clock.rs": `//! Clock.\nfn now() { Utc::now() }\n`,
      "server/src/http.rs": `//! Not Utc::now.\nfn f() { clock::now(); performance.now(); let a = "Utc::now"; }\n`,
      "store/tests/contract.rs": `//! Tests.\nfn f() { Utc::now() }\n`,
      "domain/src/slug.rs": `//! Slugs.\n#[cfg(test)]\nmod tests {\n    fn f() { let brace = '}'; Utc::now() }\n}\n`,
      "domain/src/label.rs": `//! Labels.
#[cfg(all(test, unix))]
fn f() { Utc::now() }
fn g() { let quote = '"'; let other = "Utc::now"; }
`,
    },
  },
  {
    rule: "printing-in-output",
    breaks: {
      "server/src/commands/check.rs": `//! Checks.\nfn f() {\n    println!("well"); <-- breach\n    eprint!("ill"); <-- breach\n}\n`,
    },
    keeps: {
      "server/src/output.rs": `//! Output.\nfn f() { println!("a") }\n`,
      "server/src/commands/check.rs": `//! No println!.\nfn f() { say!("a"); writeln!(file, "b"); let c = "println!"; }\n#[cfg(test)]\nmod tests {\n    fn g() { println!("a") }\n}\n`,
      "server/tests/real_data.rs": `//! Tests.\nfn f() { eprintln!("SKIPPED") }\n`,
    },
  },
  {
    rule: "dice-in-server",
    breaks: {
      "domain/src/token.rs": `//! Tokens.
fn f() {
    rand::random(); <-- breach
    Uuid::new_v4(); <-- breach
    fastrand::u8(..); <-- breach
    let dice = OsRng; <-- breach
    let dice = thread_rng(); <-- breach
}
`,
      "app/src/islands/shuffle.rs": `//! Shuffles.\nfn f() { js_sys::Math::random() } <-- breach\n`,
      "store/src/row.rs": `//! Rows.\nuse rand; <-- breach\n#[cfg(test)]\nmod tests {}\nfn g() { getrandom::fill(x) } <-- breach\n`,
    },
    keeps: {
      "server/src/dice.rs": `//! Dice.\nfn f() { rand::random() }\n`,
      "domain/src/token.rs": `//! No rand::random here.\nfn f(dice: &mut dyn Dice) { Token::random(dice); operand::x(); }\n`,
      "domain/tests/token.rs": `//! Tests.\nfn f() { rand::random() }\n`,
    },
  },
];
