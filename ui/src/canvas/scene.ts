/*
 * What the engine draws: plain values, no records, no words of its own.
 * `project.ts` makes a Scene from the model; the engine only reads it. Coordinates are world units.
 * An array that did not change keeps its identity, so the engine can skip what depends on it.
 */

import type { NotePaper, Perspective } from "../api/bindings";
import type { Axis } from "./measures";
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

/** What a band is called on its canvas: a kind, or what objectives are seen from. */
export type BandKey = CardKind | Perspective | "unseen";

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
  /** Told of many cards at once and of this one not apart: drawn without the colour of its severity. */
  readonly shared?: true;
}

/** Evidence ladder, 0 unlinked to 5 proven; null is unknown and drawn hatched. */
export type Rung = 0 | 1 | 2 | 3 | 4 | 5 | null;

export interface SceneCard {
  readonly id: string;
  readonly kind: CardKind;
  readonly level: Level;
  /** The band that it stands in; null where there are none. */
  readonly band: BandKey | null;
  readonly x: number;
  readonly y: number;
  /** Nobody moves it until it is unlocked. */
  readonly locked: boolean;
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
  readonly band: BandKey;
  readonly x: number;
  readonly y: number;
  /** Its place as a placement of the new record would store it. */
  readonly spot: { readonly x: number; readonly y: number };
  readonly question: string;
  /** What a press does; empty where nothing may be changed. */
  readonly action: string;
  /** On the lit line (accent) or elsewhere (ink). */
  readonly lit: boolean;
  /** The card the new record should contribute to, and the one that should contribute to it. */
  readonly above: string | null;
  readonly below: string | null;
}

/** A strip of the paper; placements count across it from where it begins. */
export interface SceneBand {
  readonly key: BandKey;
  /** What is added here. */
  readonly kind: CardKind;
  readonly axis: Axis;
  /** Top edge of a row or left edge of a column, and how far it reaches from there. */
  readonly from: number;
  readonly depth: number;
}

/** Bands under one title. */
export interface Lane {
  readonly level: Level;
  readonly title: string;
  /** A second line below the title; empty for none. */
  readonly said: string;
  readonly axis: Axis;
  readonly from: number;
  readonly depth: number;
  readonly bands: readonly SceneBand[];
}

/** A sticky note, or a comment where it is about a card of this canvas. */
export interface SceneNote {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly paper: NotePaper;
  /** The card that it is about. */
  readonly about: string | null;
  /** Who wrote it; empty when nobody said. */
  readonly by: string;
  readonly locked: boolean;
}

/** A camera of this canvas, drawn as a thin outline with its title. */
export interface SceneFrame {
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The lit throughline. */
export interface Focus {
  readonly cards: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

export interface Scene {
  /** How bands follow each other; null where there are none and everything stands where somebody put it. */
  readonly axis: Axis | null;
  /** Columns run from ground to why. */
  readonly mirrored: boolean;
  /** A card may be taken to another band, which says something about it. */
  readonly crossing: boolean;
  readonly lanes: readonly Lane[];
  readonly cards: readonly SceneCard[];
  readonly links: readonly SceneLink[];
  readonly notes: readonly SceneNote[];
  readonly frames: readonly SceneFrame[];
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
  axis: "rows",
  mirrored: false,
  crossing: false,
  lanes: [],
  cards: [],
  links: [],
  notes: [],
  frames: [],
  ghosts: [],
  bridges: [],
  bridged: new Set(),
  focus: null,
  passing: null,
  overlay: null,
};
