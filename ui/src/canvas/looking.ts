/*
 * Going to look at something: cards and links that were asked for, one card that is pointed out, the cards of a block
 * of the far view. Each moves the view no more than it must.
 */
import { around, bring, fitted, nearlyReadable, readable } from "./framing";
import { CARD_H, CARD_W, ZOOM_FULL, ZOOM_META } from "./measures";
import type { Stage } from "./stage";

/** Cards of these ids, and both ends of links. */
export function endsOf(stage: Stage, ids: Iterable<string>): string[] {
  const ends: string[] = [];
  for (const id of ids) {
    const link = stage.space.link(stage.space.linkIndex.get(id) ?? -1);
    if (link === undefined) ends.push(id);
    else ends.push(link.from, link.to);
  }
  return ends;
}

/** Shows cards, links or ghosts; true when the view is on its way there by a jump. */
export function lookAt(stage: Stage, ids: Iterable<string>, gently: boolean): boolean {
  const ends = endsOf(stage, ids);
  const box = around(stage.space, ends);
  // Whoever was led to several cards stands on the first, not on what was in the middle.
  stage.cursor = stage.space.index.get(ends[0] ?? "") ?? stage.cursor;
  if (box === null || readable(stage, box)) return false;
  if (nearlyReadable(stage, box)) {
    bring(stage, box);
    return false;
  }
  stage.show(fitted(stage, box, Math.max(0.8, Math.min(1, stage.heading.zoom))), gently);
  return true;
}

/** Height of the field at the top of the map, in screen pixels. */
const FIELD = 36;

/** Points one card out, in sight and large enough to read; none for `null`. */
export function pointOut(stage: Stage, id: string | null): void {
  stage.marked = id === null ? -1 : (stage.space.index.get(id) ?? -1);
  if (stage.marked < 0 || id === null) return;
  stage.cursor = stage.marked;
  const box = around(stage.space, [id]);
  // The field that looked for it lies over the top of the map.
  const { zoom } = stage.heading;
  if (box !== null && zoom >= ZOOM_FULL) bring(stage, { ...box, y0: box.y0 - FIELD / zoom });
  else if (box !== null) stage.show(fitted(stage, box, ZOOM_META), true);
}

/** How near to the threshold of the far view, as a share of it, a block is still entered as a whole. */
const WHOLE = 1.1;

/** Goes to the cards of a block: to all of them where they can be told apart together, else to the middle one. */
export function enter(stage: Stage, group: number): void {
  const { space } = stage;
  const members = stage.far.at(stage.view.zoom).groups[group]?.members ?? [];
  const ids = members.map((i) => space.idOf(i)).filter((id) => id !== null);
  const box = around(space, ids);
  if (box === null) return;
  const all = fitted(stage, box, ZOOM_META);
  const middle =
    [...members].sort((a, b) => (space.x[a] ?? 0) - (space.x[b] ?? 0))[members.length >> 1] ?? -1;
  stage.cursor = middle;
  if (all.zoom >= stage.blocksBelow * WHOLE) {
    stage.show(all, true);
    return;
  }
  const [x, y] = [space.x[middle] ?? 0, space.y[middle] ?? 0];
  stage.show(fitted(stage, { x0: x, y0: y, x1: x + CARD_W, y1: y + CARD_H }, ZOOM_FULL), true);
}
