/* Actions of canvases as such: from one to another, a new one, another title, a copy, away with it. */
import type { Action, Situation } from "./action.ts";
import { canvasTitle } from "./canvasTitle.ts";

const isOpen = ({ state }: Situation) => state !== null;
const canEdit = ({ state }: Situation) => state !== null && state.readOnly === null;
const onCanvas = (situation: Situation) => situation.view === "map" && situation.canvas !== null;
const several = ({ state }: Situation) => (state?.portfolio.canvases.size ?? 0) > 1;

type Id = "new" | "rename" | "duplicate" | "remove" | "next" | "previous";

function canvas(id: Id, keys: readonly string[], enabled: Action["enabled"], run: Action["run"]): Action {
  const name = `${id}-canvas` as const;
  return { id: name, label: (words) => words.say(`action.${name}`), keys, enabled, run };
}

export const CANVAS_ACTIONS: readonly Action[] = [
  canvas("next", ["Mod+PageDown"], several, (verbs) => verbs.stepCanvas(1)),
  canvas("previous", ["Mod+PageUp"], several, (verbs) => verbs.stepCanvas(-1)),
  canvas("new", [], canEdit, (verbs) => verbs.newCanvas()),
  canvas(
    "rename",
    [],
    (it) => canEdit(it) && onCanvas(it),
    (verbs) => verbs.renameCanvas(),
  ),
  canvas(
    "duplicate",
    [],
    (it) => canEdit(it) && onCanvas(it),
    (verbs) => verbs.duplicateCanvas(),
  ),
  canvas(
    "remove",
    [],
    (it) => canEdit(it) && onCanvas(it) && several(it),
    (verbs) => verbs.removeCanvas(),
  ),
];

/** One action for each canvas: to go there. */
export function goings({ state }: Situation): Action[] {
  return [...(state?.portfolio.canvases.values() ?? [])].map(({ id, title, kind }) => ({
    id: `canvas-${id}`,
    label: (words) => words.say("canvas.goTo", { title: canvasTitle(words, { title, kind }) }),
    keys: [],
    enabled: (situation) => isOpen(situation) && !(situation.view === "map" && situation.canvas?.id === id),
    run: (verbs) => verbs.goCanvas(id),
  }));
}
