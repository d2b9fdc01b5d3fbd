/*
 * The columns of the table: what each shows, how wide it is, how it sorts, whether it can be edited, and for which
 * kinds it exists. The one place to add a column. No words and no markup: a column names its key.
 */
import type { Element, ElementKind, Initiative, Maybe, Money } from "../../api/bindings.ts";
import type { Key } from "../../words/index.ts";
import type { Row } from "./rows.ts";

/** What stands in a cell. */
export type Content =
  | { readonly type: "text"; readonly value: Maybe<string> | null; readonly meta?: boolean }
  | { readonly type: "word"; readonly value: Maybe<string> | null; readonly words: string }
  | { readonly type: "date"; readonly value: Maybe<string> | null }
  | { readonly type: "money"; readonly value: Maybe<Money> | null }
  | { readonly type: "number"; readonly value: Maybe<number> | null; readonly percent: boolean }
  | { readonly type: "bar"; readonly bar: "delivery" | "outcome" }
  | { readonly type: "report"; readonly lens: "it" | "business" }
  | { readonly type: "serves" }
  | { readonly type: "findings" };

export type Editing = "title" | "owner" | "state" | "category" | "date" | "money" | "number" | "text";

export interface Column {
  readonly id: string;
  readonly name: Key;
  /** A column of the import that has no field of ours: its header, shown instead of `name`. */
  readonly extra?: string;
  /** Least width in pixels, and the share of what is left over. */
  readonly width: number;
  readonly grow: number;
  readonly numeric: boolean;
  readonly editing: Editing | null;
  /** Shown even while no row has anything in it. */
  readonly core: boolean;
  /** Shown of itself only where nobody reports the percentage that it stands in for; `never` waits to be chosen. */
  readonly unless: "percent" | "never" | null;
  readonly kinds: readonly ElementKind[] | null;
  readonly content: (row: Row) => Content;
}

type Shape = Pick<Column, "id" | "name" | "width" | "content"> & Partial<Column>;

function column(shape: Shape): Column {
  return { grow: 0, numeric: false, editing: null, core: false, unless: null, kinds: null, ...shape };
}

function initiative(element: Element): Initiative | null {
  return element.kind === "initiative" ? element : null;
}

function given<T>(value: T | null | undefined): Maybe<T> | null {
  return value === null || value === undefined || value === "" ? null : { known: value };
}

const WORK: readonly ElementKind[] = ["initiative"];
const DIRECTION: readonly ElementKind[] = ["priority", "objective"];

function when(element: Element): string | null {
  switch (element.kind) {
    case "priority":
    case "objective":
      return element.horizon;
    case "driver":
      return element.valid_until;
    case "change":
      return element.adoption_date;
    case "system":
      return element.live_until;
    case "assumption":
      return element.valid_until;
    case "decision":
      return element.decided_on;
    default:
      return null;
  }
}

/** All columns, in the order in which they stand. */
export const COLUMNS: readonly Column[] = [
  column({
    id: "title",
    name: "table.col.title",
    width: 196,
    grow: 3,
    editing: "title",
    core: true,
    content: (row) => ({ type: "text", value: given(row.element.title) }),
  }),
  column({
    id: "rank",
    name: "table.col.rank",
    width: 72,
    numeric: true,
    editing: "number",
    core: true,
    kinds: ["priority"],
    content: ({ element }) => ({
      type: "number",
      value: element.kind === "priority" ? given(element.rank) : null,
      percent: false,
    }),
  }),
  column({
    id: "weight",
    name: "table.col.weight",
    width: 84,
    numeric: true,
    editing: "number",
    core: true,
    kinds: ["objective"],
    content: ({ element }) => ({
      type: "number",
      value: element.kind === "objective" ? given(element.weight) : null,
      percent: false,
    }),
  }),
  column({
    id: "owner",
    name: "table.col.owner",
    width: 114,
    grow: 0.6,
    editing: "owner",
    core: true,
    content: (row) => ({ type: "text", value: row.element.owner, meta: true }),
  }),
  column({
    id: "tags",
    name: "table.col.tags",
    width: 96,
    grow: 0.4,
    content: (row) => ({ type: "text", value: given(row.element.tags.join(", ")), meta: true }),
  }),
  column({
    id: "state",
    name: "table.col.state",
    width: 84,
    editing: "state",
    core: true,
    kinds: WORK,
    content: ({ element }) => ({ type: "word", value: initiative(element)?.state ?? null, words: "state" }),
  }),
  column({
    id: "delivery",
    name: "table.col.delivery",
    width: 112,
    core: true,
    kinds: WORK,
    content: () => ({ type: "bar", bar: "delivery" }),
  }),
  column({
    id: "outcome",
    name: "table.col.outcome",
    width: 112,
    core: true,
    kinds: ["priority", "objective", "outcome", "change", "initiative"],
    content: () => ({ type: "bar", bar: "outcome" }),
  }),
  column({
    id: "said",
    name: "table.col.said",
    width: 120,
    unless: "percent",
    kinds: WORK,
    content: () => ({ type: "report", lens: "it" }),
  }),
  column({
    id: "business",
    name: "table.col.business",
    width: 120,
    unless: "never",
    kinds: [...WORK, "outcome", "objective"],
    content: () => ({ type: "report", lens: "business" }),
  }),
  column({
    id: "serves",
    name: "table.col.serves",
    width: 130,
    grow: 2,
    core: true,
    kinds: ["priority", "objective", "outcome", "change", "capability", "initiative", "system", "team"],
    content: () => ({ type: "serves" }),
  }),
  column({
    id: "category",
    name: "table.col.category",
    width: 96,
    editing: "category",
    kinds: WORK,
    content: ({ element }) => ({
      type: "word",
      value: initiative(element)?.category ?? null,
      words: "category",
    }),
  }),
  column({
    id: "budget",
    name: "table.col.budget",
    width: 96,
    numeric: true,
    editing: "money",
    core: true,
    kinds: WORK,
    content: ({ element }) => ({ type: "money", value: initiative(element)?.budget ?? null }),
  }),
  column({
    id: "spent",
    name: "table.col.spent",
    width: 96,
    numeric: true,
    editing: "money",
    kinds: WORK,
    content: ({ element }) => ({ type: "money", value: initiative(element)?.spent ?? null }),
  }),
  column({
    id: "start",
    name: "table.col.start",
    width: 104,
    editing: "date",
    kinds: WORK,
    content: ({ element }) => ({ type: "date", value: initiative(element)?.start ?? null }),
  }),
  column({
    id: "end",
    name: "table.col.end",
    width: 104,
    editing: "date",
    core: true,
    kinds: WORK,
    content: ({ element }) => ({ type: "date", value: initiative(element)?.end ?? null }),
  }),
  column({
    id: "delivered_on",
    name: "table.col.delivered_on",
    width: 108,
    editing: "date",
    kinds: WORK,
    content: ({ element }) => ({ type: "date", value: initiative(element)?.delivered_on ?? null }),
  }),
  column({
    id: "horizon",
    name: "table.col.horizon",
    width: 108,
    editing: "date",
    core: true,
    kinds: DIRECTION,
    content: ({ element }) => ({ type: "date", value: given(when(element)) }),
  }),
  column({
    id: "until",
    name: "table.col.until",
    width: 108,
    kinds: ["driver", "change", "system", "assumption", "decision"],
    content: ({ element }) => ({ type: "date", value: given(when(element)) }),
  }),
  column({
    id: "indicator_kind",
    name: "table.col.indicator_kind",
    width: 96,
    core: true,
    kinds: ["indicator"],
    content: ({ element }) => ({
      type: "word",
      value: element.kind === "indicator" ? given(element.indicator_kind) : null,
      words: "indicator",
    }),
  }),
  column({
    id: "unit",
    name: "table.col.unit",
    width: 80,
    editing: "text",
    core: true,
    kinds: ["indicator"],
    content: ({ element }) => ({
      type: "text",
      value: element.kind === "indicator" ? given(element.unit) : null,
      meta: true,
    }),
  }),
  ...(["baseline", "target"] as const).map((id) =>
    column({
      id,
      name: `table.col.${id}`,
      width: 96,
      numeric: true,
      editing: "number",
      core: true,
      kinds: ["indicator"],
      content: ({ element }) => ({
        type: "number",
        value: element.kind === "indicator" ? given(element[id]) : null,
        percent: false,
      }),
    }),
  ),
  column({
    id: "key",
    name: "table.col.key",
    width: 84,
    content: (row) => ({
      type: "text",
      value: given(row.element.external_keys.map((it) => it.key).join(", ")),
      meta: true,
    }),
  }),
  column({
    id: "findings",
    name: "table.col.findings",
    width: 84,
    numeric: true,
    core: true,
    content: () => ({ type: "findings" }),
  }),
];

/** A column for a column of the import that was kept as it is. */
export function extraColumn(header: string): Column {
  return column({
    id: `extra ${header}`,
    name: "table.col.extra",
    extra: header,
    width: 120,
    grow: 0.4,
    content: (row) => ({ type: "text", value: given(row.element.extra[header] ?? ""), meta: true }),
  });
}

/** Whether a row has anything to show in a column. */
export function filled(row: Row, at: Column): boolean {
  const content = at.content(row);
  switch (content.type) {
    case "bar":
      return row[content.bar].percent !== null || row[content.bar].standing !== "unknown";
    case "report":
      return row[content.lens] !== null;
    case "serves":
      return row.serves.length > 0;
    case "findings":
      return row.findings.count > 0;
    default:
      return content.value !== null;
  }
}

/** Every column that a kind can have, extra columns of the imports last but for the findings. */
export function columnsFor(kind: ElementKind, rows: readonly Row[]): Column[] {
  const own = COLUMNS.filter((it) => it.kinds === null || it.kinds.includes(kind));
  const headers = new Set(rows.flatMap((row) => Object.keys(row.element.extra)));
  const last = own.slice(-1);
  return [...own.slice(0, -1), ...[...headers].sort().map(extraColumn), ...last];
}

/** The columns shown: those chosen, or else the core and whatever has something in it. */
export function shown(
  all: readonly Column[],
  rows: readonly Row[],
  chosen: Readonly<Record<string, boolean>>,
): Column[] {
  const percents = rows.some((row) => row.delivery.percent !== null);
  return all.filter(
    (it) => chosen[it.id] ?? (it.core || (ready(it, percents) && rows.some((row) => filled(row, it)))),
  );
}

function ready(column: Column, percents: boolean): boolean {
  if (column.extra !== undefined || column.unless === "never") return false;
  return column.unless === null || !percents;
}
