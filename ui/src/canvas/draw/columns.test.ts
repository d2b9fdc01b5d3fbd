import { describe, expect, it } from "vitest";
import { withOutlines } from "../record/fixture";
import type { CardKind, Lane } from "../scene";
import { drawHeadings } from "./columns";
import type { Frame } from "./frame";

/** What is written over columns of this width, every letter 6 wide. */
function written(width: number, ...kinds: readonly (readonly [CardKind, string, string])[]): string[] {
  const names: string[] = [];
  const ctx = new Proxy(
    { fillText: (text: string) => names.push(text) },
    { get: (it, key) => (key === "fillText" ? it.fillText : () => undefined), set: () => true },
  );
  const ruler = {
    width: (text: string) => text.length * 6,
    lines: (text: string, room: number) => ({ lines: text.length * 6 <= room ? [text] : [], fits: true }),
  };
  const frame = {
    ...{ ctx, dpr: 1, view: { x: 0, y: 0, zoom: 1 }, theme: { tint: {}, level: {} } },
    ...{ titles: ruler, texts: ruler, columns: true },
  };
  const lanes = kinds.map(([kind, title, said], n) => {
    const lane = { level: 1, title, said, from: n * width, depth: width, bands: [{ kind }] };
    return lane as unknown as Lane;
  });
  drawHeadings(frame as unknown as Frame, lanes, { w: kinds.length * width + 44, h: 600 });
  return names;
}

withOutlines();

describe("the heading of a column", () => {
  const change = ["change", "What people do differently", "Change"] as const;
  const ability = ["capability", "What we can do", "Capability"] as const;

  it("is_its_question_and_its_kind_where_both_fit", () => {
    expect(written(220, change)).toEqual(["What people do differently", "Change"]);
  });

  it("is_the_kind_alone_where_the_question_does_not_fit", () => {
    expect(written(92, change, ability)).toEqual(["Change", "Capability"]);
  });

  it("is_still_the_word_in_a_column_that_is_hardly_wider_than_it", () => {
    expect(written(74, ability)).toEqual(["Capability"]);
  });

  it("is_a_sign_alone_only_where_no_word_fits_and_never_half_a_word", () => {
    expect(written(60, ability)).toEqual([]);
  });
});
