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

/** Gives a free place at the end of its band to everything that has none. */
export function placed(
  cards: Iterable<{ readonly id: string; readonly kind: CardKind }>,
  places: ReadonlyMap<string, Point>,
): Spot[] {
  const spots: Spot[] = [];
  const homeless: { readonly id: string; readonly kind: CardKind }[] = [];
  const ends = new Map<CardKind, Point>();
  for (const card of cards) {
    const at = places.get(card.id);
    if (at === undefined) {
      homeless.push(card);
      continue;
    }
    spots.push({ id: card.id, kind: card.kind, x: at.x, y: at.y });
    const end = ends.get(card.kind);
    if (end === undefined || at.y > end.y + CARD_H / 2 || (at.y > end.y - CARD_H / 2 && at.x > end.x)) {
      ends.set(card.kind, { x: at.x, y: Math.max(at.y, end?.y ?? 0) });
    }
  }
  for (const card of homeless) {
    const end = ends.get(card.kind);
    let next: Point = { x: MARGIN_X, y: BAND_HEAD };
    if (end !== undefined) {
      const full = end.x + PITCH_X > MARGIN_X + ROW_LIMIT * PITCH_X;
      next = full ? { x: MARGIN_X, y: end.y + PITCH_Y } : { x: end.x + PITCH_X, y: end.y };
    }
    ends.set(card.kind, next);
    spots.push({ id: card.id, kind: card.kind, ...next });
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
  let best: Point = { x, y: band.y + BAND_HEAD };
  let cost = Number.POSITIVE_INFINITY;
  for (let row = 0; row < rows; row += 1) {
    const y = band.y + BAND_HEAD + row * PITCH_Y;
    const blocks = taken.filter((t) => Math.abs(t.y - y) < CARD_H + CLEARANCE / 2).map((t) => t.x);
    for (const side of [x, ...blocks.flatMap((b) => [b - CARD_W - 24, b + CARD_W + 24])]) {
      if (blocks.some((b) => Math.abs(b - side) < CARD_W + CLEARANCE)) continue;
      const c = Math.abs(side - x) + row * 40;
      if (c < cost) {
        cost = c;
        best = { x: side, y };
      }
    }
  }
  return best;
}
