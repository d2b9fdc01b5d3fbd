/*
 * Free places beside cards and notes, pure: for each the next place along its band that is free. Copies go there, so
 * that an original stays in sight and nothing is covered.
 */

import type { Move, NoteMove } from "./events";
import { bandOf, inBand } from "./gestures";
import { GRAINS } from "./measures";
import type { Space } from "./space";
import type { Box, Point } from "./view";

const AIR = 4;
/** Places that are tried. */
const MOST = 500;
/** From a note to its copy. */
const NOTE_GAP = 16;

/** The places carry the ids of the originals. */
export function beside(space: Space, ids: readonly string[]): { cards: Move[]; notes: NoteMove[] } {
  const used: Box[] = [];
  const cards: Move[] = [];
  const notes: NoteMove[] = [];
  const { axis, lanes } = space.scene;
  const { pitch } = GRAINS[axis ?? "rows"];
  for (const id of ids) {
    const i = space.index.get(id) ?? -1;
    const home = space.home(i);
    if (home === null) continue;
    const card = space.card(i);
    const step = card === undefined ? space.w(i) + NOTE_GAP : pitch;
    const down = card !== undefined && axis === "columns";
    const at = (n: number): Point => ({
      x: Math.round(home.x + (down ? 0 : n * step)),
      y: Math.round(home.y + (down ? n * step : 0)),
    });
    let n = 1;
    while (n < MOST && !isFree(space, used, boxAt(space, i, at(n)))) n += 1;
    used.push(boxAt(space, i, at(n)));
    if (card === undefined) notes.push({ id, ...at(n) });
    else cards.push({ id, ...inBand(bandOf(lanes, card.band), at(n)) });
  }
  return { cards, notes };
}

function boxAt(space: Space, i: number, { x, y }: Point): Box {
  return { x0: x - AIR, y0: y - AIR, x1: x + space.w(i) + AIR, y1: y + space.h(i) + AIR };
}

function isFree(space: Space, used: readonly Box[], box: Box): boolean {
  if (space.cardsIn(box).length > 0 || space.notesIn(box).length > 0) return false;
  return !used.some((it) => it.x0 < box.x1 && it.x1 > box.x0 && it.y0 < box.y1 && it.y1 > box.y0);
}
