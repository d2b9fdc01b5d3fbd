/*
 * The work that findings touch, and its money. Each budget counts once, however many findings name it and through
 * whichever element: a sum over a portfolio never exceeds the portfolio. Pure.
 */
import type { Element, Finding, Money } from "../api/bindings.ts";
import { known } from "./maybe.ts";
import { total } from "./money.ts";

/** The budgets of the initiatives that findings about money speak of. */
export function budgetTouched(
  findings: readonly Finding[],
  elements: ReadonlyMap<string, Element>,
): readonly Money[] {
  const work = [...new Set(findings.flatMap(workOf))].flatMap((id) => elements.get(id) ?? []);
  return total(work.flatMap((it) => (it.kind === "initiative" ? (known(it.budget) ?? []) : [])));
}

/** The initiative that is judged; else those beside what is judged, as the work under an objective. */
function workOf({ money, subject, related }: Finding): string[] {
  if (money.length === 0) return [];
  if (subject?.kind === "initiative") return [subject.id];
  return related.filter(({ kind }) => kind === "initiative").map(({ id }) => id);
}
