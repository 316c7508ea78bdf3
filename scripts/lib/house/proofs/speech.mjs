// Proofs of speech.mjs.

export const SPEECH_PROOFS = [
  {
    rule: "mail-at-example",
    breaks: {
      "Leptos.toml": `from = "redaksi@warta.id" <-- breach\nto = "a.b+c@mail.example.co" <-- breach\n`,
      "demo/news.jsonl": `{"text":"Tulis ke redaksi@example.com"}\n{"text":"Tulis ke ani@examples.com."} <-- breach\n`,
      "end2end/a.spec.ts": `const url = "postgres://warta:x@db.warta.id/warta"; <-- breach\n`,
    },
    keeps: {
      "Leptos.toml": `from = "redaksi@example.com."\nto = "a@b.example.org, a@example.net, a@desk.test, a@x.invalid, a@koran.example"\nlocal = "root@localhost, a@b.localhost"\n`,
      "README.md": `postgres://USER@HOST/NAME, postgres://warta@127.0.0.1:5432, git@github.com:warta/warta.git\n`,
      "package.json": `{ "@playwright/test": "1.65.1", "x": "npm:@scope/name.js@1.2.3" }\n`,
      "package-lock.json": `{ "author": "somebody@somewhere.dev" }\n`,
      "style/main.css": `@media print { a { background: url("logo@2x.png"); } }\n`,
      "domain/src/list.rs": `//! Lists.\nfn f() { match x { days @ 7..30 => a(days) } }\n`,
    },
  },
  {
    rule: "speaks-of-itself",
    breaks: {
      "NOTES.md": `Copilot helped. <-- breach\nAn AI assistant did. <-- breach\n`,
      "README.md": `Fixes issue #12. <-- breach\nSee issue 7. <-- breach\nWritten by ChatGPT. <-- breach\nSee /work/notes.md <-- breach\n`,
      "scripts/test": `cd /work/main <-- breach\n`,
      "CLAUDE.md": `Read this. <-- breach\n`,
    },
    keeps: {
      "README.md": `The issue of Monday; tissue 7; network/work/; an assistant editor; the pilot and copilots.\n`,
      "LICENSE": `Claude may copy.\n`,
      "package-lock.json": `{ "name": "claude" }\n`,
    },
  },
  {
    rule: "nothing-unfinished",
    breaks: {
      "domain/src/quota.rs": `//! Quota.\nfn f() { todo!() } <-- breach\nfn g() { unimplemented!("x") } <-- breach\n// TODO: count <-- breach\n`,
      "style/main.css": `/* FIXME */ <-- breach\n`,
      "scripts/test": `# XXX <-- breach\n`,
    },
    keeps: {
      "Cargo.toml": `todo = "deny"\n`,
      "domain/src/quota.rs": `//! A todo list; TODOS; XXXL.\nfn todo() {}\n`,
      "demo/sport.jsonl": `{"title":"PON XXX"}\n`,
      "CONTRIBUTING.md": `No TODO stays.\n`,
      "package-lock.json": `{ "integrity": "sha512-ab/XXX+cd" }\n`,
    },
  },
];
