/*
 * Free places beside cards, pure: for each the next column to the right that is free in its row. Copies go there, so
 * that an original stays in sight and nothing is covered.
 */
import { bandOf, inBand } from "./gestures";
import { CARD_H, CARD_W, PITCH_X } from "./measures";
import type { Space } from "./space";
import type { Move } from "./stage";

const AIR = 4;
/** Columns that are tried. */
const MOST = 500;

/** The places carry the ids of the originals. */
export function beside(space: Space, ids: readonly string[]): Move[] {
  const used: { readonly x: number; readonly y: number }[] = [];
  const moves: Move[] = [];
  for (const id of ids) {
    const card = space.card(space.index.get(id) ?? -1);
    if (card === undefined) continue;
    let x = card.x + PITCH_X;
    for (let n = 0; n < MOST && !isFree(space, used, x, card.y); n += 1) x += PITCH_X;
    used.push({ x, y: card.y });
    moves.push({ id, x: Math.round(x), y: Math.round(inBand(bandOf(space.scene.lanes, card.kind), card.y)) });
  }
  return moves;
}

function isFree(
  space: Space,
  used: readonly { readonly x: number; readonly y: number }[],
  x: number,
  y: number,
): boolean {
  const box = { x0: x - AIR, y0: y - AIR, x1: x + CARD_W + AIR, y1: y + CARD_H + AIR };
  if (space.cardsIn(box).length > 0) return false;
  return !used.some((it) => Math.abs(it.x - x) < CARD_W + AIR && Math.abs(it.y - y) < CARD_H + AIR);
}
