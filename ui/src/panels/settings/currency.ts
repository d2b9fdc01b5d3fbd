/* Currencies: how one is written, and which of a portfolio no rate leads from. Pure. */
import type { Element, Money, Rate } from "../../api/bindings.ts";
import { known } from "../../model/maybe.ts";

/** An ISO code of three letters, or a bare sign; `null` for anything else. */
export function readCurrency(text: string): string | null {
  const tidy = text.trim();
  if (/^[A-Za-z]{3}$/.test(tidy)) return tidy.toUpperCase();
  return /^[^A-Za-z0-9\s\p{Cc}]{1,3}$/u.test(tidy) ? tidy : null;
}

function amounts(element: Element): (Money | null)[] {
  switch (element.kind) {
    case "initiative":
      return [known(element.budget), known(element.spent)];
    case "outcome":
      return [known(element.expected_value)];
    case "system":
      return [known(element.cost)];
    default:
      return [];
  }
}

/** Currencies in use from which no rate leads, forwards or backwards, to the one in which sums are told. */
export function unrated(elements: Iterable<Element>, currency: string, rates: readonly Rate[]): string[] {
  const used = new Set<string>();
  for (const element of elements) {
    for (const money of amounts(element)) if (money !== null) used.add(money.currency);
  }
  const joined = (other: string) =>
    rates.some(({ from, to }) => (from === other && to === currency) || (from === currency && to === other));
  return [...used].filter((other) => other !== currency && !joined(other)).sort();
}
