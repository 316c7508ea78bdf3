// From page to page without a reload: the next page's HTML takes the place of this one's. Where anything is unusual, the browser
// goes there in its own way, which is always right.
const READING = /^\/(?:$|koran$|majalah$|koreksi$|(?:read|rubrik|topik|penulis|tentang)\/)/;
const LITE = /\/lite$/;
const KEPT_SECONDS = 30;
const HEAD = "meta[property], meta[name=description], link[rel=canonical], link[hreflang], link[rel=preload][as=image]";
const ready = new Map();

const isReading = (path) => READING.test(plain(path)) && !LITE.test(path);

/** The address that a link leads to, if its page can be shown in place. */
const reachable = (link) => {
  if (!link || link.href === location.href || link.target || link.download || link.origin !== location.origin) return;
  if ("panel" in link.dataset || "zoom" in link.dataset || "language" in link.dataset || link.hash) return;
  return isReading(link.pathname) ? link.href : undefined;
};

/** The page at an address; asked for once, however often it is wanted. */
const ask = (address) => {
  const known = ready.get(address);
  if (known && performance.now() - known.at < KEPT_SECONDS * 1000) return known.page;
  const page = fetch(address, { headers: { accept: "text/html" } }).then(async (answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return { address: answer.url, html: await answer.text() };
  });
  page.catch(() => ready.delete(address));
  ready.set(address, { page, at: performance.now() });
  return page;
};

/** Whether the page was made by the same program in the same language, and nothing in its middle has to be woken. */
const fits = (next) => {
  const built = (page) => page.querySelector("link[rel=stylesheet]")?.getAttribute("href");
  return next.querySelector("main") && next.documentElement.lang === root.lang && built(next) === built(document) && !next.querySelector("main leptos-island");
};

const replace = (next) => {
  document.title = next.title;
  const { counterpart } = next.documentElement.dataset;
  if (counterpart) root.dataset.counterpart = counterpart;
  else delete root.dataset.counterpart;
  document.head.querySelectorAll(HEAD).forEach((tag) => tag.remove());
  document.head.append(...next.head.querySelectorAll(HEAD));
  const main = document.querySelector("main");
  main.replaceChildren(...next.querySelector("main").childNodes);
  // What comes by parsing does not run by itself.
  for (const script of main.querySelectorAll("script:not([type])")) {
    const copy = document.createElement("script");
    copy.textContent = script.textContent;
    script.replaceWith(copy);
  }
  // Whoever comes in from here comes back to here, and whoever takes the other language finds the same page.
  const panels = ["/masuk", "/daftar", "/sandi/lupa"].map((path) => `[data-panel-of='${prefix}${path}']`);
  for (const place of [".reader-menu__guest", ".display-menu .language-choice", ".site-footer .language-choice", ...panels]) {
    const [now, then] = [document, next].map((page) => page.querySelector(place));
    if (now && then) now.replaceWith(then);
  }
  document.querySelectorAll("[popover]:popover-open").forEach((menu) => menu.hidePopover());
  preparePage();
};

const showPage = async ({ address, html }, isBack) => {
  // Anew each time: what is shown is taken out of it.
  const next = new DOMParser().parseFromString(html, "text/html");
  if (!fits(next)) return location.assign(address);
  const place = isBack ? (history.state?.y ?? 0) : 0;
  const swap = () => {
    if (!isBack) history.pushState(null, "", address);
    replace(next);
    const heading = document.querySelector("main h1") ?? document.querySelector("main");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    scrollTo({ top: place, behavior: "instant" });
  };
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!document.startViewTransition || isCalm) return swap();
  const transition = document.startViewTransition(swap);
  // Another page may be wanted before this one has faded in.
  transition.ready.catch(() => {});
  await transition.updateCallbackDone;
};

let going;
const go = async (address, isBack) => {
  const mine = (going = {});
  try {
    const page = await ask(address);
    if (going === mine) await showPage(page, isBack);
  } catch {
    if (going === mine) location.assign(address);
  }
};

addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const address = reachable(event.target.closest?.("a[href]"));
  if (!address) return;
  event.preventDefault();
  keepPlace();
  go(address, false);
});

// Where the reader is, for the way back and the way forward again.
let resting;
const keepPlace = () => {
  clearTimeout(resting);
  history.replaceState({ y: scrollY }, "");
};
addEventListener("scroll", () => {
  clearTimeout(resting);
  resting = setTimeout(keepPlace, 150);
}, { passive: true });

let shown = location.pathname + location.search;
addEventListener("popstate", () => {
  clearTimeout(resting);
  // Only the part behind the # has changed: the browser is there already.
  if (location.pathname + location.search === shown) return;
  if (isReading(location.pathname)) go(location.href, true);
  else location.reload();
});
forEachPage(() => (shown = location.pathname + location.search));

// On intent: a pointer that stays, a finger that comes down, the keyboard's focus.
let wanting;
const intend = ({ target }, delay) => {
  clearTimeout(wanting);
  const address = reachable(target.closest?.("a[href]"));
  if (!address || navigator.connection?.saveData) return;
  wanting = setTimeout(() => ask(address), delay);
};
addEventListener("pointerover", (event) => intend(event, 80), { passive: true });
addEventListener("touchstart", (event) => intend(event, 0), { passive: true });
addEventListener("focusin", (event) => intend(event, 80));

if (document.querySelector("main") && isReading(location.pathname)) history.scrollRestoration = "manual";
addEventListener("pagehide", keepPlace);
if (history.state?.y) scrollTo({ top: history.state.y, behavior: "instant" });
