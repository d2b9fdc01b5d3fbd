/*
 * Grouping by what rows reach or by what stands in a column: every row stands in exactly one group, so that group
 * counts add up to the whole. A row that reaches several priorities stands under the first of them.
 */
import type { Element, ElementKind } from "../../api/bindings.ts";
import { known } from "../../model/maybe.ts";
import type { Portfolio } from "../../model/portfolio.ts";
import type { Words } from "../../words/index.ts";
import type { Column } from "./columns.ts";
import { choicesOf, EMPTY, keysOf, wordOf } from "./filters.ts";
import type { Row } from "./rows.ts";

/** `none`, what is reached (`priority`, `objective`), or the id of a column. */
export type Grouping = string;

export interface Group {
  /** Stable while the rows change, so that a folded group stays folded. */
  readonly key: string;
  /** The name of a record or the words of a value, or `null` for the group of rows without one. */
  readonly title: string | null;
  /** The element that gives the group its name. */
  readonly head: Element | null;
  readonly rows: readonly Row[];
}

const REACHING: ReadonlySet<ElementKind> = new Set<ElementKind>([
  "outcome",
  "change",
  "capability",
  "initiative",
  "system",
  "team",
]);

/** How rows of a kind can be grouped: by what they reach, by columns with few different values, by those of a file. */
export function groupingsFor(kind: ElementKind, columns: readonly Column[]): Grouping[] {
  const reach = REACHING.has(kind) ? ["priority", "objective"] : kind === "objective" ? ["priority"] : [];
  const inputs = ["choice", "date", "sides", "harmful"];
  const few = columns.filter(
    ({ id, sets, extra }) =>
      extra !== undefined ||
      (sets !== null &&
        (inputs.includes(sets.input) || id === "tags" || (sets.input === "text" && !LONG.has(id)))),
  );
  return ["none", ...reach, ...few.map((column) => column.id)];
}

/** Texts of which hardly two are the same. */
const LONG: ReadonlySet<string> = new Set(["rationale", "definition"]);

/** Groups in their own order: priorities by rank, objectives by weight, choices as they are offered, names by alphabet. */
export function grouped(
  rows: readonly Row[],
  by: Grouping,
  columns: readonly Column[],
  portfolio: Portfolio,
  words: Words,
): Group[] {
  const column = columns.find((it) => it.id === by);
  if (by !== "priority" && by !== "objective" && column === undefined)
    return [{ key: "all", title: null, head: null, rows }];
  const keys = column ? choicesOf(rows, column, words).map((it) => it.key) : targets(by, portfolio, words);
  const order = new Map(keys.map((key, index) => [key, index]));
  const place = (key: string) => order.get(key) ?? Number.MAX_SAFE_INTEGER;
  const buckets = new Map<string, Row[]>();
  for (const row of rows) {
    const key = column
      ? (keysOf(row, column)[0] ?? EMPTY)
      : first(by === "priority" ? row.priorities : row.objectives, order);
    const bucket = buckets.get(key);
    if (bucket) bucket.push(row);
    else buckets.set(key, [row]);
  }
  return [...buckets]
    .sort((a, b) => place(a[0]) - place(b[0]))
    .map(([key, inside]) => {
      const head = column ? null : (portfolio.elements.get(key) ?? null);
      const title = key === EMPTY ? null : column ? wordOf(key, column, words) : (head?.title ?? key);
      return { key: `${by} ${key}`, title, head, rows: inside };
    });
}

function targets(by: Grouping, portfolio: Portfolio, words: Words): string[] {
  const found = [...portfolio.elements.values()].filter((it) => it.kind === by);
  const size = (it: Element) =>
    it.kind === "priority"
      ? (known(it.rank) ?? 1e9)
      : it.kind === "objective"
        ? -(known(it.weight) ?? -1)
        : 0;
  return found.sort((a, b) => size(a) - size(b) || words.compare(a.title, b.title)).map((it) => it.id);
}

function first(ids: readonly string[], order: ReadonlyMap<string, number>): string {
  let best = EMPTY;
  for (const id of ids) {
    if (order.has(id) && (best === EMPTY || (order.get(id) ?? 0) < (order.get(best) ?? 0))) best = id;
  }
  return best;
}

/** One line of the table as it is scrolled: a group's head or a row. */
export type Line =
  | { readonly type: "group"; readonly group: Group; readonly index: number; readonly folded: boolean }
  | { readonly type: "row"; readonly row: Row };

/** The name of a line among all: the id of a row, or the key of a group. */
export function nameOf(line: Line): string {
  return line.type === "row" ? line.row.id : line.group.key;
}

/** Groups and rows one under the other, folded groups without their rows. A single nameless group has no head. */
export function lines(groups: readonly Group[], by: Grouping, folded: ReadonlySet<string>): Line[] {
  if (by === "none") return (groups[0]?.rows ?? []).map((row) => ({ type: "row", row }));
  return groups.flatMap((group, index) => {
    const closed = folded.has(group.key);
    const head: Line = { type: "group", group, index, folded: closed };
    return closed ? [head] : [head, ...group.rows.map((row): Line => ({ type: "row", row }))];
  });
}
