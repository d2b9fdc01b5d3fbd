/*
 * Time as a line, pure: days as numbers, the periods of a fiscal calendar between two days, and the places where
 * something dragged may be let go: days when near, weeks and months from afar.
 */
import type { Cycle, FiscalYear } from "../../api/bindings";
import { periodOf, yearName } from "../../model/fiscal";

/** World units a day. */
export const DAY = 10;
const MS = 86_400_000;

/** The number of a day (`2026-11-30`); null for what is none, or lies where no plan reaches. */
export function dayNumber(day: string | null): number | null {
  if (day === null || !/^\d{4}-\d{2}-\d{2}/.test(day)) return null;
  const number = Math.round(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / MS);
  return Number.isFinite(number) ? number : null;
}

export function dayOf(number: number): string {
  return new Date(Math.max(-719_162, Math.min(2_932_896, Math.round(number))) * MS)
    .toISOString()
    .slice(0, 10);
}

export type Unit = "year" | "quarter" | "month" | "day";

export interface Span {
  readonly from: number;
  /** The day after its last. */
  readonly until: number;
  readonly year: number;
  /** Of a quarter 1 to 4, of a month its calendar month, of a day its day. */
  readonly part: number;
}

function utc(year: number, month: number, day: number): number {
  return Math.round(Date.UTC(year, month, day) / MS);
}

/** The periods that touch a stretch of days. */
export function spans(unit: Unit, from: number, until: number, starts: FiscalYear): Span[] {
  const found: Span[] = [];
  // However far somebody looks, no more than fits a screen a few times.
  const most = 2000;
  const first = dayOf(from);
  if (unit === "day") {
    for (let d = Math.floor(from); d < until && found.length < most; d += 1) {
      found.push({ from: d, until: d + 1, year: 0, part: Number(dayOf(d).slice(8)) });
    }
  } else if (unit === "month") {
    let [y, m] = [Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1];
    for (let at = utc(y, m, 1); at < until && found.length < most; at = utc(y, m, 1)) {
      m += 1;
      if (m > 11) [y, m] = [y + 1, 0];
      found.push({ from: at, until: utc(y, m, 1), year: m === 0 ? y - 1 : y, part: m === 0 ? 12 : m });
    }
  } else {
    const months = unit === "year" ? 12 : 3;
    let { year, quarter } = periodOf(first, starts);
    if (unit === "year") quarter = 1;
    const begins = (n: number): number => utc(year, starts.month - 1 + n, starts.day);
    for (let n = (quarter - 1) * 3; begins(n) < until && found.length < most; n += months) {
      if (n >= 12) {
        n -= 12;
        year += 1;
      }
      found.push({ from: begins(n), until: begins(n + months), year, part: n / 3 + 1 });
    }
  }
  return found;
}

export function nameOfYear(span: Span, starts: FiscalYear): string {
  return yearName(span.year, starts);
}

/** The same day so many months later, or the first one after where that month has none. */
export function monthsOn(day: number, months: number): number {
  const [year = 0, month = 1, date = 1] = dayOf(day).split("-").map(Number);
  return utc(year, month - 1 + months, date);
}

export interface Horizon {
  readonly now: Span;
  readonly next: Span;
}

/** The period of the portfolio's cycle that a day lies in, and the one after it; what follows is later. */
export function horizonOf(day: number, cycle: Cycle, starts: FiscalYear): Horizon | null {
  const [now, next] = spans(cycle === "quarter" ? "quarter" : "month", day, day + 190, starts);
  return now === undefined || next === undefined ? null : { now, next };
}

export type Grain = "day" | "week" | "month";

/** What a dragged end clings to, by how many pixels a day takes. */
export function grainAt(zoom: number): Grain {
  const pixels = DAY * zoom;
  return pixels >= 4 ? "day" : pixels >= 1.1 ? "week" : "month";
}

/** 5 January 1970 was a Monday. */
const MONDAY = 4;

/** The boundary nearest to a day. */
export function snapped(day: number, grain: Grain): number {
  if (grain === "day") return Math.round(day);
  const before = boundary(day, grain, 0);
  const after = boundary(day, grain, 1);
  return day - before <= after - day ? before : after;
}

/** The boundary one step before or after a day. */
export function stepped(day: number, grain: Grain, way: 1 | -1): number {
  if (grain === "day") return Math.round(day) + way;
  const here = boundary(day, grain, 0);
  if (way > 0) return boundary(day, grain, 1);
  return here < day ? here : boundary(day, grain, -1);
}

function boundary(day: number, grain: "week" | "month", steps: number): number {
  if (grain === "week") return Math.floor((day - MONDAY) / 7) * 7 + MONDAY + steps * 7;
  const text = dayOf(Math.floor(day));
  return utc(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1 + steps, 1);
}
