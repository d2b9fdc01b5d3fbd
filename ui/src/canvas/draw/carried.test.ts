import { describe, expect, it } from "vitest";
import { layers } from "./carried";

const box = (x: number, y: number) => ({ x0: x, y0: y, x1: x + 100, y1: y + 60 });

describe("what dragged links are drawn between", () => {
  it("are_all_cards_at_once_where_they_lie_apart", () => {
    const row = [box(0, 0), box(120, 0), box(240, 0)];
    expect(layers(row)).toEqual([row]);
    expect(layers([])).toEqual([]);
  });

  it("are_cards_that_lie_on_each_other_one_after_the_other_so_that_no_link_shows_through_both", () => {
    const [a, b, c, aside] = [box(0, 0), box(50, 20), box(80, 40), box(400, 0)];
    expect(layers([aside, c, a, b])).toEqual([[a, aside], [b], [c]]);
  });
});
