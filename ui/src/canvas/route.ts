/*
 * The way of a lit link: a plain curve where nothing is in between, otherwise up through the gaps between
 * cards (out of the row, along the gap, up a free column, into the target). Pure; asks for blocked boxes.
 */
import { type Curve, lean, linkCurve, newCurve, pointX, pointY } from "./geometry";
import { CARD_H, CARD_W } from "./measures";
import type { Box } from "./view";

/** One or more curves drawn one after the other. */
export type Route = readonly Curve[];

/** Boxes of cards that touch a rectangle, as [x0, y0] corners; the two ends must be left out. */
export type Blocking = (box: Box) => readonly { readonly x: number; readonly y: number }[];

const GAP = 21;
const BEND = 40;
/** Free air on each side of a vertical run. */
const AIR = 8;

export function route(ax: number, ay: number, bx: number, by: number, blocking: Blocking): Route {
  const direct = newCurve();
  linkCurve(direct, ax, ay, bx, by);
  const down = by > ay;
  const [lowX, lowY, highX, highY] = down ? [bx, by, ax, ay] : [ax, ay, bx, by];
  const span = lowY - (highY + CARD_H);
  if (span < CARD_H || !crosses(direct, blocking)) return [direct];
  const shift = lean(highX - lowX);
  const x0 = lowX + CARD_W / 2 + shift;
  const x1 = highX + CARD_W / 2 - shift;
  const top = highY + CARD_H + GAP;
  const bottom = lowY - GAP;
  const x = freeColumn(x0, x1, top, bottom, blocking);
  if (x === null) return [direct];
  const way: Curve[] = [];
  if (Math.abs(x - x0) < 1) way.push(straight(x0, lowY, x0, bottom));
  else if (Math.abs(x - x0) <= BEND * 2) way.push(swing(x0, lowY, x, bottom - bendOf(x0, x)));
  else way.push(...turn(x0, lowY, bottom, x));
  way.push(straight(x, bottom - bendOf(x0, x), x, top + bendOf(x1, x)));
  if (Math.abs(x - x1) < 1) way.push(straight(x1, top, x1, highY + CARD_H));
  else if (Math.abs(x - x1) <= BEND * 2) way.push(swing(x, top + bendOf(x1, x), x1, highY + CARD_H));
  else
    way.push(
      ...turn(x1, highY + CARD_H, top, x)
        .reverse()
        .map(reversed),
    );
  return down ? way.reverse().map(reversed) : way;
}

/** How much of the vertical run a bend takes. */
function bendOf(from: number, to: number): number {
  return Math.abs(to - from) < 1 ? 0 : Math.min(BEND, Math.abs(to - from) / 2);
}

/** From a card's edge into the gap at height `level`, along it, and into the vertical at x. */
function turn(x0: number, y0: number, level: number, x: number): Curve[] {
  const side = x > x0 ? 1 : -1;
  const towards = level < y0 ? -1 : 1;
  const bend = bendOf(x0, x);
  const h = Math.abs(level - y0);
  const out: Curve[] = [
    Float64Array.of(
      x0,
      y0,
      x0,
      y0 + towards * h * 0.75,
      x0 + side * bend * 0.5,
      level,
      x0 + side * bend,
      level,
    ),
  ];
  if (Math.abs(x - x0) > 2 * bend + 0.5) out.push(straight(x0 + side * bend, level, x - side * bend, level));
  out.push(
    Float64Array.of(
      x - side * bend,
      level,
      x - side * bend * 0.4,
      level,
      x,
      level + towards * bend * 0.4,
      x,
      level + towards * bend,
    ),
  );
  return out;
}

/** A soft S into an end that lies only a little aside. */
function swing(x0: number, y0: number, x1: number, y1: number): Curve {
  const h = (y1 - y0) * 0.55;
  return Float64Array.of(x0, y0, x0, y0 + h, x1, y1 - h, x1, y1);
}

function straight(x0: number, y0: number, x1: number, y1: number): Curve {
  return Float64Array.of(
    x0,
    y0,
    x0 + (x1 - x0) / 3,
    y0 + (y1 - y0) / 3,
    x0 + ((x1 - x0) * 2) / 3,
    y0 + ((y1 - y0) * 2) / 3,
    x1,
    y1,
  );
}

function reversed(c: Curve): Curve {
  return Float64Array.of(
    c[6] ?? 0,
    c[7] ?? 0,
    c[4] ?? 0,
    c[5] ?? 0,
    c[2] ?? 0,
    c[3] ?? 0,
    c[0] ?? 0,
    c[1] ?? 0,
  );
}

/** Whether a curve passes over a card on its way. */
export function crosses(c: Curve, blocking: Blocking): boolean {
  for (let i = 1; i < 24; i += 1) {
    const x = pointX(c, i / 24);
    const y = pointY(c, i / 24);
    if (blocking({ x0: x - 1, y0: y - 1, x1: x + 1, y1: y + 1 }).length > 0) return true;
  }
  return false;
}

/** The x nearest to the way from x0 to x1 at which nothing stands between the two heights; null if none near. */
export function freeColumn(
  x0: number,
  x1: number,
  top: number,
  bottom: number,
  blocking: Blocking,
): number | null {
  const reach = 900;
  const lo = Math.min(x0, x1) - reach;
  const hi = Math.max(x0, x1) + reach;
  const blocks = blocking({ x0: lo, y0: top, x1: hi, y1: bottom })
    .map((b) => [b.x - AIR, b.x + CARD_W + AIR] as const)
    .sort((a, b) => a[0] - b[0]);
  const cost = (x: number): number => Math.abs(x - x0) + Math.abs(x - x1) * 1.02;
  let best: number | null = null;
  const consider = (from: number, to: number): void => {
    if (to < from) return;
    // Within a wide gap stay near the ends; within a narrow one take the middle.
    const mid = (from + to) / 2;
    const candidates = to - from < 40 ? [mid] : [clamp(x1, from, to), clamp(x0, from, to)];
    for (const x of candidates) if (best === null || cost(x) < cost(best)) best = x;
  };
  let free = lo;
  for (const [from, to] of blocks) {
    if (from > free) consider(free, from);
    free = Math.max(free, to);
  }
  if (free < hi) consider(free, hi);
  return best;
}

function clamp(x: number, lo: number, hi: number): number {
  return Math.max(lo, Math.min(hi, x));
}
