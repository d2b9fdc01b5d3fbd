/*
 * Moving the keyboard cursor over the map, pure: the nearest card in a direction, along links, between lanes.
 */
import type { Direction } from "./keys";
import { turned } from "./measures";
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

/** Along a link towards why (up) or towards ground (down): the end that is nearest beside; bridges count. */
export function along(space: Space, box: number, way: "up" | "down"): number {
  const { axis } = space.scene;
  const at = turned(axis ?? "rows", { x: space.x[box] ?? 0, y: space.y[box] ?? 0 });
  // Which way why lies: upwards, or where the columns begin with it.
  const why = (axis === "columns" && space.scene.mirrored ? -1 : 1) * (way === "up" ? -1 : 1);
  let best = -1;
  let near = Number.POSITIVE_INFINITY;
  const consider = (other: number, isUp: boolean): void => {
    if (other < 0) return;
    const to = turned(axis ?? "rows", { x: space.x[other] ?? 0, y: space.y[other] ?? 0 });
    // Without bands only the link itself says which end is nearer to why.
    if (axis === null ? isUp !== (way === "up") : (to.y - at.y) * why <= 0) return;
    const away = Math.abs(to.x - at.x);
    if (away >= near) return;
    near = away;
    best = other;
  };
  for (const link of space.linksOf(box)) {
    if (space.linkOff[link] === 1) continue;
    const isUp = space.from[link] === box;
    consider((isUp ? space.to[link] : space.from[link]) ?? -1, isUp);
  }
  space.bridgeFrom.forEach((from, i) => {
    if (from === box) consider(space.bridgeTo[i] ?? -1, true);
    else if (space.bridgeTo[i] === box) consider(from, false);
  });
  return best;
}

/** The card nearest beside in the next lane that has any, backwards (−1) or onwards (1). */
export function nextLane(space: Space, box: number, step: 1 | -1): number {
  const { lanes, axis } = space.scene;
  const key = space.card(box)?.band ?? space.ghost(box)?.band;
  const at = lanes.findIndex((lane) => lane.bands.some((band) => band.key === key));
  const place = (i: number): Point => turned(axis ?? "rows", { x: space.x[i] ?? 0, y: space.y[i] ?? 0 });
  const here = place(box);
  for (let n = at + step; n >= 0 && n < lanes.length; n += step) {
    const wanted = new Set(lanes[n]?.bands.map((band) => band.key));
    let best = -1;
    let near = Number.POSITIVE_INFINITY;
    for (let i = 0; i < space.cardCount; i += 1) {
      const band = space.card(i)?.band ?? null;
      if (band === null || !wanted.has(band)) continue;
      const to = place(i);
      const away = Math.abs(to.x - here.x) + Math.abs(to.y - here.y) * 0.1;
      if (away >= near) continue;
      near = away;
      best = i;
    }
    if (best >= 0) return best;
  }
  return -1;
}
