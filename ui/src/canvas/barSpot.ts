/*
 * Where the tools of a selection stand on the screen, pure: above it, else below, else beside, else in a free place
 * at the edge of the view. Never over a selected card; null where the selection leaves no room.
 */
import type { Box, Point, Size } from "./view";

/** Pixels between the selection and its tools, and to the edge of the view. */
const GAP = 12;
const EDGE = 8;
/** What stands at the top and at the foot of the map already. */
const HEAD = 28;
const FOOT = 50;

/** `cards` are the boxes of the selected cards on the screen, `around` the box around them. */
export function barSpot(around: Box, cards: readonly Box[], bar: Size, view: Size): Point | null {
  const along = (from: number, length: number, room: number): number =>
    Math.max(EDGE, Math.min(room - EDGE - length, from - length / 2));
  const x = along((around.x0 + around.x1) / 2, bar.w, view.w);
  const y = Math.max(HEAD, Math.min(view.h - FOOT - bar.h, (around.y0 + around.y1) / 2 - bar.h / 2));
  const spots: readonly Point[] = [
    { x, y: around.y0 - GAP - bar.h },
    { x, y: around.y1 + GAP },
    { x: around.x1 + GAP, y },
    { x: around.x0 - GAP - bar.w, y },
    { x: (view.w - bar.w) / 2, y: HEAD },
    { x: EDGE, y: HEAD },
    { x: view.w - EDGE - bar.w, y: HEAD },
    { x: (view.w - bar.w) / 2, y: view.h - FOOT - bar.h },
  ];
  return spots.find((spot) => fits(spot, bar, view) && !covers(spot, bar, cards)) ?? null;
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
