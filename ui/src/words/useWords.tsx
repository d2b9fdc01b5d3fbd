/* The words of the window's language, for components. */
import { createContext, type ReactNode, useContext, useMemo } from "react";
import {
  type Amount,
  compareText,
  formatDate,
  formatDay,
  formatInstant,
  formatMoney,
  formatMoneyExact,
  formatMonies,
  formatMonth,
  formatMonthName,
  formatNumber,
  formatPercent,
  formatTime,
} from "./format.ts";
import { bind, type Key, type Lang, type Params, say } from "./say.ts";

export interface Words {
  readonly lang: Lang;
  readonly say: (key: Key, params?: Params) => string;
  /** A sentence that the program wrote in this language, with its spaces set. */
  readonly told: (sentence: string) => string;
  readonly number: (value: number, digits?: number) => string;
  readonly percent: (value: number) => string;
  readonly money: (money: Amount) => string;
  readonly moneyExact: (money: Amount) => string;
  readonly monies: (monies: readonly Amount[]) => string;
  readonly date: (date: string) => string;
  /** The month of a date, and day and time of an instant on this computer. */
  readonly month: (date: string) => string;
  /** The name of a month, 1 to 12. */
  readonly monthName: (month: number) => string;
  readonly day: (instant: string) => string;
  readonly time: (instant: string) => string;
  readonly instant: (instant: string) => string;
  readonly compare: (a: string, b: string) => number;
}

/** All of a language in one value, also for what is not a component. */
export function wordsOf(lang: Lang): Words {
  return {
    lang,
    say: (key, params) => say(lang, key, params),
    told: (sentence) => bind(lang, sentence),
    number: (value, digits) => formatNumber(lang, value, digits),
    percent: (value) => formatPercent(lang, value),
    money: (money) => formatMoney(lang, money),
    moneyExact: (money) => formatMoneyExact(lang, money),
    monies: (monies) => formatMonies(lang, monies),
    date: (date) => formatDate(lang, date),
    month: (date) => formatMonth(lang, date),
    monthName: (month) => formatMonthName(lang, month),
    day: (instant) => formatDay(lang, instant),
    time: (instant) => formatTime(lang, instant),
    instant: (instant) => formatInstant(lang, instant),
    compare: (a, b) => compareText(lang, a, b),
  };
}

const WordsContext = createContext<Words>(wordsOf("en"));

export function WordsProvider({ lang, children }: { lang: Lang; children: ReactNode }) {
  const words = useMemo(() => wordsOf(lang), [lang]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  return useContext(WordsContext);
}
