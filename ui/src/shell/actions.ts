/*
 * Every action of the frame, once: its name, its keys, when it can be done, and what it does. Buttons, the palette,
 * the menu and the help sheet all read this table; nothing else binds a key.
 */
import type { Canvas, ElementKind, MenuAction } from "../api/index.ts";
import type { MapCommand, OverlayKind } from "../canvas/index.ts";
import { KINDS } from "../model/kinds.ts";
import type { State } from "../model/store.ts";
import type { Words } from "../words/index.ts";
import { CANVAS_ACTIONS } from "./canvasActions.ts";
import { isLaidOut, MAP_ACTIONS } from "./mapActions.ts";
import { stepWords } from "./steps.ts";

export type View =
  | "map"
  | "table"
  | "matrix"
  | "outline"
  | "findings"
  | "standing"
  | "sources"
  | "indicators"
  | "decisions"
  | "history"
  | "settings";

/** The views that respect the shared filter. */
export const FILTERED: ReadonlySet<View> = new Set<View>([
  "map",
  "table",
  "matrix",
  "outline",
  "findings",
  "indicators",
  "decisions",
]);

/** What actions can ask of the frame. */
export interface Verbs {
  undo(): void;
  redo(): void;
  /** Undoes so many steps, one after the other. */
  takeBack(count: number): void;
  go(view: View): void;
  add(kind: ElementKind): void;
  remove(): void;
  tidy(): void;
  fit(): void;
  zoom(step: 1 | -1): void;
  toggleFindings(): void;
  /** Goes to a finding among the others, by its key. */
  showFinding(key: string): void;
  /** Goes to the findings about the selection. */
  findingsOf(): void;
  importFile(): void;
  newPortfolio(): void;
  newWindow(): void;
  openPortfolio(): void;
  closePortfolio(): void;
  snapshot(): void;
  exportData(): void;
  onMap(command: MapCommand): void;
  /** Puts the selection where the map is looked at, whatever is shown now. */
  placeHere(): void;
  findOnMap(): void;
  /** The keyboard goes to the inspector, or back to what it stands beside. */
  beside(): void;
  overlay(kind: OverlayKind | null): void;
  /** Keeps what is selected, or else what is seen, as a frame. */
  frame(): void;
  /** Shows or hides the list of frames. */
  frames(): void;
  /** Shows the canvas to a room, frame by frame. */
  present(): void;
  /** Asks what a picture of the canvas shall show. */
  picture(): void;
  goCanvas(id: string): void;
  /** To the canvas after this one or before it. */
  stepCanvas(step: 1 | -1): void;
  /** Offers the kinds of canvases. */
  newCanvas(): void;
  renameCanvas(): void;
  duplicateCanvas(): void;
  /** Asks before it removes. */
  removeCanvas(): void;
  palette(): void;
  filter(): void;
  /** Offers other days to judge the portfolio for. */
  asOf(): void;
  help(): void;
  about(): void;
  saved(): void;
}

/** What decides whether an action can be done. */
export interface Situation {
  readonly state: State | null;
  readonly selected: number;
  readonly view: View;
  /** The one in sight; `null` while there is none. */
  readonly canvas: Canvas | null;
}

export interface Action {
  readonly id: string;
  readonly label: (words: Words, situation: Situation) => string;
  /** The first is the one that is shown. */
  readonly keys: readonly string[];
  readonly enabled: (situation: Situation) => boolean;
  readonly run: (verbs: Verbs) => void;
  /** Works while somebody types. */
  readonly inText?: boolean;
}

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
