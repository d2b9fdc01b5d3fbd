/*
 * What is at stake in several findings. The budget of the work that they touch counts once, however many findings name
 * it and through whichever element: a sum over a portfolio never exceeds the portfolio. Money is a total, never an
 * average; currencies are never added to each other. Pure.
 */
import type { Element, Finding, Money } from "../api/bindings.ts";
import { known } from "./maybe.ts";
import { total } from "./money.ts";

type Elements = ReadonlyMap<string, Element>;

/**
 * Money and strategic points. What touches no budget, as an expected benefit, stands for itself, once for each subject;
 * it is not added to budgets nor to subjects of another kind: the largest sum stands, so that never more is at stake
 * than there is.
 */
export function atStake(
  findings: readonly Finding[],
  elements: Elements,
): { money: readonly Money[]; weight: number | null } {
  const budgets = new Map<string, Money>();
  const others = new Map<string, Map<string, readonly Money[]>>();
  const weights = new Map<string, number>();
  for (const finding of findings) {
    const { subject, money, weight, key } = finding;
    const about = subject?.id ?? key;
    if (weight !== null && !weights.has(about)) weights.set(about, weight);
    if (money.length === 0) continue;
    const touched = workOf(finding).flatMap((id) => budgetOf(elements.get(id)));
    for (const { id, budget } of touched) budgets.set(id, budget);
    if (touched.length > 0) continue;
    // A finding about the whole stands for itself.
    const kind = subject?.kind ?? key;
    const same = others.get(kind) ?? new Map<string, readonly Money[]>();
    if (!same.has(about)) same.set(about, money);
    others.set(kind, same);
  }
  const sums = [[...budgets.values()], ...[...others.values()].map((same) => [...same.values()].flat())];
  const points = [...weights.values()];
  return {
    money: largest(sums.map(total)),
    weight: points.length === 0 ? null : points.reduce((sum, it) => sum + it, 0),
  };
}

/** The initiative that is judged; else those beside what is judged, as the work under an objective. */
function workOf({ subject, related }: Finding): string[] {
  if (subject?.kind === "initiative") return [subject.id];
  return related.filter(({ kind }) => kind === "initiative").map(({ id }) => id);
}

function budgetOf(element: Element | undefined): { id: string; budget: Money }[] {
  const budget = element?.kind === "initiative" ? known(element.budget) : null;
  return element === undefined || budget === null ? [] : [{ id: element.id, budget }];
}

/** The largest amount of each currency. */
function largest(sums: readonly (readonly Money[])[]): Money[] {
  const byCurrency = new Map<string, Money>();
  for (const money of sums.flat()) {
    const other = byCurrency.get(money.currency);
    if (other === undefined || Number(other.amount) < Number(money.amount))
      byCurrency.set(money.currency, money);
  }
  return total([...byCurrency.values()]);
}
