/*
 * Putting cards where somebody looks, pure: each in its own band, in the column nearest to the middle of the view
 * that is free, in the order given. Nothing is covered; a row that is full goes on in the next one of its band.
 */
import { bandOf, inBand } from "./gestures";
import { BAND_FOOT, BAND_HEAD, CARD_H, CARD_W, MARGIN_X, PITCH_X, PITCH_Y } from "./measures";
import type { SceneBand } from "./scene";
import type { Space } from "./space";
import type { Move } from "./stage";
import { type Point, type Size, toWorld, type View } from "./view";

/** Columns that are tried to either side. */
const COLUMNS = 400;
const AIR = 8;

/** The card's new place counts from the top of its band, as placements are stored. */
export function setDown(space: Space, ids: readonly string[], view: View, size: Size): Move[] {
  const middle = toWorld(view, { x: size.w / 2, y: size.h / 2 });
  const home = Math.round((middle.x - CARD_W / 2 - MARGIN_X) / PITCH_X);
  const leaving = new Set(ids.map((id) => space.index.get(id) ?? -1));
  const used = new Set<string>();
  const isFree = (at: Point): boolean =>
    !used.has(`${at.x} ${at.y}`) &&
    space
      .cardsIn({ x0: at.x - AIR, y0: at.y - AIR, x1: at.x + CARD_W + AIR, y1: at.y + CARD_H + AIR })
      .every((i) => leaving.has(i));
  const moves: Move[] = [];
  for (const id of ids) {
    const card = space.card(space.index.get(id) ?? -1);
    const band = card === undefined ? null : bandOf(space.scene.lanes, card.kind);
    const at = band === null ? null : spot(band, middle.y, home, isFree);
    if (band === null || at === null) continue;
    used.add(`${at.x} ${at.y}`);
    moves.push({ id, x: at.x, y: inBand(band, at.y) });
  }
  return moves;
}

function spot(band: SceneBand, y: number, home: number, isFree: (at: Point) => boolean): Point | null {
  const rows = Math.max(1, Math.round((band.height - BAND_HEAD - BAND_FOOT - CARD_H) / PITCH_Y) + 1);
  const row = Math.max(0, Math.min(rows - 1, Math.round((y - band.y - BAND_HEAD) / PITCH_Y)));
  for (let away = 0; away <= COLUMNS; away += 1) {
    for (const column of away === 0 ? [home] : [home + away, home - away]) {
      // A column is nearer than a row: the rows are tried from the one that is looked at.
      for (let n = 0; n < rows; n += 1) {
        const at = {
          x: MARGIN_X + column * PITCH_X,
          y: band.y + BAND_HEAD + ((row + n) % rows) * PITCH_Y,
        };
        if (isFree(at)) return at;
      }
    }
  }
  return null;
}
