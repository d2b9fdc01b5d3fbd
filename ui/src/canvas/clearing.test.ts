import { describe, expect, it } from "vitest";
import { generate } from "../../bench/generate";
import { mapWords } from "../../bench/words";
import { clearing } from "./clearing";
import { CARD_H, CARD_W } from "./measures";
import { Space } from "./space";
import type { Box } from "./view";

const scene = generate(300, mapWords("en"));
const space = new Space(scene);
const note = (x: number, y: number): Box => ({ x0: x, y0: y, x1: x + 224, y1: y + 96 });
const covers = (things: readonly Box[], by: { x: number; y: number }) =>
  scene.cards.some((card) =>
    things.some(
      (it) =>
        it.x0 + by.x < card.x + CARD_W &&
        it.x1 + by.x > card.x &&
        it.y0 + by.y < card.y + CARD_H &&
        it.y1 + by.y > card.y,
    ),
  );

describe("a place where nothing is covered", () => {
  it("is where things lie already when that is free", () => {
    expect(clearing(space, [note(-4000, -4000)])).toEqual({ x: 0, y: 0 });
  });

  it("is found for a block that keeps its shape, on no card", () => {
    const card = scene.cards[40];
    const { x = 0, y = 0 } = card ?? {};
    const block = [note(x, y), note(x + 240, y), note(x, y + 112)];
    expect(covers(block, { x: 0, y: 0 })).toBe(true);
    expect(covers(block, clearing(space, block))).toBe(false);
  });

  it("leaves what was promised and lets what goes be covered", () => {
    const far = note(-4000, -4000);
    const by = clearing(space, [far], [far]);
    expect(Math.max(Math.abs(by.x) - 224, Math.abs(by.y) - 96)).toBeGreaterThanOrEqual(0);
    const first = scene.cards[0];
    const on = {
      x0: first?.x ?? 0,
      y0: first?.y ?? 0,
      x1: (first?.x ?? 0) + CARD_W,
      y1: (first?.y ?? 0) + CARD_H,
    };
    expect(clearing(space, [on])).not.toEqual({ x: 0, y: 0 });
    expect(clearing(space, [on], [], new Set([0]))).toEqual({ x: 0, y: 0 });
  });

  it("is beside everything where no hole is large enough", () => {
    const wide = { ...space.extent };
    const by = clearing(space, [wide]);
    expect(covers([wide], by)).toBe(false);
  });
});
