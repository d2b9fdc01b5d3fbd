/*
 * Putting cards where somebody looks or drops them, pure: each in its own band, at the free places nearest to a point.
 * Nothing is covered; a line that is full goes on in the next one of its band.
 */

import { clearNearby } from "./clearing";
import type { Move } from "./events";
import { bandOf, inBand } from "./gestures";
import { CARD_H, CARD_W, GRAINS, type Grain, turned } from "./measures";
import type { BandKey, CardKind, SceneBand } from "./scene";
import type { Space } from "./space";
import { type Box, type Point, type Size, toWorld, type View } from "./view";

/** Places that are tried to either side, and rings where there are no bands. */
const STEPS = 400;
const RINGS = 120;
const AIR = 8;
/** How far about the hand a place is looked for step by step, about two cards; it is looked for with every move. */
const NEARBY = 24;
/** So many places out of sight are passed over for each that is wanted, before they are taken all the same. */
const BEYOND = 4;

/** What is to be put down: a card that lies here, or an element that does not yet. */
export interface Newcomer {
  readonly id: string;
  readonly kind: CardKind;
}

/** The card's new place counts across its band from where that begins, as placements are stored. */
export function setDown(space: Space, ids: readonly string[], about: Point): Move[] {
  const known = ids.filter((id) => space.card(space.index.get(id) ?? -1) !== undefined);
  const bands = known.map((id) => space.card(space.index.get(id) ?? -1)?.band ?? null);
  return landing(space, known, bands, about);
}

/** What of the world somebody sees, and what of that lies under tools. */
export interface Sight {
  readonly seen: Box;
  readonly covered: readonly Box[];
}

/** Where these come to lie that are dropped about a point of the world; what has no band of its own here takes that of its kind. */
export function dropped(
  space: Space,
  things: readonly Newcomer[],
  about: Point,
  sight: Sight | null = null,
): Move[] {
  const { axis } = space.scene;
  // Where there are bands everything stands that is shown at all: nothing comes from outside.
  const here = things.filter(({ id }) => axis === null || space.index.has(id));
  const bands = here.map(({ id, kind }) => bandHere(space, id, kind));
  return landing(
    space,
    here.map((it) => it.id),
    bands,
    axis === null ? clearOf(space, here, about) : about,
    sight,
  );
}

/**
 * The point nearest to one under which a card lies on nothing, so that the first comes to lie as near to the hand as it
 * can. In the middle of a carpet it is the point itself, from where the next free places are looked for.
 */
function clearOf(space: Space, leaving: readonly Newcomer[], { x, y }: Point): Point {
  const box = { x0: x - CARD_W / 2, y0: y - CARD_H / 2, x1: x + CARD_W / 2, y1: y + CARD_H / 2 };
  const boxes = new Set(leaving.map(({ id }) => space.index.get(id) ?? -1));
  const by = clearNearby(space, [box], [], boxes, NEARBY);
  return by === null ? { x, y } : { x: x + by.x, y: y + by.y };
}

/** The band of a card, or else the one that its kind would come into. */
export function bandHere(space: Space, id: string, kind: CardKind): BandKey | null {
  const card = space.card(space.index.get(id) ?? -1);
  return card === undefined ? bandFor(space, kind) : card.band;
}

/** The band that a new card of a kind comes into: the last of its kind. */
export function bandFor(space: Space, kind: CardKind): BandKey | null {
  const bands = space.scene.lanes.flatMap((lane) => lane.bands).filter((it) => it.kind === kind);
  return bands.at(-1)?.key ?? null;
}

function landing(
  space: Space,
  ids: readonly string[],
  bands: readonly (BandKey | null)[],
  about: Point,
  sight: Sight | null = null,
): Move[] {
  const leaving = new Set(ids.map((id) => space.index.get(id) ?? -1));
  const spots = freePlaces(space, bands, about, { leaving, sight });
  return ids.flatMap((id, i) => (spots[i] === undefined ? [] : [{ id, ...spots[i] }]));
}

/** The middle of what is looked at; where there are no bands one whose cards keep to a grid, so that one that is added goes on from the last. */
export function middleOf(space: Space, view: View, size: Size): Point {
  const middle = toWorld(view, { x: size.w / 2, y: size.h / 2 });
  if (space.scene.axis !== null) return middle;
  const { length, pitch, start } = GRAINS.rows;
  const column = Math.round((middle.x - length / 2 - start) / pitch);
  return { x: start + column * pitch + length / 2, y: middle.y };
}

/** What counts when places are looked for. */
interface Around {
  /** Cards that make room. */
  readonly leaving?: ReadonlySet<number>;
  /** Places in this part of the world come first. */
  readonly sight?: Sight | null;
  /** Places for cards that are still to come. */
  readonly promised?: readonly Point[];
}

/** A place for a card in each of these bands, about a point. Those of one band lie in reading order. */
export function freePlaces(
  space: Space,
  bands: readonly (BandKey | null)[],
  about: Point,
  { leaving = new Set(), sight = null, promised = [] }: Around = {},
): Point[] {
  const { axis, lanes } = space.scene;
  const turn = axis ?? "rows";
  const grain = GRAINS[turn];
  const middle = turned(turn, about);
  const isFree = (across: Point): boolean => {
    const at = turned(turn, across);
    const box = around(at);
    if (promised.some((it) => Math.abs(it.x - at.x) < CARD_W + AIR && Math.abs(it.y - at.y) < CARD_H + AIR))
      return false;
    return space.cardsIn(box).every((i) => leaving.has(i)) && space.notesIn(box).every((i) => leaving.has(i));
  };
  const isSeen = (across: Point): boolean => {
    const { x, y } = turned(turn, across);
    if (sight === null) return true;
    const { seen, covered } = sight;
    const isIn = x >= seen.x0 && y >= seen.y0 && x + CARD_W <= seen.x1 && y + CARD_H <= seen.y1;
    return isIn && !covered.some((it) => it.x0 < x + CARD_W && it.x1 > x && it.y0 < y + CARD_H && it.y1 > y);
  };
  const spots = new Map<BandKey | null, Point[]>();
  for (const key of new Set(bands)) {
    const band = bandOf(lanes, key);
    const wanted = bands.filter((it) => it === key).length;
    const found: Point[] = [];
    const beyond: Point[] = [];
    const tried = band === null ? rings(grain, middle) : along(band, grain, middle);
    let first: Point | null = null;
    for (const at of tried) {
      first ??= at;
      if (!isFree(at)) continue;
      (isSeen(at) ? found : beyond).push(at);
      if (found.length === wanted || beyond.length === BEYOND * wanted) break;
    }
    found.push(...beyond.slice(0, wanted - found.length));
    found.sort((a, b) => a.y - b.y || a.x - b.x);
    // Where all is taken for thousands of cards around, one more lies over what was looked at.
    while (first !== null && found.length < wanted) found.push(first);
    spots.set(
      key,
      found.map((across) => {
        const at = turned(turn, across);
        return inBand(band, { x: Math.round(at.x), y: Math.round(at.y) });
      }),
    );
  }
  return bands.flatMap((key) => spots.get(key)?.shift() ?? []);
}

function around({ x, y }: Point): Box {
  return { x0: x - AIR, y0: y - AIR, x1: x + CARD_W + AIR, y1: y + CARD_H + AIR };
}

/** The places of a band, the nearest to the middle first. */
function* along(band: SceneBand, grain: Grain, middle: Point): Generator<Point> {
  const { length, breadth, pitch, next, start, head, foot } = grain;
  const origin = band.from + head;
  const lines = Math.max(1, Math.round((band.depth - head - foot - breadth) / next + 1));
  const line = Math.max(0, Math.min(lines - 1, Math.round((middle.y - breadth / 2 - origin) / next)));
  const home = Math.round((middle.x - length / 2 - start) / pitch);
  for (let away = 0; away <= STEPS; away += 1) {
    for (const step of away === 0 ? [home] : [home + away, home - away]) {
      // A place beside is nearer than a line: the lines are tried from the one that is looked at.
      for (let n = 0; n < lines; n += 1)
        yield { x: start + step * pitch, y: origin + ((line + n) % lines) * next };
    }
  }
}

/** Places where there are no bands: the point itself, then rings about it and below, of each the nearest first. */
function* rings({ length, breadth, pitch, next }: Grain, middle: Point): Generator<Point> {
  for (let ring = 0; ring <= RINGS; ring += 1) {
    const steps: Point[] = [];
    for (let row = 0; row < ring; row += 1) steps.push({ x: ring, y: row }, { x: -ring, y: row });
    for (let column = -ring; column <= ring; column += 1) steps.push({ x: column, y: ring });
    const far = ({ x, y }: Point): number => Math.hypot(x * pitch, y * next);
    for (const { x, y } of steps.sort((a, b) => far(a) - far(b)))
      yield { x: middle.x - length / 2 + x * pitch, y: middle.y - breadth / 2 + y * next };
  }
}
