/*
 * From what was typed or pasted to the value of a field or cell, or to what is wrong with it. Dates, amounts, numbers
 * and choices are understood as people write them in both languages; words that give a reason ("nfp", "tbd") are kept
 * as that reason. What is not understood is never guessed. Pure.
 */
import type { Maybe, Money } from "../api/bindings.ts";
import type { FieldId, FieldOf } from "../model/fields.ts";
import { folded } from "../model/search.ts";
import { isKey, type Key, type Lang, type Words, wordsOf } from "../words/index.ts";
import { readDate } from "./dates.ts";
import { plain } from "./decimal.ts";
import { readGap } from "./gaps.ts";
import { readMoney, readNumber, type Unit } from "./money.ts";
import type { CellValue, NumberUnit, Sets } from "./values.ts";

/** `reading` shows a person what will be stored, where that is not what they typed. */
export type Read =
  | { readonly type: "value"; readonly value: CellValue; readonly reading: string | null }
  | { readonly type: "wrong"; readonly why: Key };

const LONGEST_TITLE = 300;
/** Digits that an exact amount can have. */
const LONGEST_AMOUNT = 26;
/** The choices of a cell that is yes or no. */
export const FLAGS = ["yes", "no"] as const;

/** `unit` is what a bare amount is in; `null` refuses one. */
export function readCell(text: string, sets: Sets, unit: Unit | null, words: Words): Read {
  const long = text.replaceAll("\u00a0", " ").trim();
  const tidy = long.replaceAll(/\s+/g, " ");
  switch (sets.input) {
    case "title":
      if (tidy === "") return wrong("read.wrong.title");
      return tidy.length > LONGEST_TITLE ? wrong("read.wrong.titleLong") : value(tidy);
    case "description":
    case "why":
      return value(long);
    case "harmful":
      return flag(tidy);
    case "sides": {
      const sides = parts(tidy).map((part) => choiceIn(part, "side", ["business", "it"]));
      return sides.includes(null)
        ? wrong("read.wrong.choice")
        : value([...new Set(sides.flatMap((side) => side ?? []))]);
    }
    case "list":
      return value([...new Set(parts(tidy))]);
    default:
      return tidy === "" ? value(null) : field(tidy, long, sets, unit, words);
  }
}

function value(held: CellValue, reading: string | null = null): Read {
  return { type: "value", value: held, reading };
}

function wrong(why: Key): Read {
  return { type: "wrong", why };
}

/** Comma, semicolon or line; a word of its own for each. */
function parts(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function field(tidy: string, long: string, sets: FieldOf, unit: Unit | null, words: Words): Read {
  // A word such as “en cours” may be a choice here and a reason elsewhere: choices come first.
  if (sets.input === "choice") {
    const chosen = choiceIn(tidy, sets.words, sets.options);
    if (chosen !== null) return value({ known: sets.words === "five" ? Number(chosen) : chosen });
  }
  const gap = readGap(tidy);
  if (gap !== null) {
    const reading = words.say("read.gap", { said: gap.said, reason: words.say(`reason.${gap.reason}`) });
    return value({ missing: gap }, reading);
  }
  switch (sets.input) {
    case "text":
      return value({ known: long });
    case "choice":
      return wrong("read.wrong.choice");
    case "date": {
      // A spreadsheet may write the midnight of a day.
      const date = readDate(tidy.replace(/[ T]0?0:00(:00(\.0+)?)?$/, ""), sets.edge);
      return date === null ? wrong("read.wrong.date") : value({ known: date }, words.date(date));
    }
    case "money":
      return money(tidy, unit, words);
    case "number":
      return number(tidy, sets.id, sets.unit, words.lang);
  }
}

function money(tidy: string, unit: Unit | null, words: Words): Read {
  const read = readMoney(tidy, unit, words.lang);
  if (read === null) {
    const bare = unit === null && readNumber(tidy, words.lang) !== null;
    return wrong(bare ? "read.wrong.currency" : "read.wrong.money");
  }
  if (read.amount.replace(/\D/g, "").length > LONGEST_AMOUNT) return wrong("read.wrong.money");
  const known: Maybe<Money> = { known: read };
  return value(known, words.moneyExact(read));
}

const UNIT_WORDS: Readonly<Record<NumberUnit, RegExp>> = {
  none: /^$/,
  percent: /^%$/,
  // The inspector shows “40 points”, once “40 of 100 points”, and only the figure may have been typed anew; a share of 100 is a percentage.
  points: /^(%|(of 100 )?(points?|pts?)|(points?|pts?) sur 100|\/ ?100)$/i,
  days: /^(days?|d|jours?|j)$/i,
  people: /^(people|persons?|personnes?|pers\.?|fte|etp)$/i,
};

interface Limit {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
  readonly why: Key;
}

/** What the portfolio refuses, so that one bad cell does not refuse the whole step. */
const LIMITS: Partial<Record<FieldId, Limit>> = {
  rank: { least: 1, most: 4_294_967_295, whole: true, why: "read.wrong.rank" },
  weight: { least: 0, most: 100, whole: false, why: "read.wrong.weight" },
  percent_complete: { least: 0, most: 100, whole: false, why: "read.wrong.percent" },
  every_days: { least: 1, most: 3660, whole: true, why: "read.wrong.days" },
  capacity: { least: 0, most: Number.MAX_VALUE, whole: false, why: "read.wrong.negative" },
  tolerance: { least: 0, most: Number.MAX_VALUE, whole: false, why: "read.wrong.negative" },
};

function number(tidy: string, id: FieldId, unit: NumberUnit, lang: Lang): Read {
  const match = /^([-+−]?[\d.,'’\s\u202f]+)(.*)$/.exec(tidy);
  const after = match?.[2]?.trim() ?? "";
  const read = match && (after === "" || UNIT_WORDS[unit].test(after)) ? match[1] : undefined;
  const exact = read === undefined ? null : readNumber(read.replace("−", "-").trim(), lang);
  const size = exact === null ? Number.NaN : Number(plain(exact));
  if (!Number.isFinite(size)) return wrong("read.wrong.number");
  const limit = LIMITS[id];
  if (limit && (size < limit.least || size > limit.most || (limit.whole && !Number.isInteger(size))))
    return wrong(limit.why);
  return value({ known: size });
}

const YES = new Set(["yes", "y", "true", "x", "1", "oui", "o", "vrai", "✓"]);
const NO = new Set(["no", "n", "false", "0", "non", "faux", ""]);

function flag(text: string): Read {
  const low = folded(text);
  if (YES.has(low)) return value(true);
  return NO.has(low) ? value(false) : wrong("read.wrong.choice");
}

const LANGUAGES = [wordsOf("en"), wordsOf("fr")] as const;
const choices = new Map<string, ReadonlyMap<string, string>>();

/** The option that a word means: its own name, or its words in either language. */
function choiceIn(text: string, area: string, options: readonly string[]): string | null {
  let names = choices.get(area);
  if (names === undefined) {
    const told = options.flatMap((option) => {
      const key = `${area}.${option}`;
      const words = isKey(key) ? LANGUAGES.map((it) => it.say(key)) : [];
      return [option, ...words].map((word) => [folded(word), option] as const);
    });
    names = new Map(told);
    choices.set(area, names);
  }
  return names.get(folded(text)) ?? null;
}
