/* What a period is called, and which day its last is, in the words people type and read. */
import type { FiscalYear } from "../api/bindings.ts";
import { type Grain, periodOf, yearName } from "../model/fiscal.ts";
import type { Words } from "../words/index.ts";
import { readDate, spanIn } from "./dates.ts";

/** `Sep 2026`, `Q2 2026/27`, `2026/27` or a date, by the grain. */
export function periodName(date: string, grain: Grain, starts: FiscalYear, words: Words): string {
  if (grain === "day") return words.date(date);
  if (grain === "month") return words.month(date);
  const { year, quarter } = periodOf(date, starts);
  const name = yearName(year, starts);
  return grain === "year" ? name : words.say("period.quarter", { quarter, year: name });
}

/**
 * The last day of what was typed: a date, a month (`2026-09`, `Sep 2026`, `09/2026`), a quarter (`Q2 2026`,
 * `2026 T2`, `2026-Q2`), a half (`H1 2026`) or a year, by the fiscal calendar. `null` when it is none of these.
 */
export function readPeriod(text: string, starts: FiscalYear): string | null {
  const tidy = text.trim().replaceAll("\u00a0", " ");
  const month = /^(\d{4})[-/](\d{1,2})$/.exec(tidy);
  if (month) return readDate(`${month[2]}/${month[1]}`, "last");
  const quarter =
    /^[QT]([1-4])[ /-]*(\d{4})(?:\/\d{2})?$/i.exec(tidy) ??
    flipped(/^(\d{4})(?:\/\d{2})?[ -]*[QT]([1-4])$/i.exec(tidy));
  if (quarter) return endOf(Number(quarter[2]), Number(quarter[1]) * 3, starts);
  const span = spanIn(tidy);
  if (span) return endOf(span.year < 100 ? 2000 + span.year : span.year, span.last, starts);
  const year = /^(?:FY ?)?(\d{4})(?:\/\d{2})?$/i.exec(tidy);
  if (year) return endOf(Number(year[1]), 12, starts);
  return readDate(tidy, "last");
}

function flipped(found: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return found === null ? null : [found[0], found[2], found[1]];
}

/** The day before the month that begins so many months after the start of a fiscal year. */
function endOf(year: number, months: number, starts: FiscalYear): string | null {
  if (year < 1900 || year > 2200) return null;
  const next = Date.UTC(year, starts.month - 1 + months, starts.day);
  return new Date(next - 86_400_000).toISOString().slice(0, 10);
}
