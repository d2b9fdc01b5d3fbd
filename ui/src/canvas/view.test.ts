import { describe, expect, it } from "vitest";
import { Pinch } from "./pinch";
import {
  between,
  farthest,
  fitBox,
  hangBox,
  steppedZoom,
  toScreen,
  toWorld,
  type View,
  visible,
  wheel,
  zoomAt,
} from "./view";

const view: View = { x: 120, y: -40, zoom: 0.8 };
const size = { w: 1000, h: 600 };
const at = { x: 310, y: 220 };

describe("view maths", () => {
  it("world_and_screen_are_inverse", () => {
    const there = toScreen(view, toWorld(view, at));
    expect(there.x).toBeCloseTo(at.x);
    expect(there.y).toBeCloseTo(at.y);
  });

  it("zooming_keeps_the_point_under_the_pointer", () => {
    const before = toWorld(view, at);
    const after = toWorld(zoomAt(view, at, 1.7), at);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  it("zoom_stays_within_its_limits", () => {
    expect(zoomAt(view, at, 99).zoom).toBe(2.5);
    expect(zoomAt(view, at, 0).zoom).toBe(0.02);
  });

  it("nobody_goes_farther_than_a_third_of_what_fits_nor_is_pulled_nearer_from_there", () => {
    expect(farthest(0.4)).toBeCloseTo(0.4 / 3);
    expect(farthest(0.03)).toBe(0.02);
    const out = { dx: 0, dy: 60, mode: 0, zooming: true, sideways: false, at };
    let far = view;
    for (let n = 0; n < 40; n += 1) far = wheel(far, out, farthest(0.4));
    expect(far.zoom).toBeCloseTo(0.4 / 3);
    const kept = { ...view, zoom: 0.05 };
    expect(zoomAt(kept, at, 0.04, farthest(0.4)).zoom).toBe(0.05);
    expect(zoomAt(kept, at, 0.06, farthest(0.4)).zoom).toBe(0.06);
  });

  it("fitting_shows_the_whole_box_and_never_more_than_life_size", () => {
    const box = { x0: -300, y0: 50, x1: 4000, y1: 2000 };
    const margins = { left: 70, right: 40, top: 30, bottom: 20 };
    const seen = visible(fitBox(box, size, margins, 1), size);
    expect(seen.x0).toBeLessThan(box.x0);
    expect(seen.y1).toBeGreaterThan(box.y1);
    expect(fitBox({ x0: 0, y0: 0, x1: 10, y1: 10 }, size, margins, 1).zoom).toBe(1);
  });

  it("a_flight_starts_and_ends_where_it_should_and_keeps_a_common_point_still", () => {
    const to = zoomAt(view, at, 2);
    expect(between(view, to, 0)).toEqual(view);
    expect(between(view, to, 1)).toBe(to);
    const fixed = toWorld(view, at);
    const midway = toWorld(between(view, to, 0.4), at);
    expect(midway.x).toBeCloseTo(fixed.x);
    expect(midway.y).toBeCloseTo(fixed.y);
  });

  it("the_wheel_pans_and_with_ctrl_zooms", () => {
    const turn = { dx: 0, dy: 30, mode: 0, zooming: false, sideways: false, at };
    expect(wheel(view, turn)).toEqual({ ...view, y: view.y - 30 });
    expect(wheel(view, { ...turn, sideways: true })).toEqual({ ...view, x: view.x - 30 });
    expect(wheel(view, { ...turn, mode: 1 }).y).toBe(view.y - 480);
    expect(wheel(view, { ...turn, zooming: true }).zoom).toBeLessThan(view.zoom);
  });

  it("steps_of_zoom_go_both_ways_and_stop_at_the_ends", () => {
    expect(steppedZoom(0.8, 1)).toBe(1);
    expect(steppedZoom(0.8, -1)).toBe(0.65);
    expect(steppedZoom(0.73, 1)).toBe(0.8);
    expect(steppedZoom(2.5, 1)).toBe(2.5);
    expect(steppedZoom(0.02, -1)).toBe(0.02);
  });

  it("two_fingers_keep_what_lies_under_them", () => {
    const pinch = new Pinch();
    expect(pinch.down(1, { x: 200, y: 200 })).toBe(false);
    expect(pinch.down(2, { x: 400, y: 200 })).toBe(true);
    const under = toWorld(view, { x: 200, y: 200 });
    const after = pinch.move(2, { x: 600, y: 200 }, view);
    if (after === null) throw new Error("no pinch");
    expect(after.zoom).toBeCloseTo(view.zoom * 2);
    expect(toWorld(after, { x: 200, y: 200 }).x).toBeCloseTo(under.x);
    pinch.up(1);
    expect(pinch.move(2, { x: 0, y: 0 }, after)).toBeNull();
  });

  it("a_map_hangs_from_the_top_and_is_large_enough_to_read", () => {
    const margins = { left: 72, right: 40, top: 0, bottom: 0 };
    const small = hangBox({ x0: 40, y0: 0, x1: 700, y1: 300 }, size, margins, 0.5, 1);
    expect(small.zoom).toBe(1);
    expect(small.y).toBe(0);
    const huge = hangBox({ x0: 40, y0: 0, x1: 40_000, y1: 9000 }, size, margins, 0.5, 1);
    expect(huge.zoom).toBe(0.5);
    expect(40 * huge.zoom + huge.x).toBe(72);
    expect(hangBox({ x0: 40, y0: 0, x1: 40_000, y1: 9000 }, size, margins, 0, 1).zoom).toBeLessThan(0.1);
  });

  it("a_map_that_is_too_high_stands_in_the_middle_of_the_width_at_the_zoom_it_is_read_at", () => {
    const margins = { left: 0, right: 0, top: 64, bottom: 0 };
    const tall = hangBox({ x0: 0, y0: 0, x1: 1000, y1: 9000 }, size, margins, 0.5, 1);
    expect(tall).toEqual({ zoom: 0.5, x: (size.w - 500) / 2, y: 64 });
  });
});
