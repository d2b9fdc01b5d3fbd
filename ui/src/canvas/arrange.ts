/*
 * Putting several cards in order, pure: edges in line, even gaps. A card never leaves its band, and cards that
 * would come to lie on one another stand beside or below each other instead, in the order they had.
 */
import { BAND_FOOT, BAND_HEAD, CARD_H, CARD_W, PITCH_X, PITCH_Y } from "./measures";
import type { SceneBand } from "./scene";

/** The least air between two cards that were put in order. */
const GAP = 8;

export const ARRANGEMENTS = [
  "alignLeft",
  "alignCentre",
  "alignRight",
  "alignTop",
  "alignMiddle",
  "alignBottom",
  "spreadAcross",
  "spreadDown",
] as const;

export type Arrangement = (typeof ARRANGEMENTS)[number];

/** A card that is arranged: its place in the world and the band it has to stay in. */
export interface Piece {
  readonly x: number;
  readonly y: number;
  readonly band: SceneBand | null;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** New places in the order of the pieces. */
export function arranged(pieces: readonly Piece[], how: Arrangement): Place[] {
  const xs = pieces.map((it) => it.x);
  const left = Math.min(...xs);
  const right = Math.max(...xs);
  switch (how) {
    case "alignLeft":
      return inColumn(pieces, left);
    case "alignCentre":
      return inColumn(pieces, Math.round((left + right) / 2));
    case "alignRight":
      return inColumn(pieces, right);
    case "alignTop":
      return inRows(pieces, (ys) => Math.min(...ys));
    case "alignMiddle":
      return inRows(pieces, (ys) => Math.round((Math.min(...ys) + Math.max(...ys)) / 2));
    case "alignBottom":
      return inRows(pieces, (ys) => Math.max(...ys));
    case "spreadAcross":
      return spread(pieces, "x", PITCH_X);
    case "spreadDown":
      return spread(pieces, "y", PITCH_Y);
  }
}

/** Whether an arrangement could do anything with so many cards in the fullest band. */
export function isArrangeable(pieces: readonly Piece[], how: Arrangement): boolean {
  const most = Math.max(0, ...[...byBand(pieces).values()].map((group) => group.length));
  if (how === "spreadAcross" || how === "spreadDown") return most > 2;
  return how === "alignLeft" || how === "alignCentre" || how === "alignRight" ? pieces.length > 1 : most > 1;
}

function byBand(pieces: readonly Piece[]): Map<SceneBand | null, number[]> {
  const groups = new Map<SceneBand | null, number[]>();
  pieces.forEach((piece, i) => {
    const group = groups.get(piece.band);
    if (group === undefined) groups.set(piece.band, [i]);
    else group.push(i);
  });
  return groups;
}

/** One under another at `x`; what shared a row of a band goes to the rows below. */
function inColumn(pieces: readonly Piece[], x: number): Place[] {
  const out: Place[] = pieces.map(({ y }) => ({ x, y }));
  for (const group of byBand(pieces).values()) {
    const order = [...group].sort(
      (a, b) => at(pieces, a).y - at(pieces, b).y || at(pieces, a).x - at(pieces, b).x,
    );
    let free = Number.NEGATIVE_INFINITY;
    for (const [n, i] of order.entries()) {
      const y = Math.max(at(pieces, i).y, free);
      out[i] = { x, y };
      const below = at(pieces, order[n + 1] ?? i).y;
      // Cards that do not touch keep the gap they have, however small.
      free = below >= y + CARD_H + GAP ? y + CARD_H + GAP : y + PITCH_Y;
    }
  }
  return out;
}

/** In one row of each band; what shared a column goes on to the right. */
function inRows(pieces: readonly Piece[], lineOf: (ys: readonly number[]) => number): Place[] {
  const out: Place[] = pieces.map(({ x, y }) => ({ x, y }));
  for (const [band, group] of byBand(pieces)) {
    if (group.length < 2) continue;
    const y = within(band, lineOf(group.map((i) => at(pieces, i).y)));
    const order = [...group].sort(
      (a, b) => at(pieces, a).x - at(pieces, b).x || at(pieces, a).y - at(pieces, b).y,
    );
    let free = Number.NEGATIVE_INFINITY;
    for (const [n, i] of order.entries()) {
      const x = Math.max(at(pieces, i).x, free);
      out[i] = { x, y };
      const beside = at(pieces, order[n + 1] ?? i).x;
      free = beside >= x + CARD_W + GAP ? x + CARD_W + GAP : x + PITCH_X;
    }
  }
  return out;
}

/** Even distances between the outermost cards of each band, never closer than they can stand. */
function spread(pieces: readonly Piece[], axis: "x" | "y", least: number): Place[] {
  const out: Place[] = pieces.map(({ x, y }) => ({ x, y }));
  for (const group of byBand(pieces).values()) {
    if (group.length < 3) continue;
    const order = [...group].sort((a, b) => at(pieces, a)[axis] - at(pieces, b)[axis]);
    const first = at(pieces, order[0] ?? 0)[axis];
    const last = at(pieces, order[order.length - 1] ?? 0)[axis];
    const step = Math.max(least, (last - first) / (order.length - 1));
    order.forEach((i, n) => {
      out[i] = { ...at(out, i), [axis]: Math.round(first + n * step) };
    });
  }
  return out;
}

function within(band: SceneBand | null, y: number): number {
  if (band === null) return y;
  return Math.max(band.y + BAND_HEAD, Math.min(band.y + band.height - BAND_FOOT - CARD_H, y));
}

function at<T>(list: readonly T[], i: number): T {
  const item = list[i];
  if (item === undefined) throw new RangeError(`There is no piece ${i}.`);
  return item;
}
