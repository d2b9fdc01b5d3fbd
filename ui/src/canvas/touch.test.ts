import { afterEach, describe, expect, it, vi } from "vitest";
import { Pinch } from "./pinch";
import { LONG_PRESS, pointerKind, Rest, reachOf, ripened } from "./touch";

describe("fingers and pens", () => {
  afterEach(() => vi.useRealTimers());

  it("everything_small_is_at_least_24_pixels_across_and_larger_for_a_finger", () => {
    for (const kind of ["mouse", "pen", "touch"] as const)
      expect(2 * reachOf(kind).handle).toBeGreaterThanOrEqual(24);
    expect(2 * reachOf("touch").link).toBeGreaterThanOrEqual(24);
    expect(reachOf("touch").handle).toBeGreaterThan(reachOf("mouse").handle);
  });

  it("what_is_no_finger_and_no_pen_counts_as_a_mouse", () => {
    expect(["touch", "pen", "mouse", ""].map(pointerKind)).toEqual(["touch", "pen", "mouse", "mouse"]);
  });

  it("a_finger_that_rests_on_paper_begins_a_marquee", () => {
    const ripe = ripened({ kind: "pan", from: { x: 3, y: 4 }, clears: true });
    expect(ripe).toEqual({ gesture: { kind: "marquee" }, joins: null });
  });

  it("a_finger_that_rests_on_a_card_adds_it_to_the_selection", () => {
    expect(ripened({ kind: "press", from: { x: 3, y: 4 }, box: 7, additive: false })?.joins).toBe(7);
  });

  it("resting_in_the_middle_of_a_drag_changes_nothing", () => {
    expect(ripened({ kind: "drag", boxes: [1] })).toBeNull();
    expect(ripened({ kind: "connect", from: { x: 0, y: 0 }, box: 1, additive: false })).toBeNull();
  });

  it("a_tremble_is_rest_and_a_stroke_is_not", () => {
    vi.useFakeTimers();
    const ripe = vi.fn();
    const rest = new Rest();
    rest.begin({ x: 0, y: 0 }, ripe);
    rest.move({ x: 2, y: 2 });
    vi.advanceTimersByTime(LONG_PRESS + 1);
    expect(ripe).toHaveBeenCalledTimes(1);
    rest.begin({ x: 0, y: 0 }, ripe);
    rest.move({ x: 30, y: 0 });
    vi.advanceTimersByTime(LONG_PRESS + 1);
    expect(ripe).toHaveBeenCalledTimes(1);
  });

  it("two_fingers_side_by_side_move_the_view_without_zooming", () => {
    const pinch = new Pinch();
    pinch.down(1, { x: 100, y: 100 });
    expect(pinch.down(2, { x: 200, y: 100 })).toBe(true);
    const start = { x: 0, y: 0, zoom: 1 };
    const half = pinch.move(1, { x: 150, y: 130 }, start);
    const whole = half === null ? null : pinch.move(2, { x: 250, y: 130 }, half);
    expect(whole?.zoom).toBeCloseTo(1);
    expect(whole?.x).toBeCloseTo(50);
    expect(whole?.y).toBeCloseTo(30);
  });

  it("a_finger_that_was_lifted_no_longer_pinches", () => {
    const pinch = new Pinch();
    pinch.down(1, { x: 100, y: 100 });
    pinch.down(2, { x: 200, y: 100 });
    pinch.up(1);
    expect(pinch.move(2, { x: 300, y: 100 }, { x: 0, y: 0, zoom: 1 })).toBeNull();
  });
});
