/*
 * Totals that count. They say of how many rows a sum speaks, never add one currency to another, and convert only by
 * rates that somebody declared. Exact: rounding happens when a figure is shown.
 */
import type { Settings as Declared, Maybe, Money, Reason } from "../../api/bindings.ts";
import { known } from "../../model/maybe.ts";
import type { Bar } from "../../model/standing.ts";
import { type Decimal, decimal, plus, times, ZERO } from "../decimal.ts";
import { gapOf } from "../gaps.ts";
import { total } from "../money.ts";
import type { Column } from "./columns.ts";
import type { Row } from "./rows.ts";

/** What rates are declared, and in which currency the portfolio tells its sums. */
export type Rates = Pick<Declared, "currency" | "rates">;

/** How many of the rows tell a value, and why the others do not. */
export interface Coverage {
  readonly known: number;
  readonly of: number;
  /** How many said why there is no value, by reason. */
  readonly missing: Readonly<Partial<Record<Reason, number>>>;
  /** How many were never filled in. */
  readonly empty: number;
}

export interface CurrencySum {
  readonly currency: string;
  readonly sum: Decimal;
}

/** The sum of what is known, and what is not. */
export interface MoneyTotal extends Coverage {
  readonly sums: readonly CurrencySum[];
}

function counted<T>(values: readonly (Maybe<T> | null)[]): Coverage & { readonly values: readonly T[] } {
  const found: T[] = [];
  const missing: Partial<Record<Reason, number>> = {};
  let empty = 0;
  for (const value of values) {
    const gap = gapOf(value);
    const it = known(value);
    if (it !== null) found.push(it);
    else if (gap) missing[gap.reason] = (missing[gap.reason] ?? 0) + 1;
    else empty += 1;
  }
  return { values: found, known: found.length, of: values.length, missing, empty };
}

export function moneyTotal(rows: readonly Row[], column: Column): MoneyTotal {
  const { values, ...coverage } = counted<Money>(
    rows.map((row) => {
      const content = column.content(row);
      return content.type === "money" ? content.value : null;
    }),
  );
  const currencies = [...new Set(values.map((money) => money.currency))].sort();
  return {
    ...coverage,
    sums: currencies.map((currency) => ({ currency, sum: total(values, currency) })),
  };
}

/** For numbers; `sum` only where adding them means something. */
export function numberTotal(
  rows: readonly Row[],
  column: Column,
): Coverage & { readonly sum: Decimal | null } {
  const { values, ...coverage } = counted<number>(
    rows.map((row) => {
      const content = column.content(row);
      return content.type === "number" ? content.value : null;
    }),
  );
  const sum = values.reduce((all, value) => plus(all, decimal(String(value)) ?? ZERO), ZERO);
  return { ...coverage, sum: column.sums && values.length > 0 ? sum : null };
}

/** For texts, dates and choices: how many are filled. */
export function coverageOf(rows: readonly Row[], column: Column): Coverage {
  const { values: _, ...coverage } = counted<unknown>(
    rows.map((row) => {
      const content = column.content(row);
      return "value" in content ? content.value : null;
    }),
  );
  return coverage;
}

/**
 * Sums of several currencies as one, when the portfolio has a currency and a declared rate leads there from each of
 * the others. `null` otherwise: then each stands by itself.
 */
export function converted(sums: readonly CurrencySum[], { currency, rates }: Rates): CurrencySum | null {
  if (currency === null || sums.length < 2) return null;
  let all = ZERO;
  for (const { currency: from, sum } of sums) {
    if (from === currency) {
      all = plus(all, sum);
      continue;
    }
    const declared = rates
      .filter((rate) => rate.from === from && rate.to === currency)
      .sort((a, b) => ((a.on ?? "") < (b.on ?? "") ? 1 : -1))[0];
    const rate = declared === undefined ? null : decimal(declared.rate);
    if (rate === null) return null;
    all = plus(all, times(sum, rate));
  }
  return { currency, sum: all };
}

export interface Totals {
  readonly count: number;
  readonly owners: number;
  readonly unowned: number;
  readonly active: number;
  readonly reported: number;
  readonly measured: number;
  readonly noObjective: number;
  readonly noEnd: number;
  readonly findings: number;
}

export function totals(rows: readonly Row[]): Totals {
  const owners = new Set(rows.map((row) => known(row.element.owner)).filter((owner) => owner !== null));
  const count = (test: (row: Row) => boolean) => rows.filter(test).length;
  return {
    count: rows.length,
    owners: owners.size,
    unowned: count((row) => known(row.element.owner) === null),
    active: count((row) => row.element.kind === "initiative" && known(row.element.state) === "active"),
    reported: count((row) => told(row.delivery)),
    measured: count((row) => told(row.outcome)),
    noObjective: count((row) => row.objectives.length === 0),
    noEnd: count((row) => row.element.kind !== "initiative" || known(row.element.end) === null),
    findings: rows.reduce((sum, { findings }) => sum + (findings.isShared ? 0 : findings.count), 0),
  };
}

function told(bar: Bar): boolean {
  return bar.percent !== null || bar.standing !== "unknown";
}
