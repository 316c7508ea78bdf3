// Articles put aside: in the account of a reader who is signed in, else on this device.
const SAVED = "saved";
const MOST = 500;
const isReader = () => "reader" in root.dataset;

const send = (endpoint, id) =>
  fetch(`/api/${endpoint}`, { method: "POST", headers: { accept: "application/json" }, body: new URLSearchParams({ article: id }) });

const showSaved = (form, isSaved) => {
  const button = form.querySelector("button");
  button.setAttribute("aria-pressed", isSaved);
  button.querySelector("[data-label]").textContent = isSaved ? form.dataset.stop : form.dataset.start;
};

const askSaved = async (form) => {
  const { article: id } = article().dataset;
  if (!isReader()) return showSaved(form, device.list(SAVED).some((saved) => saved.id === id));
  const answer = await send("is_saved", id).catch(() => undefined);
  if (answer?.ok) showSaved(form, await answer.json());
};

// Before the islands' own listener, which leaves this form to the browser.
addEventListener("submit", async (event) => {
  const form = event.target.closest?.("[data-save]");
  if (!form) return;
  event.preventDefault();
  const { article: id, title } = article().dataset;
  const wasSaved = form.querySelector("button").getAttribute("aria-pressed") === "true";
  if (isReader()) {
    const answer = await send(wasSaved ? "forget_article" : "save_article", id).catch(() => undefined);
    // Signed out meanwhile: the browser's own way leads to the page for that.
    if (!answer?.ok) return form.submit();
  } else {
    const others = device.list(SAVED).filter((saved) => saved.id !== id);
    const list = wasSaved ? others : [{ id, title, path: plain(location.pathname) }, ...others].slice(0, MOST);
    device.set(SAVED, JSON.stringify(list));
  }
  showSaved(form, !wasSaved);
});

const listHere = () => {
  const place = document.querySelector("[data-saved-here]");
  if (!place) return;
  const list = device.list(SAVED).filter(({ path }) => /^\/read\//.test(path));
  place.hidden = list.length === 0;
  place.querySelector("ul").replaceChildren(...list.map(({ id, title, path }) => {
    const [item, link, button] = ["li", "a", "button"].map((name) => document.createElement(name));
    link.href = prefix + path;
    link.textContent = title;
    button.type = "button";
    button.className = "button button--quiet";
    button.textContent = place.dataset.forget;
    button.onclick = () => {
      device.set(SAVED, JSON.stringify(device.list(SAVED).filter((saved) => saved.id !== id)));
      listHere();
    };
    item.append(link, button);
    return item;
  }));
};

const prepareSaved = () => {
  document.querySelectorAll("[data-save]").forEach(askSaved);
  listHere();
};
forEachPage(prepareSaved);
addEventListener("reader", prepareSaved);
