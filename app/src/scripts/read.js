// What was read. The site is told which article followed which, and never by whom: without cookies, and not where the reader's browser
// asks for privacy. What this browser has read stays in it.
const READ_SECONDS = 3;
const MOST_READ = 300;
const PREVIOUS = "previous";

/** The readings that this browser keeps, in a store of its own that only scripts of this site can open. */
const readings = {
  open: () =>
    new Promise((done, failed) => {
      const opening = indexedDB.open("warta", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("readings", { keyPath: "id" }).createIndex("at", "at");
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => failed(opening.error);
    }),
  /** Runs `act` on the store; what it asks for last is the answer. Where there is no store, the answer is empty. */
  async use(mode, act) {
    try {
      const database = await readings.open();
      const asking = act(database.transaction("readings", mode).objectStore("readings"));
      const answer = await new Promise((done, failed) => {
        asking.onsuccess = () => done(asking.result);
        asking.onerror = () => failed(asking.error);
      });
      database.close();
      return answer;
    } catch {
      // Forbidden or full: nothing is kept, and nothing is missed.
      return [];
    }
  },
  all: () => readings.use("readonly", (store) => store.index("at").getAll()),
  async add(reading) {
    await readings.use("readwrite", (store) => store.put(reading));
    const all = await readings.all();
    for (const { id } of all.slice(0, Math.max(0, all.length - MOST_READ))) await readings.use("readwrite", (store) => store.delete(id));
  },
};

const wantsPrivacy = () => navigator.globalPrivacyControl === true || navigator.doNotTrack === "1";

const tell = (endpoint, fields) =>
  fetch(`/api/${endpoint}`, { method: "POST", headers: { accept: "application/json" }, body: new URLSearchParams(fields), credentials: "omit", keepalive: true });

/** What the site wants to have back when the article has been read; nothing where it is not told. */
const beginRead = async (id) => {
  if (wantsPrivacy()) return "";
  const answer = await tell("read_begin", { article: id }).catch(() => undefined);
  return answer?.ok ? answer.json() : "";
};

/** Tells the site that an article was read, and after which one. */
const tellRead = (id, token) => {
  let previous = "";
  try {
    previous = sessionStorage.getItem(PREVIOUS) ?? "";
    sessionStorage.setItem(PREVIOUS, id);
  } catch {
    // Then every article is the first one.
  }
  if (!token || previous === id) return;
  tell("read", { article: id, previous, token }).catch(() => {});
};

/** What the account of a reader who is signed in has read, on any device; the article is added to it. */
const readInAccount = async (id) => {
  if (!isReader()) return [];
  const answer = await send("history", id).catch(() => undefined);
  return answer?.ok ? answer.json() : [];
};

const isRead = async (token) => {
  const { article: id, section } = article().dataset;
  tellRead(id, token);
  await readings.add({ id, section: section ?? "", at: Date.now() });
  settleRails(await readInAccount(id));
};

// Looked at for a moment: not while it is only passed by, or open behind another window.
let viewing;
forEachPage(() => {
  clearTimeout(viewing);
  if (!article()) return;
  const { article: id } = article().dataset;
  const wait = async () => {
    if (document.visibilityState !== "visible") return addEventListener("visibilitychange", wait, { once: true });
    const token = await beginRead(id);
    // Another page may have come in place meanwhile.
    if (article()?.dataset.article !== id) return;
    clearTimeout(viewing);
    viewing = setTimeout(() => isRead(token), READ_SECONDS * 1000);
  };
  wait();
});
