/*
 * Money as a column shows it: one unit per currency, chosen once for the whole column, so that figures can be
 * compared by eye. Amounts of different currencies are never added. Also reads what a person types.
 */
import type { Money } from "../api/bindings.ts";
import { currencySign, isCode, isSignFirst, type Lang } from "../words/index.ts";
import { type Decimal, decimal, parts, plain, plus, round, shift, ZERO } from "./decimal.ts";

/** Powers of ten that have a letter. */
export type Power = 0 | 3 | 6 | 9;

/** How amounts of one currency are written in one column. */
export interface Unit {
  readonly currency: string;
  readonly symbol: string;
  readonly power: Power;
  readonly places: number;
}

const LETTERS: Record<Lang, Record<Power, string>> = {
  en: { 0: "", 3: "k", 6: "M", 9: "bn" },
  fr: { 0: "", 3: "k", 6: "M", 9: "Md" },
};

/** One unit per currency in use, the one with most amounts first. */
export function units(amounts: readonly Money[]): Unit[] {
  const byCurrency = new Map<string, Decimal[]>();
  for (const money of amounts) {
    const value = decimal(money.amount);
    const others = byCurrency.get(money.currency);
    if (value && others) others.push(value);
    else if (value) byCurrency.set(money.currency, [value]);
  }
  const used = [...byCurrency].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const symbols = used.map(([currency]) => currencySign(currency));
  return used.map(([currency, values], index) => {
    const symbol = symbols[index] ?? currency;
    const shared = symbols.filter((other) => other === symbol).length > 1;
    const power = powerFor(values);
    return {
      currency,
      symbol: shared ? currency : symbol,
      power,
      places: placesFor(values, power),
    };
  });
}

/** The power that leaves the middle amount with one to three digits before the point. */
function powerFor(values: readonly Decimal[]): Power {
  // Which size is the middle one needs no exactness.
  const sizes = values
    .map((value) => Math.abs(Number(value.digits)) / 10 ** value.scale)
    .filter((size) => size !== 0)
    .sort((a, b) => a - b);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  if (middle >= 1e9) return 9;
  if (middle >= 1e5) return 6;
  return middle >= 1e4 ? 3 : 0;
}

/** As many places as the amounts need, two at most, so that a column of round millions is not a column of zeros. */
function placesFor(values: readonly Decimal[], power: Power): number {
  if (power === 0 || power === 3) return 0;
  let most = 0;
  for (const value of values) {
    most = Math.max(most, parts(decimal(plain(shift(value, -power))) ?? value).fraction.length);
    if (most >= MOST_PLACES) return MOST_PLACES;
  }
  return most;
}

const MOST_PLACES = 2;

/** `M€`, `$M`, `k AUD`: a unit by its name. */
export function unitName(unit: Unit, lang: Lang): string {
  const letter = LETTERS[lang][unit.power];
  if (isCode(unit.symbol)) return letter === "" ? unit.symbol : `${letter} ${unit.symbol}`;
  return isSignFirst(unit.symbol, lang) ? `${unit.symbol}${letter}` : `${letter}${unit.symbol}`;
}

const separators: Record<Lang, { group: string; point: string }> = {
  en: { group: ",", point: "." },
  fr: { group: "\u202f", point: "," },
};

/** An exact number with the separators of the language. */
export function figure(value: Decimal, lang: Lang): string {
  const { whole, fraction, negative } = parts(value);
  const { group, point } = separators[lang];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  return `${negative ? "−" : ""}${grouped}${fraction === "" ? "" : point + fraction}`;
}

/** The figure alone, in the unit; an amount too small for the unit says so instead of reading as zero. */
export function inUnit(value: Decimal, unit: Unit, lang: Lang): string {
  const scaled = shift(value, -unit.power);
  const rounded = round(scaled, unit.places);
  if (rounded.digits === 0n && value.digits > 0n) {
    return `< ${figure({ digits: 1n, scale: unit.places }, lang)}`;
  }
  return figure(rounded, lang);
}

/** Figure and unit, where no head of a column says it: `4.1 M€`, `$156 M`, `12 k SEK`, as money is written elsewhere. */
export function withUnit(value: Decimal, unit: Unit, lang: Lang): string {
  const shortest = decimal(plain(round(shift(value, -unit.power), unit.places)));
  const amount = inUnit(value, { ...unit, places: shortest?.digits ? shortest.scale : unit.places }, lang);
  if (!isSignFirst(unit.symbol, lang)) return `${amount}\u00a0${unitName(unit, lang)}`;
  const letter = LETTERS[lang][unit.power];
  const small = amount.startsWith("<") ? `< ${unit.symbol}${amount.slice(2)}` : `${unit.symbol}${amount}`;
  return letter === "" ? small : `${small}\u00a0${letter}`;
}

/** Sum of the amounts of one currency. */
export function total(amounts: readonly Money[], currency: string): Decimal {
  return amounts.reduce((sum, money) => {
    const value = money.currency === currency ? decimal(money.amount) : null;
    return value ? plus(sum, value) : sum;
  }, ZERO);
}

const SCALES: readonly (readonly [RegExp, Power])[] = [
  [/^(?:bn|b|md|mds|mrd|milliards?|billions?)$/, 9],
  [/^(?:m|mn|mio|millions?)$/, 6],
  [/^(?:k|mille|thousands?)$/, 3],
];

/** Reads `4.1 M€`, `4 100 k`, `€4,100,000`. A bare number is in the unit of the column. */
export function readMoney(text: string, unit: Unit | null, lang: Lang): Money | null {
  const tight = text.normalize("NFKC").trim().replaceAll(/\s+/g, "");
  const match = /^([^\d.,+-]*)([+-]?[\d.,'’]+)([^\d]*)$/.exec(tight.replace("−", "-"));
  if (!match) return null;
  const [, before = "", number = "", after = ""] = match;
  const value = readNumber(number, lang);
  if (!value) return null;
  const words = `${before} ${after}`;
  const currency = currencyIn(words) ?? unit?.currency ?? null;
  if (currency === null) return null;
  const letters = words.replaceAll(/[A-Z]{3}|[^A-Za-z]/g, "").toLowerCase();
  const scale = SCALES.find(([pattern]) => pattern.test(letters))?.[1];
  if (letters !== "" && scale === undefined) return null;
  const power = scale ?? (words.trim() === "" ? (unit?.power ?? 0) : 0);
  return { amount: plain(shift(value, power)), currency };
}

function currencyIn(words: string): string | null {
  const code = /[A-Z]{3}/.exec(words)?.[0];
  if (code !== undefined) return code;
  const symbol = /\p{Sc}/u.exec(words)?.[0];
  return symbol === "€" ? "EUR" : symbol === "£" ? "GBP" : (symbol ?? null);
}

/** Both signs may stand for the point; where it is not certain, the language decides. */
export function readNumber(text: string, lang: Lang): Decimal | null {
  let tidy = text.replaceAll(/['’\s\u202f\u00a0]/g, "");
  const comma = tidy.lastIndexOf(",");
  const point = tidy.lastIndexOf(".");
  if (comma >= 0 && point >= 0) {
    tidy = comma > point ? tidy.replaceAll(".", "").replace(",", ".") : tidy.replaceAll(",", "");
  } else if (comma >= 0) {
    const groups = /^[+-]?\d{1,3}(,\d{3})+$/.test(tidy) && (lang === "en" || tidy.indexOf(",") !== comma);
    tidy = groups ? tidy.replaceAll(",", "") : tidy.replace(",", ".");
  } else if (/^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(tidy)) {
    tidy = tidy.replaceAll(".", "");
  }
  return decimal(tidy);
}
