import { describe, expect, it } from "vitest";
import type { Ctx } from "./frame";
import { alike, type Brush, DASHED, paintLinks, type Sheet } from "./sheet";

/** Links side by side, all dashed and of the greatest strength. */
function sheetOf(count: number): Sheet {
  const curves = new Float32Array(count * 8);
  const looks = new Uint8Array(count * 2);
  for (let i = 0; i < count; i += 1) {
    curves.set([i, 0, i, 10, i, 20, i, 30], i * 8);
    looks.set([5 * 8 + 5, DASHED], i * 2);
  }
  return { curves, looks, order: Uint32Array.from({ length: count }, (_, i) => i) };
}

const BRUSH: Brush = { x: 0, y: 0, zoom: 0.8, scale: 1, ink: "#000" };

/** The widths in device pixels and the dashes that links were stroked with. */
function strokes(
  count: number,
  crowd: number | null = null,
): { width: number; dash: number; alpha: number }[] {
  const made: { width: number; dash: number; alpha: number }[] = [];
  let dash: number[] = [];
  const ctx = {
    ...{ globalAlpha: 1, lineWidth: 1, lineCap: "butt", strokeStyle: "" },
    setTransform: () => undefined,
    beginPath: () => undefined,
    moveTo: () => undefined,
    lineTo: () => undefined,
    bezierCurveTo: () => undefined,
    setLineDash: (next: number[]) => {
      dash = next;
    },
    stroke() {
      made.push({ width: this.lineWidth * BRUSH.zoom, dash: dash.length, alpha: this.globalAlpha });
    },
  };
  const seen = { x0: 0, y0: 0, x1: 1e6, y1: 1e6 };
  paintLinks(ctx as unknown as Ctx, sheetOf(count), new Uint8Array(count), seen, BRUSH, 1, crowd);
  // The last stroke is that of the crosses.
  return made.slice(0, -1);
}

describe("links under the cards", () => {
  it("have their width and their dash where few are in sight", () => {
    const made = strokes(200);
    expect(made).toHaveLength(200);
    expect(new Set(made.map(({ dash }) => dash))).toEqual(new Set([2]));
    expect(Math.min(...made.map(({ width }) => width))).toBeGreaterThan(3);
  });

  it("are hairlines without dashes in a thicket, in few strokes", () => {
    const made = strokes(700);
    expect(made.length).toBeLessThan(20);
    expect(new Set(made.map(({ dash }) => dash))).toEqual(new Set([0]));
    expect(Math.max(...made.map(({ width }) => width))).toBeLessThan(1);
  });

  it("look by how many somebody sees at once, not by how many are painted around", () => {
    expect(strokes(700, 200)[0]).toEqual(strokes(200)[0]);
  });

  it("keep their strength while hardly more come into sight", () => {
    expect(alike(1000, 1200)).toBe(true);
    expect(alike(1000, 1300)).toBe(false);
    // Below the calm number all are at full strength.
    expect(alike(3, 200)).toBe(true);
  });
});
