/*
 * What lies under a point of the screen: handle before ghost before note before card before link before paper;
 * far away a note before a block of cards.
 */

import type { Hit } from "./gestures";
import { handleAt } from "./linking";
import { ZOOM_FULL } from "./measures";
import { boxAt, linkAt } from "./seek";
import type { Stage } from "./stage";
import { type PointerKind, reachOf } from "./touch";
import { type Point, toScreen, toWorld } from "./view";

export function hitAt(stage: Stage, at: Point, pointer: PointerKind = "mouse"): Hit {
  const reach = reachOf(pointer);
  const world = toWorld(stage.view, at);
  if (stage.isFar) {
    const note = boxUnder(stage, world);
    if (note >= stage.space.cardCount && note < stage.space.ghostStart) return { on: "note", box: note };
    const group = stage.far.groupAt(stage.view.zoom, world);
    return group >= 0 ? { on: "group", group } : { on: "paper" };
  }
  if (!stage.readOnly && stage.hover >= 0 && stage.hover < stage.space.cardCount) {
    const h = toScreen(stage.view, handleAt(stage, stage.hover));
    if (Math.hypot(h.x - at.x, h.y - at.y) <= reach.handle) return { on: "handle", box: stage.hover };
  }
  const box = boxUnder(stage, world);
  if (box >= stage.space.ghostStart) return { on: "ghost", box };
  if (box >= stage.space.cardCount) return { on: "note", box };
  if (box >= 0) return { on: "card", box };
  const link = linkAt(stage.space, world, reach.link / stage.view.zoom);
  return link >= 0 ? { on: "link", link } : { on: "paper" };
}

/** The topmost box under a point of the world that is drawn: comments give way to a number when far. */
export function boxUnder(stage: Stage, world: Point): number {
  const { space, view } = stage;
  const near = view.zoom >= ZOOM_FULL;
  return boxAt(space, world, 0, (i) => near || (space.note(i)?.about ?? null) === null);
}
