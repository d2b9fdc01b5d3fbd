/*
 * What the map tells its surroundings, as plain values: gestures that are over, never steps of one. It knows no records;
 * whoever listens turns them into edits.
 */
import type { NotePaper } from "../api/bindings";
import type { Offer } from "./policy";
import type { BandKey, CardKind, Level, SceneNote } from "./scene";
import type { Box, Point, Size, View } from "./view";

export interface Move {
  readonly id: string;
  /** Across the band counted from where it begins, as placements are stored. */
  readonly x: number;
  readonly y: number;
  /** The band that it was taken to, where that is another one. */
  readonly band?: BandKey;
}

/** A place in the world: the new one of a note, or where something lies that is copied. */
export interface NoteMove {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** A note that was written and is none yet. */
export interface NewNote {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly paper: NotePaper;
  /** The element that it is about. */
  readonly about: string | null;
}

export interface AddRequest {
  readonly kind: CardKind;
  readonly level: Level;
  readonly x: number;
  readonly y: number;
  /** The band in which it was asked for; null where there are none. */
  readonly band: BandKey | null;
}

/** What the map tells its surroundings. All optional: a map without them is a picture one can move. */
export interface CanvasEvents {
  /** Ids of cards and links. */
  onSelect?(ids: readonly string[]): void;
  /** One call per gesture, at its end. A rejected promise puts the cards back. */
  onMove?(moves: readonly Move[], notes: readonly NoteMove[]): unknown;
  onConnect?(link: Offer): void;
  onMechanism?(link: string, text: string): void;
  /** Copies of these cards and notes are wanted, at free places beside them. */
  onDuplicate?(spots: readonly Move[], notes: readonly NoteMove[]): void;
  onNote?(note: NewNote): void;
  onWrite?(note: string, text: string): void;
  onPaper?(notes: readonly string[], paper: NotePaper): void;
  /** A note becomes an element of a kind, at a place of the canvas as placements store it. */
  onBecome?(note: string, as: AddRequest): void;
  /** Ids of cards and notes. */
  onLock?(cards: readonly string[], notes: readonly string[], locked: boolean): void;
  /** What is selected was copied, or cut, or something was pasted at a place of the world. */
  onCopy?(lying: readonly NoteMove[], clipboard: DataTransfer, cut: boolean): void;
  onPaste?(clipboard: DataTransfer, target: PasteTarget): void;
  /** The columns are to be read from the other side. */
  onMirror?(): void;
  /** The next or the previous overlay is wanted. */
  onOverlay?(step: 1 | -1): void;
  onRename?(id: string, title: string): void;
  onAdd?(request: AddRequest): void;
  onGhost?(id: string): void;
  onOpen?(id: string): void;
  onRemove?(ids: readonly string[]): void;
  onAnnounce?(text: string): void;
  /** Something that must be seen as well: why nothing came of a key, and what can be done. */
  onTell?(text: string, hint: string): void;
  /** When the view has come to rest. */
  onView?(view: View): void;
  onHover?(id: string | null): void;
}

/** Where something that is pasted may come to lie. */
export interface PasteTarget {
  /** The middle of what is looked at, in the world. */
  readonly middle: Point;
  /** Whether cards of a kind stand on this canvas. */
  hasRoomFor(kind: CardKind): boolean;
  /** Free places for cards of these kinds, near what is looked at, as placements store them; not those that are promised. */
  places(kinds: readonly CardKind[], promised?: readonly Point[]): readonly Point[];
  /** How large a note is. */
  sizeOf(note: Pick<SceneNote, "text" | "about" | "by">): Size;
  /** By how much things must be shifted together to lie on nothing, and not on places given before. */
  clearing(things: readonly Box[]): Point;
}
