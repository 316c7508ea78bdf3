// Rails of cards: buttons, and an order that only this browser knows. Without this, a rail scrolls by finger, wheel and keyboard.
const BEHIND = 2;
const SECTION_PULL = 6;
const RECENT = 50;
/** What stands in a card's place: of cards that are articles, which one and of which section. */
const facts = (item) => item.firstElementChild?.dataset ?? {};
const trackOf = (rail) => rail.querySelector("[data-rail-track]");
const end = (track) => track.scrollLeft + track.clientWidth + BEHIND;
const isSeen = (track, item) => item.offsetLeft >= track.scrollLeft - BEHIND - item.offsetWidth / 2 && item.offsetLeft + item.offsetWidth / 2 <= end(track);

const showRail = (rail) => {
  const track = trackOf(rail);
  const [back, on] = rail.querySelectorAll("[data-rail-step]");
  back.setAttribute("aria-disabled", track.scrollLeft < BEHIND);
  on.setAttribute("aria-disabled", end(track) >= track.scrollWidth);
  const fits = track.scrollWidth <= track.clientWidth + BEHIND;
  back.parentElement.hidden = fits;
  // A stop of its own, where it is one at all, to be scrolled by the arrow keys.
  if (track.hasAttribute("tabindex")) track.tabIndex = fits ? -1 : 0;
};

/** Says which cards can be seen: the words are the server's. */
const tellRail = (rail) => {
  const track = trackOf(rail);
  const all = [...track.children];
  const seen = all.flatMap((item, place) => (isSeen(track, item) ? [place + 1] : []));
  const words = { first: seen[0], last: seen.at(-1), all: all.length };
  rail.querySelector("[data-rail-said]").textContent = rail.dataset.position.replace(/\{(\w+)\}/g, (_, word) => words[word]);
};

const afterScroll = (track, act) => {
  clearTimeout(track.resting);
  track.resting = setTimeout(act, 200);
};

onClick("[data-rail-step]", (button) => {
  const rail = button.closest("[data-rail]");
  const track = trackOf(rail);
  const all = [...track.children];
  // The card that is cut off comes first; back, it comes last.
  const cut = Number(button.dataset.railStep) > 0
    ? all.find((item) => item.offsetLeft + item.offsetWidth > end(track))
    : all.find((item) => item.offsetLeft >= track.scrollLeft - track.clientWidth + item.offsetWidth / 2);
  if (button.getAttribute("aria-disabled") === "true" || !cut) return;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  track.scrollTo({ left: cut.offsetLeft - all[0].offsetLeft, behavior: isCalm ? "instant" : "smooth" });
  track.tells = true;
});

// All cards are stops of the Tab key, in their order, as in any list. Behind the buttons comes the first that can be seen, not one that
// they have moved out of view.
addEventListener("keydown", (event) => {
  if (event.key !== "Tab" || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  const rail = event.target.closest?.("[data-rail]");
  const last = rail && [...rail.querySelectorAll("[data-rail-step], [data-rail-track][tabindex='0']")].at(-1);
  if (!rail || event.target !== last) return;
  const track = trackOf(rail);
  const stop = [...track.children].find((item) => isSeen(track, item))?.querySelector("a, summary, video, iframe");
  if (!stop) return;
  event.preventDefault();
  stop.focus();
});

// What the keyboard reaches is seen whole, not only its link.
addEventListener("focusin", ({ target }) => {
  const item = target.closest?.("[data-rail-track] > *");
  if (item && target.matches(":focus-visible")) item.scrollIntoView({ inline: "nearest", block: "nearest", behavior: "instant" });
});

/** The order of what cannot be seen yet: the sections that this browser reads come sooner, what it has read goes out. Places that are paid
 * for stay where they are. */
const settleRail = (track, readings, read) => {
  const all = [...track.children];
  const beyond = all.filter((item) => facts(item).recommended && item.offsetLeft > end(track) && !item.contains(document.activeElement));
  if (beyond.length === 0) return;
  const recent = readings.slice(-RECENT);
  const pull = (item) => (SECTION_PULL * recent.filter(({ section }) => section && section === facts(item).section).length) / (recent.length || 1);
  const isKnown = (item) => read.has(facts(item).recommended);
  const worth = new Map(beyond.map((item, place) => [item, (isKnown(item) ? 1000 : 0) + place - pull(item)]));
  const sorted = [...beyond].sort((one, other) => worth.get(one) - worth.get(other));
  const order = all.map((item) => (worth.has(item) ? sorted.shift() : item));
  while (worth.has(order.at(-1)) && isKnown(order.at(-1))) order.pop();
  const height = track.offsetHeight;
  beyond.filter((item) => !order.includes(item)).forEach((item) => item.remove());
  track.append(...order.slice(all.indexOf(beyond[0])));
  // The highest card may have been among those that went; the page must not move for it.
  if (track.offsetHeight < height) track.style.minBlockSize = `${height}px`;
};

const settleRails = async (readElsewhere = []) => {
  const known = await readings.all();
  const read = new Set([...known.map(({ id }) => id), ...readElsewhere]);
  for (const track of document.querySelectorAll("[data-rail-track]")) {
    settleRail(track, known, read);
    showRail(track.closest("[data-rail]"));
  }
};

const watchWidth = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.seenWidth && target.seenWidth !== target.clientWidth) target.style.minBlockSize = "";
    target.seenWidth = target.clientWidth;
    showRail(target.closest("[data-rail]"));
  }
});

const prepareRail = (rail) => {
  const track = trackOf(rail);
  watchWidth.observe(track);
  track.addEventListener("scroll", () => {
    showRail(rail);
    if (!track.tells) return;
    afterScroll(track, () => {
      track.tells = false;
      tellRail(rail);
    });
  }, { passive: true });
};

forEachPage(() => {
  watchWidth.disconnect();
  document.querySelectorAll("[data-rail]").forEach(prepareRail);
  settleRails();
});
