import { describe, expect, it } from "vitest";
import { CARD_H, CARD_W } from "./measures";
import { type Blocking, crosses, freeColumn, route } from "./route";

function blockedBy(cards: readonly { x: number; y: number }[]): Blocking {
  return (box) =>
    cards.filter((c) => c.x <= box.x1 && c.x + CARD_W >= box.x0 && c.y <= box.y1 && c.y + CARD_H >= box.y0);
}

describe("routes of lit links", () => {
  it("with_nothing_in_between_the_route_is_the_plain_curve", () => {
    expect(route(0, 400, 0, 0, blockedBy([]))).toHaveLength(1);
  });

  it("a_card_in_between_is_passed_in_a_gap", () => {
    const blocking = blockedBy([
      { x: 0, y: 132 },
      { x: 264, y: 132 },
    ]);
    const way = route(0, 396, 0, 0, blocking);
    expect(way.length).toBeGreaterThan(1);
    for (const c of way) expect(crosses(c, blocking)).toBe(false);
  });

  it("a_route_is_unbroken_from_card_to_card", () => {
    const blocking = blockedBy([
      { x: 0, y: 132 },
      { x: 264, y: 132 },
      { x: 528, y: 264 },
    ]);
    for (const [ax, ay, bx, by] of [
      [0, 396, 528, 0],
      [528, 0, 0, 396],
      [264, 396, 264, 0],
    ] as const) {
      const way = route(ax, ay, bx, by, blocking);
      for (let i = 1; i < way.length; i += 1) {
        expect(way[i]?.[0]).toBeCloseTo(way[i - 1]?.[6] ?? Number.NaN);
        expect(way[i]?.[1]).toBeCloseTo(way[i - 1]?.[7] ?? Number.NaN);
      }
      const first = way[0];
      const last = way[way.length - 1];
      expect(first?.[1]).toBe(ay < by ? ay + CARD_H : ay);
      expect(last?.[7]).toBe(ay < by ? by : by + CARD_H);
    }
  });

  it("the_free_column_nearest_to_the_way_is_taken", () => {
    const blocking = blockedBy([
      { x: 0, y: 100 },
      { x: 264, y: 100 },
    ]);
    expect(freeColumn(120, 120, 90, 200, blocking)).toBeCloseTo(-8);
    expect(freeColumn(250, 250, 90, 200, blocking)).toBeCloseTo(252);
    expect(freeColumn(700, 700, 90, 200, blocking)).toBe(700);
  });
});
