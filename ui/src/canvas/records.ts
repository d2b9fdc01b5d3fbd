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
import { type Carriers, carriersOf } from "../model/line";
import { live } from "../model/live";
import type { Portfolio } from "../model/portfolio";
import { type Standings, standingsOf } from "../model/standing";
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
  /** What links carry, and the bars of cards, where they are known already; otherwise they are read from the lists. */
  readonly carriers?: Carriers;
  readonly standings?: Standings;
  /** Evidence ladder by element, where it was computed; otherwise a first estimate stands in. */
  readonly ladder?: ReadonlyMap<string, Rung>;
}

/**
 * The records of one canvas from the mirror, without what was put away. Call it when the mirror, the canvas or the findings changed and
 * keep the answer: its identity tells the projector whether to read again, that of its lists what.
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
    elements: listOf(elements),
    links: listOf(links),
    placements: on(portfolio.placements, canvas),
    readings: listOf(portfolio.readings),
    statuses: listOf(portfolio.statuses),
    findings,
    kind: shown?.kind ?? "strategy_map",
    frames: shown?.frames ?? [],
    notes: on(portfolio.notes, canvas),
    mirrored,
    asOf: portfolio.asOf,
    carriers: carriersOf(portfolio),
    standings: standingsOf(portfolio),
  };
}

const lists = new WeakMap<object, readonly unknown[]>();

function listOf<T>(table: ReadonlyMap<string, T>): readonly T[] {
  const made = (lists.get(table) as readonly T[] | undefined) ?? [...table.values()];
  lists.set(table, made);
  return made;
}

const standing = new WeakMap<object, { readonly canvas: string; readonly on: readonly unknown[] }>();

/** What stands on a canvas; kept for the one that was asked for last, because only one is looked at. */
function on<T extends { readonly canvas: string }>(
  table: ReadonlyMap<string, T>,
  canvas: string,
): readonly T[] {
  const before = standing.get(table);
  if (before?.canvas === canvas) return before.on as readonly T[];
  const made = listOf(table).filter((it) => it.canvas === canvas);
  standing.set(table, { canvas, on: made });
  return made;
}
