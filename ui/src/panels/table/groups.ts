/*
 * Grouping: every row stands in exactly one group, so that group counts add up to the whole. A row that reaches
 * several priorities stands under the first of them.
 */
import type { Element } from "../../api/bindings.ts";
import { known } from "../../model/maybe.ts";
import type { Portfolio } from "../../model/portfolio.ts";
import type { Words } from "../../words/index.ts";
import { gapOf } from "./gaps.ts";
import type { Row } from "./rows.ts";

export const GROUPINGS = ["none", "priority", "objective", "state", "owner", "tag"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface Group {
  /** Stable while the rows change, so that a folded group stays folded. */
  readonly key: string;
  /** The name of a record, or `null` for the group of rows without one. */
  readonly title: string | null;
  /** The element that gives the group its name. */
  readonly head: Element | null;
  readonly rows: readonly Row[];
}

const NONE = "\u0000none";

/** Groups in their own order: priorities by rank, objectives by weight, states along a life, names by alphabet. */
export function grouped(rows: readonly Row[], by: Grouping, portfolio: Portfolio, words: Words): Group[] {
  if (by === "none") return [{ key: "all", title: null, head: null, rows }];
  const order = new Map(orderOf(by, rows, portfolio, words).map((key, index) => [key, index]));
  const buckets = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row, by, order);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(row);
    else buckets.set(key, [row]);
  }
  return [...buckets]
    .sort(
      (a, b) => (order.get(a[0]) ?? Number.MAX_SAFE_INTEGER) - (order.get(b[0]) ?? Number.MAX_SAFE_INTEGER),
    )
    .map(([key, inside]) => {
      const head = portfolio.elements.get(key) ?? null;
      return { key: `${by} ${key}`, title: key === NONE ? null : (head?.title ?? key), head, rows: inside };
    });
}

const STATES = ["idea", "planned", "active", "paused", "delivered", "stopped"];

function orderOf(by: Grouping, rows: readonly Row[], portfolio: Portfolio, words: Words): string[] {
  const elements = [...portfolio.elements.values()];
  switch (by) {
    case "none":
      return [];
    case "priority":
      return elements
        .filter((it) => it.kind === "priority")
        .sort((a, b) => (known(a.rank) ?? 1e9) - (known(b.rank) ?? 1e9) || words.compare(a.title, b.title))
        .map((it) => it.id);
    case "objective":
      return elements
        .filter((it) => it.kind === "objective")
        .sort((a, b) => (known(b.weight) ?? -1) - (known(a.weight) ?? -1) || words.compare(a.title, b.title))
        .map((it) => it.id);
    case "state":
      return STATES;
    case "owner":
    case "tag": {
      const names = rows.map((row) => keyOf(row, by, new Map())).filter((name) => name !== NONE);
      return [...new Set(names)].sort((a, b) => words.compare(a, b));
    }
  }
}

function first(ids: readonly string[], order: ReadonlyMap<string, number>): string {
  let best = NONE;
  for (const id of ids) {
    if (order.has(id) && (best === NONE || (order.get(id) ?? 0) < (order.get(best) ?? 0))) best = id;
  }
  return best;
}

function keyOf(row: Row, by: Exclude<Grouping, "none">, order: ReadonlyMap<string, number>): string {
  switch (by) {
    case "priority":
      return first(row.priorities, order);
    case "objective":
      return first(row.objectives, order);
    case "state": {
      const state = row.element.kind === "initiative" ? row.element.state : null;
      return known(state) ?? gapOf(state)?.said ?? NONE;
    }
    case "owner":
      return known(row.element.owner) ?? NONE;
    case "tag":
      return row.element.tags[0] ?? NONE;
  }
}

/** One line of the table as it is scrolled: a group's head or a row. */
export type Line =
  | { readonly type: "group"; readonly group: Group; readonly index: number; readonly folded: boolean }
  | { readonly type: "row"; readonly row: Row };

/** Groups and rows one under the other, folded groups without their rows. A single nameless group has no head. */
export function lines(groups: readonly Group[], by: Grouping, folded: ReadonlySet<string>): Line[] {
  if (by === "none") return (groups[0]?.rows ?? []).map((row) => ({ type: "row", row }));
  return groups.flatMap((group, index) => {
    const closed = folded.has(group.key);
    const head: Line = { type: "group", group, index, folded: closed };
    return closed ? [head] : [head, ...group.rows.map((row): Line => ({ type: "row", row }))];
  });
}
