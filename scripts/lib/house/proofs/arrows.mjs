// Proofs of arrows.mjs.

const SERVER_MANIFEST = `[dependencies]
app = { workspace = true, features = ["ssr"] }
domain.workspace = true
`;

const FOREIGN_TO_DOMAIN = [
  ...["hyper", "hyper-util", "axum", "tower-http", "sqlx", "sqlx-core", "leptos_macro", "reqwest", "ureq", "rusqlite"],
  ...["smol", "mio", "socket2", "tempfile", "walkdir", "fs_extra", "rand", "fastrand", "web-sys", "iana-time-zone"],
];

export const ARROW_PROOFS = [
  {
    rule: "arrows",
    breaks: {
      "app/Cargo.toml": `[dependencies]\ndomain.workspace = true\nstore.workspace = true <-- breach\n`,
      "domain/Cargo.toml": `[dependencies]\nserver = { path = "../server" } <-- breach\n`,
      crates: {
        arrows: [
          { from: "app", to: "domain" },
          { from: "app", to: "store" },
          { from: "domain", to: "server" },
        ],
      },
    },
    keeps: {
      "server/Cargo.toml": SERVER_MANIFEST,
      crates: {
        arrows: [
          { from: "server", to: "app" },
          { from: "server", to: "domain" },
          { from: "server", to: "store" },
          { from: "frontend", to: "app" },
          { from: "store", to: "domain" },
        ],
      },
    },
  },
  ...FOREIGN_TO_DOMAIN.map((name) => ({
    rule: "foreign-crates",
    breaks: { "domain/Cargo.toml": `[package] <-- breach\n`, crates: { trees: [{ room: "domain", names: [name] }] } },
    keeps: { "domain/Cargo.toml": `[package]\n`, crates: { trees: [{ room: "domain", names: [`my-${name}`] }] } },
  })),
  {
    rule: "foreign-crates",
    breaks: {
      // tokio comes in its own name, getrandom through another.
      "domain/Cargo.toml": `[package] <-- breach\n[dependencies]\nchrono.workspace = true\ntokio-like = "1"\ntokio = "1" <-- breach\n`,
      "app/Cargo.toml": `[dependencies]\nsqlx-core = "0.9" <-- breach\n`,
      "store/Cargo.toml": `[dependencies]\nleptos_meta.workspace = true <-- breach\n`,
      crates: {
        trees: [
          { room: "domain", names: ["chrono", "tokio", "getrandom"] },
          { room: "app", names: ["leptos", "sqlx-core"] },
          { room: "store", names: ["sqlx", "leptos_meta"] },
        ],
      },
    },
    keeps: {
      "domain/Cargo.toml": `[dependencies]\nrand_core = "0.9"\n`,
      crates: {
        trees: [
          { room: "domain", names: ["chrono", "rand_core", "tokenizers"] },
          { room: "app", names: ["leptos", "tokio", "getrandom", "domain"] },
          { room: "store", names: ["sqlx", "tokio", "rand"] },
        ],
      },
    },
  },
  {
    rule: "foreign-crates",
    breaks: {
      "Cargo.lock": `# As of before. <-- breach\n`,
      crates: { trees: [{ room: "app", names: [], complaint: "error: the lock file needs to be updated" }] },
    },
    keeps: { "Cargo.lock": `# As of now.\n`, crates: { trees: [{ room: "app", names: ["leptos"] }] } },
  },
];
