/* The name of a column, with the unit of its amounts where all have the same, and what pressing it sorts by. Pure. */
import type { Words } from "../../words/index.ts";
import { type Unit, unitName } from "../money.ts";
import type { Column } from "./columns.ts";
import type { Sorting } from "./order.ts";

export function headName(column: Column, units: readonly Unit[], words: Words): string {
  if (column.extra !== undefined) return column.extra;
  const name = words.say(column.name);
  const unit = units.length === 1 && column.sets?.input === "money" ? units[0] : undefined;
  return unit ? words.say("table.inUnit", { name, unit: unitName(unit, words.lang) }) : name;
}

/** The name as a menu has it, without a unit. */
export function plainName(column: Column, words: Words): string {
  return headName(column, [], words).replace(/, %$/, "");
}

/** Numbers begin with the largest, words with the first; a third press goes back to the order of entry. */
export function nextSorting(column: Column, now: Sorting | null): Sorting | null {
  const downFirst = column.numeric;
  if (now?.column !== column.id) return { column: column.id, descending: downFirst };
  return now.descending === downFirst ? { column: column.id, descending: !downFirst } : null;
}
