// Where the reader stopped in an article, to go on from there another day.
const STOPPED = "stopped";
const KEPT = 50;
const blocks = () => [...document.querySelectorAll(".article-body:not(.article-body--teaser) > *")];

/** The last block whose beginning has been under the reader's eyes. */
const reached = () => blocks().findLastIndex((block) => block.getBoundingClientRect().top < innerHeight / 2);

const keep = () => {
  const id = article()?.dataset.article;
  const all = blocks();
  if (!id || all.length < 6) return;
  const block = reached();
  const others = device.list(STOPPED).filter((stop) => stop.id !== id);
  // Not begun, or read to its end.
  if (block < 3 || block > all.length - 3) device.set(STOPPED, JSON.stringify(others));
  else device.set(STOPPED, JSON.stringify([{ id, block }, ...others].slice(0, KEPT)));
};

let waiting;
addEventListener("scroll", () => {
  const link = document.querySelector("[data-resume]");
  if (link && scrollY > innerHeight) link.hidden = true;
  clearTimeout(waiting);
  waiting = setTimeout(keep, 400);
}, { passive: true });

forEachPage(() => {
  const link = document.querySelector("[data-resume]");
  const stop = device.list(STOPPED).find((stop) => stop.id === article()?.dataset.article);
  // Back and reload bring the place along themselves.
  if (!link || !stop || scrollY > innerHeight / 2 || !blocks()[stop.block]) return;
  link.hidden = false;
});

onClick("[data-resume]", (link, event) => {
  event.preventDefault();
  const stop = device.list(STOPPED).find((stop) => stop.id === article()?.dataset.article);
  const block = stop && blocks()[stop.block];
  link.hidden = true;
  if (!block) return;
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.scrollIntoView({ block: "center" });
});
