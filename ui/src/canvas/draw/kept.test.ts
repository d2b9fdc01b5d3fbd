import { describe, expect, it } from "vitest";
import type { SceneCard } from "../scene";
import { changed } from "./kept";

const card = (id: string): SceneCard => ({ id }) as unknown as SceneCard;

describe("cards that look otherwise than in the picture that is kept", () => {
  const before = [card("a"), card("b"), card("c")];

  it("are found by their identity", () => {
    expect(changed(before, before, 2)).toEqual([]);
    expect(changed(before, [...before], 2)).toEqual([]);
    const [a, , c] = before;
    expect(changed(before, [a ?? card("a"), card("b"), c ?? card("c")], 2)).toEqual([1]);
  });

  it("are too many to draw one by one, or others, where everything is drawn anew", () => {
    expect(
      changed(
        before,
        before.map(({ id }) => card(id)),
        2,
      ),
    ).toBe(null);
    expect(changed(before, before.slice(1), 2)).toBe(null);
  });
});
