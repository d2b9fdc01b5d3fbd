/*
 * Every action of the frame, once: its name, its keys, when it can be done, and what it does. Buttons, the palette,
 * the menu and the help sheet all read this table; nothing else binds a key.
 */
import type { MenuAction } from "../api/index.ts";
import { KINDS } from "../model/kinds.ts";
import { type Action, FILTERED, type Situation, type Verbs, type View } from "./action.ts";
import { CANVAS_ACTIONS } from "./canvasActions.ts";
import { isLaidOut, MAP_ACTIONS } from "./mapActions.ts";
import { stepWords } from "./steps.ts";

export type { Action, Situation, Verbs, View };
export { FILTERED };

const always = () => true;
const isOpen = ({ state }: Situation) => state !== null;
const canEdit = ({ state }: Situation) => state !== null && state.readOnly === null;

const FRAME: readonly Action[] = [
  {
    id: "palette",
    label: (words) => words.say("action.palette"),
    keys: ["Mod+K"],
    enabled: isOpen,
    run: (verbs) => verbs.palette(),
    inText: true,
  },
  {
    id: "filter",
    label: (words) => words.say("action.filter"),
    keys: ["Mod+Shift+F"],
    enabled: (situation) => isOpen(situation) && FILTERED.has(situation.view),
    run: (verbs) => verbs.filter(),
  },
  plain("as-of", [], isOpen, (verbs) => verbs.asOf()),
  {
    id: "undo",
    label: (words, { state }) =>
      state?.steps.undo
        ? words.say("action.undoWhat", { what: stepWords(words, state.steps.undo) })
        : words.say("action.undo"),
    keys: ["Mod+Z"],
    enabled: (situation) => canEdit(situation) && situation.state?.steps.undo !== null,
    run: (verbs) => verbs.undo(),
  },
  {
    id: "redo",
    label: (words, { state }) =>
      state?.steps.redo
        ? words.say("action.redoWhat", { what: stepWords(words, state.steps.redo) })
        : words.say("action.redo"),
    keys: ["Mod+Shift+Z", "Mod+Y"],
    enabled: (situation) => canEdit(situation) && situation.state?.steps.redo !== null,
    run: (verbs) => verbs.redo(),
  },
  {
    id: "save",
    label: (words) => words.say("action.save"),
    keys: ["Mod+S"],
    enabled: isOpen,
    run: (verbs) => verbs.saved(),
    inText: true,
  },
  view("map", "Mod+1"),
  view("table", "Mod+2"),
  view("findings", "Mod+3"),
  view("sources", "Mod+4"),
  view("outline", "Mod+5"),
  view("matrix", "Mod+6"),
  view("indicators", "Mod+7"),
  view("decisions", "Mod+8"),
  view("history", "Mod+9"),
  view("standing", "Mod+Shift+S"),
  view("settings", "Mod+,"),
  {
    id: "toggle-findings",
    label: (words) => words.say("action.toggleFindings"),
    keys: ["Mod+J"],
    enabled: (situation) => isOpen(situation) && situation.view === "map",
    run: (verbs) => verbs.toggleFindings(),
  },
  {
    id: "toggle-outline",
    label: (words) => words.say("action.toggleOutline"),
    keys: ["Mod+Shift+K"],
    enabled: (situation) => isOpen(situation) && situation.view === "map",
    run: (verbs) => verbs.toggleOutline(),
  },
  {
    id: "findings-of",
    label: (words) => words.say("action.findingsOf"),
    keys: ["Mod+Shift+J"],
    enabled: (situation) => isOpen(situation) && situation.selected > 0,
    run: (verbs) => verbs.findingsOf(),
  },
  {
    id: "import",
    label: (words) => words.say("action.import"),
    keys: ["Mod+I"],
    enabled: (situation) => situation.state === null || canEdit(situation),
    run: (verbs) => verbs.importFile(),
  },
  {
    id: "new",
    label: (words) => words.say("action.new"),
    keys: ["Mod+N"],
    enabled: always,
    run: (verbs) => verbs.newPortfolio(),
  },
  {
    id: "new-window",
    label: (words) => words.say("action.newWindow"),
    keys: ["Mod+Shift+N"],
    enabled: isOpen,
    run: (verbs) => verbs.newWindow(),
  },
  {
    id: "open",
    label: (words) => words.say("action.open"),
    keys: ["Mod+O"],
    enabled: always,
    run: (verbs) => verbs.openPortfolio(),
  },
  {
    id: "close",
    label: (words) => words.say("action.close"),
    keys: ["Mod+W"],
    enabled: isOpen,
    run: (verbs) => verbs.closePortfolio(),
  },
  {
    id: "snapshot",
    label: (words) => words.say("action.snapshot"),
    keys: ["Mod+P"],
    enabled: isOpen,
    run: (verbs) => verbs.snapshot(),
  },
  {
    id: "export",
    label: (words) => words.say("action.export"),
    keys: ["Mod+E"],
    enabled: isOpen,
    run: (verbs) => verbs.exportData(),
  },
  onMap("picture", "Mod+Shift+E", (verbs) => verbs.picture()),
  {
    id: "tidy",
    label: (words) => words.say("action.tidy"),
    keys: ["Mod+Shift+T"],
    enabled: (situation) => canEdit(situation) && isLaidOut(situation),
    run: (verbs) => verbs.tidy(),
  },
  onMap("fit", "Mod+0", (verbs) => verbs.fit()),
  zooming("zoom-in", "Mod+=", 1),
  zooming("zoom-out", "Mod+-", -1),
  {
    id: "remove",
    label: (words) => words.say("action.remove"),
    keys: ["Mod+Backspace"],
    enabled: (situation) => canEdit(situation) && situation.selected > 0,
    run: (verbs) => verbs.remove(),
  },
  plain("help", ["?", "F1"], always, (verbs) => verbs.help()),
  plain("about", [], always, (verbs) => verbs.about()),
];

function plain(
  id: "as-of" | "help" | "about",
  keys: readonly string[],
  enabled: Action["enabled"],
  run: Action["run"],
): Action {
  return { id, label: (words) => words.say(`action.${id}`), keys, enabled, run };
}

function view(name: View, keys: string): Action {
  return {
    id: name,
    label: (words) => words.say(`action.${name}`),
    keys: [keys],
    enabled: isOpen,
    run: (verbs) => verbs.go(name),
  };
}

function onMap(id: "fit" | "picture", keys: string, run: Action["run"]): Action {
  return {
    id,
    label: (words) => words.say(`action.${id}`),
    keys: [keys],
    enabled: (situation) => isOpen(situation) && situation.view === "map",
    run,
  };
}

function zooming(id: "zoom-in" | "zoom-out", keys: string, step: 1 | -1): Action {
  return {
    id,
    label: (words) => words.say(step > 0 ? "map.zoomIn" : "map.zoomOut"),
    keys: [keys],
    enabled: (situation) => isOpen(situation) && situation.view === "map",
    run: (verbs) => verbs.zoom(step),
  };
}

/** The entries of the system's menu bar, which carry the same names as our actions but for these. */
const MENU: Partial<Record<MenuAction, string>> = {
  new_window: "new-window",
  zoom_in: "zoom-in",
  zoom_out: "zoom-out",
  zoom_fit: "fit",
  shortcuts: "help",
};

/** The action that an entry of the system's menu bar stands for. */
export function actionOfMenu(entry: MenuAction): Action {
  return actionOf(MENU[entry] ?? entry);
}

const ADDING: readonly Action[] = KINDS.map((kind) => ({
  id: `add-${kind}`,
  label: (words) => words.say("action.add", { kind }),
  keys: [],
  enabled: canEdit,
  run: (verbs) => verbs.add(kind),
}));

export const ACTIONS: readonly Action[] = [...FRAME, ...CANVAS_ACTIONS, ...MAP_ACTIONS, ...ADDING];

export function actionOf(id: string): Action {
  const action = ACTIONS.find((it) => it.id === id);
  if (action === undefined) throw new Error(`There is no action called ${id}.`);
  return action;
}
