/*
 * Where everything stands: lanes and bands from the placements, pure. A band is as high as its lowest card
 * asks; bands above may grow without moving a stored placement.
 */
import { BANDS, LEVELS } from "./kinds";
import { BAND_FOOT, BAND_HEAD, CARD_H, CARD_W, MARGIN_X, PITCH_X, PITCH_Y } from "./measures";
import type { CardKind, Lane, SceneBand } from "./scene";
import type { Point } from "./view";

/** Place of a card; y counts from the top of the band of its kind. */
export interface Spot {
  readonly id: string;
  readonly kind: CardKind;
  readonly x: number;
  readonly y: number;
}

const ROW_LIMIT = 24;

/** Where each card stands, in their order. Gives a free place at the end of its band to everything that has none. */
export function placed(
  cards: readonly { readonly id: string; readonly kind: CardKind }[],
  places: ReadonlyMap<string, Point>,
): Spot[] {
  const spots: Spot[] = new Array(cards.length);
  const homeless: number[] = [];
  const ends = new Map<CardKind, Point>();
  cards.forEach(({ id, kind }, i) => {
    const at = places.get(id);
    if (at === undefined) {
      homeless.push(i);
      return;
    }
    spots[i] = { id, kind, x: at.x, y: at.y };
    const end = ends.get(kind);
    if (end === undefined || at.y > end.y + CARD_H / 2 || (at.y > end.y - CARD_H / 2 && at.x > end.x)) {
      ends.set(kind, { x: at.x, y: Math.max(at.y, end?.y ?? 0) });
    }
  });
  for (const i of homeless) {
    const card = cards[i];
    if (card === undefined) continue;
    const end = ends.get(card.kind);
    let next: Point = { x: MARGIN_X, y: BAND_HEAD };
    if (end !== undefined) {
      const full = end.x + PITCH_X > MARGIN_X + ROW_LIMIT * PITCH_X;
      next = full ? { x: MARGIN_X, y: end.y + PITCH_Y } : { x: end.x + PITCH_X, y: end.y };
    }
    ends.set(card.kind, next);
    spots[i] = { id: card.id, kind: card.kind, ...next };
  }
  return spots;
}

/** Height of a band that is empty and that no missing step can ask for: enough to be seen and clicked. */
const SLIM = 44;

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

/** Lanes from top to bottom. */
export function lanesFor(spots: Iterable<Spot>, title: (level: Lane["level"]) => string): Lane[] {
  const lowest = new Map<CardKind, number>();
  for (const spot of spots) lowest.set(spot.kind, Math.max(lowest.get(spot.kind) ?? BAND_HEAD, spot.y));
  const present = new Set(lowest.keys());
  const lanes: Lane[] = [];
  let y = 0;
  for (const level of LEVELS) {
    const top = y;
    const bands: SceneBand[] = [];
    for (const { kind, level: of } of BANDS) {
      if (of !== level) continue;
      // Teams share the ground with systems; while there are none they take no room.
      if (kind === "team" && !lowest.has(kind)) {
        bands.push({ kind, y, height: 0 });
        continue;
      }
      const bare = !lowest.has(kind) && !keepsRoom(kind, present);
      const height = bare ? SLIM : (lowest.get(kind) ?? BAND_HEAD) + CARD_H + BAND_FOOT;
      bands.push({ kind, y, height });
      y += height;
    }
    lanes.push({ level, title: title(level), y: top, height: y - top, bands });
  }
  return lanes;
}

const CLEARANCE = 16;

/**
 * A free place in a band for one more card, nearest to x: in one of the rows that are there, never on top
 * of anything. Coordinates of the world.
 */
export function freeSpot(band: SceneBand, x: number, taken: readonly Point[]): Point {
  const rows = Math.max(1, Math.round((band.height - BAND_HEAD - BAND_FOOT - CARD_H) / PITCH_Y) + 1);
  const blocks: number[][] = Array.from({ length: rows }, () => []);
  for (const t of taken) {
    // A card between two rows stands in the way of both.
    const at = (t.y - band.y - BAND_HEAD) / PITCH_Y;
    for (const row of [Math.floor(at), Math.ceil(at)]) {
      const list = blocks[row];
      if (list?.[list.length - 1] === t.x) continue;
      if (Math.abs(t.y - band.y - BAND_HEAD - row * PITCH_Y) < CARD_H + CLEARANCE / 2) list?.push(t.x);
    }
  }
  let best: Point = { x, y: band.y + BAND_HEAD };
  let cost = Number.POSITIVE_INFINITY;
  blocks.forEach((row, n) => {
    if (n * 40 >= cost) return;
    const side = nearestGap(row, x);
    const c = Math.abs(side - x) + n * 40;
    if (c >= cost) return;
    cost = c;
    best = { x: side, y: band.y + BAND_HEAD + n * PITCH_Y };
  });
  return best;
}

/** The place in a row nearest to x where a card touches none of these. */
function nearestGap(row: number[], x: number): number {
  row.sort((a, b) => a - b);
  let best = Number.POSITIVE_INFINITY;
  const consider = (side: number): void => {
    if (Math.abs(side - x) >= Math.abs(best - x)) return;
    // The first card that is not wholly to the left decides.
    let low = 0;
    let high = row.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((row[middle] ?? 0) + CARD_W + CLEARANCE <= side) low = middle + 1;
      else high = middle;
    }
    if ((row[low] ?? Number.POSITIVE_INFINITY) >= side + CARD_W + CLEARANCE) best = side;
  };
  consider(x);
  for (const b of row) {
    consider(b - CARD_W - 24);
    consider(b + CARD_W + 24);
  }
  return best;
}
