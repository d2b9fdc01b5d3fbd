/*
 * How the table is set and what follows from it: filter, groups, order, columns, units. Pure; the components only
 * draw an arrangement and change a setting.
 */
import type { Element, ElementKind, Money } from "../../api/bindings.ts";
import type { Portfolio } from "../../model/portfolio.ts";
import type { Words } from "../../words/index.ts";
import { type Unit, units } from "../money.ts";
import { type Column, columnsFor, shown } from "./columns.ts";
import { type Filters, passes } from "./filters.ts";
import { type Group, type Grouping, grouped, type Line, lines } from "./groups.ts";
import { type Places, placesOf, type Sorting, sorted } from "./order.ts";
import { finder, type Row } from "./rows.ts";

export interface Settings {
  readonly kind: ElementKind;
  readonly text: string;
  readonly filters: Filters;
  /** Whether what was put away is shown too. */
  readonly archived: boolean;
  /** `null` groups by priority as soon as one is reached. */
  readonly grouping: Grouping | null;
  readonly sorting: Sorting | null;
  /** Columns switched on or off by hand. */
  readonly columns: Readonly<Record<string, boolean>>;
  readonly folded: ReadonlySet<string>;
}

export const INITIAL: Settings = {
  kind: "initiative",
  text: "",
  filters: {},
  archived: false,
  grouping: null,
  sorting: null,
  columns: {},
  folded: new Set(),
};

/** What shows every row again that the shared filter lets through. */
export const UNFILTERED = { text: "", filters: {} } as const satisfies Partial<Settings>;

/** An order that is kept while cells are edited, so that nothing jumps away under the hand. */
export interface Held {
  readonly groups: readonly { readonly key: string; readonly ids: readonly string[] }[];
}

export interface Arrangement {
  /** Every row of the kind, but for what was put away while that is hidden. */
  readonly rows: readonly Row[];
  /** Those that pass the filter of the table and the shared one. */
  readonly passing: readonly Row[];
  /** How many were put away. */
  readonly archived: number;
  readonly possible: readonly Column[];
  readonly columns: readonly Column[];
  readonly units: readonly Unit[];
  readonly grouping: Grouping;
  readonly groups: readonly Group[];
  readonly lines: readonly Line[];
  /** The rows that can be walked through, in their order, and their ids. */
  readonly visible: readonly Row[];
  readonly order: readonly string[];
}

/** `lets` narrows further: the filter that all views share. */
export function arrange(
  every: readonly Row[],
  portfolio: Portfolio,
  settings: Settings,
  held: Held | null,
  words: Words,
  lets: (element: Element) => boolean = () => true,
): Arrangement {
  const put = every.filter((row) => row.element.archived !== null).length;
  const rows = settings.archived || put === 0 ? every : every.filter((row) => row.element.archived === null);
  const possible = columnsFor(settings.kind, rows);
  const answers = finder(settings.text);
  const passing = rows.filter(
    (row) => lets(row.element) && answers(row) && passes(row, settings.filters, possible),
  );
  const columns = shown(possible, rows, settings.columns);
  const grouping = settings.grouping ?? (rows.some((row) => row.priorities.length > 0) ? "priority" : "none");
  const groups =
    (held && kept(held, passing, grouping)) ??
    freshGroups(passing, grouping, settings, possible, portfolio, words, placesOf(every, words));
  const all = lines(groups, grouping, settings.folded);
  const visible = all.flatMap((line) => (line.type === "row" ? [line.row] : []));
  return {
    rows,
    passing,
    archived: put,
    possible,
    columns,
    units: unitsOf(every, possible, portfolio.settings.currency),
    grouping,
    groups,
    lines: all,
    visible,
    order: visible.map((row) => row.id),
  };
}

function freshGroups(
  rows: readonly Row[],
  grouping: Grouping,
  { sorting }: Settings,
  columns: readonly Column[],
  portfolio: Portfolio,
  words: Words,
  places: Places,
): Group[] {
  const column = sorting ? columns.find((it) => it.id === sorting.column) : undefined;
  return grouped(
    sorted(rows, column, sorting?.descending ?? false, words, places),
    grouping,
    columns,
    portfolio,
    words,
  );
}

/**
 * The same groups in the same order with the rows of today; a row that no longer passes leaves, a new one stands at
 * the end. `null` when that cannot be: another portfolio, or a new row that belongs to a group of its own.
 */
function kept(held: Held, rows: readonly Row[], grouping: Grouping): Group[] | null {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ids = new Set(held.groups.flatMap((group) => group.ids));
  const fresh = rows.filter((row) => !ids.has(row.id));
  if (fresh.length === rows.length || (fresh.length > 0 && grouping !== "none")) return null;
  return held.groups
    .map(({ key, ids: inside, ...rest }) => ({
      title: null,
      head: null,
      ...rest,
      key,
      rows: [...inside.flatMap((id) => byId.get(id) ?? []), ...fresh],
    }))
    .filter((group) => group.rows.length > 0);
}

/** Whether the table has a filter of its own. */
export function isNarrowed({ text, filters }: Settings): boolean {
  return text.trim() !== "" || Object.values(filters).some((chosen) => chosen.length > 0);
}

/** Holds the order that stands now. */
export function hold(arrangement: Arrangement): Held {
  return {
    groups: arrangement.groups.map((group) => ({ ...group, ids: group.rows.map((row) => row.id) })),
  };
}

const foundUnits = new WeakMap<readonly Row[], Map<string | null, Unit[]>>();

/** The units of the amounts of all rows, found once for the same rows. */
function unitsOf(rows: readonly Row[], columns: readonly Column[], currency: string | null): Unit[] {
  const found = foundUnits.get(rows) ?? new Map<string | null, Unit[]>();
  foundUnits.set(rows, found);
  const made = found.get(currency) ?? units(amounts(rows, columns, currency));
  found.set(currency, made);
  return made;
}

/** All amounts; where none stands yet, one in the currency of the portfolio, so that a bare figure can be typed. */
function amounts(rows: readonly Row[], columns: readonly Column[], currency: string | null): Money[] {
  const found: Money[] = [];
  for (const column of columns.filter((it) => it.sets?.input === "money")) {
    for (const row of rows) {
      const content = column.content(row);
      if (content.type === "money" && content.value?.known) found.push(content.value.known);
    }
  }
  return found.length === 0 && currency !== null ? [{ amount: "0", currency }] : found;
}
