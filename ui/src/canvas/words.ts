/*
 * Every word the engine and the projection show or say. The shell hands them in, in the language of the
 * user; nothing in this folder writes a word of its own.
 */
import type { NotePaper, Perspective } from "../api/bindings";
import type { Arrangement } from "./arrange";
import type { Refusal } from "./policy";
import type { CardKind, Ghost, Level, SceneCard, SceneLinkKind, Weight } from "./scene";
import type { TitleWords } from "./titleField";

/** Words about a link that is being drawn, on a map or a diagram. */
export interface LinkWords {
  refusal(reason: Refusal): string;
  /** While a link is drawn downwards: it will be made from the lower card to the higher one. */
  readonly flipped: string;
  /** A refusal, and the first of the kinds that may stand instead. */
  offered(refusal: string, kind: SceneLinkKind, count: number): string;
  /** Name of the menu of kinds, and one of them between two titles. */
  readonly linkKinds: string;
  linkOffer(kind: SceneLinkKind, from: string, to: string): string;
  /** A link is drawn from the keyboard: begun, at its own card, at a card that may be taken, left. */
  linkFrom(title: string): string;
  readonly linkHow: string;
  /** What was typed to look for the other end. */
  linkTyped(typed: string): string;
  readonly linkTake: string;
  readonly linkLeft: string;
  /** Why none can be begun, and what can be done. */
  linkLacks(why: LinkLack): { readonly text: string; readonly hint: string };
  /** What somebody was at was taken away elsewhere. */
  readonly gone: string;
}

/**
 * Why no link can be begun: the file is only read, cards are too far away, nothing, a note, or a missing step is stood on, a
 * mark that links have no end at, a diagram on which none are drawn.
 */
export type LinkLack = "readOnly" | "far" | "nothing" | "note" | "ghost" | "mark" | "chart";

/** Words for the drawing surface itself. */
export interface CanvasWords extends TitleWords, LinkWords {
  /** Name of the map for a screen reader, and how to use it in one sentence. */
  readonly label: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly overview: string;
  /** "80 %" */
  zoom(percent: number): string;
  /** A card in one sentence: kind, title, states, links up and down, whether the filter lets it pass. */
  card(card: SceneCard, up: number, down: number, passing: boolean): string;
  ghost(ghost: Ghost): string;
  selected(count: number, title: string): string;
  moved(count: number): string;
  /** What a contribution says, and what stands in the empty field. */
  readonly mechanism: string;
  readonly mechanismHint: string;
  /** The tools over several selected cards. */
  readonly arrange: string;
  readonly duplicate: string;
  arrangement(how: Arrangement): string;
  readonly lock: string;
  readonly unlock: string;
  /** So many of what was to be moved, put in order or taken away are locked and stay. */
  locked(count: number): string;
  /** A note in one sentence: what it is about (null for nothing), who wrote it, what it says. */
  note(text: string, about: string | null, by: string, locked: boolean): string;
  /** Name of the field a note is typed in, and what stands in an empty one. */
  readonly noteText: string;
  readonly noteHint: string;
  /** The tools over selected notes. */
  paper(paper: NotePaper): string;
  readonly becomes: string;
  becomesKind(kind: CardKind): string;
  /** What somebody was at was taken away elsewhere, and what they typed was kept. */
  readonly goneKept: string;
  /** The columns of a benefits map are read from the other side. */
  readonly mirror: string;
  /** A block of the far view: what its cards serve (null for nothing) and how many other names it has. */
  group(kind: CardKind | null, name: string | null, more: number): string;
  number(value: number): string;
  /** `kind` is null for cards of several kinds. */
  groupCount(kind: CardKind | null, count: number, passing: number): string;
}

/** Words that end up in a scene. */
export interface SceneWords {
  lane(level: Level): string;
  /** What objectives are seen from, and the question that it asks; also that none answers, where it lacks one. */
  perspective(
    band: Perspective | "unseen",
    lacks: boolean,
  ): { readonly title: string; readonly said: string };
  /** The heading of a column of a benefits map: its question, and the kind that stands in it. */
  column(kind: CardKind): { readonly title: string; readonly said: string };
  readonly noOwner: string;
  readonly untitled: string;
  strength(weight: Weight): string;
  confidence(weight: Weight): string;
  /** Label of a link that skips so many steps. */
  leap(missing: number): string;
  /** Points of an objective as shown on a card. */
  weight(points: number): string;
  /** Amount as shown on a card, in the user's number style. */
  money(amount: string, currency: string): string;
  /** What a ghost asks: what is missing of `kind` beside the card called `title`, above or below it. */
  question(kind: CardKind, title: string, side: "above" | "below"): string;
  action(kind: CardKind): string;
}
