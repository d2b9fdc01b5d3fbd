/* Sorting rows by a column. What is missing stands last in both directions: it is no small value. */
import { severityRank } from "../../model/findings.ts";
import type { Words } from "../../words/index.ts";
import { compare, type Decimal, decimal } from "../decimal.ts";
import { gapOf } from "../gaps.ts";
import type { Column } from "./columns.ts";
import type { Row } from "./rows.ts";

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

/** What a row is sorted by: `null` when it has nothing there. */
type SortKey = string | number | { readonly money: Decimal; readonly currency: string } | null;

const STANDINGS = ["off", "risk", "ok"];
const STATUSES = ["red", "amber", "green"];

function keyOf(row: Row, column: Column): SortKey {
  const content = column.content(row);
  switch (content.type) {
    case "text":
      return content.value?.known ?? null;
    case "date": {
      const date = content.value?.known;
      return date === undefined ? null : Number(date.replaceAll("-", ""));
    }
    case "word": {
      const word = content.value?.known ?? null;
      // Choices have an order of their own, which is the one they are offered in.
      return word !== null && column.sets?.input === "choice" ? column.sets.options.indexOf(word) : word;
    }
    case "number":
      return content.value?.known ?? null;
    case "money": {
      const money = content.value?.known;
      const value = money ? decimal(money.amount) : null;
      return money && value ? { money: value, currency: money.currency } : null;
    }
    case "bar": {
      const bar = row[content.bar];
      return bar.percent ?? (bar.standing === "unknown" ? null : STANDINGS.indexOf(bar.standing) - 10);
    }
    case "report": {
      const status = row[content.lens]?.status ?? null;
      return status === null ? (row[content.lens]?.said ? 9 : null) : STATUSES.indexOf(status);
    }
    case "serves":
      return row.serves[0]?.title ?? null;
    case "findings":
      return weight(row.findings);
  }
}

/** What is told of many at once weighs less than anything told of a row itself. */
function weight({ worst, count, isShared }: Row["findings"]): number | null {
  if (worst === null) return null;
  const [step, most] = isShared ? [100, 99] : [1000, 999];
  return (9 - severityRank(worst)) * step + Math.min(count, most);
}

function compareKeys(a: SortKey, b: SortKey, words: Words): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return words.compare(a, b);
  if (a !== null && b !== null && typeof a === "object" && typeof b === "object")
    return compare(a.money, b.money);
  return 0;
}

/** Rows in the order of a column; equal ones by title. Currencies stand apart, each sorted within itself. */
export function sorted(
  rows: readonly Row[],
  column: Column | undefined,
  descending: boolean,
  words: Words,
  places: Places = placesOf(rows, words),
): Row[] {
  if (!column) return [...rows];
  if (column.id === "title") {
    const way = descending ? -1 : 1;
    return [...rows].sort((a, b) => way * places.compare(a, b));
  }
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column) }));
  const way = descending ? -1 : 1;
  keyed.sort((a, b) => {
    if ((a.key === null) !== (b.key === null)) return a.key === null ? 1 : -1;
    return (
      apart(a.key, b.key) ||
      way * compareKeys(a.key, b.key, words) ||
      said(a.row, b.row, column, words) ||
      places.compare(a.row, b.row)
    );
  });
  return keyed.map((it) => it.row);
}

/** The alphabetical order of titles, which every other order falls back to. */
export interface Places {
  compare(a: Row, b: Row): number;
}

const orders = new WeakMap<readonly Row[], Map<string, Places>>();

/** Comparing words in the order of a language is slow: it is done once for the same rows, and when it is needed. */
export function placesOf(rows: readonly Row[], words: Words): Places {
  const byLanguage = orders.get(rows) ?? new Map<string, Places>();
  orders.set(rows, byLanguage);
  const earlier = byLanguage.get(words.lang);
  if (earlier) return earlier;
  let places: Map<string, number> | null = null;
  const placed = () => {
    const inOrder = [...rows].sort((a, b) => words.compare(a.element.title, b.element.title));
    places = new Map(inOrder.map((row, at) => [row.id, at]));
    return places;
  };
  const made: Places = {
    compare: (a, b) => {
      const known = places ?? placed();
      return (known.get(a.id) ?? 0) - (known.get(b.id) ?? 0);
    },
  };
  byLanguage.set(words.lang, made);
  return made;
}

function apart(a: SortKey, b: SortKey): number {
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return 0;
  return a.currency === b.currency ? 0 : a.currency < b.currency ? -1 : 1;
}

/** Among the missing, those with a reason first, by their words. */
function said(a: Row, b: Row, column: Column, words: Words): number {
  const [one, two] = [a, b].map((row) => {
    const content = column.content(row);
    return "value" in content && content.value !== null ? gapOf<unknown>(content.value) : null;
  });
  if (!one || !two) return one ? -1 : two ? 1 : 0;
  return words.compare(one.said, two.said);
}
