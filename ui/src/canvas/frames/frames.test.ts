/* Frames as a list and how one is taken hold of. */
import { describe, expect, it } from "vitest";
import { added, boxOf, MOST_FRAMES, placed, removed, renamed, reordered, reshaped } from "./frames";
import { pulled, pushed } from "./grips";

const frame = (id: string, x = 0) => ({ id, title: id, x, y: 0, width: 400, height: 300 });
const THREE = [frame("a"), frame("b", 500), frame("c", 1000)];
const ids = (list: readonly { id: string }[]) => list.map((it) => it.id).join("");

describe("the list of frames", () => {
  it("takes a new one at its end, on whole units", () => {
    const list = added(THREE, "d", "Work", { x0: 10.4, y0: -3.6, x1: 700.2, y1: 500 });
    expect(list[3]).toEqual({ id: "d", title: "Work", x: 10, y: -4, width: 690, height: 504 });
  });

  it("ends at the number a canvas keeps", () => {
    const full = Array.from({ length: MOST_FRAMES }, (_, i) => frame(`f${i}`));
    expect(added(full, "one more", "", boxOf(frame("x")))).toBe(full);
  });

  it("keeps absurd places within the world and never makes one too small to see", () => {
    expect(placed({ x0: Number.NaN, y0: 1e300, x1: -1e300, y1: 1e300 })).toEqual({
      x: 0,
      y: 1_000_000,
      width: 120,
      height: 48,
    });
  });

  it("goes into another order, however far one is carried", () => {
    expect(ids(reordered(THREE, "a", 1))).toBe("bac");
    expect(ids(reordered(THREE, "c", 0))).toBe("cab");
    expect(ids(reordered(THREE, "a", 99))).toBe("bca");
  });

  it("stays the same list where nothing changed, so that no step is made of nothing", () => {
    expect(reordered(THREE, "b", 1)).toBe(THREE);
    expect(renamed(THREE, "b", " b ")).toBe(THREE);
    expect(renamed(THREE, "b", "  ")).toBe(THREE);
    expect(reshaped(THREE, "b", boxOf(frame("b", 500)))).toBe(THREE);
    expect(removed(THREE, "gone")).toBe(THREE);
  });

  it("names one in one line", () => {
    expect(renamed(THREE, "b", " What we\n can do ")[1]?.title).toBe("What we can do");
  });
});

describe("a grip", () => {
  const box = { x0: 0, y0: 0, x1: 400, y1: 300 };

  it("moves the whole frame by its title", () => {
    expect(pulled(box, "move", 30, -20)).toEqual({ x0: 30, y0: -20, x1: 430, y1: 280 });
  });

  it("moves only its own sides at a corner", () => {
    expect(pulled(box, "nw", 30, 20)).toEqual({ x0: 30, y0: 20, x1: 400, y1: 300 });
    expect(pulled(box, "e", 30, 20)).toEqual({ x0: 0, y0: 0, x1: 430, y1: 300 });
  });

  it("stops before the other side", () => {
    expect(pulled(box, "se", -900, -900)).toEqual({ x0: 0, y0: 0, x1: 120, y1: 48 });
    expect(pulled(box, "nw", 900, 900)).toEqual({ x0: 280, y0: 252, x1: 400, y1: 300 });
  });

  it("is pushed by arrows, and sized with Shift", () => {
    expect(pushed("ArrowLeft", false, 8)).toEqual({ grip: "move", dx: -8, dy: 0 });
    expect(pushed("ArrowDown", true, 8)).toEqual({ grip: "se", dx: 0, dy: 8 });
    expect(pushed("a", false, 8)).toBeNull();
  });
});
