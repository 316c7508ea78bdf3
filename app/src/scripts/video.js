// A video of others takes the place of its still picture once it is asked for: nothing of theirs is loaded before. Without this,
// the link leads to them.
const PLAYER = "allow-scripts allow-same-origin allow-popups allow-presentation";
onClick("a[data-frame]", (link, event) => {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const frame = document.createElement("iframe");
  // Closed before it has an address. YouTube plays for nobody who does not say where they come from: the site, not the page.
  frame.setAttribute("sandbox", PLAYER);
  Object.assign(frame, { className: "video-rail__player", title: link.dataset.title, referrerPolicy: "strict-origin" });
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  frame.src = link.dataset.frame;
  link.replaceWith(frame);
  frame.focus();
});

// The videos of an article that was opened in place come with its text, and belong below it. A reader who may read it may have got
// the text before this runs.
forEachPage(() => {
  const access = document.querySelector("[data-access]");
  const rails = document.querySelector("[data-rails]");
  if (!access || !rails) return;
  const settle = () => {
    const videos = access.querySelector(".video-rail");
    if (!videos) return;
    rails.querySelector(".video-rail")?.remove();
    rails.append(videos);
    return videos;
  };
  settle();
  new MutationObserver(() => {
    const videos = settle();
    if (videos) prepareRail(videos);
  }).observe(access, { childList: true });
});
