/*
 * What is locked stays: it is left out of whatever moves or takes away, and that is said. Locking itself is one step
 * for everything that is meant.
 */
import type { Stage } from "./stage";

/** What is selected, or else what the keyboard stands on. */
export function meant(stage: Stage): string[] {
  if (stage.selection.size > 0) return [...stage.selection];
  const id = stage.space.isThing(stage.cursor) ? stage.space.idOf(stage.cursor) : null;
  return id === null ? [] : [id];
}

/** Those that are not locked; how many were left out is said. */
export function movable(stage: Stage, ids: readonly string[]): string[] {
  const { space } = stage;
  const free = ids.filter((id) => !space.isLocked(space.index.get(id) ?? -1));
  sayLocked(stage, ids.length - free.length);
  return free;
}

export function sayLocked(stage: Stage, count: number): void {
  if (count > 0) stage.events.onAnnounce?.(stage.words.locked(count));
}

/** Whether everything of these is locked, so that the same gesture unlocks it. */
export function isAllLocked(stage: Stage, ids: readonly string[]): boolean {
  const { space } = stage;
  const boxes = ids.map((id) => space.index.get(id) ?? -1).filter((i) => space.isThing(i));
  return boxes.length > 0 && boxes.every((i) => space.isLocked(i));
}

/** Locks what is meant; unlocks it where all of it is locked. */
export function lock(stage: Stage): void {
  const { space } = stage;
  if (stage.readOnly) return;
  const ids = meant(stage);
  const locked = !isAllLocked(stage, ids);
  const cards: string[] = [];
  const notes: string[] = [];
  for (const id of ids) {
    const i = space.index.get(id) ?? -1;
    if (!space.isThing(i) || space.isLocked(i) === locked) continue;
    if (space.note(i) === undefined) cards.push(id);
    else notes.push(id);
  }
  if (cards.length + notes.length > 0) stage.events.onLock?.(cards, notes, locked);
}
