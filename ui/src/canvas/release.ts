/*
 * What letting go of a gesture does: the one moment in which something leaves the engine.
 */
import { clicked, type Gesture, wandered } from "./gestures";
import { type Ask, connect } from "./linking";
import { commitMove } from "./moving";
import type { Stage } from "./stage";
import type { Point } from "./view";

/** `choose` asks which kind of link is meant even where the natural one may stand. */
export function release(stage: Stage, g: Gesture, at: Point, choose: boolean, ask: Ask): void {
  const { space, events } = stage;
  switch (g.kind) {
    case "press": {
      const id = space.idOf(g.box);
      if (id !== null) stage.select(clicked(stage.selection, id, g.additive), true);
      break;
    }
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
      connect(stage, g.box, at, choose, ask);
      break;
  }
}
