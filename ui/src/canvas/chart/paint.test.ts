import { describe, expect, it } from "vitest";
import type { Ctx } from "../draw/frame";
import type { Theme } from "../theme";
import { TitleBreaker } from "../titles";
import { Board } from "./board";
import type { Mark } from "./chart";
import { chart, mark } from "./fixture";
import { paint } from "./paint";

/** A context that takes everything and remembers how opaque it is. */
function blank(): Ctx {
  const values: Record<string | symbol, unknown> = {};
  const nothing = () => undefined;
  const made: unknown = new Proxy(values, {
    get: (_, name) => (name in values ? values[name] : nothing),
    set: (_, name, value) => {
      values[name] = value;
      return true;
    },
  });
  return made as Ctx;
}

function board(): Board {
  const theme: unknown = { paper: "p", ink1: "i", ink2: "j", thread: "t", font: "f" };
  const breaker = new TitleBreaker((text) => text.length * 6);
  const made = new Board({
    theme: theme as Theme,
    titles: breaker,
    texts: breaker,
    words: { selected: String, moved: String },
    events: {},
    readOnly: false,
    stillness: () => true,
    schedule: () => undefined,
  });
  made.size = { w: 800, h: 600 };
  return made;
}

/** Marks that tell when they are drawn, and how faintly. */
function told(log: [string, number][], id: string, x: number, more: Partial<Mark> = {}): Mark {
  return mark(id, x, 100, 50, 20, { ...more, draw: (pen) => log.push([id, pen.ctx.globalAlpha]) });
}

describe("one picture of a chart", () => {
  it("holds_what_is_in_sight_at_this_zoom_and_nothing_else", () => {
    const log: [string, number][] = [];
    const made = board();
    made.setChart(
      chart([told(log, "here", 100), told(log, "far", 5000), told(log, "later", 200, { near: 2 })]),
    );
    made.show({ x: 0, y: 0, zoom: 1 }, false);
    paint(made, blank());
    expect(log).toEqual([["here", 1]]);
  });

  it("dims_what_the_filter_keeps_back", () => {
    const log: [string, number][] = [];
    const made = board();
    made.setChart(
      chart([told(log, "a", 100), told(log, "b", 200), told(log, "own", 300, { subject: null })]),
    );
    made.show({ x: 0, y: 0, zoom: 1 }, false);
    made.passing = new Set(["b"]);
    paint(made, blank());
    expect(log.map(([id, share]) => [id, share < 1])).toEqual([
      ["a", true],
      ["b", false],
      ["own", false],
    ]);
  });

  it("outlines_what_is_on_a_lit_line_and_lets_the_others_step_back", () => {
    const log: [string, number][] = [];
    const made = board();
    made.setChart(
      chart([
        told(log, "a", 100),
        told(log, "b", 200),
        told(log, "c", 300),
        told(log, "own", 400, { subject: null }),
      ]),
    );
    made.show({ x: 0, y: 0, zoom: 1 }, false);
    made.selection = new Set(["a"]);
    made.line = new Set(["a", "b"]);
    const strokes: unknown[] = [];
    const ctx = blank();
    paint(made, Object.assign(ctx, { stroke: () => strokes.push(ctx.strokeStyle) }));
    expect(log.map(([id, share]) => [id, share < 1])).toEqual([
      ["a", false],
      ["b", false],
      ["c", true],
      ["own", false],
    ]);
    expect(strokes).toEqual(["i", "t"]);
  });

  it("draws_the_strips_over_what_passes_beneath_them_and_their_marks_last", () => {
    const log: [string, number][] = [];
    const made = board();
    made.setChart(
      chart([told(log, "name", 0, { pin: "left" }), told(log, "bar", 100)], {
        left: 120,
        back: () => log.push(["back", 1]),
        front: () => log.push(["front", 1]),
        strips: () => log.push(["strips", 1]),
        corner: () => log.push(["corner", 1]),
      }),
    );
    made.show({ x: 0, y: 0, zoom: 1 }, false);
    paint(made, blank());
    expect(log.map(([id]) => id)).toEqual(["back", "bar", "front", "strips", "name", "corner"]);
  });
});
