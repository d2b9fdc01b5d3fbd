/*
 * What of a space lies under a point of the world: the topmost box, or the nearest link.
 */
import { type Curve, distanceTo, newCurve } from "./geometry";
import type { Space } from "./space";
import type { Point } from "./view";

const scratch: Curve = newCurve();

/**
 * The topmost box under a world point, or −1. Ghosts lie above notes, notes above cards, and lit cards above the rest.
 * `passes` leaves boxes out that are not drawn.
 */
export function boxAt(space: Space, p: Point, slack = 0, passes?: (box: number) => boolean): number {
  const box = { x0: p.x - slack, y0: p.y - slack, x1: p.x + slack, y1: p.y + slack };
  for (let i = space.boxCount - 1; i >= space.cardCount; i -= 1)
    if (space.touches(i, box) && passes?.(i) !== false) return i;
  const { lit } = space;
  let best = -1;
  for (const i of space.cardsIn(box)) {
    const higher = (lit[i] ?? 0) > (lit[best] ?? 0);
    if (best < 0 || higher || (lit[i] === lit[best] && i > best)) best = i;
  }
  return best;
}

/** The link nearest to a world point within `reach`, or −1. */
export function linkAt(space: Space, p: Point, reach: number): number {
  let best = -1;
  let near = reach;
  for (const i of space.linksIn({ x0: p.x - reach, y0: p.y - reach, x1: p.x + reach, y1: p.y + reach })) {
    if (space.linkOff[i] === 1) continue;
    space.curve(scratch, i);
    const d = distanceTo(scratch, p);
    if (d < near) {
      near = d;
      best = i;
    }
  }
  return best;
}
