/*
 * What lies under a point of the screen: handle before ghost before card before link before paper.
 */
import { handleAt } from "./draw/render";
import type { Hit } from "./gestures";
import { ZOOM_MIDDLE } from "./measures";
import type { Stage } from "./stage";
import { type Point, toWorld } from "./view";

/** Screen pixels around the handle and beside a link that still count; 24 px across for the handle. */
const HANDLE_REACH = 12;
const LINK_REACH = 6;

export function hitAt(stage: Stage, at: Point): Hit {
  const world = toWorld(stage.view, at);
  if (
    !stage.readOnly &&
    stage.hover >= 0 &&
    stage.hover < stage.space.cardCount &&
    stage.view.zoom >= ZOOM_MIDDLE
  ) {
    const h = handleAt(stage, stage.hover);
    if (Math.hypot(h.x - at.x, h.y - at.y) <= HANDLE_REACH) return { on: "handle", box: stage.hover };
  }
  const box = stage.space.boxAt(world);
  if (box >= stage.space.cardCount) return { on: "ghost", box };
  if (box >= 0) return { on: "card", box };
  const link = stage.view.zoom < ZOOM_MIDDLE ? -1 : stage.space.linkAt(world, LINK_REACH / stage.view.zoom);
  return link >= 0 ? { on: "link", link } : { on: "paper" };
}
