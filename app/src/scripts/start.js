const preparePage = () => prepares.forEach((prepare) => prepare());
preparePage();

// Islands wake once the page is there, has been painted, and the browser rests, or at the first sign that somebody wants something of it.
const islands = document.querySelector("template[data-islands]");
const wake = () => document.head.append(islands.content);
const rest = () => ("requestIdleCallback" in window ? requestIdleCallback(wake) : setTimeout(wake));
// The second frame begins after the first has been shown.
const restAfterPaint = () => requestAnimationFrame(() => requestAnimationFrame(rest));
for (const sign of ["pointerover", "touchstart", "keydown"]) addEventListener(sign, wake, { once: true, passive: true });
if (document.readyState === "complete") restAfterPaint();
else addEventListener("load", restAfterPaint, { once: true });
