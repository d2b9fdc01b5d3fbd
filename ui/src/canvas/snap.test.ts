import { describe, expect, it } from "vitest";
import { PITCH_X, PITCH_Y } from "./measures";
import { EMPTY_SCENE, type SceneCard } from "./scene";
import { Snapper } from "./snap";
import { Space } from "./space";

const card = (id: string, kind: SceneCard["kind"], x: number, y: number): SceneCard => ({
  id,
  kind,
  level: 5,
  band: kind,
  locked: false,
  x,
  y,
  title: id,
  shown: id,
  missing: null,
  meta: [],
  grade: null,
  ladder: null,
  delivery: { fraction: null, status: "unknown" },
  outcome: { fraction: null, status: "unknown" },
  badge: null,
});

const ALL = { x0: -5000, y0: -5000, x1: 5000, y1: 5000 };

/** A drag of the first card among the others. */
function dragOf(...cards: SceneCard[]): Snapper {
  return new Snapper(new Space({ ...EMPTY_SCENE, cards }), 0, new Set([0]), ALL);
}

describe("a dragged card clicks into place", () => {
  it("in_line_with_the_left_edge_of_a_card_of_another_band", () => {
    const snap = dragOf(card("a", "initiative", 0, 600), card("b", "objective", 300, 28));
    snap.to(304, 633, 6);
    expect([snap.x, snap.y]).toEqual([300, 633]);
    expect(snap.guides.x).toBe(300);
    expect([snap.guides.x0, snap.guides.x1]).toEqual([28, 633 + 88]);
  });

  it("in_the_row_of_a_card_of_its_own_band_but_not_of_another", () => {
    const own = dragOf(card("a", "initiative", 0, 600), card("b", "initiative", 900, 640));
    own.to(20, 637, 6);
    expect(own.y).toBe(640);
    expect(own.guides.y).toBe(640);
    const other = dragOf(card("a", "initiative", 0, 600), card("b", "objective", 900, 640));
    other.to(20, 637, 6);
    expect(other.y).toBe(637);
  });

  it("at_the_pitch_of_its_neighbour", () => {
    const snap = dragOf(card("a", "initiative", 0, 600), card("b", "initiative", 1000, 600));
    snap.to(1000 + PITCH_X - 5, 602, 6);
    expect([snap.x, snap.y]).toEqual([1000 + PITCH_X, 600]);
    snap.to(1005, 600 + PITCH_Y + 4, 6);
    expect(snap.y).toBe(600 + PITCH_Y);
  });

  it("going_on_in_the_rhythm_of_two_or_in_the_middle_between_them", () => {
    const snap = dragOf(
      card("a", "initiative", 0, 600),
      card("b", "initiative", 1000, 600),
      card("c", "initiative", 1600, 600),
    );
    snap.to(2203, 600, 6);
    expect(snap.x).toBe(2200);
    expect([snap.guides.a, snap.guides.b, snap.guides.c]).toEqual([1000, 1600, 2200]);
    snap.to(1298, 600, 6);
    expect(snap.x).toBe(1300);
    expect([snap.guides.a, snap.guides.b, snap.guides.c]).toEqual([1000, 1300, 1600]);
  });

  it("not_beyond_its_reach_and_without_a_line_then", () => {
    const snap = dragOf(card("a", "initiative", 0, 600), card("b", "objective", 300, 28));
    snap.to(309, 633, 6);
    expect(snap.x).toBe(309);
    expect(Number.isNaN(snap.guides.x)).toBe(true);
  });

  it("cards_that_are_dragged_along_are_no_neighbours", () => {
    const cards = [card("a", "initiative", 0, 600), card("b", "initiative", 300, 600)];
    const snap = new Snapper(new Space({ ...EMPTY_SCENE, cards }), 0, new Set([0, 1]), ALL);
    snap.to(303, 601, 6);
    expect([snap.x, snap.y]).toEqual([303, 601]);
  });
});
