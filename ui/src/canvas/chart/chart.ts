/*
 * What the chart engine shows: a flat list of marks, each standing for an element or a link, with strips at the
 * left and the top that stay in view. Functions in `kinds/` make one from records; the engine knows no records.
 * Drawing is given as functions over a pen, so that a mark can tell less when it has less room.
 */
import type { Direction } from "../keys";
import type { End, Offer, Verdict } from "../policy";
import type { TitleWords } from "../titleField";
import type { Box } from "../view";
import type { LinkWords } from "../words";
import type { Eye } from "./eye";
import type { Pen } from "./pen";

/** Which ways the zoom stretches: a plane, or time alone with rows that keep their height. */
export type Axes = "both" | "x";

/** A point of the world where the body parts, and the screen pixels that lie between its parts. */
export interface Hub {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Ways to walk: one step, to an end of the row, or some rows on. */
export type Way = Direction | "home" | "end" | "pageUp" | "pageDown";

/** How a mark stands at this moment. */
export interface Stance {
  readonly selected: boolean;
  readonly hovered: boolean;
  /** It is being dragged, and lies elsewhere than its records say. */
  readonly moving: boolean;
}

/** How a mark can be dragged: along x, whole or by its ends. */
export interface Drag {
  /** Whether each end can be dragged alone. */
  readonly start: boolean;
  readonly end: boolean;
  /** The nearest place something may be let go at this zoom, in world units. */
  snap(at: number, zoom: number): number;
  /** What one press of Shift and an arrow moves by: the place one step before or after. */
  step(at: number, zoom: number, way: 1 | -1): number;
  /** The end that nobody gave: it goes along when the whole is moved, and is given when it is moved alone. */
  readonly open?: "start" | "end" | undefined;
  /** How much farther its ends lie than they are drawn, where the axis does not reach them. */
  readonly beyond?: { readonly x0: number; readonly x1: number };
  /** What is told beside the pointer, and said: where it would lie when that part of it is let go there. */
  note(x0: number, x1: number, part: Dragged["part"]): string;
  /** It lies nowhere yet: a key puts it at `from`, a pointer where it is, and there it ends by `until`. */
  readonly fresh?: { readonly from: number; until(x0: number): number };
}

export interface Mark {
  /** Its own, unique in the chart. */
  readonly id: string;
  /** The element or link that is selected with it; several marks may share one. Null for a mark of its own. */
  readonly subject: string | null;
  /** World units; in a strip the side along it counts in screen pixels. */
  readonly box: Box;
  /**
   * In a strip that stays in view while the other axis moves; `corner` stays altogether. In a chart with a hub the
   * strips cross there, and their marks count from its edges.
   */
  readonly pin?: "left" | "top" | "corner";
  /** Screen pixels around the box that belong to it: for marks that keep their size at every zoom. */
  readonly reach?: number;
  /** It is the circle in its box, for pointer and ring. */
  readonly round?: boolean;
  /** What a screen reader says. */
  readonly label: string;
  /** Shown beside the pointer; lines part at line breaks. Empty for nothing. */
  readonly tip: string;
  /** The mark it lies in: arrows go from sibling to sibling, with Alt in and out. */
  readonly within?: string | undefined;
  /** Its row, where up and down mean rows and left and right mean along one. */
  readonly row?: number;
  /** Zoom from which on it is there, and up to which. */
  readonly near?: number;
  readonly far?: number;
  /** Drawn, but passed over by pointer and keys. */
  readonly inert?: boolean;
  /** Enter, Space, Delete and a click act on it, instead of opening, selecting and removing its subject. */
  readonly acts?: boolean;
  /** A click only stands on it, as in a spreadsheet; it acts by Enter, or by a click on it where one stands already. */
  readonly isCell?: boolean;
  /** What Enter will do, told with its tip where anything can be changed. */
  readonly next?: string;
  /** The title of its subject, where it can be edited in place. */
  readonly title?: string | undefined;
  /** What it is where a link begins or ends; without it none does. Links are drawn from the far end of its box. */
  readonly end?: End["kind"] | undefined;
  /** It passes the filter when all of these do, whatever its subject. */
  readonly needs?: readonly string[];
  readonly drag?: Drag | undefined;
  /** Another mark that is dragged by it: a name by which its bar is brought into time. Empty for none. */
  readonly grip?: string;
  draw(pen: Pen, at: Box, stance: Stance): void;
}

export interface Chart {
  /** What it is and how to use it in one sentence, for a screen reader. */
  readonly label: string;
  readonly axes: Axes;
  /** Everything that `fit` shows. */
  readonly bounds: Box;
  /**
   * What it opens with; everything when there is none. `least` is the zoom under which nothing could be read. Beside a hub
   * it may be as small as `tight` where all rows are in sight then; else the first one in sight, so high, is whole. Under
   * `named` its lines have no names, and all of it is not shown so unless somebody goes there.
   */
  readonly opening?: {
    readonly box: Box;
    readonly least: number;
    readonly tight?: number;
    readonly named?: number;
    readonly row?: number;
  };
  /** Zoom that fitting never goes beyond; life size unless told. */
  readonly largest?: number;
  /** In the order of drawing. */
  readonly marks: readonly Mark[];
  /** What a small picture of all of it shows beside the marks of the body. */
  readonly blocks?: readonly Box[];
  /** What stands in the middle while there is no mark: what is missing, and what to do. */
  readonly empty?: readonly [string, string];
  /** Width of the left strip and height of the top strip, in screen pixels. */
  readonly left: number;
  readonly top: number;
  /** Where the strips cross in the midst of the body, which parts there to make room for so many pixels. */
  readonly hub?: Hub;
  /** Which links may be drawn from one mark to another, where the chart says that any may. */
  readonly linking?: Linking;
  /** Where a key leads from a mark, when marks lie in a grid; nowhere is null. Without it the engine looks around. */
  walk?(from: Mark, way: Way): string | null;
  /** Height of a strip at the foot, which has no marks. */
  readonly bottom?: number;
  /** Drawn under the marks, over them, and under the marks of the strips; the last also paints their ground. */
  back?(pen: Pen, eye: Eye): void;
  front?(pen: Pen, eye: Eye, scene: Glance): void;
  strips?(pen: Pen, eye: Eye, scene: Glance): void;
  /** Drawn where the strips meet, over what scrolls beneath. */
  corner?(pen: Pen, eye: Eye): void;
}

/** What is pointed at and chosen while something is drawn. */
export interface Glance {
  readonly selection: ReadonlySet<string>;
  readonly hovered: Mark | null;
  /** Nothing can be changed, only looked at. */
  readonly readOnly: boolean;
  /** Where a mark lies on the screen now; null when it is not there at this zoom. */
  boxOf(id: string): Box | null;
}

/** What comes of a link that is drawn, and all the kinds of it that may stand. */
export interface Linking {
  judge(from: End, to: End | null): Verdict;
  offers(from: End, to: End): readonly Offer[];
}

export const EMPTY_CHART: Chart = {
  label: "",
  axes: "both",
  bounds: { x0: 0, y0: 0, x1: 800, y1: 500 },
  marks: [],
  left: 0,
  top: 0,
};

/** Let go: the mark and its new ends along x, in world units. */
export interface Dragged {
  readonly mark: Mark;
  readonly part: "whole" | "start" | "end";
  readonly x0: number;
  readonly x1: number;
}

export interface ChartEvents {
  /** Subjects of marks. */
  onSelect?(subjects: readonly string[]): void;
  /** Enter or a double click. */
  onOpen?(mark: Mark): void;
  /** Once per gesture. A promise that rejects, or an answer of false, puts the mark back. */
  onDrag?(dragged: Dragged): unknown;
  onRemove?(subjects: readonly string[]): void;
  /** A mark that acts was pressed, or is to be cleared. */
  onAct?(mark: Mark, act: "press" | "clear"): void;
  /** A link was drawn. */
  onConnect?(link: Offer): void;
  /** A title was edited in place. */
  onRename?(subject: string, title: string): void;
  /** The mark went away while its title was edited: what was typed that is new, or null. */
  onLost?(subject: string, typed: string | null): void;
  /** A key that the chart has no use for, pressed on a mark; true when it was taken. */
  onKey?(mark: Mark, event: KeyboardEvent): boolean;
  onAnnounce?(text: string): void;
  /** Something that must be seen as well: why nothing came of a key, and what can be done. */
  onTell?(text: string, hint: string): void;
  onHover?(subject: string | null): void;
}

export interface ChartWords extends TitleWords, LinkWords {
  selected(count: number, title: string): string;
  moved(note: string): string;
}
