/*
 * What an action is, what decides whether it can be done, and what it can ask of the frame. The actions themselves stand in
 * tables of their own.
 */
import type { Canvas, ElementKind } from "../api/index.ts";
import type { MapCommand, OverlayKind } from "../canvas/index.ts";
import type { State } from "../model/store.ts";
import type { Words } from "../words/index.ts";

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
  /** Removes the selection from the portfolio. */
  remove(): void;
  /** Takes the selection off the free canvas in sight; elements stay. */
  takeOff(): void;
  tidy(): void;
  fit(): void;
  zoom(step: 1 | -1): void;
  toggleFindings(): void;
  /** Shows or hides the outline beside the canvas. */
  toggleOutline(): void;
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
