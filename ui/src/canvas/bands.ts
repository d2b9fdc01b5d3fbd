/*
 * Where everything stands: lanes and bands from the placements, pure. A band is as high as its lowest card
 * asks; bands above may grow without moving a stored placement.
 */
import { BANDS, LEVELS } from "./kinds";
import { type Axis, GRAINS, turned } from "./measures";
import type { BandKey, CardKind, Lane, SceneBand } from "./scene";
import type { Point } from "./view";

/** Place of a card as it is stored: across its band it counts from where that begins. */
export interface Spot {
  readonly id: string;
  readonly band: BandKey;
  readonly x: number;
  readonly y: number;
}

/** As many cards stand in a line at most before the next one begins. */
const LINE_LIMIT = 24;
/** How long a line is against the breadth of all lines together, on a map where nothing has a place yet. */
const SHAPE: Readonly<Record<Axis, number>> = { rows: 1.5, columns: 1 / 1.8 };
/** Lines grow by so many cards. */
const LINE_STEP = 4;

/**
 * How long the lines of each band are. Where most has its place, as long as they may be; a map that nobody laid out takes
 * the shape of a screen, in whole steps, so that one card more hardly ever moves the others. A column that has room for
 * more lines than it needs has shorter ones.
 */
function lineLimits(
  axis: Axis,
  cards: readonly { readonly band: BandKey }[],
  homeless: number,
): (band: BandKey) => number {
  if (homeless * 2 < cards.length) return () => LINE_LIMIT;
  const { pitch, next } = GRAINS[axis];
  const counts = new Map<BandKey, number>();
  for (const { band } of cards) counts.set(band, (counts.get(band) ?? 0) + 1);
  const bands = [...counts];
  const most = axis === "rows" ? LINE_LIMIT : Number.POSITIVE_INFINITY;
  const lines = (limit: number): number[] => {
    const all = bands.map(([, count]) => Math.ceil(count / limit));
    return axis === "rows" ? all : shared(all);
  };
  /** How much longer than it should be a map of such lines is; below one it is too short. */
  const stretch = (limit: number): number => {
    const breadth = lines(limit).reduce((sum, it) => sum + it, 0);
    return (limit * pitch) / (SHAPE[axis] * breadth * next);
  };
  let limit = 2 * LINE_STEP;
  while (limit < most && stretch(limit) < 1) limit += LINE_STEP;
  const shorter = limit - LINE_STEP;
  if (shorter >= 2 * LINE_STEP && stretch(shorter) * stretch(limit) > 1) limit = shorter;
  if (axis === "rows") return () => limit;
  const room = lines(limit);
  const limits = new Map(
    bands.map(([band, count], n) => {
      const beside = Math.max(1, Math.floor(room[n] ?? 0));
      const least = Math.ceil(count / beside / LINE_STEP) * LINE_STEP;
      return [band, Math.min(limit, Math.max(2 * LINE_STEP, least))];
    }),
  );
  return (band) => limits.get(band) ?? limit;
}

/** Where each card stands, in their order. Gives a free place at the end of its band to everything that has none. */
export function placed(
  cards: readonly { readonly id: string; readonly band: BandKey }[],
  places: ReadonlyMap<string, Point>,
  axis: Axis = "rows",
): Spot[] {
  const { breadth, pitch, next, start, head } = GRAINS[axis];
  const spots: Spot[] = new Array(cards.length);
  const homeless: number[] = [];
  const ends = new Map<BandKey, Point>();
  cards.forEach(({ id, band }, i) => {
    const place = places.get(id);
    if (place === undefined) {
      homeless.push(i);
      return;
    }
    spots[i] = { id, band, x: place.x, y: place.y };
    const at = turned(axis, place);
    const end = ends.get(band);
    if (end === undefined || at.y > end.y + breadth / 2 || (at.y > end.y - breadth / 2 && at.x > end.x)) {
      ends.set(band, { x: at.x, y: Math.max(at.y, end?.y ?? 0) });
    }
  });
  const limit = lineLimits(axis, cards, homeless.length);
  for (const i of homeless) {
    const card = cards[i];
    if (card === undefined) continue;
    const end = ends.get(card.band);
    let free: Point = { x: start, y: head };
    if (end !== undefined) {
      const full = end.x + pitch > start + limit(card.band) * pitch;
      free = full ? { x: start, y: end.y + next } : { x: end.x + pitch, y: end.y };
    }
    ends.set(card.band, free);
    spots[i] = { id: card.id, band: card.band, ...turned(axis, free) };
  }
  return spots;
}

/** How far each band reaches for its cards, counted from where it begins. */
export function depths(spots: Iterable<Spot>, axis: Axis): Map<BandKey, number> {
  const { breadth, head, foot } = GRAINS[axis];
  const out = new Map<BandKey, number>();
  for (const spot of spots) {
    const far = Math.max(head, turned(axis, spot).y) + breadth + foot;
    out.set(spot.band, Math.max(out.get(spot.band) ?? 0, far));
  }
  return out;
}

/** No column takes less than this of the breadth of all: where all are in sight, each has room for words. */
const LEAST_SHARE = 0.1;

/** As many lines as each band has, in whole steps, where none may be less than its share of all of them. */
export function shared(lines: readonly number[]): number[] {
  const wide = lines.map(() => false);
  // Each round finds another column that is too narrow, until all that are left have more than their share.
  for (let round = 0; round < lines.length; round += 1) {
    const least = leastOf(lines, wide);
    const next = lines.findIndex((it, n) => !wide[n] && it < least);
    if (next < 0) break;
    wide[next] = true;
  }
  const least = leastOf(lines, wide);
  return lines.map((it) => Math.max(it, least));
}

/** The share of a column where these columns have no more than that. */
function leastOf(lines: readonly number[], narrow: readonly boolean[]): number {
  let [rest, share] = [0, 1];
  lines.forEach((it, n) => {
    if (narrow[n]) share -= LEAST_SHARE;
    else rest += it;
  });
  return (rest / share) * LEAST_SHARE;
}

/** How far each column reaches, cards or none. */
export function columnDepths(spots: Iterable<Spot>, order: readonly BandKey[]): Map<BandKey, number> {
  const deep = depths(spots, "columns");
  const told = shared(order.map((key) => deep.get(key) ?? oneLine("columns")));
  return new Map(order.map((key, n) => [key, Math.ceil(told[n] ?? 0)]));
}

/** Height of a band that is empty and that no missing step can ask for: enough to be seen and clicked. */
export const SLIM = 44;

/**
 * Whether an empty band keeps the room of one row, because a step may be missing there: the next rung of what
 * exists, or a rung that a link between what exists may leap over. An empty map keeps all of them.
 */
function keepsRoom(kind: CardKind, present: ReadonlySet<CardKind>): boolean {
  const any = (...kinds: CardKind[]): boolean => kinds.some((it) => present.has(it));
  if (present.size === 0) return kind !== "team";
  switch (kind) {
    case "driver":
      return any("priority");
    case "priority":
      return any("objective");
    case "objective":
      return any("priority", "outcome", "change", "capability", "initiative");
    case "outcome":
    case "change":
    case "capability":
      return any("objective") && any("initiative");
    case "initiative":
      return any("objective", "outcome", "change", "capability");
    default:
      return false;
  }
}

/** How far a band reaches that has one line of cards, or room for one. */
export function oneLine(axis: Axis): number {
  const { breadth, head, foot } = GRAINS[axis];
  return head + breadth + foot;
}

/** The lanes of a strategy map from top to bottom. */
export function lanesFor(spots: Iterable<Spot>, title: (level: Lane["level"]) => string): Lane[] {
  const deep = depths(spots, "rows");
  const present = new Set(BANDS.map(({ kind }) => kind).filter((kind) => deep.has(kind)));
  const lanes: Lane[] = [];
  let y = 0;
  for (const level of LEVELS) {
    const top = y;
    const bands: SceneBand[] = [];
    for (const { kind, level: of } of BANDS) {
      if (of !== level) continue;
      // Teams share the ground with systems; while there are none they take no room.
      const absent = kind === "team" && !present.has(kind);
      const bare = keepsRoom(kind, present) ? oneLine("rows") : SLIM;
      const depth = absent ? 0 : (deep.get(kind) ?? bare);
      bands.push({ key: kind, kind, axis: "rows", from: y, depth });
      y += depth;
    }
    lanes.push({ level, title: title(level), said: "", axis: "rows", from: top, depth: y - top, bands });
  }
  return lanes;
}

const CLEARANCE = 16;

/**
 * A free place in a band for one more card, nearest to a wish: in one of the lines that are there, never on top
 * of anything. Coordinates of the world.
 */
export function freeSpot(band: SceneBand, wish: Point, taken: readonly Point[]): Point {
  const { axis } = band;
  const grain = GRAINS[axis];
  const lines = Math.max(1, Math.round((band.depth - oneLine(axis)) / grain.next) + 1);
  const blocks: number[][] = Array.from({ length: lines }, () => []);
  for (const place of taken) {
    // A card between two lines stands in the way of both.
    const t = turned(axis, place);
    const at = (t.y - band.from - grain.head) / grain.next;
    for (const line of [Math.floor(at), Math.ceil(at)]) {
      const list = blocks[line];
      if (list?.[list.length - 1] === t.x) continue;
      const away = Math.abs(t.y - band.from - grain.head - line * grain.next);
      if (away < grain.breadth + CLEARANCE / 2) list?.push(t.x);
    }
  }
  const x = turned(axis, wish).x;
  let best: Point = { x, y: band.from + grain.head };
  let cost = Number.POSITIVE_INFINITY;
  blocks.forEach((line, n) => {
    if (n * 40 >= cost) return;
    // Nothing stands above the head of a column: its heading would hide it.
    const least = axis === "columns" ? grain.start : Number.NEGATIVE_INFINITY;
    const side = nearestGap(line, Math.max(least, x), grain.length, grain.pitch - grain.length, least);
    const c = Math.abs(side - x) + n * 40;
    if (c >= cost) return;
    cost = c;
    best = { x: side, y: band.from + grain.head + n * grain.next };
  });
  return turned(axis, best);
}

/** The place in a line nearest to x where a card of this length touches none of these. */
function nearestGap(line: number[], x: number, length: number, gap: number, first: number): number {
  const least = Math.min(CLEARANCE, gap);
  line.sort((a, b) => a - b);
  let best = Number.POSITIVE_INFINITY;
  const consider = (side: number): void => {
    if (side < first || Math.abs(side - x) >= Math.abs(best - x)) return;
    // The first card that is not wholly before it decides.
    let low = 0;
    let high = line.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((line[middle] ?? 0) + length + least <= side) low = middle + 1;
      else high = middle;
    }
    if ((line[low] ?? Number.POSITIVE_INFINITY) >= side + length + least) best = side;
  };
  consider(x);
  for (const b of line) {
    consider(b - length - gap);
    consider(b + length + gap);
  }
  return best;
}
