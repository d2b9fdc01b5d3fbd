/*
 * What can be asked of a mounted map from outside, by a button, the palette or the engine's own keys: where to look,
 * and how to put the selection in order. Each name does one thing.
 */
import { ARRANGEMENTS, type Arrangement, arranged } from "./arrange";
import { beside } from "./beside";
import type { Move, NoteMove } from "./events";
import { around, fitted, whole } from "./framing";
import { bandOf, inBand } from "./gestures";
import { lock, meant, movable } from "./locking";
import { endsOf } from "./looking";
import { middleOf, setDown } from "./setDown";
import type { Stage } from "./stage";
import type { Trail } from "./trail";
import { zoomAt } from "./view";

export const LOOKS = ["frameSelection", "life", "back", "forward"] as const;
export const MAP_COMMANDS = [
  ...LOOKS,
  ...ARRANGEMENTS,
  "duplicate",
  "placeHere",
  "lock",
  "note",
  "mirror",
] as const;
export type MapCommand = (typeof MAP_COMMANDS)[number];

/** `viewed` is told when a command moved the view by itself; `newNote` opens one where somebody looks. */
export function obey(
  stage: Stage,
  trail: Trail,
  viewed: () => void,
  newNote: () => void,
  command: MapCommand,
): void {
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
    case "duplicate": {
      if (stage.readOnly) return;
      const { cards, notes } = beside(stage.space, meant(stage));
      if (cards.length + notes.length > 0) stage.events.onDuplicate?.(cards, notes);
      return;
    }
    case "placeHere":
      tell(
        stage,
        setDown(
          stage.space,
          movable(stage, [...stage.selection]),
          middleOf(stage.space, stage.view, stage.size),
        ),
        [],
      );
      return;
    case "lock":
      lock(stage);
      return;
    case "note":
      if (!stage.readOnly) newNote();
      return;
    case "mirror":
      if (stage.space.scene.axis === "columns") stage.events.onMirror?.();
      return;
    default:
      arrange(stage, command);
  }
}

function arrange(stage: Stage, how: Arrangement): void {
  const { space } = stage;
  if (stage.readOnly) return;
  const boxes = movable(stage, [...stage.selection])
    .map((id) => space.index.get(id) ?? -1)
    .filter((i) => space.isThing(i));
  if (boxes.length < 2) return;
  const pieces = boxes.map((i) => ({
    x: space.home(i)?.x ?? 0,
    y: space.home(i)?.y ?? 0,
    w: space.w(i),
    h: space.h(i),
    band: bandOf(space.scene.lanes, space.card(i)?.band ?? null),
  }));
  const places = arranged(pieces, how);
  const moves: Move[] = [];
  const notes: NoteMove[] = [];
  boxes.forEach((i, n) => {
    const [to, piece] = [places[n], pieces[n]];
    const id = space.idOf(i);
    if (to === undefined || piece === undefined || id === null) return;
    if (to.x === piece.x && to.y === piece.y) return;
    const at = { x: Math.round(to.x), y: Math.round(to.y) };
    if (space.note(i) === undefined) moves.push({ id, ...inBand(piece.band, at) });
    else notes.push({ id, ...at });
  });
  tell(stage, moves, notes);
}

/** One step of its own; said even where all stood right already. */
function tell(stage: Stage, moves: readonly Move[], notes: readonly NoteMove[]): void {
  if (stage.readOnly) return;
  const count = moves.length + notes.length;
  if (count > 0) stage.events.onMove?.(moves, notes);
  stage.events.onAnnounce?.(stage.words.moved(count));
}
