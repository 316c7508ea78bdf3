// What happens before the first paint: pages are the same for everyone, so what differs by browser is decided here. The rest is Rust.
(() => {
  const root = document.documentElement, page = root.dataset;
  const parsed = new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
  const quietly = (act) => { try { return act(); } catch {} }; // Storage may be forbidden: then nothing is remembered.
  const stored = (key) => quietly(() => localStorage.getItem(key));
  page.scripted = "";
  for (const [key, fits] of [["theme", /^(dark|light|sepia)$/], ["size", /^(-1|[1-3])$/]]) if (fits.test(stored(key))) page[key] = stored(key);
  // The language that was chosen, else, where the settings want it, the browser's. Who follows a link to it stays at the same place.
  const isLanguage = (tag) => /^(id|en)$/.test(tag);
  const lead = () => {
    const language = stored("language") ?? ("asksBrowser" in page && navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage));
    if (!page.counterpart || language === root.lang || !isLanguage(language)) return;
    root.hidden = true;
    setTimeout(() => (root.hidden = false), 5000);
    location.replace(page.counterpart + location.search + location.hash);
  };
  const links = () => [...document.querySelectorAll("a[data-language]")];
  const choose = ({ target }) => quietly(() => {
    const link = target.closest("a[data-language]");
    localStorage.setItem("language", link.hreflang);
    sessionStorage.setItem("place", JSON.stringify([link.pathname, scrollY, links().indexOf(link)]));
  });
  lead();
  quietly(() => {
    const [path, top, number] = JSON.parse(sessionStorage.getItem("place"));
    sessionStorage.removeItem("place");
    if (path === location.pathname) parsed.then(() => requestAnimationFrame(() => {
      const shown = links()[number].closest("[popover]")?.previousElementSibling ?? links()[number];
      scrollTo(0, top);
      shown.focus();
      if (document.activeElement !== shown) load().then(() => setTimeout(() => shown.focus())); // Hidden until the module is there.
    }));
  });
  addEventListener("pageshow", ({ persisted }) => persisted && lead());
  ["click", "auxclick"].forEach((kind) => addEventListener(kind, choose));
  // That there is a reader, not who. What this reader may read of a locked article is asked for at once, before any wasm.
  const known = /(?:^|; )(?:__Host-)?(reader|pending)=1/.exec(document.cookie)?.[1];
  if (known) page[known] = "";
  if (known === "reader" && stored("subscriber") !== null) page.subscriber = "";
  if (/[?&]token=/.test(location.search)) history.replaceState(null, "", location.pathname);
  if (known) parsed.then(async () => {
    const place = document.querySelector("[data-access]:has(.gate--everyone)");
    place.dataset.asked = "";
    const answer = await fetch(location.pathname, { method: "POST", headers: { "x-fragment": "1" }, body: new URLSearchParams() });
    if (answer.headers.get("x-fragment")) place.innerHTML = await answer.text();
    if (location.hash === "#dikonfirmasi") location.replace(location.hash);
    dispatchEvent(new Event("access"));
  }).catch(() => {});
  // The module: once the page is painted and the browser rests, at the first sign that somebody wants it, or after some seconds.
  const load = () => (load.done ??= parsed.then(() => Promise.all([import(page.module), fetch(page.wasm)]))
    .then(([module, wasm]) => module.default({ module_or_path: wasm }).then(() => module.hydrate())));
  // Behind it the worker, which makes the site readable without a network.
  const work = () => quietly(() => page.worker && navigator.serviceWorker.register(page.worker).then(() => navigator.serviceWorker.ready).then(() => (page.offline = ""), () => {}));
  const paint = "largest-contentful-paint", rest = () => (self.requestIdleCallback ?? setTimeout)(() => load().finally(work));
  for (const kind of ["pointerover", "touchstart", "keydown"]) addEventListener(kind, load, { once: true, passive: true });
  addEventListener("load", () => PerformanceObserver.supportedEntryTypes?.includes(paint)
    ? new PerformanceObserver((_, observer) => (observer.disconnect(), rest())).observe({ type: paint, buffered: true }) : setTimeout(rest));
  parsed.then(() => setTimeout(rest, 5000));
})();
