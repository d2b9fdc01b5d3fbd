/*
 * How the table is set and what follows from it: filter, groups, order, columns, units. Pure; the components only
 * draw an arrangement and change a setting.
 */
import type { ElementKind, Finding, Money } from "../../api/bindings.ts";
import { known } from "../../model/maybe.ts";
import type { Portfolio } from "../../model/portfolio.ts";
import type { Words } from "../../words/index.ts";
import { type Column, columnsFor, shown } from "./columns.ts";
import { gapOf } from "./gaps.ts";
import { type Group, type Grouping, grouped, type Line, lines } from "./groups.ts";
import { type Unit, units } from "./money.ts";
import { type Sorting, sorted } from "./order.ts";
import { type BarsOf, matches, type Row, rowsOf } from "./rows.ts";

export interface Settings {
  readonly kind: ElementKind;
  readonly text: string;
  /** States to show; all of them when empty. "none" stands for rows without one. */
  readonly states: readonly string[];
  /** `null` groups by priority as soon as one is reached. */
  readonly grouping: Grouping | null;
  readonly sorting: Sorting | null;
  /** Columns switched on or off by hand, by kind and column. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
  readonly folded: ReadonlySet<string>;
}

export const INITIAL: Settings = {
  kind: "initiative",
  text: "",
  states: [],
  grouping: null,
  sorting: null,
  columns: {},
  folded: new Set(),
};

/** An order that is kept while cells are edited, so that nothing jumps away under the hand. */
export interface Held {
  readonly groups: readonly { readonly key: string; readonly ids: readonly string[] }[];
}

export interface Arrangement {
  /** Every row of the kind. */
  readonly rows: readonly Row[];
  /** Those that pass the filter. */
  readonly passing: readonly Row[];
  readonly possible: readonly Column[];
  readonly columns: readonly Column[];
  readonly units: readonly Unit[];
  readonly grouping: Grouping;
  readonly groups: readonly Group[];
  readonly lines: readonly Line[];
  /** Ids of the rows that can be walked through, in their order. */
  readonly order: readonly string[];
}

export function arrange(
  portfolio: Portfolio,
  findings: readonly Finding[],
  settings: Settings,
  held: Held | null,
  words: Words,
  barsOf?: BarsOf,
): Arrangement {
  const rows = rowsOf(settings.kind, portfolio, findings, barsOf);
  const passing = rows.filter((row) => matches(row, settings.text) && passes(row, settings.states));
  const possible = columnsFor(settings.kind, rows);
  const columns = shown(possible, rows, settings.columns[settings.kind] ?? {});
  const grouping = settings.grouping ?? (rows.some((row) => row.priorities.length > 0) ? "priority" : "none");
  const groups =
    (held && kept(held, passing)) ?? freshGroups(passing, grouping, settings, possible, portfolio, words);
  const all = lines(groups, grouping, settings.folded);
  return {
    rows,
    passing,
    possible,
    columns,
    units: units(rows.flatMap(amounts), words.lang),
    grouping,
    groups,
    lines: all,
    order: all.flatMap((line) => (line.type === "row" ? [line.row.id] : [])),
  };
}

function freshGroups(
  rows: readonly Row[],
  grouping: Grouping,
  { sorting }: Settings,
  columns: readonly Column[],
  portfolio: Portfolio,
  words: Words,
): Group[] {
  const column = sorting ? columns.find((it) => it.id === sorting.column) : undefined;
  return grouped(sorted(rows, column, sorting?.descending ?? false, words), grouping, portfolio, words);
}

/** The same groups in the same order with the rows of today; `null` when other rows are there now. */
function kept(held: Held, rows: readonly Row[]): Group[] | null {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ids = held.groups.flatMap((group) => group.ids);
  if (ids.length !== rows.length || ids.some((id) => !byId.has(id))) return null;
  return held.groups.map(({ key, ids: inside, ...rest }) => ({
    title: null,
    head: null,
    ...rest,
    key,
    rows: inside.flatMap((id) => byId.get(id) ?? []),
  }));
}

/** Holds the order that stands now. */
export function hold(arrangement: Arrangement): Held {
  return {
    groups: arrangement.groups.map((group) => ({ ...group, ids: group.rows.map((row) => row.id) })),
  };
}

function passes(row: Row, states: readonly string[]): boolean {
  if (states.length === 0 || row.element.kind !== "initiative") return true;
  return states.includes(stateOf(row));
}

/** The state as the filter names it. */
export function stateOf(row: Row): string {
  const state = row.element.kind === "initiative" ? row.element.state : null;
  return known(state) ?? (gapOf(state) ? "said" : "none");
}

function amounts(row: Row): Money[] {
  if (row.element.kind !== "initiative") return [];
  return [known(row.element.budget), known(row.element.spent)].flatMap((money) => money ?? []);
}
