/*
 * Link geometry, pure: where a curve leaves and enters two cards, its bounds, points on it, distance to it.
 * Curves are written into a caller's array of eight numbers so that a frame allocates nothing.
 */
import { type Axis, CARD_H, CARD_W } from "./measures";
import type { Point } from "./view";

/** x0 y0, control 1, control 2, x1 y1. */
export type Curve = Float64Array;

export function newCurve(): Curve {
  return new Float64Array(8);
}

/** Anchors lean towards the other end, so that lines of one card do not pile up on one point. */
const LEAN = 0.16;
const LEAN_MAX = 75;
const REACH_MIN = 25;
const REACH = 0.55;
/** How high a curve between cards of one row swings over them. */
const ARC = 40;
/** How far anchors at the side of a card lean; its corners stay free. */
const SIDE_LEAN = 26;

export function lean(distance: number): number {
  return Math.max(-LEAN_MAX, Math.min(LEAN_MAX, distance * LEAN));
}

/**
 * The curve from card a to card b, both given by their top left corner. Where bands lie under each other it leaves at
 * the top or the foot, where they stand side by side at the sides, elsewhere where the way is free.
 */
export function linkCurve(
  out: Curve,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  axis: Axis | null = "rows",
): void {
  if (axis === "rows") rowCurve(out, ax, ay, bx, by);
  else if (axis === "columns") columnCurve(out, ax, ay, bx, by);
  else {
    const beside = Math.max(bx - ax, ax - bx) - CARD_W;
    const below = Math.max(by - ay, ay - by) - CARD_H;
    if (beside > Math.max(0, below)) columnCurve(out, ax, ay, bx, by);
    else rowCurve(out, ax, ay, bx, by);
  }
}

function rowCurve(out: Curve, ax: number, ay: number, bx: number, by: number): void {
  const shift = lean(bx - ax);
  const x0 = ax + CARD_W / 2 + shift;
  const x1 = bx + CARD_W / 2 - shift;
  if (by + CARD_H <= ay) {
    const y0 = ay;
    const y1 = by + CARD_H;
    const reach = Math.max(REACH_MIN, (y0 - y1) * REACH);
    set(out, x0, y0, x0, y0 - reach, x1, y1 + reach, x1, y1);
  } else if (ay + CARD_H <= by) {
    const y0 = ay + CARD_H;
    const y1 = by;
    const reach = Math.max(REACH_MIN, (y1 - y0) * REACH);
    set(out, x0, y0, x0, y0 + reach, x1, y1 - reach, x1, y1);
  } else {
    const top = Math.min(ay, by) - ARC;
    set(out, x0, ay, x0, top, x1, top, x1, by);
  }
}

function columnCurve(out: Curve, ax: number, ay: number, bx: number, by: number): void {
  const shift = Math.max(-SIDE_LEAN, Math.min(SIDE_LEAN, (by - ay) * LEAN));
  const y0 = ay + CARD_H / 2 + shift;
  const y1 = by + CARD_H / 2 - shift;
  if (bx + CARD_W <= ax) {
    const [x0, x1] = [ax, bx + CARD_W];
    const reach = Math.max(REACH_MIN, (x0 - x1) * REACH);
    set(out, x0, y0, x0 - reach, y0, x1 + reach, y1, x1, y1);
  } else if (ax + CARD_W <= bx) {
    const [x0, x1] = [ax + CARD_W, bx];
    const reach = Math.max(REACH_MIN, (x1 - x0) * REACH);
    set(out, x0, y0, x0 + reach, y0, x1 - reach, y1, x1, y1);
  } else {
    // Within one column the curve swings out into the gap before it.
    const left = Math.min(ax, bx) - ARC;
    set(out, ax, y0, left, y0, left, y1, bx, y1);
  }
}

/** Where a link is drawn from: the top of a card, or its side towards why. */
export interface Handle {
  readonly x: number;
  readonly y: number;
  /** The way in which it leaves. */
  readonly dx: -1 | 0 | 1;
  readonly dy: -1 | 0;
}

export function handleOf(x: number, y: number, axis: Axis | null, mirrored: boolean): Handle {
  if (axis !== "columns") return { x: x + CARD_W / 2, y, dx: 0, dy: -1 };
  return { x: mirrored ? x + CARD_W : x, y: y + CARD_H / 2, dx: mirrored ? 1 : -1, dy: 0 };
}

/** The curve of a link being drawn: from the handle of a card to the pointer. */
export function dragCurve(out: Curve, from: Handle, to: Point): void {
  const { x, y, dx, dy } = from;
  const [ax, ay] = [Math.abs(x - to.x), Math.abs(y - to.y)];
  const reach = Math.max(REACH_MIN, (dx === 0 ? ay : ax) * 0.5);
  if (dx === 0) set(out, x, y, x, y + dy * reach, to.x, to.y + (to.y < y ? reach : -reach), to.x, to.y);
  else set(out, x, y, x + dx * reach, y, to.x + (to.x < x ? reach : -reach), to.y, to.x, to.y);
}

function set(
  out: Curve,
  x0: number,
  y0: number,
  cx0: number,
  cy0: number,
  cx1: number,
  cy1: number,
  x1: number,
  y1: number,
): void {
  out[0] = x0;
  out[1] = y0;
  out[2] = cx0;
  out[3] = cy0;
  out[4] = cx1;
  out[5] = cy1;
  out[6] = x1;
  out[7] = y1;
}

export function pointX(c: Curve, t: number): number {
  return bezier(c[0] ?? 0, c[2] ?? 0, c[4] ?? 0, c[6] ?? 0, t);
}

export function pointY(c: Curve, t: number): number {
  return bezier(c[1] ?? 0, c[3] ?? 0, c[5] ?? 0, c[7] ?? 0, t);
}

function bezier(a: number, b: number, c: number, d: number, t: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/** Smallest distance from a point to the curve, by 24 chords: exact enough for a pointer. */
export function distanceTo(c: Curve, p: Point): number {
  let best = Number.POSITIVE_INFINITY;
  let px = c[0] ?? 0;
  let py = c[1] ?? 0;
  for (let i = 1; i <= 24; i += 1) {
    const x = pointX(c, i / 24);
    const y = pointY(c, i / 24);
    const d = segmentDistance(p.x, p.y, px, py, x, y);
    if (d < best) best = d;
    px = x;
    py = y;
  }
  return best;
}

export function segmentDistance(
  px: number,
  py: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
  return Math.hypot(px - (ax + t * dx), py - (ay + t * dy));
}

/** Parameter at which a curve that runs steadily up or down reaches height y. */
export function atHeight(c: Curve, y: number): number {
  const rising = (c[7] ?? 0) > (c[1] ?? 0);
  let lo = 0;
  let hi = 1;
  for (let i = 0; i < 20; i += 1) {
    const mid = (lo + hi) / 2;
    if (pointY(c, mid) < y === rising) lo = mid;
    else hi = mid;
  }
  return (lo + hi) / 2;
}
