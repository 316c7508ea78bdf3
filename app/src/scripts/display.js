// Colours and size of the letters. The document's first script applies them before anything is painted.
const SIZES = [-1, 0, 1, 2, 3];

addEventListener("change", ({ target }) => {
  if (target.name !== "theme") return;
  if (target.value) root.dataset.theme = target.value;
  else delete root.dataset.theme;
  device.set("theme", target.value || null);
});

const showSize = () => {
  const size = Number(root.dataset.size ?? 0);
  for (const button of document.querySelectorAll("[data-size-step]")) {
    button.disabled = !SIZES.includes(size + Number(button.dataset.sizeStep));
  }
};

onClick("[data-size-step]", (button) => {
  const size = Number(root.dataset.size ?? 0) + Number(button.dataset.sizeStep);
  if (!SIZES.includes(size)) return;
  if (size) root.dataset.size = size;
  else delete root.dataset.size;
  device.set("size", size ? String(size) : null);
  showSize();
});

forEachPage(() => {
  showSize();
  for (const choice of document.querySelectorAll("[name=theme]")) choice.checked = choice.value === (root.dataset.theme ?? "");
});
