/*
 * The keyboard in the far view: one goes from block to block and stands on the first card of each; nothing less than a
 * block can be meant. Each says whether the key was its.
 */
import { bring } from "../framing";
import type { Direction } from "../keys";
import type { Stage } from "../stage";
import { nextGroup } from "./walk";

export function goFar(stage: Stage, way: Direction, told: { cursorMoved(): void; viewed(): void }): boolean {
  const { grid, groups } = stage.far.at(stage.view.zoom);
  const group = groups[nextGroup(grid, grid.of[stage.cursor] ?? -1, way)];
  if (group === undefined) return true;
  stage.cursor = group.members[0] ?? -1;
  bring(stage, group.box);
  told.cursorMoved();
  told.viewed();
  stage.events.onAnnounce?.(`${group.names().title}. ${group.names().said}`);
  stage.invalidate();
  return true;
}

export function selectBlock(stage: Stage): boolean {
  const { grid, groups } = stage.far.at(stage.view.zoom);
  const members = groups[grid.of[stage.cursor] ?? -1]?.members ?? [];
  stage.select(
    members.map((i) => stage.space.idOf(i)).filter((id) => id !== null),
    true,
  );
  return true;
}
