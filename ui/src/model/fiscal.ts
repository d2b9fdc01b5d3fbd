/*
 * Periods of a fiscal calendar: which quarter and which fiscal year a day lies in, and what a period is called. A year
 * that does not begin on 1 January is called by the two calendar years that it touches, which nobody misreads.
 */
import type { FiscalYear } from "../api/bindings.ts";

export interface Period {
  /** Calendar year in which the fiscal year begins. */
  readonly year: number;
  /** 1 to 4. */
  readonly quarter: number;
}

/** The fiscal quarter in which a day (`2026-11-30`) lies. */
export function periodOf(date: string, starts: FiscalYear): Period {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8, 10));
  const shift = day < starts.day ? 1 : 0;
  const months = year * 12 + (month - 1) - (starts.month - 1) - shift;
  return { year: Math.floor(months / 12), quarter: Math.floor((((months % 12) + 12) % 12) / 3) + 1 };
}

/** `2026`, or `2026/27` where the year begins later. */
export function yearName(year: number, starts: FiscalYear): string {
  if (starts.month === 1 && starts.day === 1) return String(year);
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}

/** The last day of the fiscal year in which a day lies. */
export function yearEnd(date: string, starts: FiscalYear): string {
  const next = Date.UTC(periodOf(date, starts).year + 1, starts.month - 1, starts.day);
  return new Date(next - 86_400_000).toISOString().slice(0, 10);
}

/** How long a period is, judged by the days between two readings. */
export type Grain = "day" | "month" | "quarter" | "year";

export function grainOf(everyDays: number | null): Grain {
  if (everyDays === null || (everyDays >= 25 && everyDays <= 35)) return "month";
  if (everyDays >= 80 && everyDays <= 100) return "quarter";
  return everyDays >= 350 ? "year" : "day";
}
