/*
 * The columns of the table: the fields of the model, what every element has, and what follows from neighbours. Says
 * in which order they stand. No words and no markup: a column names its key.
 */
import type { ElementKind } from "../../api/bindings.ts";
import { FIELDS } from "../../model/fields.ts";
import { known } from "../../model/maybe.ts";
import { type Column, column, extraColumn, given } from "./column.ts";
import { FIELD_COLUMNS } from "./fieldColumns.ts";
import type { Row } from "./rows.ts";

export type { Column } from "./column.ts";

const WORK: readonly ElementKind[] = ["initiative"];

/** What is no field that can be missing: names, texts, lists, and what is worked out. */
const OTHERS: readonly Column[] = [
  column({
    id: "title",
    name: "table.col.title",
    width: 196,
    grow: 3,
    sets: { input: "title" },
    core: true,
    content: (row) => ({ type: "text", value: given(row.element.title) }),
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
    id: "harmful",
    name: "table.col.harmful",
    width: 92,
    sets: { input: "harmful" },
    kinds: ["outcome"],
    content: ({ element }) => ({
      type: "word",
      value: element.kind === "outcome" && element.harmful ? { known: "yes" } : null,
      words: "table.flag",
      quiet: true,
    }),
  }),
  column({
    id: "sides",
    name: "table.col.sides",
    width: 112,
    sets: { input: "sides" },
    core: true,
    kinds: ["decision"],
    content: ({ element }) => ({
      type: "word",
      value: element.kind === "decision" ? given(element.sides.join(",")) : null,
      words: "side",
      quiet: true,
    }),
  }),
  column({
    id: "synonyms",
    name: "table.col.synonyms",
    width: 160,
    grow: 1,
    sets: { input: "list", id: "synonyms" },
    core: true,
    kinds: ["term"],
    content: ({ element }) => ({
      type: "text",
      value: element.kind === "term" ? given(element.synonyms.join(", ")) : null,
      meta: true,
    }),
  }),
  column({
    id: "why",
    name: "table.col.why",
    width: 180,
    grow: 1,
    sets: { input: "why" },
    auto: () => false,
    content: (row) => ({ type: "text", value: given(row.element.why.text), meta: true }),
  }),
  column({
    id: "description",
    name: "table.col.description",
    width: 180,
    grow: 1,
    sets: { input: "description" },
    auto: ({ kind }) => kind === "term",
    content: (row) => ({ type: "text", value: given(row.element.description), meta: true }),
  }),
  column({
    id: "tags",
    name: "table.col.tags",
    width: 104,
    grow: 0.4,
    sets: { input: "list", id: "tags" },
    content: (row) => ({ type: "text", value: given(row.element.tags.join(", ")), meta: true }),
  }),
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

/** What stands first, and what stands last; the other fields between them, in the order of the model's list. */
const FIRST = [
  "title",
  "rank",
  "owner",
  "weight",
  "state",
  "form",
  "delivery",
  "said",
  "outcome",
  "business",
  "serves",
  "category",
  "budget",
  "spent",
];
const LAST = ["harmful", "sides", "synonyms", "why", "description", "tags", "key", "findings"];

/** All columns; `columnsFor` puts those of a kind in their order. */
export const COLUMNS: readonly Column[] = [...OTHERS, ...FIELD_COLUMNS];

function placeOf(id: string, kind: ElementKind): number {
  const first = FIRST.indexOf(id);
  if (first >= 0) return first;
  const last = LAST.indexOf(id);
  return 100 + (last >= 0 ? 100 + last : FIELDS[kind].findIndex((field) => field.id === id));
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
  const own = COLUMNS.filter((it) => it.kinds === null || it.kinds.includes(kind)).sort(
    (a, b) => placeOf(a.id, kind) - placeOf(b.id, kind),
  );
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
    kind: rows[0]?.element.kind ?? null,
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
