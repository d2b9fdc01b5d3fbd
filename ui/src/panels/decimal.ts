/*
 * Exact decimals, so that a total is the total. Amounts arrive as text and never pass through floating point;
 * rounding happens once, when a figure is shown.
 */

/** `digits` × 10^-`scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };

/** Reads `-12.50` or `1e3`-free plain decimals; `null` for anything else. */
export function decimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign = "", whole = "0", fraction = ""] = match;
  const digits = BigInt(whole + fraction);
  return { digits: sign === "-" ? -digits : digits, scale: fraction.length };
}

function raise(value: Decimal, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale);
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: raise(a, scale) + raise(b, scale), scale };
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** Negative, zero or positive, as for sorting. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = raise(a, scale) - raise(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Times 10^`power`. */
export function shift(value: Decimal, power: number): Decimal {
  const scale = value.scale - power;
  return scale >= 0
    ? { digits: value.digits, scale }
    : { digits: value.digits * 10n ** BigInt(-scale), scale: 0 };
}

/** Rounded half away from zero to so many places. */
export function round(value: Decimal, places: number): Decimal {
  if (value.scale <= places) return { digits: raise(value, places), scale: places };
  const unit = 10n ** BigInt(value.scale - places);
  const half = unit / 2n;
  const size = value.digits < 0n ? -value.digits : value.digits;
  const rounded = (size + half) / unit;
  return { digits: value.digits < 0n ? -rounded : rounded, scale: places };
}

/** Plain text with a point, without trailing zeros: what the portfolio stores. */
export function plain(value: Decimal): string {
  const { whole, fraction, negative } = parts(value);
  const rest = fraction.replace(/0+$/, "");
  return `${negative ? "-" : ""}${whole}${rest === "" ? "" : `.${rest}`}`;
}

/** The two sides of the point, without a sign. */
export function parts(value: Decimal): { whole: string; fraction: string; negative: boolean } {
  const negative = value.digits < 0n;
  const text = (negative ? -value.digits : value.digits).toString().padStart(value.scale + 1, "0");
  const at = text.length - value.scale;
  return { whole: text.slice(0, at), fraction: text.slice(at), negative };
}
