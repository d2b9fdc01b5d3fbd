/*
 * What a double click means: on a title edit it, on the rest of a card open it, on empty paper ask for a new
 * card of that band, there, or lay a note where there are no bands; on a link or a note write what it says.
 */
import { bandAt } from "./gestures";
import { boxUnder, hitAt } from "./hits";
import { CARD_H, CARD_W } from "./measures";
import { spotIn } from "./notes/become";
import { NOTE_H, NOTE_W } from "./notes/layout";
import type { Stage } from "./stage";
import { type Point, toWorld } from "./view";

/** Share of the height of a card that is its title. */
const TITLE = 0.55;

/** What a double click may open. */
export interface Opens {
  edit(box: number): void;
  editLink(id: string): void;
  /** Opens the words of a note, or of a new one at a place of the world. */
  writeNote(box: number): void;
  newNote(at: Point): void;
  /** Goes to the cards of a block of the far view. */
  enter(group: number): void;
}

/** With Alt a double click on empty paper lays a note there. */
export function doubleClick(stage: Stage, at: Point, alt: boolean, opens: Opens): void {
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
  const box = boxUnder(stage, world);
  const id = space.card(box)?.id;
  if (id !== undefined) {
    const onTitle = world.y - (space.y[box] ?? 0) < CARD_H * TITLE;
    if (onTitle && !stage.readOnly) opens.edit(box);
    else stage.events.onOpen?.(id);
    return;
  }
  if (stage.readOnly) return;
  if (space.note(box) !== undefined) opens.writeNote(box);
  if (box >= 0) return;
  if (alt || space.scene.axis === null) {
    opens.newNote({ x: Math.round(world.x - NOTE_W / 2), y: Math.round(world.y - NOTE_H / 2) });
    return;
  }
  const place = bandAt(space.scene.lanes, world);
  if (place === null) return;
  const wish = { x: world.x - CARD_W / 2, y: world.y - CARD_H / 2 };
  stage.events.onAdd?.({
    kind: place.band.kind,
    level: place.lane.level,
    ...spotIn(stage, place.band, wish),
    band: place.band.key,
  });
}
