/*
 * The strip at the top of a diagram that says what its signs mean: as many signs as have room, each whole or not at
 * all, the likeliest to be asked for first. At its right end lie tools of the window.
 */
import type { Lettering, Pen } from "../chart/pen";

/** Height of the strip; the tools that lie over its end are a little lower. */
export const LEGEND = 44;

export interface Sign {
  /** Of the shape, in pixels; 0 for words alone. */
  readonly wide: number;
  draw?(x: number, y: number): void;
  readonly text: string;
  readonly as?: Lettering;
}

/** From `x` on; gives where it ended. */
export function drawLegend(pen: Pen, signs: readonly Sign[], x = 16): number {
  const { theme } = pen;
  const { w } = pen.size;
  pen.fill({ x0: 0, y0: 0, x1: w, y1: LEGEND }, theme.paper);
  pen.rule(0, LEGEND - 1, w, LEGEND - 1, theme.line);
  const y = LEGEND / 2;
  let at = x;
  for (const { wide, draw, text, as = { colour: theme.ink2 } } of signs) {
    const lead = wide === 0 ? 0 : wide + 6;
    // A shorter one after it may still have room.
    if (at + lead + pen.width(text, as) > pen.free - 12) continue;
    draw?.(at, y);
    at += lead + pen.text(text, at + lead, y, as) + 16;
  }
  return at;
}
