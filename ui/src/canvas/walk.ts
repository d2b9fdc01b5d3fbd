/*
 * Moving the keyboard cursor over the map, pure: the nearest card in a direction, along links, between lanes.
 */
import type { Direction } from "./keys";
import type { Space } from "./space";
import type { Point } from "./view";

/** How much sideways distance counts against distance ahead. */
const SIDEWAYS = 2.2;

/** The nearest card or ghost that way, or −1. Up and down prefer what is above or below, not what is beside. */
export function nearest(space: Space, box: number, way: Direction): number {
  const x = space.x[box] ?? 0;
  const y = space.y[box] ?? 0;
  const flat = way === "left" || way === "right";
  const sign = way === "left" || way === "up" ? -1 : 1;
  let best = -1;
  let cost = Number.POSITIVE_INFINITY;
  for (let i = 0; i < space.boxCount; i += 1) {
    if (i === box) continue;
    const dx = (space.x[i] ?? 0) - x;
    const dy = (space.y[i] ?? 0) - y;
    const ahead = sign * (flat ? dx : dy);
    const beside = Math.abs(flat ? dy : dx);
    if (ahead <= (flat ? 8 : 20)) continue;
    // Beyond this angle the card is beside, not ahead.
    if (flat ? beside > Math.max(60, ahead) : beside > 600 + ahead * 2) continue;
    const c = ahead + beside * (flat ? SIDEWAYS * 1.5 : SIDEWAYS * 0.5);
    if (c < cost) {
      cost = c;
      best = i;
    }
  }
  return best;
}

/** The card nearest to a place, both by their top left corner; −1 on an empty map. */
export function closest(space: Space, at: Point): number {
  let best = -1;
  let near = Number.POSITIVE_INFINITY;
  for (let i = 0; i < space.cardCount; i += 1) {
    const d = Math.hypot((space.x[i] ?? 0) - at.x, (space.y[i] ?? 0) - at.y);
    if (d < near) {
      near = d;
      best = i;
    }
  }
  return best;
}

/** Along a link towards why (up) or towards ground (down): the end nearest in x; bridges count. */
export function along(space: Space, box: number, way: "up" | "down"): number {
  const y = space.y[box] ?? 0;
  const x = space.x[box] ?? 0;
  let best = -1;
  const consider = (other: number): void => {
    if (other < 0) return;
    const dy = (space.y[other] ?? 0) - y;
    if (way === "up" ? dy >= 0 : dy <= 0) return;
    if (best < 0 || Math.abs((space.x[other] ?? 0) - x) < Math.abs((space.x[best] ?? 0) - x)) best = other;
  };
  for (const link of space.linksOf(box)) {
    if (space.linkOff[link] === 1) continue;
    consider(space.from[link] === box ? (space.to[link] ?? -1) : (space.from[link] ?? -1));
  }
  space.bridgeFrom.forEach((from, i) => {
    if (from === box) consider(space.bridgeTo[i] ?? -1);
    else if (space.bridgeTo[i] === box) consider(from);
  });
  return best;
}

/** The card nearest in x in the next lane that has any, upwards (−1) or downwards (1). */
export function nextLane(space: Space, box: number, step: 1 | -1): number {
  const lanes = space.scene.lanes;
  const level = space.card(box)?.level ?? space.ghost(box)?.level;
  const at = lanes.findIndex((lane) => lane.level === level);
  for (let n = at + step; n >= 0 && n < lanes.length; n += step) {
    const want = lanes[n]?.level;
    let best = -1;
    for (let i = 0; i < space.cardCount; i += 1) {
      if (space.card(i)?.level !== want) continue;
      const d =
        Math.abs((space.x[i] ?? 0) - (space.x[box] ?? 0)) +
        Math.abs((space.y[i] ?? 0) - (space.y[box] ?? 0)) * 0.1;
      const known =
        Math.abs((space.x[best] ?? 0) - (space.x[box] ?? 0)) +
        Math.abs((space.y[best] ?? 0) - (space.y[box] ?? 0)) * 0.1;
      if (best < 0 || d < known) best = i;
    }
    if (best >= 0) return best;
  }
  return -1;
}
