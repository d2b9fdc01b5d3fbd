/*
 * The arithmetic of a split: what each part takes and what is left to the first, exactly as the host will divide it
 * (rounded to cents on the parts, the difference stays with the first). Pure.
 */
import type { Element, Money } from "../../api/bindings.ts";
import { known } from "../../model/maybe.ts";
import type { Lang } from "../../words/index.ts";
import { compare, type Decimal, decimal, plain, plus, round, shift, ZERO } from "../decimal.ts";
import { readNumber } from "../money.ts";

const ONE: Decimal = { digits: 1n, scale: 0 };

/** Typed percent as a share of one; `null` when it is no number or not more than 0 and less than 100. */
export function shareOf(percent: string, lang: Lang): Decimal | null {
  const read = readNumber(percent.replace(/\s*%$/, ""), lang);
  if (read === null) return null;
  const share = shift(read, -2);
  return compare(share, ZERO) > 0 && compare(share, ONE) < 0 ? share : null;
}

/** What the first part keeps; `null` when a share cannot be read or nothing is left. */
export function restOf(shares: readonly (Decimal | null)[]): Decimal | null {
  let rest: Decimal = ONE;
  for (const share of shares) {
    if (share === null) return null;
    rest = plus(rest, negative(share));
  }
  return compare(rest, ZERO) > 0 ? rest : null;
}

function negative(value: Decimal): Decimal {
  return { digits: -value.digits, scale: value.scale };
}

/** The amount that is divided; `null` for kinds without one, or when none is given. */
export function amountOf(element: Element): Money | null {
  switch (element.kind) {
    case "initiative":
      return known(element.budget) ?? known(element.spent);
    case "outcome":
      return known(element.expected_value);
    case "system":
      return known(element.cost);
    default:
      return null;
  }
}

/** The amount of each part, the first one's first. */
export function divided(amount: Money, shares: readonly Decimal[]): Money[] {
  const whole = decimal(amount.amount) ?? ZERO;
  const parts = shares.map((share) =>
    round({ digits: whole.digits * share.digits, scale: whole.scale + share.scale }, 2),
  );
  const rest = parts.reduce((left, part) => plus(left, negative(part)), whole);
  return [rest, ...parts].map((part) => ({ amount: plain(part), currency: amount.currency }));
}
