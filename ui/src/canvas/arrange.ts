/*
 * Putting several cards and notes in order, pure: edges in line, even gaps. A card never leaves its band, and what
 * would come to lie on one another stands beside or below each other instead, in the order it had. Where bands stand
 * side by side the picture is turned before and after.
 */
import { type Axis, CARD_H, CARD_W, GRAINS, type Grain } from "./measures";
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

/** A card or a note that is arranged: its place in the world and the band it has to stay in. */
export interface Piece {
  readonly x: number;
  readonly y: number;
  readonly band: SceneBand | null;
  /** As large as a card unless it says otherwise. */
  readonly w?: number;
  readonly h?: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

const TURNED: Readonly<Record<Arrangement, Arrangement>> = {
  alignLeft: "alignTop",
  alignCentre: "alignMiddle",
  alignRight: "alignBottom",
  alignTop: "alignLeft",
  alignMiddle: "alignCentre",
  alignBottom: "alignRight",
  spreadAcross: "spreadDown",
  spreadDown: "spreadAcross",
};

function axisOf(pieces: readonly Piece[]): Axis {
  return pieces.find((it) => it.band !== null)?.band?.axis ?? "rows";
}

/** New places in the order of the pieces. */
export function arranged(pieces: readonly Piece[], how: Arrangement): Place[] {
  const axis = axisOf(pieces);
  const grain = GRAINS[axis];
  if (axis === "rows")
    return along(
      pieces.map((it) => sized(it)),
      how,
      grain,
    );
  const turned = pieces.map((it) => {
    const { x, y, w, h, band } = sized(it);
    return { x: y, y: x, w: h, h: w, band };
  });
  return along(turned, TURNED[how], grain).map(({ x, y }) => ({ x: y, y: x }));
}

type Sized = Required<Piece>;

function sized({ x, y, band, w = CARD_W, h = CARD_H }: Piece): Sized {
  return { x, y, band, w, h };
}

function along(pieces: readonly Sized[], how: Arrangement, grain: Grain): Place[] {
  const left = Math.min(...pieces.map((it) => it.x));
  const right = Math.max(...pieces.map((it) => it.x + it.w));
  switch (how) {
    case "alignLeft":
      return inColumn(pieces, () => left, grain);
    case "alignCentre":
      return inColumn(pieces, (it) => Math.round((left + right - it.w) / 2), grain);
    case "alignRight":
      return inColumn(pieces, (it) => right - it.w, grain);
    case "alignTop":
      return inRows(pieces, (top) => top, grain);
    case "alignMiddle":
      return inRows(pieces, (top, bottom, it) => Math.round((top + bottom - it.h) / 2), grain);
    case "alignBottom":
      return inRows(pieces, (_, bottom, it) => bottom - it.h, grain);
    case "spreadAcross":
      return spread(pieces, "x", (it) => it.w + grain.pitch - grain.length);
    case "spreadDown":
      return spread(pieces, "y", (it) => it.h + grain.next - grain.breadth);
  }
}

/** Whether an arrangement could do anything with so many cards in the fullest band. */
export function isArrangeable(pieces: readonly Piece[], how: Arrangement): boolean {
  const most = Math.max(0, ...[...byBand(pieces).values()].map((group) => group.length));
  const one = axisOf(pieces) === "rows" ? how : TURNED[how];
  if (one === "spreadAcross" || one === "spreadDown") return most > 2;
  return one === "alignLeft" || one === "alignCentre" || one === "alignRight" ? pieces.length > 1 : most > 1;
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

/** One under another; what shared a row of a band goes to the rows below. */
function inColumn(pieces: readonly Sized[], xOf: (it: Sized) => number, grain: Grain): Place[] {
  const out: Place[] = pieces.map(({ x, y }) => ({ x, y }));
  for (const group of byBand(pieces).values()) {
    const order = [...group].sort(
      (a, b) => at(pieces, a).y - at(pieces, b).y || at(pieces, a).x - at(pieces, b).x,
    );
    let free = Number.NEGATIVE_INFINITY;
    for (const [n, i] of order.entries()) {
      const it = at(pieces, i);
      const y = Math.max(it.y, free);
      out[i] = { x: xOf(it), y };
      const below = at(pieces, order[n + 1] ?? i).y;
      // Cards that do not touch keep the gap they have, however small.
      free = y + it.h + (below >= y + it.h + GAP ? GAP : grain.next - grain.breadth);
    }
  }
  return out;
}

/** In one row of each band; what shared a column goes on to the right. */
function inRows(
  pieces: readonly Sized[],
  lineOf: (top: number, bottom: number, it: Sized) => number,
  grain: Grain,
): Place[] {
  const out: Place[] = pieces.map(({ x, y }) => ({ x, y }));
  for (const [band, group] of byBand(pieces)) {
    if (group.length < 2) continue;
    const top = Math.min(...group.map((i) => at(pieces, i).y));
    const bottom = Math.max(...group.map((i) => at(pieces, i).y + at(pieces, i).h));
    const order = [...group].sort(
      (a, b) => at(pieces, a).x - at(pieces, b).x || at(pieces, a).y - at(pieces, b).y,
    );
    let free = Number.NEGATIVE_INFINITY;
    for (const [n, i] of order.entries()) {
      const it = at(pieces, i);
      const x = Math.max(it.x, free);
      out[i] = { x, y: within(band, lineOf(top, bottom, it), grain) };
      const beside = at(pieces, order[n + 1] ?? i).x;
      free = x + it.w + (beside >= x + it.w + GAP ? GAP : grain.pitch - grain.length);
    }
  }
  return out;
}

/** Even distances between the outermost cards of each band, never closer than they can stand. */
function spread(pieces: readonly Sized[], axis: "x" | "y", least: (it: Sized) => number): Place[] {
  const out: Place[] = pieces.map(({ x, y }) => ({ x, y }));
  for (const group of byBand(pieces).values()) {
    if (group.length < 3) continue;
    const order = [...group].sort((a, b) => at(pieces, a)[axis] - at(pieces, b)[axis]);
    const first = at(pieces, order[0] ?? 0)[axis];
    const last = at(pieces, order[order.length - 1] ?? 0)[axis];
    const widest = group.reduce((most, i) => Math.max(most, least(at(pieces, i))), 0);
    const step = Math.max(widest, (last - first) / (order.length - 1));
    order.forEach((i, n) => {
      out[i] = { ...at(out, i), [axis]: Math.round(first + n * step) };
    });
  }
  return out;
}

function within(band: SceneBand | null, y: number, { breadth, head, foot }: Grain): number {
  if (band === null) return y;
  return Math.max(band.from + head, Math.min(band.from + band.depth - foot - breadth, y));
}

function at<T>(list: readonly T[], i: number): T {
  const item = list[i];
  if (item === undefined) throw new RangeError(`There is no piece ${i}.`);
  return item;
}
