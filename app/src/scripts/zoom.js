// A picture over the page, larger than there. Without this, its link leads to the picture alone.
/** As style/components/zoom-dialog.css has it. */
const ZOOM_SIZES = "(width < 68rem) 200vw, 100vw";
onClick("a[data-zoom]", (link, event) => {
  const dialog = document.querySelector("[data-zoom-dialog]");
  if (!dialog || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const picture = link.querySelector("picture").cloneNode(true);
  for (const source of picture.querySelectorAll("source")) source.sizes = ZOOM_SIZES;
  picture.querySelector("img").loading = "eager";
  const words = link.closest("figure")?.querySelector("figcaption")?.textContent.trim() ?? "";
  const frame = dialog.querySelector("[data-zoom-picture]");
  frame.replaceChildren(picture);
  dialog.querySelector("[data-zoom-words]").textContent = words;
  dialog.showModal();
  frame.scrollTo((frame.scrollWidth - frame.clientWidth) / 2, (frame.scrollHeight - frame.clientHeight) / 2);
});

// The dark around the picture closes it too.
onClick("[data-zoom-dialog]", (dialog, event) => event.target === dialog && dialog.close());
