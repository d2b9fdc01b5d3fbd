/*
 * What a double click means: on a title edit it, on the rest of a card open it, on empty paper ask for a new
 * card of that band, there; on a link write what it says.
 */
import { bandAt, clampY } from "./gestures";
import { hitAt } from "./hits";
import { CARD_H, CARD_W } from "./measures";
import type { Stage } from "./stage";
import { type Point, toWorld } from "./view";

/** Share of the height of a card that is its title. */
const TITLE = 0.55;

/** What a double click may open. */
export interface Opens {
  edit(box: number): void;
  editLink(id: string): void;
  /** Goes to the cards of a block of the far view. */
  enter(group: number): void;
}

export function doubleClick(stage: Stage, at: Point, opens: Opens): void {
  const { space } = stage;
  const hit = hitAt(stage, at);
  if (hit.on === "group") {
    opens.enter(hit.group);
    return;
  }
  if (hit.on === "link") {
    const link = space.link(hit.link);
    if (link !== undefined) opens.editLink(link.id);
    return;
  }
  const world = toWorld(stage.view, at);
  const box = space.boxAt(world);
  const id = space.card(box)?.id;
  if (id !== undefined) {
    const onTitle = world.y - (space.y[box] ?? 0) < CARD_H * TITLE;
    if (onTitle && !stage.readOnly) opens.edit(box);
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
