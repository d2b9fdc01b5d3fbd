/* What a column of the table is: what it shows, how wide it is, what of an element it sets, for which kinds it exists. */
import type { Element, ElementKind, Initiative, Maybe, Money } from "../../api/bindings.ts";
import type { Key } from "../../words/index.ts";
import type { NumberUnit, Sets } from "../values.ts";
import type { Row } from "./rows.ts";

/** What stands in a cell. */
export type Content =
  | { readonly type: "text"; readonly value: Maybe<string> | null; readonly meta?: boolean }
  /** A choice, told by the words `<words>.<value>`. */
  | {
      readonly type: "word";
      readonly value: Maybe<string> | null;
      readonly words: string;
      readonly quiet?: boolean;
    }
  | { readonly type: "date"; readonly value: Maybe<string> | null }
  | { readonly type: "money"; readonly value: Maybe<Money> | null }
  | { readonly type: "number"; readonly value: Maybe<number> | null; readonly unit: NumberUnit }
  | { readonly type: "bar"; readonly bar: "delivery" | "outcome" }
  | { readonly type: "report"; readonly lens: "it" | "business" }
  | { readonly type: "serves" }
  | { readonly type: "findings" };

/** What decides about a column that is not shown for being filled: the kind, and how its delivery is told. */
export interface Reporting {
  readonly kind: ElementKind | null;
  readonly percents: boolean;
  readonly ratings: boolean;
}

export interface Column {
  readonly id: string;
  readonly name: Key;
  /** A column of the import that has no field of ours: its header, shown instead of `name`. */
  readonly extra?: string;
  /** Least width in pixels, and the share of what is left over. */
  readonly width: number;
  readonly grow: number;
  readonly numeric: boolean;
  /** `null` for what follows from something else. */
  readonly sets: Sets | null;
  /** Numbers that mean something when they are added. */
  readonly sums: boolean;
  /** Shown even while no row has anything in it. */
  readonly core: boolean;
  /** Whether it is shown of itself, where that is not a matter of being filled. */
  readonly auto: ((reporting: Reporting) => boolean) | null;
  readonly kinds: readonly ElementKind[] | null;
  readonly content: (row: Row) => Content;
}

type Shape = Pick<Column, "id" | "name" | "width" | "content"> & Partial<Column>;

export function column(shape: Shape): Column {
  return { grow: 0, numeric: false, sets: null, sums: false, core: false, auto: null, kinds: null, ...shape };
}

export function initiative(element: Element): Initiative | null {
  return element.kind === "initiative" ? element : null;
}

export function given<T>(value: T | null | undefined): Maybe<T> | null {
  return value === null || value === undefined || value === "" ? null : { known: value };
}

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
