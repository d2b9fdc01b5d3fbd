/*
 * Drawing a frame around cards: what it touches joins what was selected before, and Escape takes it back.
 */
import { boxBetween } from "./gestures";
import { ZOOM_FULL } from "./measures";
import type { Stage } from "./stage";
import { type Box, type Point, toWorld } from "./view";

export class Marquee {
  private before: ReadonlySet<string> = new Set();
  private readonly stage: Stage;

  constructor(stage: Stage) {
    this.stage = stage;
  }

  /** A gesture begins that may become a marquee. */
  begin(): void {
    this.before = this.stage.selection;
  }

  /** From a point of the world, where it began, to one of the screen. */
  sweep(from: Point, at: Point): void {
    const { stage } = this;
    const box = boxBetween(from, toWorld(stage.view, at));
    stage.marquee = box;
    const next = new Set(this.before);
    for (const i of under(stage, box)) {
      const id = stage.space.idOf(i);
      if (id !== null) next.add(id);
    }
    stage.selection = next;
    stage.invalidate();
  }

  cancel(): void {
    this.stage.select(this.before, false);
  }
}

/** The cards and notes that lie in a box of the world; far away the cards of the blocks that do. */
function under(stage: Stage, box: Box): readonly number[] {
  if (!stage.isFar) {
    const { space, view } = stage;
    const near = view.zoom >= ZOOM_FULL;
    const notes = space.notesIn(box).filter((i) => near || space.note(i)?.about === null);
    return [...space.cardsIn(box), ...notes];
  }
  const { groups } = stage.far.at(stage.view.zoom);
  const touched = groups.filter(
    (it) => it.box.x0 <= box.x1 && it.box.x1 >= box.x0 && it.box.y0 <= box.y1 && it.box.y1 >= box.y0,
  );
  return touched.flatMap((it) => it.members);
}
