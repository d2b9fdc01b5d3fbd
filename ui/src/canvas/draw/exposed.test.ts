import { describe, expect, it } from "vitest";
import { exposed } from "./exposed";

/** How often each pixel of a picture is drawn: once by the shift where it still lies in it, and once for each area. */
function drawn(w: number, h: number, dx: number, dy: number): number[] {
  const times = Array.from({ length: w * h }, () => 0);
  const add = (x0: number, y0: number, x1: number, y1: number): void => {
    for (let y = Math.max(0, y0); y < Math.min(h, y1); y += 1)
      for (let x = Math.max(0, x0); x < Math.min(w, x1); x += 1)
        times[y * w + x] = (times[y * w + x] ?? 0) + 1;
  };
  add(dx, dy, dx + w, dy + h);
  for (const it of exposed({ w, h }, dx, dy)) add(it.x, it.y, it.x + it.w, it.y + it.h);
  return times;
}

describe("what a shifted picture leaves open", () => {
  it("is all that the shift does not cover, and nothing twice, wherever it goes", () => {
    for (let dx = -6; dx <= 6; dx += 1)
      for (let dy = -4; dy <= 4; dy += 1)
        expect([dx, dy, new Set(drawn(7, 5, dx, dy))]).toEqual([dx, dy, new Set([1])]);
  });

  it("is nothing where nothing moved", () => {
    expect(exposed({ w: 7, h: 5 }, 0, 0)).toEqual([]);
  });
});
