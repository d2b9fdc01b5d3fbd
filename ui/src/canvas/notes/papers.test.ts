import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const tokens = readFileSync(new URL("../../kit/tokens.css", import.meta.url), "utf8");
const PAPERS = ["sand", "rose", "sky", "mint", "grey"];
/** What can be read at the size of a note, by WCAG 2.2 AA. */
const LEAST = 4.5;

/** The tokens of a theme by their names. */
function themed(selector: string): Map<string, string> {
  // From the start of a line: a room has rules of its own for each theme.
  const from = tokens.indexOf(`\n${selector}`);
  const block = tokens.slice(from, tokens.indexOf("}", from));
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gu)].map((it) => [it[1] ?? "", it[2] ?? ""]),
  );
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 1, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

describe("the papers of notes", () => {
  for (const theme of ['[data-theme="light"]', '[data-theme="dark"]']) {
    it(`can_be_read_in_${theme.slice(13, -2)}`, () => {
      const of = themed(theme);
      for (const paper of PAPERS) {
        for (const ink of ["note-ink", "note-quiet"]) {
          const ratio = contrast(of.get(`note-${paper}`) ?? "", of.get(ink) ?? "");
          expect(ratio, `${ink} on ${paper}`).toBeGreaterThanOrEqual(LEAST);
        }
      }
    });
  }
});
