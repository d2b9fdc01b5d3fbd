import { describe, expect, it } from "vitest";
import type { Lane } from "../scene";
import type { Frame } from "./frame";
import { drawLaneTitles } from "./lanes";

/** The names that are written on a window 800 high over lanes of these depths, and how high each begins. */
function written(depths: readonly number[], y: number): ReadonlyMap<string, number> {
  return new Map([...drawn(depths, y)].map(([text, { at }]) => [text, at]));
}

/** Where they are written, and how strongly. */
function drawn(depths: readonly number[], y: number): ReadonlyMap<string, { at: number; alpha: number }> {
  const names = new Map<string, { at: number; alpha: number }>();
  const nothing = () => undefined;
  const ctx = {
    setTransform: nothing,
    beginPath: nothing,
    roundRect: nothing,
    fill: nothing,
    globalAlpha: 1,
    fillText: (text: string, _x: number, at: number) => names.set(text, { at, alpha: ctx.globalAlpha }),
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
    expect([...written([200, 200, 200], -393).keys()]).toEqual(["lane 2"]);
    expect([...written([200, 200, 200], 500).keys()]).toEqual(["lane 0", "lane 1"]);
  });

  it("stand_in_every_lane_that_is_as_high_as_a_line_of_words_and_never_on_one_another", () => {
    const slim = [...written([300, 13.6, 13.6, 13.6, 300], 0)];
    expect(slim.map(([name]) => name)).toEqual(["lane 0", "lane 1", "lane 2", "lane 3", "lane 4"]);
    slim.slice(1).forEach(([name, at], i) => {
      expect(at - (slim[i]?.[1] ?? 0), name).toBeGreaterThan(12);
    });
    expect(written([300, 11, 300], 0).has("lane 1")).toBe(false);
  });

  it("are_never_cut_by_an_edge_of_the_window_and_fade_before_they_would_be", () => {
    let last = 1;
    for (let strip = 40; strip > 0; strip -= 1) {
      const name = drawn([200, 400, 400], strip - 200).get("lane 0");
      // Capitals are about nine pixels high.
      if (name !== undefined) expect(name.at, `${strip}`).toBeGreaterThan(8.5);
      const alpha = name?.alpha ?? 0;
      expect(last - alpha, `${strip}`).toBeLessThan(0.21);
      expect(alpha).toBeLessThanOrEqual(last);
      last = alpha;
    }
    expect(last).toBe(0);
    for (let rest = 0; rest < 40; rest += 1) {
      const name = drawn([400, 400, 400], 400 - rest).get("lane 1");
      if (name !== undefined) expect(name.at + 3, `${rest}`).toBeLessThanOrEqual(800);
    }
  });
});
