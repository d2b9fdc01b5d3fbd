/* Totals that count. They say of how many rows a sum speaks, and never add one currency to another. */
import type { Maybe, Money, Reason } from "../../api/bindings.ts";
import { known } from "../../model/maybe.ts";
import type { Bar } from "../../model/standing.ts";
import type { Decimal } from "./decimal.ts";
import { gapOf } from "./gaps.ts";
import { total } from "./money.ts";
import type { Row } from "./rows.ts";

/** The sum of what is known, and what is not. */
export interface MoneyTotal {
  readonly sums: readonly { readonly currency: string; readonly sum: Decimal }[];
  readonly known: number;
  readonly of: number;
  /** How many said why there is no amount, by reason. */
  readonly missing: Readonly<Partial<Record<Reason, number>>>;
  /** How many were never filled in. */
  readonly empty: number;
}

export function moneyTotal(rows: readonly Row[], field: "budget" | "spent"): MoneyTotal {
  const amounts: Money[] = [];
  const missing: Partial<Record<Reason, number>> = {};
  let empty = 0;
  for (const row of rows) {
    const value: Maybe<Money> | null = row.element.kind === "initiative" ? row.element[field] : null;
    const gap = gapOf(value);
    const money = known(value);
    if (money) amounts.push(money);
    else if (gap) missing[gap.reason] = (missing[gap.reason] ?? 0) + 1;
    else empty += 1;
  }
  const currencies = [...new Set(amounts.map((money) => money.currency))].sort();
  return {
    sums: currencies.map((currency) => ({ currency, sum: total(amounts, currency) })),
    known: amounts.length,
    of: rows.length,
    missing,
    empty,
  };
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
  readonly budget: MoneyTotal;
  readonly spent: MoneyTotal;
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
    findings: rows.reduce((sum, row) => sum + row.findings.count, 0),
    budget: moneyTotal(rows, "budget"),
    spent: moneyTotal(rows, "spent"),
  };
}

function told(bar: Bar): boolean {
  return bar.percent !== null || bar.standing !== "unknown";
}
