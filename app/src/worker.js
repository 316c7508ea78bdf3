// The service worker: what is read without a network. The server puts BUILD before it, the files of this build; where the worker is switched
// off it is null, and the worker removes itself. Everything that it cannot answer better is left to the network.
const SHELL = "shell-" + BUILD?.version; // Files of this build.
const READ = "read-" + BUILD?.version; // The last public articles read: the same for everyone.
const KEPT = "kept", OWN = "kept-own"; // What the reader keeps: what everyone may read, and what not.
const MOST_READ = 20, MOST_KEPT = 30, PATIENCE = 4000;
const ALIKE = { credentials: "omit" };
const PUBLIC = ["cache-control", "public"];

const isArticle = (path) => /^(\/en|\/id)?\/read\/[^\/]+\/[^\/]+$/.test(path);
const pathOf = ({ url }) => new URL(url).pathname;
const prefixOf = (path) => ((path + "/").startsWith(BUILD.prefix + "/") ? BUILD.prefix : "");
const offlineOf = (path) => prefixOf(path) + BUILD.offline;
const cached = (name, path) => caches.match(path, { cacheName: name, ignoreVary: true });
const late = (answer) => new Promise((done) => setTimeout(done, PATIENCE, answer));
const quietly = (promise) => promise.catch(() => {});
const remove = (names) => Promise.all(names.map((name) => caches.delete(name)));

// Keeps a page, as the newest of the most. Nothing else that a network may answer with: errors, redirects, pages of a portal or of another
// release, which lack the mark of this one. A header has to allow it.
const keep = async (name, path, answer, most, mark, [allows, value]) => {
  const has = (header, words) => (answer.headers.get(header) ?? "").startsWith(words);
  if (answer.status !== 200 || answer.redirected || !has("content-type", "text/html") || !has(allows, value)) return false;
  const html = await answer.text(), cache = await caches.open(name), headers = new Headers();
  if (!html.includes(mark)) return false;
  for (const header of ["content-type", "content-security-policy"]) headers.set(header, answer.headers.get(header) ?? "");
  await cache.delete(path);
  await cache.put(path, new Response(html, { headers }));
  const all = await cache.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - most)).map((old) => cache.delete(old)));
  return true;
};
const remember = (path, answer) => quietly(keep(READ, path, answer, MOST_READ, BUILD.stylesheet, PUBLIC));

// A file of the build, proven by its hash. One that a network has spoilt on an earlier way is asked for again.
const load = async (cache, [path, integrity]) => {
  const ask = (how) => fetch(path, { ...ALIKE, integrity, cache: how });
  const answer = await ask("default").catch(() => ask("reload"));
  if (!answer.ok || answer.redirected) throw new Error(path);
  await cache.put(path, answer);
};
const install = async () => {
  const cache = await caches.open(SHELL), anew = (path) => fetch(path, { ...ALIKE, cache: "reload" });
  await Promise.all(BUILD.assets.map((asset) => load(cache, asset)));
  for (const path of [BUILD.offline, BUILD.prefix + BUILD.offline])
    if (!(await keep(SHELL, path, await anew(path), Infinity, BUILD.stylesheet, PUBLIC))) throw new Error(path);
  // What was read under another release is fetched as this one shows it.
  for (const name of (await caches.keys()).filter((name) => name.startsWith("read-") && name !== READ))
    for (const path of (await (await caches.open(name)).keys()).map(pathOf)) await quietly(anew(path).then((answer) => remember(path, answer)));
  await skipWaiting();
};
// Taking over at once is safe: pages come from the network, and the files of the last release stay for pages of it that are open.
const activate = async () => {
  const others = (await caches.keys()).filter((name) => name !== SHELL && name !== READ);
  await remove([...others.filter((name) => name.startsWith("shell-")).slice(0, -1), ...others.filter((name) => name.startsWith("read-"))]);
  await registration.navigationPreload?.enable();
  await clients.claim();
  for (const client of await clients.matchAll()) see(pathOf(client));
};
const leave = async () => {
  await remove(await caches.keys());
  await registration.unregister();
};

// An article is read once its page asks for something, not when it is fetched ahead.
let seen = "";
const see = async (path) => {
  if (!isArticle(path) || path === seen) return;
  seen = path;
  await quietly(fetch(path, ALIKE).then((answer) => remember(path, answer)));
};

// Removes what this reader may read no longer: the right has ended, or the session. Answered in bytes: 0, how many, then 1 for each that is open.
const check = async () => {
  const kept = [];
  for (const cache of await Promise.all([KEPT, OWN].map((name) => caches.open(name))))
    for (const request of await cache.keys()) kept.push({ cache, request, id: pathOf(request).split("/").at(-3) });
  if (!kept.length) return;
  const articles = kept.map(({ id }) => id).join();
  const answer = await fetch("/api/still_open", { method: "POST", body: new URLSearchParams({ articles }) });
  const [kind, count, ...open] = new Uint8Array(await answer.arrayBuffer());
  if (!answer.ok || answer.headers.get("content-type") !== "application/x-postcard" || kind !== 0 || count !== kept.length) return;
  await Promise.all(kept.filter((_, at) => !open[at]).map(({ cache, request }) => cache.delete(request)));
};

// The form of an article's page keeps its light version, whose text comes as the answer to a POST; that of the list gives one up.
const save = async (path) => {
  const answer = await fetch(path, { method: "POST", body: new URLSearchParams() }), to = answer.headers.get("x-text");
  if (!to) return answer.ok && (await answer.text()).includes(BUILD.lite) ? "terkunci" : "gagal";
  const isKept = to === "everyone"
    ? keep(KEPT, path, await fetch(path, ALIKE), MOST_KEPT, BUILD.lite, PUBLIC)
    : keep(OWN, path, answer, MOST_KEPT, BUILD.lite, ["x-text", "reader"]);
  return (await isKept) ? "disimpan" : "gagal";
};
const change = async (request, path) => {
  const fields = new URLSearchParams(await request.text()), article = prefixOf(path) + fields.get("keep"), given = fields.get("forget");
  if (!request.referrer.startsWith(location.origin + "/")) return Response.redirect(path + "#gagal", 303);
  if (given) for (const name of [KEPT, OWN]) await (await caches.open(name)).delete(given);
  const told = isArticle(article) ? await save(article + "/lite").catch(() => "gagal") : "";
  return Response.redirect(path + (told && "#" + told), 303);
};

// The page of what can be read. Its words are the server's, and so are the headlines, which stand in the kept pages as HTML.
const offline = async (path) => {
  const page = await cached(SHELL, offlineOf(path));
  if (!page) return fetch(path);
  let html = await page.text();
  const forget = /data-forget="([^"]*)"/.exec(html)?.[1];
  const button = (to) => '<form method="post" action="' + offlineOf(path) + '"><button class="button button--quiet" name="forget" value="' + to + '">' + forget + "</button></form>";
  const rows = async (name, more) => {
    const cache = await caches.open(name);
    const row = async (request) => {
      const to = pathOf(request), kept = await (await cache.match(request)).text();
      return '<li><a href="' + to + '">' + (/<h1[^>]*class="article__title"[^>]*>([^<]+)/.exec(kept)?.[1] ?? to) + "</a>" + more(to) + "</li>";
    };
    return (await Promise.all((await cache.keys()).reverse().map(row))).join("");
  };
  const lists = { kept: (await rows(OWN, button)) + (await rows(KEPT, button)), read: await rows(READ, () => "") };
  for (const kind in lists) html = html.replace(new RegExp('<ul[^>]*data-offline-list="' + kind + '"[^>]*>'), (list) => list + lists[kind]);
  return new Response(html, { headers: page.headers });
};

// A page that the network does not give, or not soon. What the reader keeps is shown at the address of its light version.
const stored = async (path, isNavigation) => {
  const light = isArticle(path) ? path + "/lite" : path;
  const [own, kept, read] = await Promise.all([cached(OWN, light), cached(KEPT, light), cached(READ, path)]);
  if (light === path || (read && !own)) return light === path ? (own ?? kept) : read;
  return isNavigation && (own ?? kept) ? Response.redirect(light, 303) : undefined;
};
const page = async (event, path, isNavigation) => {
  const ask = async () => {
    const answer = (await event.preloadResponse) ?? (await fetch(event.request));
    if (isNavigation && isArticle(path)) (seen = path), event.waitUntil(remember(path, answer.clone()));
    if (isNavigation) event.waitUntil(quietly(check()));
    return answer;
  };
  const network = ask();
  event.waitUntil(quietly(network));
  if (await cached(OWN, path)) await Promise.race([quietly(check()), late()]);
  const own = await cached(OWN, path), known = own ?? (await stored(path, isNavigation));
  const given = network.then((answer) => (answer.status >= 500 && known) || answer);
  return own ?? Promise.race(known ? [given, late(known)] : [given]).catch(() => known ?? (isNavigation ? offline(path) : Response.error()));
};
// The style of a light page that was kept under another release may be gone: this one's fits.
const file = async (request, path) =>
  (await caches.match(path, { ignoreVary: true })) ?? fetch(request).catch(async (error) => (path.startsWith("/pkg/lite.") && (await cached(SHELL, BUILD.lite))) || Promise.reject(error));

const answer = (event) => {
  const { request } = event, { method, referrer } = request, { origin, pathname: path } = new URL(request.url);
  if (origin !== location.origin) return;
  const isGet = method === "GET", isNavigation = request.mode === "navigate";
  const isPage = isGet && (isNavigation || (request.headers.get("accept") ?? "").startsWith("text/html"));
  if (isNavigation && event.preloadResponse) event.waitUntil(quietly(event.preloadResponse));
  // Whoever leaves takes along what is theirs, whether the server hears of it or not.
  if (!isGet && /\/api\/(sign_out|delete_account|secure_account)$/.test(path)) event.waitUntil(caches.delete(OWN));
  if (path === offlineOf(path) && isPage) event.respondWith(offline(path));
  else if (path === offlineOf(path) && method === "POST") event.respondWith(change(request, path));
  else if (isGet && /^\/(pkg|fonts)\//.test(path)) event.respondWith(file(request, path));
  else if (isPage) event.respondWith(page(event, path, isNavigation));
  if (!isNavigation && referrer.startsWith(origin)) event.waitUntil(see(pathOf({ url: referrer })));
};

addEventListener("install", (event) => event.waitUntil(BUILD ? install() : skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(BUILD ? activate() : leave()));
if (BUILD) addEventListener("fetch", answer);
