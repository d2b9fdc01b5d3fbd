import { describe, expect, it } from "vitest";
import { generate } from "../../bench/generate";
import { mapWords } from "../../bench/words";
import { beside } from "./beside";
import { bandOf } from "./gestures";
import { CARD_H, CARD_W, PITCH_X } from "./measures";
import { spotIn } from "./notes/become";
import { setDown } from "./setDown";
import { Space } from "./space";
import type { Stage } from "./stage";

const scene = generate(300, mapWords("en"));
const space = new Space(scene);
const view = { x: 0, y: -800, zoom: 0.8 };
const size = { w: 1280, h: 800 };

/** Whether places told from the top of their bands touch a card that stays, or each other. */
function isFree(
  moves: readonly { id: string; x: number; y: number }[],
  leaving: ReadonlySet<string>,
): boolean {
  const boxes = moves.map((move) => {
    const card = space.card(space.index.get(move.id) ?? -1);
    return { x: move.x, y: move.y + (card === undefined ? 0 : (bandOf(scene.lanes, card.band)?.from ?? 0)) };
  });
  const hits = (a: { x: number; y: number }, b: { x: number; y: number }) =>
    Math.abs(a.x - b.x) < CARD_W && Math.abs(a.y - b.y) < CARD_H;
  const others = scene.cards.filter((card) => !leaving.has(card.id));
  return boxes.every(
    (a, i) => !others.some((b) => hits(a, b)) && !boxes.some((b, j) => i !== j && hits(a, b)),
  );
}

describe("placing cards where somebody looks", () => {
  it("nothing_is_covered_and_each_stays_in_its_band", () => {
    const ids = ["initiative-0", "initiative-80", "objective-3", "driver-1"];
    const moves = setDown(space, ids, view, size);
    expect(moves.map((it) => it.id)).toEqual(ids);
    expect(isFree(moves, new Set(ids))).toBe(true);
  });

  it("many_at_once_find_room_each", () => {
    const ids = scene.cards.filter((card) => card.kind === "initiative").map((card) => card.id);
    const moves = setDown(space, ids, view, size);
    expect(moves.length).toBe(ids.length);
    expect(isFree(moves, new Set(ids))).toBe(true);
  });

  it("a_double_click_beside_a_card_never_adds_one_over_it", () => {
    const stage = { space } as Stage;
    for (const card of scene.cards.slice(0, 60)) {
      const band = bandOf(scene.lanes, card.band);
      if (band === null) throw new Error("A card without a band.");
      const spot = spotIn(stage, band, { x: card.x + 90, y: card.y + 10 });
      expect(isFree([{ id: card.id, ...spot }], new Set())).toBe(true);
    }
  });

  it("what_is_not_on_the_map_is_passed_over", () => {
    expect(setDown(space, ["nobody"], view, size)).toEqual([]);
  });
});

describe("places for copies", () => {
  it("are_the_next_free_ones_to_the_right_in_the_same_row", () => {
    const ids = ["initiative-0", "initiative-1", "system-0"];
    const moves = beside(space, ids).cards;
    expect(isFree(moves, new Set())).toBe(true);
    for (const move of moves) {
      const card = space.card(space.index.get(move.id) ?? -1);
      expect(move.x).toBeGreaterThanOrEqual((card?.x ?? 0) + PITCH_X);
    }
  });
});
