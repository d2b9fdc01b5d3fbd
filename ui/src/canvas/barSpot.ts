/*
 * Where the tools of a selection stand on the screen, pure: above it, else below, else beside, else at the edge of the view,
 * in the first of these places where they cover nothing. Where something lies everywhere they stand where they cover the least
 * of what is not selected, and never a selected card; null where the selection leaves no room.
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

/**
 * `cards` are the boxes of the selected cards on the screen, `around` the box around them; `hidden` tells how much else lies
 * in a place.
 */
export function barSpot(
  around: Box,
  cards: readonly Box[],
  bar: Size,
  view: Size,
  hidden: (box: Box) => number = () => 0,
): Point | null {
  const along = (from: number, length: number, room: number): number =>
    Math.max(EDGE, Math.min(room - EDGE - length, from - length / 2));
  const x = along((around.x0 + around.x1) / 2, bar.w, view.w);
  const y = Math.max(HEAD, Math.min(view.h - FOOT - bar.h, (around.y0 + around.y1) / 2 - bar.h / 2));
  const spots: readonly Point[] = [
    { x, y: around.y0 - GAP - bar.h },
    { x, y: around.y1 + GAP },
    { x, y: around.y0 - TIGHT - bar.h },
    { x, y: around.y1 + TIGHT },
    { x: around.x1 + GAP, y },
    { x: around.x0 - GAP - bar.w, y },
    { x: (view.w - bar.w) / 2, y: HEAD },
    { x: EDGE, y: HEAD },
    { x: view.w - EDGE - bar.w, y: HEAD },
    { x: (view.w - bar.w) / 2, y: view.h - FOOT - bar.h },
  ];
  const possible = spots.filter((spot) => fits(spot, bar, view) && !covers(spot, bar, cards));
  let [best, least]: [Point | null, number] = [null, Number.POSITIVE_INFINITY];
  for (const { x, y } of possible) {
    const lost = hidden({ x0: x, y0: y, x1: x + bar.w, y1: y + bar.h });
    if (lost < least) [best, least] = [{ x, y }, lost];
  }
  return best;
}

function fits(spot: Point, bar: Size, view: Size): boolean {
  return (
    spot.x >= EDGE && spot.y >= HEAD && spot.x + bar.w <= view.w - EDGE && spot.y + bar.h <= view.h - FOOT
  );
}

function covers(spot: Point, bar: Size, cards: readonly Box[]): boolean {
  return cards.some(
    (it) => spot.x < it.x1 && spot.x + bar.w > it.x0 && spot.y < it.y1 && spot.y + bar.h > it.y0,
  );
}
