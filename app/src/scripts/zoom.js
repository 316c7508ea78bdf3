// A picture over the page, as large as the window. Without this, its link leads to the picture alone.
onClick("a[data-zoom]", (link, event) => {
  const dialog = document.querySelector("[data-zoom-dialog]");
  if (!dialog || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const picture = link.querySelector("picture").cloneNode(true);
  for (const source of picture.querySelectorAll("source")) source.sizes = "100vw";
  picture.querySelector("img").loading = "eager";
  const words = link.closest("figure")?.querySelector("figcaption")?.textContent.trim() ?? "";
  dialog.querySelector("[data-zoom-picture]").replaceChildren(picture);
  dialog.querySelector("[data-zoom-words]").textContent = words;
  dialog.showModal();
});

// The dark around the picture closes it too.
onClick("[data-zoom-dialog]", (dialog, event) => event.target === dialog && dialog.close());
