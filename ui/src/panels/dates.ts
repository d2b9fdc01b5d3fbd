/* Dates as people type them. The portfolio stores calendar dates as `YYYY-MM-DD`; no time zone ever enters. */

/** Months by their whole names and usual abbreviations, without accents, as the import knows them: `2026 maybe` is no date. */
const MONTHS = [
  "january jan janvier janv",
  "february feb fevrier fevr fev",
  "march mar mars",
  "april apr avril avr",
  "may mai",
  "june jun juin",
  "july jul juillet juill juil",
  "august aug aout",
  "september sept sep septembre",
  "october oct octobre",
  "november nov novembre",
  "december dec decembre",
].map((names) => names.split(" "));

function monthOf(word: string): number | null {
  const bare = word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const at = MONTHS.findIndex((names) => names.includes(bare));
  return at < 0 ? null : at + 1;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function write(year: number, month: number, day: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  if (full < 1900 || full > 2200 || month < 1 || month > 12 || day < 1 || day > lastDay(full, month))
    return null;
  return `${full}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * Reads `2026-12-31`, `31/12/2026`, `31.12.26`, `31 Dec 2026`, `Dec 2026`, `2026 Dec`, `12/2026`, `2026-12`, `Q3 2026`,
 * `2026 T3`, `H1 2026`, `S1 2026`. The day comes first unless that is impossible. A month, a quarter or a half of a year
 * alone means its first or its last day, as the field asks; of the calendar year, as the import reads them.
 */
export function readDate(text: string, month: "first" | "last"): string | null {
  const tidy = text.trim().replaceAll("\u00a0", " ");
  const span = spanIn(tidy);
  if (span !== null) {
    const { year, first, last } = span;
    return ofMonth(year, month === "first" ? first : last, undefined, month);
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(tidy);
  if (iso) return write(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const bare = /^(\d{4})-(\d{1,2})$/.exec(tidy);
  if (bare) return ofMonth(Number(bare[1]), Number(bare[2]), undefined, month);
  const digits = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{2}|\d{4})$/.exec(tidy);
  if (digits) {
    const [a, b, year] = [Number(digits[1]), Number(digits[2]), Number(digits[3])];
    return write(year, b, a) ?? write(year, a, b);
  }
  const named = /^(?:(\d{1,2})(?:er|st|nd|rd|th)?[ .-]+)?(\p{L}{3,})\.?[ ,.-]+(\d{2}|\d{4})$/u.exec(tidy);
  if (named) {
    const at = monthOf(named[2] ?? "");
    return at === null ? null : ofMonth(Number(named[3]), at, named[1], month);
  }
  const turned = /^(\d{4})[ .-]*(\p{L}{3,})\.?$/u.exec(tidy);
  if (turned) {
    const at = monthOf(turned[2] ?? "");
    return at === null ? null : ofMonth(Number(turned[1]), at, undefined, month);
  }
  const short = /^(\d{1,2})[/.-](\d{4})$/.exec(tidy);
  return short ? ofMonth(Number(short[2]), Number(short[1]), undefined, month) : null;
}

/** A quarter or a half of a year, by its first and last month: `Q3 2026`, `T3-26`, `2026 H1`, `S1 2026`. */
export function spanIn(text: string): { year: number; first: number; last: number } | null {
  const found =
    /^(?<of>[QTHS]) ?(?<n>[1-4])[ /.-]*(?<year>\d{4}|\d{2})$/i.exec(text) ??
    /^(?<year>\d{4})[ /.-]*(?<of>[QTHS]) ?(?<n>[1-4])$/i.exec(text);
  const { of = "", n, year } = found?.groups ?? {};
  const long = /[QT]/i.test(of) ? 3 : 6;
  const last = Number(n) * long;
  return found === null || last > 12 ? null : { year: Number(year), first: last - long + 1, last };
}

function ofMonth(year: number, at: number, day: string | undefined, edge: "first" | "last"): string | null {
  if (day !== undefined) return write(year, at, Number(day));
  const full = year < 100 ? 2000 + year : year;
  return write(full, at, edge === "first" ? 1 : lastDay(full, at));
}
