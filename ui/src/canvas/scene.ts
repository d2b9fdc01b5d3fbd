/*
 * What the engine draws: plain values, no records, no words of its own.
 * `project.ts` makes a Scene from the model; the engine only reads it. Coordinates are world units.
 * An array that did not change keeps its identity, so the engine can skip what depends on it.
 */

import type { Overlay } from "./overlay/overlay";

/** Ladder of levels, why (1) to ground (6). */
export type Level = 1 | 2 | 3 | 4 | 5 | 6;

/** The kinds that have a place on the map, in chain order (system and team share the last rung). */
export type CardKind =
  | "driver"
  | "priority"
  | "objective"
  | "outcome"
  | "change"
  | "capability"
  | "initiative"
  | "system"
  | "team";

export type Status = "ok" | "risk" | "off" | "unknown";

/** One of the two bars. `fraction` is 0–1; null means never measured and is drawn hatched. */
export interface Bar {
  readonly fraction: number | null;
  readonly status: Status;
}

export type Severity = "high" | "medium" | "low";

/** The worst finding of a card and how many it has. */
export interface Badge {
  readonly severity: Severity;
  readonly count: number;
}

/** Evidence ladder, 0 unlinked to 5 proven; null is unknown and drawn hatched. */
export type Rung = 0 | 1 | 2 | 3 | 4 | 5 | null;

export interface SceneCard {
  readonly id: string;
  readonly kind: CardKind;
  readonly level: Level;
  readonly x: number;
  readonly y: number;
  /** The title as it is edited, and as it is drawn (a priority shows its rank before it). */
  readonly title: string;
  readonly shown: string;
  /** Words for something that should be there, drawn first in the warning tone ("no owner"). */
  readonly missing: string | null;
  /** Owner, money, weight …: parts that leave one by one when room is short. */
  readonly meta: readonly string[];
  /** Evidence grade as written ("E3"). */
  readonly grade: string | null;
  readonly ladder: Rung;
  readonly delivery: Bar;
  readonly outcome: Bar;
  readonly badge: Badge | null;
}

export type SceneLinkKind =
  | "contribution"
  | "because"
  | "part_of"
  | "depends_on"
  | "conflicts_with"
  | "rests_on"
  | "measures"
  | "cites";

export type Weight = 1 | 2 | 3 | 4 | 5;

export interface SceneLink {
  readonly id: string;
  /** Ids of cards; in a bridge also of ghosts. */
  readonly from: string;
  readonly to: string;
  readonly kind: SceneLinkKind;
  readonly strength: Weight;
  readonly confidence: Weight;
  /** Not yet accepted: dashed. */
  readonly proposed: boolean;
  /** Skips a step of the chain: dotted. */
  readonly leap: boolean;
  readonly negative: boolean;
  /** Shown on hover, on selection and along the lit line; empty for none. */
  readonly label: string;
  /** How the one brings about the other, in somebody's words; empty where nobody said. */
  readonly mechanism: string;
}

/** A step that is missing, drawn where it belongs; acting on it creates the record. */
export interface Ghost {
  readonly id: string;
  readonly kind: CardKind;
  readonly level: Level;
  readonly x: number;
  readonly y: number;
  /** Height as a placement of the new record would store it. */
  readonly inBand: number;
  readonly question: string;
  /** What a press does; empty where nothing may be changed. */
  readonly action: string;
  /** On the lit line (accent) or elsewhere (ink). */
  readonly lit: boolean;
  /** The card the new record should contribute to, and the one that should contribute to it. */
  readonly above: string | null;
  readonly below: string | null;
}

/** The strip of one kind; placements count their height from its top. */
export interface SceneBand {
  readonly kind: CardKind;
  readonly y: number;
  readonly height: number;
}

export interface Lane {
  readonly level: Level;
  readonly title: string;
  readonly y: number;
  readonly height: number;
  readonly bands: readonly SceneBand[];
}

/** The lit throughline. */
export interface Focus {
  readonly cards: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

export interface Scene {
  readonly lanes: readonly Lane[];
  readonly cards: readonly SceneCard[];
  readonly links: readonly SceneLink[];
  readonly ghosts: readonly Ghost[];
  /** Links from and to ghosts, and the ids of the links they stand for (those are not drawn meanwhile). */
  readonly bridges: readonly SceneLink[];
  readonly bridged: ReadonlySet<string>;
  readonly focus: Focus | null;
  /** Ids of the cards that pass the filter; the others are dimmed. `null` when nothing is kept back. */
  readonly passing: ReadonlySet<string> | null;
  /** What the edges of cards and the far view are coloured by; null for level and ladder. */
  readonly overlay: Overlay | null;
}

export const EMPTY_SCENE: Scene = {
  lanes: [],
  cards: [],
  links: [],
  ghosts: [],
  bridges: [],
  bridged: new Set(),
  focus: null,
  passing: null,
  overlay: null,
};
