/*
 * Money as a size to draw: in one currency, by the rates that the portfolio declares. Never shown as a sum; what no
 * rate leads to has no size, and whoever draws it says so.
 */
import type { Element, Money, Settings } from "../../api/bindings";
import { known } from "../../model/maybe";

export type Worth = (money: Money) => number | null;

/** Sizes in the currency of the portfolio, or in the one that most of its work is paid in. */
export function worthIn(settings: Settings, elements: Iterable<Element>): Worth {
  const currency = settings.currency ?? commonest(elements);
  const rates = new Map<string, number>();
  for (const { from, to, rate } of settings.rates) {
    const size = Number(rate);
    if (!(size > 0)) continue;
    if (to === currency) rates.set(from, size);
    else if (from === currency && !rates.has(to)) rates.set(to, 1 / size);
  }
  return ({ amount, currency: of }) => {
    const rate = of === currency ? 1 : rates.get(of);
    const size = rate === undefined ? Number.NaN : Number(amount) * rate;
    return Number.isFinite(size) && size >= 0 ? size : null;
  };
}

function commonest(elements: Iterable<Element>): string | null {
  const counts = new Map<string, number>();
  for (const element of elements) {
    const money = element.kind === "initiative" ? known(element.budget) : null;
    if (money !== null) counts.set(money.currency, (counts.get(money.currency) ?? 0) + 1);
  }
  let most: string | null = null;
  for (const [currency, count] of counts)
    if (most === null || count > (counts.get(most) ?? 0)) most = currency;
  return most;
}
