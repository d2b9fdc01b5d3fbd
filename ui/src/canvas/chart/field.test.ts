import { describe, expect, it } from "vitest";
import { dragBy, gripped, nudge } from "./dragging";
import { Eye, fitted, held, opening, revealed, zoomed } from "./eye";
import { Field } from "./field";
import { BY_TENS, chart, mark } from "./fixture";
import { inOrOut, step } from "./step";

const size = { w: 1000, h: 600 };
const still = { x: 0, y: 0, zoom: 1 };

function fieldOf(it: ReturnType<typeof chart>): Field {
  const field = new Field();
  field.load(it);
  return field;
}

describe("what lies under the pointer", () => {
  it("is_the_mark_drawn_last_where_several_lie_on_each_other", () => {
    const nested = chart([mark("outer", 0, 0, 200, 200), mark("inner", 50, 50, 40, 40)]);
    const field = fieldOf(nested);
    const eye = new Eye(nested, still, size);
    expect(field.hit({ x: 60, y: 60 }, eye)).toBe(1);
    expect(field.hit({ x: 10, y: 10 }, eye)).toBe(0);
    expect(field.hit({ x: 300, y: 10 }, eye)).toBe(-1);
  });

  it("is_never_a_mark_that_is_not_there_at_this_zoom_or_is_only_drawn", () => {
    const it = chart([
      mark("near", 0, 0, 50, 50, { near: 0.5 }),
      mark("ground", 100, 0, 50, 50, { inert: true }),
    ]);
    const field = fieldOf(it);
    expect(field.hit({ x: 10, y: 10 }, new Eye(it, still, size))).toBe(0);
    expect(field.hit({ x: 5, y: 5 }, new Eye(it, { ...still, zoom: 0.4 }, size))).toBe(-1);
    expect(field.hit({ x: 110, y: 10 }, new Eye(it, still, size))).toBe(-1);
  });

  it("is_a_round_mark_only_inside_of_its_circle_at_its_size_on_the_screen", () => {
    const it = chart([
      mark("dot", 100, 100, 0, 0, { reach: 20, round: true }),
      mark("far", 900, 500, 10, 10),
    ]);
    const field = fieldOf(it);
    for (const zoom of [0.2, 1, 2]) {
      const eye = new Eye(it, { ...still, zoom }, size);
      expect(field.hit({ x: 100 * zoom + 18, y: 100 * zoom }, eye)).toBe(0);
      expect(field.hit({ x: 100 * zoom + 17, y: 100 * zoom + 17 }, eye)).toBe(-1);
    }
  });

  it("is_the_strip_and_not_what_passes_beneath_it", () => {
    const it = chart([mark("bar", 0, 100, 500, 20), mark("label", 0, 100, 200, 20, { pin: "left" })], {
      left: 200,
      top: 40,
      axes: "x",
    });
    const field = fieldOf(it);
    expect(field.hit({ x: 100, y: 110 }, new Eye(it, still, size))).toBe(1);
    expect(field.hit({ x: 300, y: 110 }, new Eye(it, still, size))).toBe(0);
    // Scrolled up, the row lies under the top strip, which is empty there.
    expect(field.hit({ x: 300, y: 20 }, new Eye(it, { ...still, y: -90 }, size))).toBe(-1);
  });
});

describe("the view of a chart", () => {
  const rows = chart([mark("a", 0, 0, 2000, 28), mark("z", 0, 4000, 2000, 28)], {
    axes: "x",
    left: 240,
    top: 60,
  });

  it("of_rows_zooms_time_alone_and_ends_at_the_edges_like_a_list", () => {
    const view = { x: 240, y: -500, zoom: 1 };
    const near = zoomed(rows, view, { x: 600, y: 300 }, 2);
    expect(near.y).toBe(-500);
    expect(near.zoom).toBe(2);
    expect(held(rows, { ...view, y: 9000 }, size).y).toBe(60);
    expect(held(rows, { ...view, y: -9e9 }, size).y).toBe(600 - 4028 - 116);
  });

  it("survives_places_that_are_no_numbers", () => {
    const lost = held(rows, { x: Number.NaN, y: Number.POSITIVE_INFINITY, zoom: Number.NaN }, size);
    expect([lost.x, lost.y, lost.zoom].every(Number.isFinite)).toBe(true);
  });

  it("fits_everything_beside_the_strips", () => {
    const plane = chart([mark("a", 0, 0, 3000, 900)], { left: 100, top: 50 });
    const eye = new Eye(plane, fitted(plane, plane.bounds, size), size);
    const at = eye.box(plane.bounds);
    expect(at.x0).toBeGreaterThanOrEqual(100);
    expect(at.y0).toBeGreaterThanOrEqual(50);
    expect(at.x1).toBeLessThanOrEqual(1000);
    expect(opening(plane, size)).toEqual(fitted(plane, plane.bounds, size));
  });

  it("stays_where_it_is_when_all_of_a_mark_is_in_sight_and_else_moves_only_as_far_as_needed", () => {
    const view = { x: 240, y: 60, zoom: 0.3 };
    expect(revealed(rows, view, size, { x0: 100, y0: 56, x1: 400, y1: 84 })).toBe(view);
    const down = revealed(rows, view, size, { x0: 100, y0: 700, x1: 400, y1: 728 });
    expect(down.x).toBe(240);
    expect(new Eye(rows, down, size).y(728)).toBeLessThanOrEqual(600);
  });
});

describe("rows that are more than a window holds", () => {
  const rows = chart([mark("a", 0, 0, 2000, 28), mark("z", 0, 4000, 2000, 28)], {
    axes: "x",
    left: 280,
    top: 60,
  });
  const size = { w: 1000, h: 600 };
  const frame = { x0: 0, y0: 1000, x1: 2000, y1: 1900 };

  it("grow_low_until_a_frame_is_shown_whole", () => {
    const view = held(rows, fitted(rows, frame, size), size);
    const eye = new Eye(rows, view, size);
    expect(eye.y(frame.y0)).toBeCloseTo(60);
    expect(eye.y(frame.y1)).toBeLessThanOrEqual(600.5);
    expect(eye.seen().y1).toBeGreaterThanOrEqual(frame.y1 - 1);
  });

  it("are_never_lower_than_can_be_told_apart_and_have_their_height_again_when_one_comes_near", () => {
    const far = held(rows, fitted(rows, { ...frame, y0: 0, y1: 90_000 }, size), size);
    expect(far.rows).toBeCloseTo(0.43);
    const at = { x: 600, y: 300 };
    const near = zoomed(rows, far, at, far.zoom * 4);
    expect(near.rows).toBe(1);
    expect(new Eye(rows, near, size).world(at).y).toBeCloseTo(new Eye(rows, far, size).world(at).y);
    // Time that is drawn together leaves the rows as they are.
    expect(zoomed(rows, near, at, near.zoom / 3).rows).toBe(1);
  });
});

describe("the arrows", () => {
  it("lead_from_row_to_row_and_along_a_row_from_its_label", () => {
    const it = chart([
      mark("l0", 0, 0, 200, 28, { pin: "left", row: 0 }),
      mark("a", 10, 0, 50, 28, { row: 0 }),
      mark("b", 900, 0, 50, 28, { row: 0 }),
      mark("l1", 0, 28, 200, 28, { pin: "left", row: 1 }),
      mark("c", 5000, 28, 50, 28, { row: 1 }),
    ]);
    const field = fieldOf(it);
    const walk = (from: string, way: "left" | "right" | "up" | "down") =>
      field.mark(step(field, field.index.get(from) ?? -1, way, 1))?.id ?? null;
    expect(walk("l0", "right")).toBe("a");
    expect(walk("a", "right")).toBe("b");
    expect(walk("a", "left")).toBe("l0");
    expect(walk("b", "down")).toBe("c");
    expect(walk("l0", "down")).toBe("l1");
    expect(walk("c", "up")).toBe("b");
    expect(walk("b", "right")).toBeNull();
  });

  it("lead_to_siblings_first_and_out_of_a_box_at_its_edge_and_with_alt_in_and_out", () => {
    const it = chart([
      mark("A", 0, 0, 200, 100),
      mark("a1", 10, 20, 80, 70, { within: "A" }),
      mark("a2", 110, 20, 80, 70, { within: "A" }),
      mark("B", 220, 0, 200, 100),
      mark("b1", 230, 20, 80, 70, { within: "B", near: 0.5 }),
    ]);
    const field = fieldOf(it);
    const at = (id: string) => field.index.get(id) ?? -1;
    expect(step(field, at("a1"), "right", 1)).toBe(at("a2"));
    expect(step(field, at("a2"), "right", 1)).toBe(at("B"));
    expect(inOrOut(field, at("a2"), "up", 1)).toBe(at("A"));
    expect(inOrOut(field, at("B"), "down", 1)).toBe(at("b1"));
    expect(inOrOut(field, at("B"), "down", 0.3)).toBe(-1);
  });
});

describe("dragging along an axis", () => {
  const it_ = chart([mark("bar", 100, 0, 200, 20, { drag: BY_TENS }), mark("fixed", 400, 0, 50, 20)]);

  it("grips_the_ends_alone_at_the_ends_and_the_whole_between_them", () => {
    const [bar, fixed] = it_.marks;
    if (bar === undefined || fixed === undefined) throw new Error("no marks");
    expect(gripped(bar, { x: 103, y: 10 }, bar.box)).toBe("start");
    expect(gripped(bar, { x: 297, y: 10 }, bar.box)).toBe("end");
    expect(gripped(bar, { x: 200, y: 10 }, bar.box)).toBe("whole");
    expect(gripped(fixed, { x: 410, y: 10 }, fixed.box)).toBeNull();
  });

  it("keeps_the_length_of_a_whole_bar_and_never_turns_its_ends_about", () => {
    const field = fieldOf(it_);
    dragBy(field, 0, "whole", { from: 0, to: 33 }, 1);
    expect(field.boxOf(0)).toMatchObject({ x0: 130, x1: 330 });
    dragBy(field, 0, "end", { from: 0, to: -900 }, 1);
    expect(field.boxOf(0)).toMatchObject({ x0: 100, x1: 110 });
    dragBy(field, 0, "start", { from: 0, to: 900 }, 1);
    expect(field.boxOf(0)).toMatchObject({ x0: 290, x1: 300 });
  });

  it("moves_by_steps_with_the_keyboard_from_where_it_lies_now", () => {
    const field = fieldOf(it_);
    nudge(field, 0, "whole", 1, 1);
    nudge(field, 0, "whole", 1, 1);
    nudge(field, 0, "end", 1, -1);
    expect(field.boxOf(0)).toMatchObject({ x0: 120, x1: 310 });
  });
});
