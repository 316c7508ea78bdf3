// Sharing by the device where it can, by plain links elsewhere; copying; printing.
onClick("[data-share]", async (_, event) => {
  const { title, address } = article().dataset;
  if (!navigator.share) return;
  event.preventDefault();
  // Put off by the reader: nothing was asked for any more.
  await navigator.share({ title, url: address }).catch(() => {});
});

onClick("[data-copy]", async ({ dataset }) => {
  const address = dataset.copy || article().dataset.address;
  const copied = await navigator.clipboard.writeText(address).then(() => true, () => false);
  say(copied ? dataset.done : address);
});

onClick("[data-print]", () => print());
