/*
 * Putting cards where somebody looks, pure: each in its own band, at the place nearest to the middle of the view
 * that is free, in the order given. Nothing is covered; a line that is full goes on in the next one of its band.
 */

import type { Move } from "./events";
import { bandOf, inBand } from "./gestures";
import { CARD_H, CARD_W, GRAINS, type Grain, turned } from "./measures";
import type { BandKey, SceneBand } from "./scene";
import type { Space } from "./space";
import { type Box, type Point, type Size, toWorld, type View } from "./view";

/** Places that are tried to either side, and lines where there are no bands. */
const STEPS = 400;
const LINES = 40;
const AIR = 8;

/** The card's new place counts across its band from where that begins, as placements are stored. */
export function setDown(space: Space, ids: readonly string[], view: View, size: Size): Move[] {
  const known = ids.filter((id) => space.card(space.index.get(id) ?? -1) !== undefined);
  const bands = known.map((id) => space.card(space.index.get(id) ?? -1)?.band ?? null);
  const leaving = new Set(known.map((id) => space.index.get(id) ?? -1));
  const spots = freePlaces(space, bands, leaving, view, size);
  return known.flatMap((id, i) => (spots[i] === undefined ? [] : [{ id, ...spots[i] }]));
}

/**
 * A place for a card in each of these bands, near what is looked at; `leaving` are cards that make room, `promised` are places
 * for cards that are still to come.
 */
export function freePlaces(
  space: Space,
  bands: readonly (BandKey | null)[],
  leaving: ReadonlySet<number>,
  view: View,
  size: Size,
  promised: readonly Point[] = [],
): Point[] {
  const { axis, lanes } = space.scene;
  const grain = GRAINS[axis ?? "rows"];
  const middle = turned(axis ?? "rows", toWorld(view, { x: size.w / 2, y: size.h / 2 }));
  const used = new Set<string>();
  const isFree = (across: Point): boolean => {
    const at = turned(axis ?? "rows", across);
    return (
      !used.has(`${at.x} ${at.y}`) &&
      !promised.some((it) => Math.abs(it.x - at.x) < CARD_W + AIR && Math.abs(it.y - at.y) < CARD_H + AIR) &&
      space.cardsIn(around(at)).every((i) => leaving.has(i)) &&
      space.notesIn(around(at)).every((i) => leaving.has(i))
    );
  };
  return bands.map((key) => {
    const band = bandOf(lanes, key);
    const found = spot(band, grain, middle, isFree);
    const at = turned(axis ?? "rows", found);
    used.add(`${at.x} ${at.y}`);
    return inBand(band, { x: Math.round(at.x), y: Math.round(at.y) });
  });
}

function around({ x, y }: Point): Box {
  return { x0: x - AIR, y0: y - AIR, x1: x + CARD_W + AIR, y1: y + CARD_H + AIR };
}

/** Along and across the band, or anywhere about the middle where there is none. */
function spot(band: SceneBand | null, grain: Grain, middle: Point, isFree: (at: Point) => boolean): Point {
  const { length, breadth, pitch, next, start, head, foot } = grain;
  const origin = band === null ? Math.round(middle.y - breadth / 2) : band.from + head;
  const deep = band === null ? LINES : (band.depth - head - foot - breadth) / next + 1;
  const lines = Math.max(1, Math.round(deep));
  const line = Math.max(0, Math.min(lines - 1, Math.round((middle.y - breadth / 2 - origin) / next)));
  const home = Math.round((middle.x - length / 2 - start) / pitch);
  for (let away = 0; away <= STEPS; away += 1) {
    for (const step of away === 0 ? [home] : [home + away, home - away]) {
      // A place beside is nearer than a line: the lines are tried from the one that is looked at.
      const reach = band === null ? Math.min(lines, away + 1) : lines;
      for (let n = 0; n < reach; n += 1) {
        const at = { x: start + step * pitch, y: origin + ((line + n) % lines) * next };
        if (isFree(at)) return at;
      }
    }
  }
  return { x: start + home * pitch, y: origin };
}
