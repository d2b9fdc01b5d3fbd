/*
 * What the projection reads: the records of a portfolio, by their generated types, and what was found in
 * them. Any mirror of the records that can give these lists will do.
 */
import type {
  CanvasKind,
  Element,
  Finding,
  Frame,
  Link,
  Note,
  Placement,
  Reading,
  StatusReport,
} from "../api/bindings";
import { live } from "../model/live";
import type { Portfolio } from "../model/portfolio";
import type { Rung } from "./scene";

export interface MapRecords {
  readonly elements: Iterable<Element>;
  readonly links: Iterable<Link>;
  /** Of the canvas that is shown. */
  readonly placements: Iterable<Placement>;
  readonly readings: Iterable<Reading>;
  readonly statuses: Iterable<StatusReport>;
  readonly findings: readonly Finding[];
  /** What is shown is a strategy map unless it says otherwise. */
  readonly kind?: CanvasKind;
  readonly frames?: readonly Frame[];
  readonly notes?: Iterable<Note>;
  /** Columns run from ground to why. */
  readonly mirrored?: boolean;
  /** The day on which links carry; today where none is given. */
  readonly asOf?: string | null;
  /** Evidence ladder by element, where it was computed; otherwise a first estimate stands in. */
  readonly ladder?: ReadonlyMap<string, Rung>;
}

/**
 * The records of one canvas from the mirror, without what was put away. Call it when the mirror, the canvas or the findings changed and
 * keep the answer: its identity tells the projector whether to read again.
 */
export function recordsOf(
  portfolio: Portfolio,
  canvas: string,
  findings: readonly Finding[],
  mirrored = false,
): MapRecords {
  const { elements, links } = live(portfolio);
  const shown = portfolio.canvases.get(canvas);
  return {
    elements: [...elements.values()],
    links: [...links.values()],
    placements: [...portfolio.placements.values()].filter((place) => place.canvas === canvas),
    readings: [...portfolio.readings.values()],
    statuses: [...portfolio.statuses.values()],
    findings,
    kind: shown?.kind ?? "strategy_map",
    frames: shown?.frames ?? [],
    notes: [...portfolio.notes.values()].filter((note) => note.canvas === canvas),
    mirrored,
    asOf: portfolio.asOf,
  };
}
