/*
 * The nearest place where things lie on nothing, pure: they are shifted together, so that what was copied keeps its shape, by
 * as little as clears them of cards, notes and what else was given a place meanwhile.
 */
import type { Space } from "./space";
import type { Box, Point } from "./view";

const AIR = 8;
/** From one place that is tried to the next, and how many rings of them. */
const STEP = 24;
const RINGS = 64;

/** `taken` is promised and not there yet; `leaving` are boxes that make room. */
export function clearing(
  space: Space,
  things: readonly Box[],
  taken: readonly Box[] = [],
  leaving: ReadonlySet<number> = new Set(),
): Point {
  const near = clearNearby(space, things, taken, leaving, RINGS);
  if (near !== null) return near;
  // A carpet wider than that is left at its right side.
  const left = things.reduce((least, it) => Math.min(least, it.x0), Number.POSITIVE_INFINITY);
  const edge = taken.reduce((most, it) => Math.max(most, it.x1), space.extent.x1);
  return { x: Math.ceil(edge + STEP - left), y: 0 };
}

/** The nearest such place within so many rings. */
export function clearNearby(
  space: Space,
  things: readonly Box[],
  taken: readonly Box[],
  leaving: ReadonlySet<number>,
  rings: number,
): Point | null {
  const isFree = (by: Point): boolean => things.every((it) => isClear(space, moved(it, by), taken, leaving));
  for (let ring = 0; ring <= rings; ring += 1) {
    const by = around(ring).find(isFree);
    if (by !== undefined) return by;
  }
  return null;
}

function isClear(space: Space, it: Box, taken: readonly Box[], leaving: ReadonlySet<number>): boolean {
  if (taken.some((b) => b.x0 < it.x1 && b.x1 > it.x0 && b.y0 < it.y1 && b.y1 > it.y0)) return false;
  return [...space.cardsIn(it), ...space.notesIn(it)].every((i) => leaving.has(i));
}

function moved({ x0, y0, x1, y1 }: Box, { x, y }: Point): Box {
  return { x0: x0 + x - AIR, y0: y0 + y - AIR, x1: x1 + x + AIR, y1: y1 + y + AIR };
}

/** The places of one ring, the nearest first; of two as near the one to the right or below. */
function around(ring: number): Point[] {
  if (ring === 0) return [{ x: 0, y: 0 }];
  const places: Point[] = [];
  for (let n = ring; n >= -ring; n -= 1) {
    places.push({ x: ring, y: n }, { x: -ring, y: n });
    if (Math.abs(n) < ring) places.push({ x: n, y: ring }, { x: n, y: -ring });
  }
  return places
    .sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))
    .map(({ x, y }) => ({ x: x * STEP, y: y * STEP }));
}
