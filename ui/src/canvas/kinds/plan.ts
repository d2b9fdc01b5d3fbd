/*
 * How each map-like kind of canvas divides its paper: which elements stand on it and in which band, and which bands
 * there are. The projection asks; nothing else tells one kind from another.
 */
import type { CanvasKind, Element, Perspective } from "../../api/bindings";
import { columnDepths, depths, lanesFor, oneLine, SLIM, type Spot } from "../bands";
import { isCardKind, KINDS } from "../kinds";
import type { Axis } from "../measures";
import type { BandKey, CardKind, Lane } from "../scene";
import type { SceneWords } from "../words";

export interface Plan {
  /** How bands follow each other; null where there are none. */
  readonly axis: Axis | null;
  /** Whether taking a card to another band says something about its element. */
  readonly crossing: boolean;
  /** The band of an element of a kind that has cards; null when it has no place here. */
  band(element: Element, kind: CardKind): BandKey | null;
  lanes(spots: readonly Spot[]): Lane[];
}

export function planOf(kind: CanvasKind, mirrored: boolean, words: SceneWords): Plan {
  switch (kind) {
    case "scorecard":
      return scorecard(words);
    case "benefits_map":
      return benefitsMap(words, mirrored);
    case "free":
      return { axis: null, crossing: false, band: () => null, lanes: () => [] };
    default:
      return {
        axis: "rows",
        crossing: false,
        band: (_, card) => card,
        lanes: (spots) => lanesFor(spots, words.lane),
      };
  }
}

/** From what is reached in the end to what makes it possible; last what nobody has said yet. */
export const PERSPECTIVES: readonly Perspective[] = ["financial", "customer", "process", "learning"];

export function isPerspective(band: BandKey): band is Perspective {
  return (PERSPECTIVES as readonly string[]).includes(band);
}

/** Room above a band for the question that it answers. */
const QUESTION = 18;

/** Objectives in the four perspectives of a balanced scorecard. */
function scorecard(words: SceneWords): Plan {
  return {
    axis: "rows",
    crossing: true,
    band: (element) => (element.kind === "objective" ? (element.perspective?.known ?? "unseen") : null),
    lanes(spots) {
      const deep = depths(spots, "rows");
      const isBare = deep.size === 0;
      let top = 0;
      return [...PERSPECTIVES, "unseen" as const].map((key): Lane => {
        // A perspective that lacks an objective says so in a slim band. A bare scorecard shows the room of all four.
        const lacks = !deep.has(key) && !isBare;
        const slim = lacks || (isBare && key === "unseen");
        const from = top + (slim ? 0 : QUESTION);
        const band = { key, kind: "objective", axis: "rows", from } as const;
        const depth = deep.get(key) ?? (slim ? SLIM : oneLine("rows"));
        const lane = { level: 2, axis: "rows", from: top, depth: from + depth - top } as const;
        top += lane.depth;
        return { ...lane, ...words.perspective(key, lacks), bands: [{ ...band, depth }] };
      });
    },
  };
}

/** From why to ground, as a benefits dependency network is read. */
const COLUMNS: readonly CardKind[] = [
  "driver",
  "objective",
  "outcome",
  "change",
  "capability",
  "initiative",
  "system",
];

/**
 * Columns from why to ground, or from ground to why. An empty one keeps the room of a card: a step is missing there.
 * None is so narrow beside a full one that it could not be named where all are in sight.
 */
function benefitsMap(words: SceneWords, mirrored: boolean): Plan {
  const order = mirrored ? [...COLUMNS].reverse() : COLUMNS;
  return {
    axis: "columns",
    crossing: false,
    band: (_, kind) => (COLUMNS.includes(kind) ? kind : null),
    lanes(spots) {
      const deep = columnDepths(spots, order);
      let from = 0;
      return order.map((kind): Lane => {
        const depth = deep.get(kind) ?? oneLine("columns");
        const band = { key: kind, kind, axis: "columns", from, depth } as const;
        from += depth;
        const { title, said } = words.column(kind);
        return {
          level: KINDS[kind].level,
          title,
          said,
          axis: "columns",
          from: band.from,
          depth,
          bands: [band],
        };
      });
    },
  };
}

/** An element as the kind of card that it is drawn as; null for one that has none. */
export function cardKindOf(element: Element): CardKind | null {
  return isCardKind(element.kind) ? element.kind : null;
}
