/*
 * Where the tools of a selection stand on the screen, pure: above it, else below, else beside it, in the first of these places
 * where they cover nothing; else in the nearest place of the view that is free. Where none is they stand where they cover the
 * least of what is not selected, and never a selected card; null where the selection leaves no room.
 */
import type { Box, Point, Size } from "./view";

/** Pixels between the selection and its tools, and to the edge of the view. */
const GAP = 12;
/** From row to row there is less room than that. */
const TIGHT = 4;
const EDGE = 8;
/** What stands at the top and at the foot of the map already. */
const HEAD = 28;
const FOOT = 50;
/** So many lines across and down are tried, the nearest ones: cards stand in rows and columns, and share them. */
const LINES = 40;

/**
 * `cards` are the boxes of the selected cards on the screen, `around` the box around them; `others` tells what else lies in a part
 * of the view.
 */
export function barSpot(
  around: Box,
  cards: readonly Box[],
  bar: Size,
  view: Size,
  others: (within: Box) => readonly Box[] = () => [],
): Point | null {
  const along = (from: number, length: number, room: number): number =>
    Math.max(EDGE, Math.min(room - EDGE - length, from - length / 2));
  const x = along((around.x0 + around.x1) / 2, bar.w, view.w);
  const y = Math.max(HEAD, Math.min(view.h - FOOT - bar.h, (around.y0 + around.y1) / 2 - bar.h / 2));
  const near: readonly Point[] = [
    { x, y: around.y0 - GAP - bar.h },
    { x, y: around.y1 + GAP },
    { x, y: around.y0 - TIGHT - bar.h },
    { x, y: around.y1 + TIGHT },
    { x: around.x1 + GAP, y },
    { x: around.x0 - GAP - bar.w, y },
  ];
  const isPossible = (spot: Point) => fits(spot, bar, view) && hidden(spot, bar, cards) === 0;
  const open = near.filter(isPossible);
  const first = open.find((spot) => hidden(spot, bar, others(boxOf(spot, bar))) === 0);
  if (first !== undefined) return first;

  // On whole pixels, as it is drawn: off the card that it stands at.
  const rest = others({ x0: 0, y0: 0, x1: view.w, y1: view.h });
  const all = [...cards, ...rest].map(outward);
  const xs = all.flatMap((it) => [it.x1 + TIGHT, it.x0 - TIGHT - bar.w]);
  // A bar that touches a card hides less of the next row than one that keeps its distance.
  const ys = all.flatMap((it) => [it.y1 + TIGHT, it.y0 - TIGHT - bar.h, it.y1, it.y0 - bar.h]);
  const across = nearest([EDGE, (view.w - bar.w) / 2, view.w - EDGE - bar.w, ...xs], x);
  const down = nearest([HEAD, view.h - FOOT - bar.h, ...ys], y);
  const spots = [x, ...across].flatMap((x) => [y, ...down].map((y) => ({ x, y })));
  const way = (spot: Point) => (spot.x - x) ** 2 + (spot.y - y) ** 2;
  let [best, least]: [Point | null, number] = [null, Number.POSITIVE_INFINITY];
  // The nearest first: nothing is better than the first that hides nothing.
  for (const spot of spots.sort((a, b) => way(a) - way(b))) {
    if (!isPossible(spot)) continue;
    const lost = hidden(spot, bar, rest, least);
    if (lost < least) [best, least] = [spot, lost];
    if (least === 0) break;
  }
  return best;
}

function boxOf(spot: Point, bar: Size): Box {
  return { x0: spot.x, y0: spot.y, x1: spot.x + bar.w, y1: spot.y + bar.h };
}

/** Different lines, those next to `to` first. */
function nearest(lines: readonly number[], to: number): number[] {
  const different = [...new Set(lines)];
  return different.sort((a, b) => Math.abs(a - to) - Math.abs(b - to)).slice(0, LINES);
}

function outward(b: Box): Box {
  return { x0: Math.floor(b.x0), y0: Math.floor(b.y0), x1: Math.ceil(b.x1), y1: Math.ceil(b.y1) };
}

function fits(spot: Point, bar: Size, view: Size): boolean {
  return (
    spot.x >= EDGE && spot.y >= HEAD && spot.x + bar.w <= view.w - EDGE && spot.y + bar.h <= view.h - FOOT
  );
}

/** How much of these boxes a bar there lies over; no more is counted than is enough. */
function hidden(spot: Point, bar: Size, boxes: readonly Box[], enough = Number.POSITIVE_INFINITY): number {
  let sum = 0;
  for (const it of boxes) {
    const w = Math.min(spot.x + bar.w, it.x1) - Math.max(spot.x, it.x0);
    const h = Math.min(spot.y + bar.h, it.y1) - Math.max(spot.y, it.y0);
    if (w > 0 && h > 0) sum += w * h;
    if (sum >= enough) break;
  }
  return sum;
}
