/*
 * What a double click means: on a title edit it, on the rest of a card open it, on empty paper ask for a new
 * card of that band, there.
 */
import { bandAt, clampY } from "./gestures";
import { CARD_H, CARD_W } from "./measures";
import type { Stage } from "./stage";
import { type Point, toWorld } from "./view";

/** Share of the height of a card that is its title. */
const TITLE = 0.55;

export function doubleClick(stage: Stage, at: Point, edit: (box: number) => void): void {
  const { space } = stage;
  const world = toWorld(stage.view, at);
  const box = space.boxAt(world);
  const id = space.card(box)?.id;
  if (id !== undefined) {
    const onTitle = world.y - (space.y[box] ?? 0) < CARD_H * TITLE;
    if (onTitle && !stage.readOnly) edit(box);
    else stage.events.onOpen?.(id);
    return;
  }
  const place = bandAt(space.scene.lanes, world.y);
  if (box >= 0 || stage.readOnly || place === null) return;
  const y = clampY(place.band, world.y - CARD_H / 2);
  stage.events.onAdd?.({
    kind: place.band.kind,
    level: place.lane.level,
    x: Math.round(world.x - CARD_W / 2),
    y: Math.round(y - place.band.y),
  });
}
