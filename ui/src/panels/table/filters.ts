/*
 * Filtering by any column: a column holds a few named values (a word, the year of a date, a currency, a reason why
 * something is missing), and those chosen are shown. Several columns must all agree. Pure.
 */
import type { Maybe } from "../../api/bindings.ts";
import { isKey, type Words } from "../../words/index.ts";
import type { Column } from "./columns.ts";
import type { Row } from "./rows.ts";

/** Chosen values by column; a column that is not named lets everything pass. */
export type Filters = Readonly<Record<string, readonly string[]>>;

export interface Choice {
  readonly key: string;
  readonly text: string;
  readonly count: number;
}

/** Keys of what is no value; no text of a portfolio begins so. */
export const EMPTY = "\u0000empty";
const MISSING = "\u0000missing ";

/** The values under which a row is found in a column. */
export function keysOf(row: Row, column: Column): readonly string[] {
  const content = column.content(row);
  switch (content.type) {
    case "bar":
      return [row[content.bar].standing];
    case "report":
      return [row[content.lens]?.said || EMPTY];
    case "serves":
      return row.serves.length === 0 ? [EMPTY] : row.serves.map((it) => it.title);
    case "findings":
      return [row.findings.worst ?? EMPTY];
    default:
      return valueKeys(row, column, content.value);
  }
}

function valueKeys(row: Row, column: Column, value: Maybe<unknown> | null): readonly string[] {
  const { sets } = column;
  if (sets?.input === "list") {
    const all =
      sets.id === "tags" ? row.element.tags : row.element.kind === "term" ? row.element.synonyms : [];
    return all.length === 0 ? [EMPTY] : all;
  }
  if (value === null) return [EMPTY];
  if (value.missing) return [MISSING + value.missing.reason];
  const held: unknown = value.known;
  if (sets?.input === "date") return [String(held).slice(0, 4)];
  if (typeof held === "object" && held !== null && "currency" in held) return [String(held.currency)];
  return [String(held)];
}

/** A value in words. */
export function wordOf(key: string, column: Column, words: Words): string {
  if (key === EMPTY) return words.say("table.filter.empty");
  if (key.startsWith(MISSING)) {
    const reason = `reason.${key.slice(MISSING.length)}`;
    return isKey(reason) ? words.say(reason) : key;
  }
  const area = areaOf(column);
  const said = area === null ? "" : `${area}.${key}`;
  return isKey(said) ? words.say(said) : key;
}

function areaOf(column: Column): string | null {
  if (column.sets?.input === "choice") return column.sets.words;
  if (column.id === "harmful") return "table.flag";
  if (column.id === "sides") return "side";
  if (column.id === "findings") return "severity";
  return column.id === "delivery" || column.id === "outcome" ? "status" : null;
}

/** Everything that a column could be filtered by: choices in their order, the rest by alphabet, what is missing last. */
export function choicesOf(rows: readonly Row[], column: Column, words: Words): Choice[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const key of keysOf(row, column)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const order = column.sets?.input === "choice" ? column.sets.options : [];
  const place = (key: string) =>
    key === EMPTY ? 1e9 : key.startsWith(MISSING) ? 1e8 : order.includes(key) ? order.indexOf(key) : 1e6;
  return [...counts]
    .map(([key, count]) => ({ key, text: wordOf(key, column, words), count }))
    .sort((a, b) => place(a.key) - place(b.key) || words.compare(a.text, b.text));
}

/** Whether a row is shown. */
export function passes(row: Row, filters: Filters, columns: readonly Column[]): boolean {
  return Object.entries(filters).every(([id, chosen]) => {
    const column = columns.find((it) => it.id === id);
    return (
      column === undefined || chosen.length === 0 || keysOf(row, column).some((it) => chosen.includes(it))
    );
  });
}
