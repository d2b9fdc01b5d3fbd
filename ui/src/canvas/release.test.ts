import { describe, expect, it } from "vitest";
import { release } from "./release";
import type { Stage } from "./stage";

describe("letting go of the handle of a card", () => {
  const from = { x: 100, y: 60 };

  function letGo(at: { x: number; y: number }, additive = false): string[] {
    let selected: string[] = [];
    const stage = {
      space: { idOf: () => "i1" },
      selection: new Set(["o1"]),
      select: (ids: Iterable<string>) => {
        selected = [...ids];
      },
    } as unknown as Stage;
    release(stage, { kind: "connect", from, box: 0, additive }, at, false, () => undefined);
    return selected;
  }

  it("selects the card where nobody drew: the handle lies over its title", () => {
    expect(letGo({ x: 102, y: 61 })).toEqual(["i1"]);
    expect(letGo(from, true)).toEqual(["o1", "i1"]);
  });
});
