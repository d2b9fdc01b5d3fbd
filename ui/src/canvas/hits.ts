/*
 * What lies under a point of the screen: handle before ghost before card before link before paper;
 * far away a block of cards.
 */
import { handleAt } from "./draw/render";
import type { Hit } from "./gestures";
import type { Stage } from "./stage";
import { type PointerKind, reachOf } from "./touch";
import { type Point, toWorld } from "./view";

export function hitAt(stage: Stage, at: Point, pointer: PointerKind = "mouse"): Hit {
  const reach = reachOf(pointer);
  const world = toWorld(stage.view, at);
  if (stage.isFar) {
    const group = stage.far.groupAt(stage.view.zoom, world);
    return group >= 0 ? { on: "group", group } : { on: "paper" };
  }
  if (!stage.readOnly && stage.hover >= 0 && stage.hover < stage.space.cardCount) {
    const h = handleAt(stage, stage.hover);
    if (Math.hypot(h.x - at.x, h.y - at.y) <= reach.handle) return { on: "handle", box: stage.hover };
  }
  const box = stage.space.boxAt(world);
  if (box >= stage.space.cardCount) return { on: "ghost", box };
  if (box >= 0) return { on: "card", box };
  const link = stage.space.linkAt(world, reach.link / stage.view.zoom);
  return link >= 0 ? { on: "link", link } : { on: "paper" };
}
