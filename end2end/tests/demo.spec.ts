import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, records, test } from "../fixtures";

const demo = records().filter(({ id }) => !String(id).startsWith("uji"));

test("everything that the demo newsroom points at is there", async ({ request }) => {
  const ids = new Set(demo.map(({ id }) => id));
  for (const { id, editor_pick, image, videos, body_html } of demo) {
    if (editor_pick) expect(ids, `${id} picks`).toContain(editor_pick);
    if (image?.src) expect(existsSync(join(__dirname, "../../demo", image.src)), `${id} shows ${image.src}`).toBe(true);
    for (const { src, poster, captions } of videos ?? []) {
      for (const file of [src, poster, captions]) expect(existsSync(join(__dirname, "../../demo", file)), `${id} plays ${file}`).toBe(true);
    }
    for (const [, href] of (body_html ?? "").matchAll(/href="(\/[^"]*)"/g)) {
      expect((await request.get(href, { maxRedirects: 0 })).status(), `${id} links ${href}`).toBe(200);
    }
  }
});

test("no picture of the demo describes itself with its caption", () => {
  for (const { id, image } of demo) {
    if (!image) continue;
    expect(image.alt, id).toBeTruthy();
    expect(image.credit, id).toBeTruthy();
    expect(image.alt, id).not.toBe(image.caption);
  }
});
