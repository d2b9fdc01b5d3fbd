/*
 * Numbers, percents, money, dates and moments as a language writes them. Money stays exact text until it is shown;
 * a short form says so by its unit (M, k). Units are bound by no-break spaces.
 */
import { type Lang, LOCALES } from "./say.ts";

const NBSP = "\u00a0";

/** An exact amount and its currency, as the model has them. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
}

const SIGNS: Readonly<Record<string, string>> = { EUR: "€", GBP: "£" };

/** The sign that stands for a currency without doubt, or the code or bare sign as the file gave it. */
export function currencySign(currency: string): string {
  return SIGNS[currency] ?? currency;
}

/** Whether a sign stands before the number: English writes “$782 M”, but the euro stands behind in both languages. */
export function isSignFirst(sign: string, lang: Lang): boolean {
  return lang === "en" && sign !== "€" && !isCode(sign);
}

/** Letters stand apart from the unit before them: “12 k AUD”. */
export function isCode(sign: string): boolean {
  return /^[A-Za-z]+$/.test(sign);
}

const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(lang: Lang, most: number, least = 0): Intl.NumberFormat {
  const id = `${lang} ${most} ${least}`;
  let format = numbers.get(id);
  if (format === undefined) {
    format = new Intl.NumberFormat(LOCALES[lang], {
      maximumFractionDigits: most,
      minimumFractionDigits: least,
    });
    numbers.set(id, format);
  }
  return format;
}

/** A plain number with at most `digits` decimals. */
export function formatNumber(lang: Lang, value: number, digits = 2): string {
  return numberFormat(lang, digits).format(value);
}

/** 92 → “92 %”. */
export function formatPercent(lang: Lang, value: number): string {
  return `${numberFormat(lang, 1).format(value)}${NBSP}%`;
}

/** From which size on, in which unit. Four digits read well without a unit. */
const STEPS: readonly { readonly from: number; readonly by: number; readonly unit: Record<Lang, string> }[] =
  [
    { from: 1e9, by: 1e9, unit: { en: "bn", fr: "Md" } },
    { from: 1e6, by: 1e6, unit: { en: "M", fr: "M" } },
    { from: 1e4, by: 1e3, unit: { en: "k", fr: "k" } },
  ];

/** Short, as the rules tell it: “4.1 M€”, “$640 k”, “1.2 bn AUD”. Under ten thousand the rules round, this does not. */
export function formatMoney(lang: Lang, money: Amount): string {
  const value = Number(money.amount);
  if (!Number.isFinite(value)) return `${money.amount}${NBSP}${money.currency}`;
  const size = Math.abs(value);
  // 999,500 reads as 1 M, not as 1,000 k.
  const step = STEPS.find(({ from }) => size >= from * 0.9995);
  if (step === undefined)
    return placed(lang, numberFormat(lang, size < 100 ? 2 : 0).format(value), "", money.currency);
  const scaled = numberFormat(lang, step.by === 1e3 ? 0 : 1).format(value / step.by);
  return placed(lang, scaled, step.unit[lang], money.currency);
}

/** In full, every digit kept: “4,100,000.00 €”. */
export function formatMoneyExact(lang: Lang, money: Amount): string {
  const decimals = /\.(\d+)$/.exec(money.amount)?.[1]?.length ?? 0;
  const exact = isDecimal(money.amount)
    ? numberFormat(lang, decimals, decimals).format(money.amount)
    : money.amount;
  return placed(lang, exact, "", money.currency);
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** Number, unit and sign in the order of the language. */
function placed(lang: Lang, number: string, unit: string, currency: string): string {
  const sign = currencySign(currency);
  if (!isSignFirst(sign, lang))
    return `${number}${NBSP}${unit}${isCode(sign) && unit !== "" ? NBSP : ""}${sign}`;
  const signed = number.startsWith("-") ? `-${sign}${number.slice(1)}` : `${sign}${number}`;
  return unit === "" ? signed : `${signed}${NBSP}${unit}`;
}

/** Several currencies side by side, never added. */
export function formatMonies(lang: Lang, monies: readonly Amount[]): string {
  return monies.map((money) => formatMoney(lang, money)).join(" + ");
}

/** A calendar date “2026-10-31” → “31 Oct 2026”. Text that is no date is shown as it is. */
export function formatDate(lang: Lang, date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (parts === null) return date;
  const moment = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return short(lang, dates(lang, false).format(moment)).replaceAll(" ", NBSP);
}

/** `Sep 2026`: the month of a calendar date. */
export function formatMonth(lang: Lang, date: string): string {
  const month = new Intl.DateTimeFormat(LOCALES[lang], { month: "short", year: "numeric", timeZone: "UTC" });
  return short(lang, month.format(new Date(`${date}T00:00:00Z`)));
}

/** As the rules write it: browsers say “Sept” in British English, and one card would show both. */
function short(lang: Lang, date: string): string {
  return lang === "en" ? date.replace("Sept", "Sep") : date;
}

/** `September`: the name of a month, 1 to 12. */
export function formatMonthName(lang: Lang, month: number): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { month: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(2026, month - 1, 1)),
  );
}

/** A moment in UTC → day and time here. */
export function formatInstant(lang: Lang, instant: string): string {
  const moment = new Date(instant);
  return Number.isNaN(moment.getTime()) ? instant : short(lang, dates(lang, true).format(moment));
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dates(lang: Lang, withTime: boolean): Intl.DateTimeFormat {
  const id = `${lang} ${withTime}`;
  let format = dateFormats.get(id);
  if (format === undefined) {
    const day = { day: "numeric", month: "short", year: "numeric" } as const;
    format = new Intl.DateTimeFormat(
      LOCALES[lang],
      withTime ? { ...day, hour: "2-digit", minute: "2-digit" } : { ...day, timeZone: "UTC" },
    );
    dateFormats.set(id, format);
  }
  return format;
}

const ORDER: Readonly<Record<Lang, Intl.Collator>> = {
  en: new Intl.Collator(LOCALES.en, { numeric: true, sensitivity: "base" }),
  fr: new Intl.Collator(LOCALES.fr, { numeric: true, sensitivity: "base" }),
};

/** Alphabetical order of a language; digits by value. */
export function compareText(lang: Lang, a: string, b: string): number {
  return ORDER[lang].compare(a, b);
}

/** `14:05`, the time of day on this computer. */
export function formatTime(lang: Lang, instant: string): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { hour: "2-digit", minute: "2-digit" }).format(
    new Date(instant),
  );
}

/** `Sunday 22 November 2026`, the day on this computer. */
export function formatDay(lang: Lang, instant: string): string {
  const day = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
  return new Intl.DateTimeFormat(LOCALES[lang], day).format(new Date(instant));
}
