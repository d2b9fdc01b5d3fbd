/*
 * From what was typed into a cell to the field it changes, or to what is wrong with it. Words that give a reason
 * ("nfp", "tbd") are kept as that reason. Pure.
 */
import type { Category, InitiativeState, Maybe, Money, Patch } from "../../api/bindings.ts";
import type { Key, Words } from "../../words/index.ts";
import type { Column } from "./columns.ts";
import { readDate } from "./dates.ts";
import { decimal, plain, shift } from "./decimal.ts";
import { readGap } from "./gaps.ts";
import { figure, readMoney, readNumber, type Unit, unitName } from "./money.ts";
import type { Row } from "./rows.ts";

export const STATES: readonly InitiativeState[] = [
  "idea",
  "planned",
  "active",
  "paused",
  "delivered",
  "stopped",
];
export const CATEGORIES: readonly Category[] = ["strategic", "mandatory", "run"];

/** The outcome of reading a cell. `reading` shows a person what will be stored, where that is not what they typed. */
export type Typed =
  | { readonly type: "patch"; readonly patch: Patch; readonly reading: string | null }
  | { readonly type: "wrong"; readonly why: Key };

/** The unit in which amounts of a row's currency are written. */
export function unitFor(money: Money | null | undefined, units: readonly Unit[]): Unit | null {
  return units.find((unit) => unit.currency === money?.currency) ?? units[0] ?? null;
}

/** The text that a cell is edited as: exact, with its unit, or the words that stand for the missing value. */
export function editable(row: Row, column: Column, units: readonly Unit[], words: Words): string {
  const content = column.content(row);
  if (!("value" in content) || content.value === null) return "";
  const { known, missing } = content.value;
  if (missing) return missing.said;
  if (known === undefined) return "";
  if (content.type === "date") return words.date(String(known)).replaceAll("\u00a0", " ");
  if (typeof known === "object") {
    const unit = unitFor(known, units);
    const value = decimal(known.amount);
    if (!unit || !value) return known.amount;
    return `${figure(tight(shift(value, -unit.power)), words.lang)} ${unitName(unit, words.lang)}`;
  }
  return typeof known === "number" ? numberText(known, words) : known;
}

function tight(value: ReturnType<typeof shift>) {
  return decimal(plain(value)) ?? value;
}

function numberText(value: number, words: Words): string {
  const text = String(value);
  return words.lang === "fr" ? text.replace(".", ",") : text;
}

/** Reads what was typed. */
export function typed(text: string, row: Row, column: Column, units: readonly Unit[], words: Words): Typed {
  const tidy = text.trim().replaceAll(/\s+/g, " ");
  switch (column.editing) {
    case "title":
      return tidy === "" ? wrong("table.wrong.title") : patch({ field: "title", value: tidy });
    case "owner":
      return patch({ field: "owner", value: maybe(tidy, tidy) });
    case "text":
      return column.id === "unit"
        ? patch({ field: "unit", value: maybe(tidy, tidy) })
        : wrong("table.wrong.field");
    case "date":
      return date(tidy, column.id, row, words);
    case "money":
      return money(tidy, row, column, units, words);
    case "number":
      return number(tidy, column.id, words);
    case "state":
    case "category":
      return choice(tidy, column.editing);
    case null:
      return wrong("table.wrong.field");
  }
}

function patch(value: Patch, reading: string | null = null): Typed {
  return { type: "patch", patch: value, reading };
}

function wrong(why: Key): Typed {
  return { type: "wrong", why };
}

function maybe<T>(text: string, value: T): Maybe<T> | null {
  if (text === "") return null;
  const gap = readGap(text);
  return gap ? { missing: gap } : { known: value };
}

function date(text: string, id: string, row: Row, words: Words): Typed {
  const gap = readGap(text);
  const iso = text === "" || gap ? null : readDate(text, id === "start" ? "first" : "last");
  if (text !== "" && !gap && iso === null) return wrong("table.wrong.date");
  const reading = iso === null ? null : words.date(iso);
  const value = maybe(text, iso ?? "");
  if (id === "horizon") return patch({ field: "horizon", value }, reading);
  if (id === "start") return patch({ field: "start", value }, reading);
  if (id === "end") return patch({ field: "end", value }, reading);
  return row.element.kind === "initiative"
    ? patch({ field: "delivered_on", value }, reading)
    : wrong("table.wrong.field");
}

function money(text: string, row: Row, column: Column, units: readonly Unit[], words: Words): Typed {
  const before = column.content(row);
  const unit = unitFor(before.type === "money" ? before.value?.known : null, units);
  const read = text === "" || readGap(text) ? null : readMoney(text, unit, words.lang);
  if (text !== "" && !readGap(text) && read === null) {
    return wrong(unit === null ? "table.wrong.currency" : "table.wrong.money");
  }
  const value: Maybe<Money> | null = read
    ? { known: read }
    : maybe<Money>(text, { amount: "0", currency: "" });
  const reading = read ? words.moneyExact(read) : null;
  return patch({ field: column.id === "spent" ? "spent" : "budget", value }, reading);
}

function number(text: string, id: string, words: Words): Typed {
  const gap = readGap(text);
  const read = text === "" || gap ? null : readNumber(text, words.lang);
  if (text !== "" && !gap && read === null) return wrong("table.wrong.number");
  const figure = read === null ? 0 : Number(plain(read));
  const value = maybe(text, figure);
  switch (id) {
    case "rank":
      return read !== null && (!Number.isInteger(figure) || figure < 1)
        ? wrong("table.wrong.rank")
        : patch({ field: "rank", value });
    case "weight":
      return read !== null && (figure < 0 || figure > 100)
        ? wrong("table.wrong.weight")
        : patch({ field: "weight", value });
    case "baseline":
    case "target":
      return patch({ field: id, value });
    default:
      return wrong("table.wrong.field");
  }
}

function choice(text: string, field: "state" | "category"): Typed {
  if (field === "state") {
    const state = STATES.find((it) => it === text);
    return text !== "" && !state
      ? wrong("table.wrong.choice")
      : patch({ field, value: state ? { known: state } : null });
  }
  const category = CATEGORIES.find((it) => it === text);
  return text !== "" && !category
    ? wrong("table.wrong.choice")
    : patch({ field, value: category ? { known: category } : null });
}

/** The patch that empties a cell; a title is never emptied. */
export function emptied(column: string): Patch | null {
  switch (column) {
    case "owner":
    case "state":
    case "category":
    case "start":
    case "end":
    case "delivered_on":
    case "budget":
    case "spent":
      return { field: column, value: null };
    case "rank":
    case "weight":
    case "horizon":
    case "baseline":
    case "target":
      return { field: column, value: null };
    default:
      return null;
  }
}
