/* Actions of the map: where to look, how the selection is put in order, what the map is coloured by, what is found. */
import { ARRANGEMENTS, type MapCommand, OVERLAYS } from "../canvas/index.ts";
import { isDiagram } from "../model/canvases.ts";
import type { Action, Situation } from "./action.ts";

const onCanvas = ({ state, view }: Situation) => state !== null && view === "map";
/** Cards stand there, and not marks where the records say. */
const withCards = ({ canvas }: Situation) => canvas === null || !isDiagram(canvas.kind);
const onMap = (situation: Situation) => onCanvas(situation) && withCards(situation);
const canFrame = (situation: Situation) => onCanvas(situation) && situation.state?.readOnly === null;
const canMove = (situation: Situation) => onMap(situation) && situation.state?.readOnly === null;
const withSelection = (situation: Situation) => canMove(situation) && situation.selected > 0;
const withSeveral = (situation: Situation) => canMove(situation) && situation.selected > 1;

/** Whether the canvas has bands, in which cards can be put in order. */
export const isLaidOut = (situation: Situation) => onMap(situation) && situation.canvas?.kind !== "free";

/** The keys are those of the map's own engine; here they are shown, and work where nothing else has the keyboard. */
function look(command: MapCommand, keys: readonly string[], enabled = onCanvas): Action {
  return {
    id: `map-${command}`,
    label: (words) => words.say(`map.${command}`),
    keys,
    enabled,
    run: (verbs) => verbs.onMap(command),
  };
}

export const MAP_ACTIONS: readonly Action[] = [
  {
    id: "beside",
    label: (words) => words.say("action.beside"),
    keys: ["F6"],
    enabled: ({ state, view }) => state !== null && (view === "map" || view === "outline"),
    run: (verbs) => verbs.beside(),
    inText: true,
  },
  {
    id: "find-on-map",
    label: (words) => words.say("map.find"),
    keys: ["Mod+F"],
    enabled: onCanvas,
    run: (verbs) => verbs.findOnMap(),
    inText: true,
  },
  {
    id: "frame",
    label: (words, { selected }) => words.say(selected > 0 ? "frames.addSelection" : "frames.addSeen"),
    keys: ["Shift+F"],
    enabled: canFrame,
    run: (verbs) => verbs.frame(),
  },
  {
    id: "frames",
    label: (words) => words.say("frames.list"),
    keys: ["G"],
    enabled: onCanvas,
    run: (verbs) => verbs.frames(),
  },
  {
    id: "present",
    label: (words) => words.say("present.begin"),
    keys: ["F5"],
    enabled: onCanvas,
    run: (verbs) => verbs.present(),
    inText: true,
  },
  look("back", ["Alt+ArrowLeft"]),
  look("forward", ["Alt+ArrowRight"]),
  look("frameSelection", []),
  look("life", []),
  {
    id: "map-duplicate",
    label: (words) => words.say("map.duplicate"),
    keys: ["Mod+D"],
    enabled: withSelection,
    run: (verbs) => verbs.onMap("duplicate"),
  },
  {
    id: "map-takeOff",
    label: (words) => words.say("action.takeOff"),
    keys: [],
    enabled: (situation) => withSelection(situation) && situation.canvas?.kind === "free",
    run: (verbs) => verbs.takeOff(),
  },
  {
    id: "map-lock",
    label: (words) => words.say("map.lock"),
    keys: ["Mod+Shift+L"],
    enabled: withSelection,
    run: (verbs) => verbs.onMap("lock"),
  },
  {
    id: "map-note",
    label: (words) => words.say("map.note"),
    keys: [],
    enabled: canMove,
    run: (verbs) => verbs.onMap("note"),
  },
  look("mirror", [], onMap),
  {
    id: "map-placeHere",
    label: (words) => words.say("map.placeHere"),
    keys: [],
    enabled: (situation) =>
      situation.state?.readOnly === null && situation.selected > 0 && withCards(situation),
    run: (verbs) => verbs.placeHere(),
  },
  ...ARRANGEMENTS.map(
    (how) =>
      ({
        id: `map-${how}`,
        label: (words) => words.say(`map.${how}`),
        keys: [],
        enabled: withSeveral,
        run: (verbs) => verbs.onMap(how),
      }) satisfies Action,
  ),
  ...[null, ...OVERLAYS].map(
    (kind) =>
      ({
        id: `overlay-${kind ?? "none"}`,
        label: (words) => words.say("overlay.by", { what: words.say(`overlay.${kind ?? "none"}`) }),
        keys: [],
        enabled: onMap,
        run: (verbs) => verbs.overlay(kind),
      }) satisfies Action,
  ),
];
