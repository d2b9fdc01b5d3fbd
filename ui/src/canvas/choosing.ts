/*
 * Selecting from the keyboard: what the cursor stands on alone, or into and out of what is selected already; far away the
 * cards of the block. The cursor stays where it is.
 */
import { clicked } from "./gestures";
import { selectBlock } from "./groups/stand";
import type { Stage } from "./stage";

/** Selects what the cursor stands on, or lets it go; `also` leaves the rest of the selection as it is. */
export function choose(stage: Stage, also: boolean): boolean {
  const id = stage.space.idOf(stage.cursor);
  if (stage.isFar) return selectBlock(stage);
  if (id === null || !stage.space.isThing(stage.cursor)) return false;
  const isAlone = stage.selection.has(id) && stage.selection.size === 1;
  const next = also ? clicked(stage.selection, id, true) : isAlone ? [] : clicked(new Set(), id, false);
  stage.select(next, true);
  return true;
}

/** Everything that lies on the map. */
export function chooseAll(stage: Stage): void {
  const { cards, notes } = stage.space.scene;
  stage.select(
    [...cards, ...notes].map((it) => it.id),
    true,
  );
}
