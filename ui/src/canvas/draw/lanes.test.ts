import { describe, expect, it } from "vitest";
import type { Lane } from "../scene";
import type { Frame } from "./frame";
import { drawLaneTitles } from "./lanes";

/** The names that are written on a window 800 high over lanes of these depths, and how high each begins. */
function written(depths: readonly number[], y: number): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const nothing = () => undefined;
  const ctx = {
    setTransform: nothing,
    beginPath: nothing,
    roundRect: nothing,
    fill: nothing,
    fillText: (text: string, _x: number, at: number) => names.set(text, at),
  };
  const ruler = { width: () => 40 };
  const frame = {
    ctx,
    dpr: 1,
    view: { x: 0, y, zoom: 1 },
    theme: { tint: {}, level: {} },
    titles: ruler,
    texts: ruler,
    columns: false,
  } as unknown as Frame;
  let from = 0;
  const lanes = depths.map((depth, n) => {
    const lane = { title: `lane ${n}`, said: "", from, depth, bands: [], level: 1 };
    from += depth;
    return lane as unknown as Lane;
  });
  drawLaneTitles(frame, lanes, { w: 1280, h: 800 });
  return names;
}

describe("the names of lanes", () => {
  it("stand_in_the_outermost_lanes_however_slim_as_their_tints_run_on", () => {
    const names = written([8, 8, 200, 8], 40);
    expect([...names.keys()]).toEqual(["lane 0", "lane 2", "lane 3"]);
    expect(names.get("lane 3")).toBeGreaterThan(256);
  });

  it("go_with_a_lane_that_leaves_the_window", () => {
    expect([...written([200, 200, 200], -390).keys()]).toEqual(["lane 2"]);
    expect([...written([200, 200, 200], 500).keys()]).toEqual(["lane 0", "lane 1"]);
  });
});
