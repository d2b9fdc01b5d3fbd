/*
 * Budgets in five steps of equal number, pure. Only one currency is compared, the one that most budgets are in:
 * nothing is converted for a colour. Work without a budget is unknown; what carries no budget is not asked.
 */
import type { Element } from "../../api/bindings";
import { known } from "../../model/maybe";
import type { Mark } from "./overlay";

const STEPS = 5;

interface MoneySteps {
  readonly marks: ReadonlyMap<string, Mark>;
  /** Smallest and largest budget of each step, as written. */
  readonly bounds: readonly (readonly [string, string])[];
  readonly currency: string | null;
}

export function moneySteps(elements: Iterable<Element>): MoneySteps {
  const marks = new Map<string, Mark>();
  const budgets: {
    readonly id: string;
    readonly size: number;
    readonly amount: string;
    readonly currency: string;
  }[] = [];
  const often = new Map<string, number>();
  for (const element of elements) {
    if (element.kind !== "initiative") continue;
    const budget = known(element.budget);
    const size = budget === null ? Number.NaN : Number(budget.amount);
    if (budget === null || Number.isNaN(size)) {
      marks.set(element.id, "unknown");
      continue;
    }
    budgets.push({ id: element.id, size, amount: budget.amount, currency: budget.currency });
    often.set(budget.currency, (often.get(budget.currency) ?? 0) + 1);
  }
  const currency = [...often].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? null;
  const compared = budgets.filter((it) => it.currency === currency).sort((a, b) => a.size - b.size);
  const bounds: [string, string][] = [];
  let before = Number.NaN;
  let at = 0;
  compared.forEach((it, i) => {
    // Equal budgets are of one step, wherever the fifth falls.
    if (it.size !== before) at = Math.floor((i * STEPS) / compared.length);
    before = it.size;
    marks.set(it.id, { step: at });
    const bound = bounds[at];
    if (bound === undefined) bounds[at] = [it.amount, it.amount];
    else bound[1] = it.amount;
  });
  return { marks, bounds, currency };
}
