/* Sums of exact money, by currency. Currencies are never added to each other and nothing passes through floating point. */
import type { Money } from "../api/bindings.ts";

/** Decimals that are kept; more than any file gives. */
const PLACES = 12;

/** One amount for each currency, in the order of their names. An amount that is no decimal is left out. */
export function total(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, bigint>();
  for (const { amount, currency } of amounts) {
    const size = parsed(amount);
    if (size !== null) sums.set(currency, (sums.get(currency) ?? 0n) + size);
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({ amount: written(sum), currency }));
}

function parsed(amount: string): bigint | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  if (parts === null) return null;
  const size = BigInt((parts[2] ?? "0") + (parts[3] ?? "").padEnd(PLACES, "0").slice(0, PLACES));
  return parts[1] === "-" ? -size : size;
}

function written(sum: bigint): string {
  const digits = (sum < 0n ? -sum : sum).toString().padStart(PLACES + 1, "0");
  const decimals = digits.slice(-PLACES).replace(/0+$/, "");
  return `${sum < 0n ? "-" : ""}${digits.slice(0, -PLACES)}${decimals === "" ? "" : `.${decimals}`}`;
}
