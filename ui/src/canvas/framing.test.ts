import { describe, expect, it } from "vitest";
import { fitted } from "./framing";
import type { Stage } from "./stage";

/** The map beside the inspector in a window of 1280 by 800. */
const stage = { size: { w: 904, h: 752 } } as Stage;

function onScreen(box: { x0: number; y0: number; x1: number; y1: number }) {
  const { x, y, zoom } = fitted(stage, box, 1);
  return {
    left: box.x0 * zoom + x,
    top: box.y0 * zoom + y,
    right: box.x1 * zoom + x,
    foot: box.y1 * zoom + y,
  };
}

describe("cards that are brought into sight together", () => {
  it("lie_beside_the_overview_the_tools_and_what_is_over_the_head_of_the_map", () => {
    const seen = onScreen({ x0: 0, y0: 0, x1: 2000, y1: 1500 });
    expect(seen.left).toBeGreaterThanOrEqual(0);
    expect(seen.right).toBeLessThanOrEqual(904);
    expect(seen.foot).toBeLessThanOrEqual(752 - 117);
    expect(seen.top).toBeGreaterThanOrEqual(46);
  });

  it("keep_the_whole_height_above_the_tools_where_they_do_not_reach_the_corners", () => {
    const seen = onScreen({ x0: 0, y0: 0, x1: 300, y1: 1500 });
    expect(seen.right).toBeLessThan(904 - 194);
    expect(seen.foot).toBeGreaterThan(752 - 117);
    expect(seen.foot).toBeLessThanOrEqual(752 - 50);
  });
});
