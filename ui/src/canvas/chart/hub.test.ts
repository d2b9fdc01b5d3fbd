import { describe, expect, it } from "vitest";
import { Eye, fitted, held, opening, revealed, whole } from "./eye";
import { Field } from "./field";
import { chart, mark } from "./fixture";

const size = { w: 1000, h: 600 };
const hub = { x: 0, y: 0, w: 200, h: 100 };
/** A cell in each corner and a title on each side. */
const crossed = chart(
  [
    mark("nw", -2000, -900, 50, 30),
    mark("se", 1950, 870, 50, 30),
    mark("near", -50, -30, 50, 30),
    mark("row", 0, -900, 200, 30, { pin: "left" }),
    mark("column", -2000, 0, 50, 100, { pin: "top" }),
    mark("middle", 0, 0, 200, 100, { pin: "corner" }),
  ],
  { hub, axes: "both" },
);

describe("a chart whose strips cross in its midst", () => {
  it("parts_there_and_finds_the_same_place_again", () => {
    const eye = new Eye(crossed, { x: 400, y: 300, zoom: 1 }, size);
    expect(eye.box({ x0: 0, y0: 0, x1: 50, y1: 30 })).toEqual({ x0: 600, y0: 400, x1: 650, y1: 430 });
    expect(eye.box({ x0: -50, y0: -30, x1: 0, y1: 0 })).toEqual({ x0: 350, y0: 270, x1: 400, y1: 300 });
    expect(eye.world({ x: 620, y: 420 })).toEqual({ x: 20, y: 20 });
    expect(eye.world({ x: 380, y: 280 })).toEqual({ x: -20, y: -20 });
  });

  it("keeps_the_crossing_in_sight_however_far_it_is_moved", () => {
    expect(new Eye(crossed, { x: 1900, y: 900, zoom: 1 }, size).hub).toEqual({
      x0: 800,
      y0: 500,
      x1: 1000,
      y1: 600,
    });
    expect(new Eye(crossed, { x: -1500, y: -500, zoom: 1 }, size).hub).toEqual({
      x0: 0,
      y0: 0,
      x1: 200,
      y1: 100,
    });
  });

  it("hits_a_title_in_its_strip_where_that_stands_now_and_no_cell_beneath_it", () => {
    const field = new Field();
    field.load(crossed);
    const eye = new Eye(crossed, held(crossed, { x: 2024, y: 924, zoom: 1 }, size), size);
    const hit = (x: number, y: number) => field.mark(field.hit({ x, y }, eye))?.id ?? null;
    expect(hit(30, 40)).toBe("nw");
    expect(hit(900, 40)).toBe("row");
    expect(hit(30, 550)).toBe("column");
    expect(hit(900, 550)).toBe("middle");
  });

  it("brings_a_cell_out_from_beneath_the_strips", () => {
    const far = { x: 2024, y: 924, zoom: 1 };
    for (const id of ["near", "se", "nw"]) {
      const box = crossed.marks.find((it) => it.id === id)?.box;
      if (box === undefined) throw new Error(id);
      const eye = new Eye(crossed, revealed(crossed, far, size, box), size);
      const at = eye.box(box);
      expect(at.x1 <= (eye.hub?.x0 ?? 0) || at.x0 >= (eye.hub?.x1 ?? 0), id).toBe(true);
      expect(at.y1 <= (eye.hub?.y0 ?? 0) || at.y0 >= (eye.hub?.y1 ?? 0), id).toBe(true);
      expect(at.x0 >= 0 && at.x1 <= size.w && at.y0 >= 0 && at.y1 <= size.h, id).toBe(true);
    }
  });

  it("opens_with_what_lies_next_to_the_crossing_when_not_all_of_it_can_be_read", () => {
    const bounds = { x0: -2000, y0: -900, x1: 2000, y1: 90 };
    const wide = { ...crossed, bounds, opening: { box: bounds, least: 0.7 } };
    const view = opening(wide, size);
    expect(view.zoom).toBe(0.7);
    const eye = new Eye(wide, view, size);
    expect(eye.hub?.x0).toBeGreaterThan(300);
    // The short side below is seen whole.
    expect(eye.y(90)).toBeLessThanOrEqual(size.h);
  });

  it("opens_a_little_smaller_where_all_rows_are_in_sight_then_and_else_begins_with_a_whole_row", () => {
    const row = 30;
    const opened = (rows: number) => {
      const bounds = { x0: -2000, y0: -rows * row, x1: 2000, y1: 3 * row };
      const tall = { ...crossed, bounds, opening: { box: bounds, least: 0.7, tight: 0.5, row } };
      return { view: opening(tall, size), eye: new Eye(tall, opening(tall, size), size) };
    };
    const some = opened(20);
    expect(some.view.zoom).toBeGreaterThan(0.5);
    expect(some.view.zoom).toBeLessThan(0.7);
    expect(some.eye.y(-20 * row)).toBeGreaterThanOrEqual(crossed.top);
    expect(some.eye.y(3 * row)).toBeLessThanOrEqual(size.h);
    const many = opened(200);
    expect(many.view.zoom).toBe(0.7);
    const cut = (many.view.y - crossed.top) / (row * 0.7);
    expect(cut).toBeCloseTo(Math.round(cut));
  });

  it("shows_all_while_lines_keep_their_names_and_else_what_lies_next_to_the_crossing_with_names", () => {
    const shown = (half: number) => {
      const bounds = { x0: -half, y0: -half, x1: half, y1: half };
      const chart = {
        ...crossed,
        bounds,
        opening: { box: bounds, least: 0.7, tight: 0.5, named: 0.4, row: 30 },
      };
      return { view: whole(chart, size), all: fitted(chart, bounds, size) };
    };
    const few = shown(450);
    expect(few.view).toEqual(few.all);
    const many = shown(4000);
    expect(many.all.zoom).toBeLessThan(0.1);
    expect(many.view.zoom).toBe(0.5);
  });
});
