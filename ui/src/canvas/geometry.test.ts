import { describe, expect, it } from "vitest";
import { atHeight, distanceTo, lean, linkCurve, newCurve, pointX, pointY } from "./geometry";
import { CARD_H, CARD_W } from "./measures";

function curve(ax: number, ay: number, bx: number, by: number) {
  const c = newCurve();
  linkCurve(c, ax, ay, bx, by);
  return c;
}

describe("link geometry", () => {
  it("a_link_leaves_at_the_top_and_enters_at_the_bottom_of_the_card_above", () => {
    const c = curve(0, 300, 0, 0);
    expect([c[0], c[1]]).toEqual([CARD_W / 2, 300]);
    expect([c[6], c[7]]).toEqual([CARD_W / 2, CARD_H]);
  });

  it("anchors_lean_towards_the_other_end_by_a_sixth_and_not_beyond_the_limit", () => {
    expect(lean(100)).toBe(16);
    expect(lean(-9000)).toBe(-75);
    const c = curve(0, 300, 200, 0);
    expect(c[0]).toBe(CARD_W / 2 + 32);
    expect(c[6]).toBe(200 + CARD_W / 2 - 32);
  });

  it("downwards_the_curve_is_turned_round", () => {
    const c = curve(0, 0, 0, 300);
    expect(c[1]).toBe(CARD_H);
    expect(c[7]).toBe(300);
  });

  it("cards_of_one_row_are_joined_by_an_arc_above_them", () => {
    const c = curve(0, 100, 264, 100);
    expect(pointY(c, 0.5)).toBeLessThan(100);
    expect(c[1]).toBe(100);
  });

  it("the_distance_to_a_curve_is_nought_on_it_and_grows_beside_it", () => {
    const c = curve(0, 300, 200, 0);
    const on = { x: pointX(c, 0.37), y: pointY(c, 0.37) };
    expect(distanceTo(c, on)).toBeLessThan(0.5);
    expect(distanceTo(c, { x: on.x + 50, y: on.y })).toBeGreaterThan(20);
  });

  it("a_height_is_found_on_the_curve_in_both_directions", () => {
    for (const c of [curve(0, 300, 200, 0), curve(0, 0, 200, 300)]) {
      expect(pointY(c, atHeight(c, 200))).toBeCloseTo(200, 1);
    }
  });
});
