const preparePage = () => prepares.forEach((prepare) => prepare());
preparePage();

// Islands wake once the page is there, has been painted, and the browser rests, or at the first sign that somebody wants something of it.
const islands = document.querySelector("template[data-islands]");
const wake = () => document.head.append(islands.content);
const rest = () => ("requestIdleCallback" in window ? requestIdleCallback(wake) : setTimeout(wake));
const restAfterPaint = () => {
  const type = "largest-contentful-paint";
  // Where browsers do not tell what they have shown: the second frame begins after the first.
  if (!PerformanceObserver.supportedEntryTypes?.includes(type)) return requestAnimationFrame(() => requestAnimationFrame(rest));
  new PerformanceObserver((_, observer) => {
    observer.disconnect();
    rest();
  }).observe({ type, buffered: true });
};
for (const sign of ["pointerover", "touchstart", "keydown"]) addEventListener(sign, wake, { once: true, passive: true });
if (document.readyState === "complete") restAfterPaint();
else addEventListener("load", restAfterPaint, { once: true });
