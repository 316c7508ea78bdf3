import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, records, test } from "../fixtures";

const demo = records().filter(({ id }) => !String(id).startsWith("uji"));

test("everything that the demo newsroom points at is there", async ({ request }) => {
  const ids = new Set(demo.map(({ id }) => id));
  const picks = demo.flatMap(({ editor_pick }) => editor_pick ?? []);
  const pictures = demo.flatMap(({ image }) => image?.src ?? []);
  const videos = demo.flatMap(({ videos }) => videos ?? []).flatMap(({ src, poster, captions }) => [src, poster, captions]);
  const links = demo.flatMap(({ body_html }) => [...(body_html ?? "").matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href));
  for (const all of [picks, pictures, videos, links]) expect(all).not.toHaveLength(0);
  expect(picks.filter((id) => !ids.has(id))).toEqual([]);
  expect([...pictures, ...videos].filter((file) => !existsSync(join(__dirname, "../../demo", file)))).toEqual([]);
  for (const href of links) expect((await request.get(href, { maxRedirects: 0 })).status(), href).toBe(200);
});

test("no picture of the demo describes itself with its caption", () => {
  const pictures = demo.flatMap(({ id, image }) => (image ? [{ id, image }] : []));
  expect(pictures).not.toHaveLength(0);
  for (const { id, image } of pictures) {
    expect(image.alt, id).toBeTruthy();
    expect(image.credit, id).toBeTruthy();
    expect(image.alt, id).not.toBe(image.caption);
  }
});
