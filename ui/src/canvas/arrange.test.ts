import { describe, expect, it } from "vitest";
import { arranged, isArrangeable, type Piece } from "./arrange";
import { barSpot } from "./barSpot";
import { CARD_H, CARD_W, PITCH_X, PITCH_Y } from "./measures";
import type { SceneBand } from "./scene";
import type { Box } from "./view";

const upper: SceneBand = { key: "objective", kind: "objective", axis: "rows", from: 0, depth: 500 };
const lower: SceneBand = { key: "initiative", kind: "initiative", axis: "rows", from: 500, depth: 800 };
const piece = (x: number, y: number, band = upper): Piece => ({ x, y, band });

/** Whether no two cards of the same band lie on one another. */
function isApart(pieces: readonly Piece[], places: readonly { x: number; y: number }[]): boolean {
  return places.every((a, i) =>
    places.every(
      (b, j) =>
        i === j ||
        pieces[i]?.band !== pieces[j]?.band ||
        Math.abs(a.x - b.x) >= CARD_W ||
        Math.abs(a.y - b.y) >= CARD_H,
    ),
  );
}

describe("putting several cards in order", () => {
  it("one_column_at_the_left_the_middle_or_the_right_of_them", () => {
    const pieces = [piece(100, 28), piece(700, 530, lower), piece(400, 160)];
    expect(arranged(pieces, "alignLeft").map((it) => it.x)).toEqual([100, 100, 100]);
    expect(arranged(pieces, "alignCentre").map((it) => it.x)).toEqual([400, 400, 400]);
    expect(arranged(pieces, "alignRight").map((it) => it.x)).toEqual([700, 700, 700]);
  });

  it("cards_of_one_row_stand_below_each_other_in_a_column_not_on_one_another", () => {
    const pieces = [piece(364, 28), piece(100, 28), piece(628, 28)];
    const places = arranged(pieces, "alignLeft");
    expect(places.map((it) => it.y)).toEqual([28 + PITCH_Y, 28, 28 + 2 * PITCH_Y]);
    expect(isApart(pieces, places)).toBe(true);
  });

  it("rows_are_shared_within_a_band_only", () => {
    const pieces = [piece(100, 28), piece(700, 160), piece(100, 532, lower)];
    expect(arranged(pieces, "alignTop").map((it) => it.y)).toEqual([28, 28, 532]);
    expect(arranged(pieces, "alignMiddle").map((it) => it.y)).toEqual([94, 94, 532]);
    expect(arranged(pieces, "alignBottom").map((it) => it.y)).toEqual([160, 160, 532]);
  });

  it("cards_of_one_column_stand_beside_each_other_in_a_row", () => {
    const pieces = [piece(100, 28), piece(100, 160), piece(110, 292)];
    const places = arranged(pieces, "alignTop");
    expect(places.map((it) => it.x)).toEqual([100, 100 + PITCH_X, 100 + 2 * PITCH_X]);
    expect(isApart(pieces, places)).toBe(true);
  });

  it("gaps_become_even_and_the_outermost_cards_stay", () => {
    const places = arranged([piece(0, 28), piece(900, 28), piece(350, 28)], "spreadAcross");
    expect(places.map((it) => it.x)).toEqual([0, 900, 450]);
  });

  it("where_there_is_no_room_for_even_gaps_the_cards_go_on_to_the_right", () => {
    const pieces = [piece(0, 28), piece(90, 160), piece(200, 28)];
    const places = arranged(pieces, "spreadAcross");
    expect(places.map((it) => it.x)).toEqual([0, PITCH_X, 2 * PITCH_X]);
  });

  it("two_cards_have_nothing_to_spread_and_two_bands_no_row", () => {
    expect(isArrangeable([piece(0, 28), piece(500, 28)], "spreadAcross")).toBe(false);
    expect(isArrangeable([piece(0, 28), piece(500, 530, lower)], "alignTop")).toBe(false);
    expect(isArrangeable([piece(0, 28), piece(500, 530, lower)], "alignLeft")).toBe(true);
  });

  it("five_thousand_cards_are_put_in_a_row_without_touching", () => {
    const pieces = Array.from({ length: 5000 }, (_, i) => piece((i % 70) * 90, 28 + (i % 3) * PITCH_Y));
    const xs = arranged(pieces, "alignTop")
      .map((it) => it.x)
      .sort((a, b) => a - b);
    expect(xs.every((x, i) => i === 0 || x - (xs[i - 1] ?? 0) >= CARD_W)).toBe(true);
  });
});

describe("where the tools of a selection stand", () => {
  const bar = { w: 300, h: 34 };
  const view = { w: 1280, h: 800 };

  it("above_it_else_below_it", () => {
    const high = { x0: 500, y0: 300, x1: 900, y1: 400 };
    expect(barSpot(high, [high], bar, view)).toEqual({ x: 550, y: 254 });
    const top = { x0: 500, y0: 20, x1: 900, y1: 120 };
    expect(barSpot(top, [top], bar, view)).toEqual({ x: 550, y: 132 });
  });

  it("inside_the_view_even_where_the_selection_is_cut_by_its_edge", () => {
    const cut = { x0: -600, y0: 300, x1: 40, y1: 400 };
    expect(barSpot(cut, [cut], bar, view)?.x).toBe(8);
  });

  it("below_where_a_row_lies_above_and_tight_between_two_rows", () => {
    const card = { x0: 500, y0: 300, x1: 900, y1: 388 };
    const above = { x0: 0, y0: 168, x1: 1280, y1: 256 };
    const spot = (others: readonly Box[]) => barSpot(card, [card], bar, view, () => others);
    expect(spot([above])).toEqual({ x: 550, y: 400 });
    const below = { x0: 0, y0: 432, x1: 1280, y1: 520 };
    expect(spot([above, below])).toEqual({ x: 550, y: 262 });
  });

  /** Rows of cards as they stand at 72 %, without the one at `gap`, and the third of the fourth row selected. */
  function rows(gap: number | null): { card: Box; others: Box[] } {
    const boxes: Box[] = [];
    for (let row = 0; row < 9; row += 1) {
      for (let column = 0; column < 8; column += 1) {
        const [x0, y0] = [(column * PITCH_X - 60) * 0.72, (row * PITCH_Y - 40) * 0.72];
        boxes.push({ x0, y0, x1: x0 + CARD_W * 0.72, y1: y0 + CARD_H * 0.72 });
      }
    }
    const card = boxes[3 * 8 + 2] ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
    return { card, others: boxes.filter((it, i) => it !== card && i !== gap && i !== (gap ?? -9) + 1) };
  }
  const lost = (spot: { x: number; y: number }, others: readonly Box[]) =>
    others.reduce((most, it) => {
      const w = Math.min(spot.x + bar.w, it.x1) - Math.max(spot.x, it.x0);
      const h = Math.min(spot.y + bar.h, it.y1) - Math.max(spot.y, it.y0);
      return w > 0 && h > 0 ? Math.max(most, h) : most;
    }, 0);

  it("in_the_nearest_free_place_where_rows_leave_too_little_room_between_them", () => {
    const { card, others } = rows(5 * 8 + 4);
    const spot = barSpot(card, [card], bar, view, () => others);
    expect(spot).not.toBeNull();
    expect(lost(spot ?? { x: card.x0, y: 0 }, others)).toBe(0);
    // The two cards that are missing are two rows below.
    expect(Math.abs((spot?.y ?? 0) - card.y0)).toBeLessThan(300);
  });

  it("between_two_rows_where_it_is_just_low_enough_off_the_card_by_whole_pixels", () => {
    const { card, others } = rows(null);
    const low = { w: 300, h: 30 };
    const spot = barSpot(card, [card], low, view, () => others) ?? { x: 0, y: 0 };
    expect(Number.isInteger(spot.y)).toBe(true);
    const below = spot.y >= card.y1;
    expect(below || spot.y + low.h <= card.y0).toBe(true);
    expect(Math.abs(below ? spot.y - card.y1 : card.y0 - spot.y - low.h)).toBeLessThan(1);
    for (const it of others) {
      const across = spot.x < it.x1 && spot.x + low.w > it.x0;
      expect(across && spot.y < it.y1 && spot.y + low.h > it.y0).toBe(false);
    }
  });

  it("over_as_little_as_possible_where_nothing_is_free", () => {
    const { card, others } = rows(null);
    const spot = barSpot(card, [card], bar, view, () => others);
    expect(lost(spot ?? { x: card.x0, y: 0 }, others)).toBeLessThan(3);
  });

  it("never_over_a_selected_card", () => {
    const all = { x0: -500, y0: -500, x1: 2000, y1: 2000 };
    expect(barSpot(all, [all], bar, view)).toBeNull();
    const card = { x0: 400, y0: 28, x1: 900, y1: 70 };
    const spot = barSpot(all, [card], bar, view);
    expect(spot === null || spot.x >= card.x1 || spot.x + bar.w <= card.x0 || spot.y >= card.y1).toBe(true);
    expect(spot).not.toBeNull();
  });
});
