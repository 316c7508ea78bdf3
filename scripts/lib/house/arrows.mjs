// Which room knows which, and which foreign crates stay out of it.

const ROOMS = {
  domain: [],
  store: ["domain"],
  search: ["domain"],
  app: ["domain"],
  frontend: ["app"],
  server: ["app", "domain", "search", "store"],
};

// Files, sockets, threads, browsers, randomness, and the time zone that chrono reads together with the clock.
const FAMILIES = "tokio|hyper|axum|tower|sqlx|leptos";
const OTHERS =
  "async-std|smol|mio|socket2|reqwest|ureq|rusqlite|libsqlite3-sys|tempfile|walkdir|fs-err|fs_extra|" +
  "web-sys|js-sys|rand|fastrand|getrandom|iana-time-zone";

/** Crates that a room must not reach, not even through others. */
export const KEPT_OUT = {
  domain: new RegExp(`^(?:(?:${FAMILIES})(?:[-_].*)?|${OTHERS})$`),
  app: /^(?:store|sqlx.*)$/,
  store: /^(?:app|leptos.*)$/,
  search: /^(?:app|store|sqlx.*|leptos.*)$/,
};

const HOMES = {
  domain: "I/O, the clock and randomness belong in store/ or server/, behind a trait or an argument of domain",
  app: "what is kept belongs in store/, and app sees it through a trait of domain",
  store: "what readers see belongs in app/",
  search: "it knows the index only; articles reach it through domain",
};

/** A violation in a room's manifest, on the line of the crate where it has one. */
function inManifest(files, room, crate, what) {
  const path = `${room}/Cargo.toml`;
  const lines = files.find((file) => file.path === path)?.text.split("\n") ?? [];
  const line = lines.findIndex((text) => new RegExp(`^\\s*"?${crate}"?\\s*[.=]`).test(text)) + 1;
  return { path, line: line || 1, what };
}

// Mostly after a change in a manifest, before the first build.
const untold = (room, complaint) => ({
  path: "Cargo.lock",
  line: 1,
  what: `cargo does not say what ${room} reaches (${complaint})`,
  home: "new crates belong in Cargo.lock: run `cargo update --workspace`",
});

export const ARROWS = [
  {
    name: "arrows",
    home: "frontend → app → domain ← store, and only server knows everybody; what two need belongs in domain/",
    check: ({ files, crates }) =>
      crates.arrows
        .filter(({ from, to }) => !ROOMS[from]?.includes(to))
        .map(({ from, to }) => inManifest(files, from, to, `${from} must not know ${to}`)),
  },
  {
    name: "foreign-crates",
    home: "it belongs in the room whose work it is",
    check: ({ files, crates }) =>
      crates.trees.flatMap(({ room, names, complaint }) => [
        ...names
          .filter((name) => KEPT_OUT[room].test(name))
          .map((name) => ({
            ...inManifest(files, room, name, `${room} reaches ${name} (cargo tree -p ${room} -i ${name})`),
            home: HOMES[room],
          })),
        ...(complaint ? [untold(room, complaint)] : []),
      ]),
  },
];
