/*
 * The columns of the table, in the order in which they stand. The one place to add a column. No words and no
 * markup: a column names its key.
 */
import type { ElementKind } from "../../api/bindings.ts";
import { known } from "../../model/maybe.ts";
import { type Column, column, DIRECTION, extraColumn, given, initiative, WORK, when } from "./column.ts";
import type { Row } from "./rows.ts";

export type { Column } from "./column.ts";

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
      value: element.kind === "priority" ? element.rank : null,
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
      value: element.kind === "objective" ? element.weight : null,
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
    auto: ({ percents, ratings }) => percents || !ratings,
    kinds: WORK,
    content: () => ({ type: "bar", bar: "delivery" }),
  }),
  column({
    id: "said",
    name: "table.col.said",
    width: 120,
    auto: ({ percents, ratings }) => ratings && !percents,
    kinds: WORK,
    content: () => ({ type: "report", lens: "it" }),
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
    id: "business",
    name: "table.col.business",
    width: 120,
    auto: () => false,
    kinds: [...WORK, "outcome", "objective"],
    content: () => ({ type: "report", lens: "business" }),
  }),
  column({
    id: "serves",
    name: "table.col.serves",
    width: 124,
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
    width: 112,
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
    width: 112,
    editing: "date",
    kinds: WORK,
    content: ({ element }) => ({ type: "date", value: initiative(element)?.start ?? null }),
  }),
  column({
    id: "end",
    name: "table.col.end",
    width: 112,
    editing: "date",
    core: true,
    kinds: WORK,
    content: ({ element }) => ({ type: "date", value: initiative(element)?.end ?? null }),
  }),
  column({
    id: "delivered_on",
    name: "table.col.delivered_on",
    width: 112,
    editing: "date",
    kinds: WORK,
    content: ({ element }) => ({ type: "date", value: initiative(element)?.delivered_on ?? null }),
  }),
  column({
    id: "horizon",
    name: "table.col.horizon",
    width: 112,
    editing: "date",
    core: true,
    kinds: DIRECTION,
    content: ({ element }) => ({ type: "date", value: when(element) }),
  }),
  column({
    id: "until",
    name: "table.col.until",
    width: 112,
    kinds: ["driver", "change", "system", "assumption", "decision"],
    content: ({ element }) => ({ type: "date", value: when(element) }),
  }),
  column({
    id: "indicator_kind",
    name: "table.col.indicator_kind",
    width: 96,
    core: true,
    kinds: ["indicator"],
    content: ({ element }) => ({
      type: "word",
      value: element.kind === "indicator" ? element.indicator_kind : null,
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
      value: element.kind === "indicator" ? element.unit : null,
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
        value: element.kind === "indicator" ? element[id] : null,
        percent: false,
      }),
    }),
  ),
  column({
    id: "key",
    name: "table.col.key",
    width: 112,
    auto: () => false,
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
  const reporting = {
    percents: rows.some(
      ({ element }) => element.kind === "initiative" && known(element.percent_complete) !== null,
    ),
    ratings: rows.some((row) => row.it !== null),
  };
  return all.filter((it) => {
    if (it.auto !== null) return chosen[it.id] ?? it.auto(reporting);
    return chosen[it.id] ?? (it.core || (it.extra === undefined && rows.some((row) => filled(row, it))));
  });
}
