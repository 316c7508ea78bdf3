// Reads an article aloud, sentence by sentence, and marks the one that is being read.
const MARK = "spoken";
let reading;

/** The sentences of a block, each as the range of its letters. */
const sentences = (block, language) => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const pieces = [];
  let text = "";
  while (walker.nextNode()) {
    pieces.push({ node: walker.currentNode, start: text.length });
    text += walker.currentNode.data;
  }
  const place = (offset) => {
    const piece = pieces.findLast(({ start }) => start <= offset) ?? pieces[0];
    return [piece.node, Math.min(offset - piece.start, piece.node.length)];
  };
  const segments = window.Intl?.Segmenter
    ? [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)]
    : [{ segment: text, index: 0 }];
  return segments.filter(({ segment }) => segment.trim()).map(({ segment, index }) => {
    const range = new Range();
    range.setStart(...place(index));
    range.setEnd(...place(index + segment.trimEnd().length));
    return { words: segment.trim(), range };
  });
};

const showReading = (button, isReading) => {
  button.setAttribute("aria-pressed", isReading);
  button.querySelector("[data-label]").textContent = isReading ? button.dataset.stop : button.dataset.start;
};

const stopReading = () => {
  if (!reading) return;
  const { button } = reading;
  reading = undefined;
  speechSynthesis.cancel();
  CSS.highlights?.delete(MARK);
  showReading(button, false);
};

const readOn = () => {
  const next = reading?.sentences.shift();
  if (!next) return stopReading();
  const words = new SpeechSynthesisUtterance(next.words);
  words.lang = reading.language;
  words.onend = () => reading?.words === words && readOn();
  words.onerror = () => {
    if (reading?.words !== words) return;
    say(reading.button.dataset.silent);
    stopReading();
  };
  // Kept, or the browser may forget it before its end.
  reading.words = words;
  if (window.Highlight) CSS.highlights.set(MARK, new Highlight(next.range));
  const { top, bottom } = next.range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) next.range.startContainer.parentElement.scrollIntoView({ block: "center" });
  speechSynthesis.speak(words);
};

onClick("[data-listen]", (button) => {
  if (reading) return stopReading();
  if (speechSynthesis.getVoices().length === 0) return say(button.dataset.silent);
  const body = document.querySelector(".article-body");
  const language = body.lang || root.lang;
  const heading = document.querySelector("h1");
  const blocks = [heading, ...body.querySelectorAll("p, h2, h3, h4, li, figcaption")].filter((block) => !block.querySelector("p, li") && !block.closest(".pull-quote"));
  reading = { button, language, sentences: blocks.flatMap((block) => sentences(block, language)) };
  showReading(button, true);
  speechSynthesis.cancel();
  readOn();
});

forEachPage(() => {
  stopReading();
  // Some browsers look for voices only once they are asked, and have them a moment later.
  window.speechSynthesis?.getVoices();
  for (const button of document.querySelectorAll("[data-listen]")) button.hidden = !window.speechSynthesis;
});
addEventListener("pagehide", stopReading);
