// What reading pages do in the browser beside the islands. The files of this folder are one module, in this order.
const root = document.documentElement;

/** What this browser keeps: nothing of it leaves the device. Where storage is forbidden, it lasts for the page. */
const device = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value);
    } catch {
      // Full or forbidden.
    }
  },
  list(key) {
    try {
      const list = JSON.parse(device.get(key));
      return Array.isArray(list) ? list : [];
    } catch {
      return [];
    }
  },
};

/** What stands before the paths of this page's language; nothing before those of the site's own. */
const prefix = /^\/(?:id|en)(?=\/|$)/.exec(location.pathname)?.[0] ?? "";
/** A path without that. */
const plain = (path) => (prefix && (path + "/").startsWith(`${prefix}/`) ? path.slice(prefix.length) || "/" : path);

const prepares = [];
/** Has something done for every page that comes: this one, and those that follow without a reload. */
const forEachPage = (prepare) => prepares.push(prepare);

/** Calls `act` with the element that was clicked, where the selector fits. One listener for all pages. */
const onClick = (selector, act) =>
  addEventListener("click", (event) => {
    const element = event.target.closest?.(selector);
    if (element) act(element, event);
  });

/** Says something to everyone, those who listen included. */
const say = (words) => {
  const place = document.querySelector("[data-said]");
  if (!place) return;
  place.textContent = words;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => (place.textContent = ""), 4000);
};

const article = () => document.querySelector("[data-article]");
