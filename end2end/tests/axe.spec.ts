import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PORT_ENGLISH } from "../playwright.config";
import { expect, hydrated, test } from "../fixtures";

const AXE = readFileSync(join(__dirname, "../../node_modules/axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

test.use({ failing: ["/tidak-ada"] });

for (const language of ["id", "en"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing to mend (${language}, ${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      const origin = language === "en" ? `http://127.0.0.1:${PORT_ENGLISH}` : "";
      for (const path of ["/", "/read/1882104", "/read/uji-1", "/read/uji-koran", "/rubrik/dunia", "/tidak-ada"]) {
        await page.goto(`${origin}${path}`);
        await hydrated(page);
        await page.evaluate(AXE);
        const { violations } = await page.evaluate((values) => (window as any).axe.run({ runOnly: { type: "tag", values } }), RULES);
        const found = violations.map(({ id, nodes }: any) => `${id}: ${nodes.map(({ html }: any) => html.slice(0, 120)).join(" | ")}`);
        expect(found, path).toEqual([]);
      }
    });
  }
}
