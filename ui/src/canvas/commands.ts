/*
 * What can be asked of a mounted map from outside, by a button, the palette or the engine's own keys: where to look,
 * and how to put the selection in order. Each name does one thing.
 */
import { ARRANGEMENTS, type Arrangement, arranged } from "./arrange";
import { beside } from "./beside";
import { around, fitted, whole } from "./framing";
import { bandOf, inBand } from "./gestures";
import { endsOf } from "./looking";
import { setDown } from "./setDown";
import type { Move, Stage } from "./stage";
import type { Trail } from "./trail";
import { zoomAt } from "./view";

export const LOOKS = ["frameSelection", "life", "back", "forward"] as const;
export const MAP_COMMANDS = [...LOOKS, ...ARRANGEMENTS, "duplicate", "placeHere"] as const;
export type MapCommand = (typeof MAP_COMMANDS)[number];

/** `viewed` is told when a command moved the view by itself. */
export function obey(stage: Stage, trail: Trail, viewed: () => void, command: MapCommand): void {
  switch (command) {
    case "frameSelection": {
      const box = around(stage.space, endsOf(stage, stage.selection));
      stage.show(box === null ? whole(stage, 0) : fitted(stage, box, 1), true);
      viewed();
      return;
    }
    case "life":
      stage.show(zoomAt(stage.heading, { x: stage.size.w / 2, y: stage.size.h / 2 }, 1), true);
      viewed();
      return;
    case "back":
    case "forward": {
      const view = trail.go(command === "back" ? -1 : 1);
      if (view !== null) stage.show(view, true);
      return;
    }
    case "duplicate":
      if (!stage.readOnly) stage.events.onDuplicate?.(beside(stage.space, meant(stage)));
      return;
    case "placeHere":
      tell(stage, setDown(stage.space, [...stage.selection], stage.view, stage.size));
      return;
    default:
      arrange(stage, command);
  }
}

/** What is selected, or else the card that the keyboard stands on. */
function meant(stage: Stage): string[] {
  if (stage.selection.size > 0) return [...stage.selection];
  const id = stage.space.idOf(stage.cursor);
  return id === null ? [] : [id];
}

function arrange(stage: Stage, how: Arrangement): void {
  const { space } = stage;
  if (stage.readOnly) return;
  const cards = [...stage.selection]
    .map((id) => space.card(space.index.get(id) ?? -1))
    .filter((card) => card !== undefined);
  if (cards.length < 2) return;
  const pieces = cards.map((card) => ({
    x: card.x,
    y: card.y,
    band: bandOf(space.scene.lanes, card.kind),
  }));
  const places = arranged(pieces, how);
  const moves: Move[] = [];
  cards.forEach((card, i) => {
    const [to, piece] = [places[i], pieces[i]];
    if (to === undefined || piece === undefined || (to.x === card.x && to.y === card.y)) return;
    moves.push({ id: card.id, x: Math.round(to.x), y: Math.round(inBand(piece.band, to.y)) });
  });
  tell(stage, moves);
}

/** One step of its own; said even where all stood right already. */
function tell(stage: Stage, moves: readonly Move[]): void {
  if (stage.readOnly) return;
  if (moves.length > 0) stage.events.onMove?.(moves);
  stage.events.onAnnounce?.(stage.words.moved(moves.length));
}
