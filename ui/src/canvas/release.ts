/*
 * What letting go of a gesture does: the one moment in which something leaves the engine.
 */
import { clicked, type Gesture, wandered } from "./gestures";
import { type Ask, connect } from "./linking";
import { commitMove } from "./moving";
import type { Stage } from "./stage";
import type { Point } from "./view";

/** `asks` asks which kind of link is meant even where the natural one may stand. */
export function release(stage: Stage, g: Gesture, at: Point, asks: boolean, ask: Ask): void {
  const { space, events } = stage;
  switch (g.kind) {
    case "press":
      choose(stage, g.box, g.additive);
      break;
    case "pan":
      if (g.clears && !wandered(g.from, at) && stage.selection.size > 0) stage.select([], true);
      break;
    case "marquee":
      stage.select(stage.selection, true);
      break;
    case "link": {
      const link = space.link(g.link);
      if (link !== undefined) stage.select(clicked(stage.selection, link.id, g.additive), true);
      break;
    }
    case "ghost": {
      const id = space.idOf(g.box);
      if (id !== null && !wandered(g.from, at)) events.onGhost?.(id);
      break;
    }
    case "drag":
      commitMove(stage, g.boxes);
      break;
    case "connect":
      // The handle reaches over the title: who did not draw has clicked on the card.
      if (wandered(g.from, at)) connect(stage, g.box, at, asks, ask);
      else choose(stage, g.box, g.additive);
      break;
  }
}

function choose(stage: Stage, box: number, additive: boolean): void {
  const id = stage.space.idOf(box);
  if (id !== null) stage.select(clicked(stage.selection, id, additive), true);
}
