/*
 * What a pointer gesture means, pure: no DOM, no drawing. `pointer.ts` feeds events in and carries out what
 * comes back. Passing and lasting changes are told apart: nothing here is lasting before the release.
 */
import { GRAINS, turned } from "./measures";
import type { BandKey, Lane, SceneBand } from "./scene";
import type { Box, Point, Size } from "./view";

/** What lies under the pointer. */
export type Hit =
  | { readonly on: "paper" }
  | { readonly on: "card" | "note"; readonly box: number }
  | { readonly on: "handle"; readonly box: number }
  | { readonly on: "ghost"; readonly box: number }
  | { readonly on: "link"; readonly link: number }
  | { readonly on: "group"; readonly group: number };

export interface Press {
  readonly at: Point;
  readonly button: number;
  readonly shift: boolean;
  readonly ctrl: boolean;
  /** The space bar is held. */
  readonly space: boolean;
}

export type Gesture =
  | { readonly kind: "pan"; readonly from: Point; readonly clears: boolean }
  | { readonly kind: "marquee" }
  | { readonly kind: "press"; readonly from: Point; readonly box: number; readonly additive: boolean }
  | { readonly kind: "drag"; readonly boxes: readonly number[] }
  | { readonly kind: "connect"; readonly from: Point; readonly box: number; readonly additive: boolean }
  | { readonly kind: "ghost"; readonly box: number; readonly from: Point }
  | { readonly kind: "link"; readonly link: number; readonly from: Point; readonly additive: boolean };

/** Pixels a press may wander and still be a click. */
export const SLOP = 4;

export function begin(hit: Hit, press: Press, readOnly: boolean): Gesture | null {
  if (press.button === 1 || press.space) return { kind: "pan", from: press.at, clears: false };
  if (press.button !== 0) return null;
  const additive = press.shift || press.ctrl;
  switch (hit.on) {
    case "handle":
      return { kind: readOnly ? "press" : "connect", from: press.at, box: hit.box, additive };
    case "card":
    case "note":
      return { kind: "press", from: press.at, box: hit.box, additive };
    case "ghost":
      return { kind: "ghost", box: hit.box, from: press.at };
    case "link":
      return { kind: "link", link: hit.link, from: press.at, additive };
    case "group":
    case "paper":
      return press.shift ? { kind: "marquee" } : { kind: "pan", from: press.at, clears: !press.ctrl };
  }
}

/** Width of the strip along each edge in which a drag moves the view, and its greatest speed, in pixels. */
const EDGE = 36;
const EDGE_SPEED = 14;

/** How fast the view should move under a drag at this place, a frame; null away from the edges. */
export function edgeSpeed(at: Point, size: Size): Point | null {
  const along = (value: number, length: number): number => {
    const depth = value < EDGE ? value - EDGE : value > length - EDGE ? value - length + EDGE : 0;
    return (Math.max(-EDGE, Math.min(EDGE, depth)) / EDGE) * EDGE_SPEED;
  };
  const speed = { x: along(at.x, size.w), y: along(at.y, size.h) };
  return speed.x === 0 && speed.y === 0 ? null : speed;
}

export function wandered(from: Point, to: Point): boolean {
  return Math.hypot(to.x - from.x, to.y - from.y) > SLOP;
}

/** Selection after a click on an id; additive toggles it. */
export function clicked(selection: ReadonlySet<string>, id: string, additive: boolean): Set<string> {
  if (!additive) return new Set([id]);
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The cards that move when one is dragged, itself first: the whole selection if it is part of it, else it alone. */
export function dragged(id: string, selection: ReadonlySet<string>): readonly string[] {
  return selection.has(id) ? [id, ...[...selection].filter((other) => other !== id)] : [id];
}

export function boxBetween(a: Point, b: Point): Box {
  return {
    x0: Math.min(a.x, b.x),
    y0: Math.min(a.y, b.y),
    x1: Math.max(a.x, b.x),
    y1: Math.max(a.y, b.y),
  };
}

export function bandOf(lanes: readonly Lane[], key: BandKey | null): SceneBand | null {
  for (const lane of lanes) for (const band of lane.bands) if (band.key === key) return band;
  return null;
}

/** The band under a point of the world. */
export function bandAt(lanes: readonly Lane[], p: Point): { lane: Lane; band: SceneBand } | null {
  for (const lane of lanes) {
    const across = turned(lane.axis, p).y;
    for (const [n, band] of lane.bands.entries()) {
      // The head of a lane belongs to its first band.
      const from = n === 0 ? lane.from : band.from;
      if (across >= from && across < band.from + band.depth) return { lane, band };
    }
  }
  return null;
}

/**
 * The place a card may have in its band, nearest to the wish. A card never leaves its band, but pulled well beyond
 * the last line it opens a new one: bands grow, and stored places in the bands after it stay true.
 */
export function clampInto(band: SceneBand | null, wish: Point): Point {
  if (band === null) return { x: wish.x, y: wish.y };
  const { breadth, next, head, foot } = GRAINS[band.axis];
  const { x, y } = turned(band.axis, wish);
  const first = band.from + head;
  const last = Math.max(first, band.from + band.depth - foot - breadth);
  const across = y > last + next * 0.45 ? last + next : Math.max(first, Math.min(last, y));
  return turned(band.axis, { x, y: across });
}

/** A place of the world as placements store it: across the band it counts from where that begins. */
export function inBand(band: SceneBand | null, p: Point): Point {
  if (band === null) return { x: p.x, y: p.y };
  const { x, y } = turned(band.axis, p);
  return turned(band.axis, { x, y: y - band.from });
}

/** A place that a placement stores, in the world. */
export function fromBand(band: SceneBand | null, p: Point): Point {
  if (band === null) return p;
  const { x, y } = turned(band.axis, p);
  return turned(band.axis, { x, y: y + band.from });
}
