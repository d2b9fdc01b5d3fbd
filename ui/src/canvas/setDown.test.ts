import { describe, expect, it } from "vitest";
import { generate } from "../../bench/generate";
import { mapWords } from "../../bench/words";
import { beside } from "./beside";
import { bandOf } from "./gestures";
import { CARD_H, CARD_W, PITCH_X } from "./measures";
import { spotIn } from "./notes/become";
import type { Scene } from "./scene";
import { dropped, middleOf, setDown } from "./setDown";
import { Space } from "./space";
import type { Stage } from "./stage";

const scene = generate(300, mapWords("en"));
const space = new Space(scene);
const view = { x: 0, y: -800, zoom: 0.8 };
const middle = middleOf(space, view, { w: 1280, h: 800 });

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
    const moves = setDown(space, ids, middle);
    expect(moves.map((it) => it.id)).toEqual(ids);
    expect(isFree(moves, new Set(ids))).toBe(true);
  });

  it("many_at_once_find_room_each", () => {
    const ids = scene.cards.filter((card) => card.kind === "initiative").map((card) => card.id);
    const moves = setDown(space, ids, middle);
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
    expect(setDown(space, ["nobody"], middle)).toEqual([]);
  });
});

describe("dropping elements that are carried over a map", () => {
  const free: Scene = {
    ...scene,
    axis: null,
    lanes: [],
    cards: scene.cards.slice(0, 40),
    links: [],
    ghosts: [],
  };
  const paper = new Space(free);
  const about = { x: -900, y: 4000 };

  it("puts_one_on_a_free_canvas_with_its_middle_where_it_was_dropped", () => {
    const [move] = dropped(paper, [{ id: "new", kind: "system" }], about);
    expect(move).toEqual({ id: "new", x: about.x - CARD_W / 2, y: about.y - CARD_H / 2 });
  });

  it("puts_several_side_by_side_in_the_order_in_which_they_are_read", () => {
    const things = ["a", "b", "c", "d", "e"].map((id) => ({ id, kind: "system" as const }));
    const moves = dropped(paper, things, about);
    expect(moves.map((it) => it.id)).toEqual(["a", "b", "c", "d", "e"]);
    const order = [...moves].sort((a, b) => a.y - b.y || a.x - b.x);
    expect(order).toEqual(moves);
    for (const [i, a] of moves.entries())
      for (const b of moves.slice(i + 1))
        expect(Math.abs(a.x - b.x) >= CARD_W || Math.abs(a.y - b.y) >= CARD_H).toBe(true);
  });

  it("keeps_in_sight_what_has_room_there", () => {
    const things = ["a", "b", "c", "d"].map((id) => ({ id, kind: "system" as const }));
    // The hand is at the left edge of what is seen.
    const seen = { x0: about.x - CARD_W, y0: about.y - 400, x1: about.x + 1200, y1: about.y + 400 };
    for (const { x, y } of dropped(paper, things, about, { seen, covered: [] })) {
      expect(x).toBeGreaterThanOrEqual(seen.x0);
      expect(x + CARD_W).toBeLessThanOrEqual(seen.x1);
      expect(y + CARD_H).toBeLessThanOrEqual(seen.y1);
    }
  });

  it("puts_nothing_under_the_tools_where_there_is_room_beside_them", () => {
    const things = ["a", "b", "c"].map((id) => ({ id, kind: "system" as const }));
    const seen = { x0: about.x - 900, y0: about.y - 400, x1: about.x + 900, y1: about.y + 400 };
    const tools = { x0: about.x + 100, y0: about.y - 400, x1: about.x + 500, y1: about.y + 400 };
    for (const { x } of dropped(paper, things, about, { seen, covered: [tools] }))
      expect(x + CARD_W <= tools.x0 || x >= tools.x1).toBe(true);
  });

  it("covers_nothing_that_lies_under_the_hand", () => {
    const there = free.cards[0];
    if (there === undefined) throw new Error("No card.");
    const moves = dropped(paper, [{ id: "new", kind: "team" }], { x: there.x + 90, y: there.y + 40 });
    const hits = free.cards.filter((it) =>
      moves.some((m) => Math.abs(m.x - it.x) < CARD_W && Math.abs(m.y - it.y) < CARD_H),
    );
    expect(moves).toHaveLength(1);
    expect(hits).toEqual([]);
  });

  it("comes_to_lie_beside_the_carpet_it_was_dropped_on_however_far_the_canvas_reaches", () => {
    const [pattern] = scene.cards;
    if (pattern === undefined) throw new Error("No card.");
    const rows = Array.from({ length: 2000 }, (_, i) => ({
      ...pattern,
      id: `r${i}`,
      x: (i % 50) * PITCH_X,
      y: Math.floor(i / 50) * 132,
    }));
    const away = { ...pattern, id: "away", x: 90_000, y: 0 };
    const carpet = new Space({ ...free, cards: [...rows, away] });
    const [move] = dropped(carpet, [{ id: "new", kind: "team" }], { x: 25 * PITCH_X, y: 20 * 132 });
    // Below it or above, which is nearer than its sides.
    expect(Math.abs((move?.x ?? 0) - 25 * PITCH_X)).toBeLessThan(2 * PITCH_X);
    expect(Math.abs((move?.y ?? 0) - 20 * 132)).toBeLessThan(24 * 132);
  });

  it("finds_a_place_for_two_thousand_at_once", () => {
    const things = Array.from({ length: 2000 }, (_, i) => ({ id: `n${i}`, kind: "initiative" as const }));
    const moves = dropped(paper, things, about);
    expect(new Set(moves.map((it) => `${it.x} ${it.y}`)).size).toBe(2000);
  });

  it("keeps_a_card_of_a_map_in_its_own_band_and_knows_no_stranger", () => {
    const card = scene.cards.find((it) => it.kind === "objective");
    if (card === undefined) throw new Error("No objective.");
    const things = [
      { id: card.id, kind: "objective" as const },
      { id: "stranger", kind: "objective" as const },
    ];
    // Dropped far below its lane, it still comes to lie in it.
    const moves = dropped(space, things, { x: 2000, y: 90_000 });
    expect(moves.map((it) => it.id)).toEqual([card.id]);
    const band = bandOf(scene.lanes, card.band);
    expect(moves[0]?.y).toBeGreaterThanOrEqual(0);
    expect(moves[0]?.y).toBeLessThan(band?.depth ?? 0);
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
