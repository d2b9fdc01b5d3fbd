/*
 * A cell as text: as it is edited (exact, with its unit) and as it is copied to a spreadsheet (dates and numbers that
 * a spreadsheet takes for dates and numbers). Pure.
 */
import type { Maybe, Money } from "../../api/bindings.ts";
import { isKey, type Words } from "../../words/index.ts";
import { decimal, plain, shift } from "../decimal.ts";
import { figure, type Unit, unitName } from "../money.ts";
import { cellValue } from "../values.ts";
import type { Column } from "./columns.ts";
import type { Row } from "./rows.ts";

/** The unit in which amounts of a currency are written. */
export function unitFor(money: Money | null | undefined, units: readonly Unit[]): Unit | null {
  return units.find((unit) => unit.currency === money?.currency) ?? units[0] ?? null;
}

/** The text that a cell is edited as, or the words that stand for the missing value. */
export function editable(row: Row, column: Column, units: readonly Unit[], words: Words): string {
  const { sets } = column;
  if (sets === null) return "";
  const held = cellValue(row.element, sets);
  if (typeof held === "string") return held;
  if (typeof held === "boolean") return words.say(held ? "table.flag.yes" : "table.flag.no");
  if (isList(held))
    return held.map((it) => wordIn(sets.input === "sides" ? "side" : "", it, words)).join(", ");
  const gap = held?.missing;
  if (gap) return gap.said === "" ? words.say(`reason.${gap.reason}`) : gap.said;
  const known = held?.known;
  if (known === undefined || known === null) return "";
  switch (sets.input) {
    case "date":
      return words.date(String(known)).replaceAll("\u00a0", " ");
    case "money": {
      const money = known as Money;
      const unit = unitFor(money, units);
      const size = decimal(money.amount);
      if (!unit || !size) return `${money.amount} ${money.currency}`;
      const shifted = shift(size, -unit.power);
      return `${figure(decimal(plain(shifted)) ?? shifted, words.lang)} ${unitName(unit, words.lang)}`;
    }
    case "number":
      return numberText(String(known), words);
    case "choice":
      return wordIn(sets.words, String(known), words);
    default:
      return String(known);
  }
}

function isList(held: unknown): held is readonly string[] {
  return Array.isArray(held);
}

function numberText(text: string, words: Words): string {
  return words.lang === "fr" ? text.replace(".", ",") : text;
}

function wordIn(area: string, value: string, words: Words): string {
  const key = `${area}.${value}`;
  return isKey(key) ? words.say(key) : value;
}

/** The text that a cell is copied as: empty where nothing was filled in, the words or the reason of what is missing. */
export function copyText(row: Row, column: Column, units: readonly Unit[], words: Words): string {
  const content = column.content(row);
  switch (content.type) {
    case "bar": {
      const { percent, standing } = row[content.bar];
      if (percent !== null) return `${numberText(String(Math.round(percent * 10) / 10), words)} %`;
      return standing === "unknown" ? "" : words.say(`status.${standing}`);
    }
    case "report": {
      const report = row[content.lens];
      return report?.said ?? "";
    }
    case "serves":
      return row.serves.map((it) => it.title).join("; ");
    case "findings":
      return row.findings.count === 0 ? "" : String(row.findings.count);
    case "date":
      return content.value?.known ?? gapText(content.value, words);
    case "money": {
      const money = content.value?.known;
      if (money === undefined) return gapText(content.value, words);
      // A bare number is what a spreadsheet can add; where currencies differ each amount says its own.
      const amount = numberText(money.amount, words);
      return units.length === 1 ? amount : `${amount} ${money.currency}`;
    }
    default:
      if (column.sets !== null) return editable(row, column, units, words);
      return content.type === "text" ? (content.value?.known ?? "") : "";
  }
}

function gapText(value: Maybe<unknown> | null, words: Words): string {
  const gap = value?.missing;
  if (!gap) return "";
  return gap.said === "" ? words.say(`reason.${gap.reason}`) : gap.said;
}
