/*
 * What pasting a block of text does: the edits for the cells it covers, new rows below the last one, and what was left
 * as it was. One value fills the whole range; a first row that repeats the column titles is skipped. Pure.
 */
import type { Edit, Element, ElementKind } from "../../api/bindings.ts";
import { folded } from "../../model/search.ts";
import { type Key, type Words, wordsOf } from "../../words/index.ts";
import { readMoney, type Unit } from "../money.ts";
import { readCell } from "../reading.ts";
import { type CellValue, cellValue, fits, patchOf, same } from "../values.ts";
import type { CopiedCell } from "./clipboard.ts";
import type { Column } from "./columns.ts";
import { headName } from "./heads.ts";
import { type Block, sizeOf } from "./range.ts";
import type { Row } from "./rows.ts";
import { copyText } from "./writing.ts";

/** Most cells that one paste, fill or clearing writes. */
export const MOST_CELLS = 20_000;

export interface Ground {
  readonly kind: ElementKind;
  /** The rows in sight, in their order, and the columns. */
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly units: readonly Unit[];
  readonly words: Words;
}

/** A cell that was kept as it was. */
export interface Refused {
  readonly title: string;
  readonly column: Column;
  readonly text: string;
  readonly why: Key;
}

export interface Pasted {
  readonly edits: readonly Edit[];
  /** Cells covered that hold now what was pasted. */
  readonly written: number;
  /** Ids of the new rows. */
  readonly added: readonly string[];
  readonly refused: readonly Refused[];
  /** Rows beyond the last one that have no title. */
  readonly untitled: number;
  /** Columns that follow from something else and were left. */
  readonly fixed: readonly Column[];
  /** Cells to the right of the last column. */
  readonly outside: number;
  /** The currency in which amounts without one were read. */
  readonly bareIn: string | null;
  readonly hasHead: boolean;
  /** What is covered, new rows counted. */
  readonly block: Block;
}

interface Source {
  readonly cells: readonly (readonly string[])[];
  /** The same cells with their values, when they were copied here. */
  readonly exact: readonly (readonly CopiedCell[])[] | null;
}

/** `null` when the block is larger than what is pasted at once. */
export function pasted(ground: Ground, at: Block, source: Source, newId: () => string): Pasted | null {
  const { rows, columns } = ground;
  const head = headOf(ground, at, source.cells);
  const cells = head === null ? source.cells : source.cells.slice(1);
  const exact = head === null ? source.exact : null;
  const height = cells.length;
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const size = sizeOf(at);
  // As a spreadsheet does: a range that the block fits into several times is filled with it.
  const tall = height > 0 && size.rows % height === 0 ? size.rows : height;
  const wide = width > 0 && size.columns % width === 0 ? size.columns : width;
  if (tall * wide > MOST_CELLS) return null;

  const edits: Edit[] = [];
  const added: string[] = [];
  const refused: Refused[] = [];
  const fixed = new Set<Column>();
  let [written, untitled, outside] = [0, 0, 0];
  let bareIn: string | null = null;
  const titleAt = columns.findIndex((column) => column.id === "title") - at.left;

  for (let down = 0; down < tall; down += 1) {
    const line = cells[down % height] ?? [];
    const row = rows[at.top + down] ?? null;
    let id = row?.id ?? "";
    let title = row?.element.title ?? "";
    if (row === null) {
      if (line.every((text) => text.trim() === "")) continue;
      const named = titleAt < 0 || titleAt >= wide ? "" : (line[titleAt % width] ?? "");
      const read = readCell(named, { input: "title" }, null, ground.words);
      if (read.type === "wrong") {
        untitled += 1;
        continue;
      }
      id = newId();
      title = String(read.value);
      edits.push({ type: "add_element", id, kind: ground.kind, title, spot: null });
      added.push(id);
      written += 1;
    }
    for (let along = 0; along < wide; along += 1) {
      const text = line[along % width];
      const column = columns[at.left + along];
      if (text === undefined || (row === null && along === titleAt)) continue;
      if (column === undefined) {
        if (text.trim() !== "") outside += 1;
        continue;
      }
      if (column.sets === null) {
        if (
          text.trim() !== "" &&
          (row === null || text !== copyText(row, column, ground.units, ground.words))
        )
          fixed.add(column);
        continue;
      }
      const known = exactIn(exact?.[down % height]?.[along % width], column, columns);
      const unit = unitOf(row?.element ?? null, column, ground, head?.units.get(column.id));
      const read = known ?? readCell(text, column.sets, unit, ground.words);
      if (read.type === "wrong") {
        refused.push({ title, column, text: text.trim(), why: read.why });
        continue;
      }
      written += 1;
      if (known === null && column.sets.input === "money" && /^[-+\d.,\s\u00a0\u202f'’]+$/.test(text))
        bareIn = unit?.currency ?? bareIn;
      const before = row === null ? null : cellValue(row.element, column.sets);
      if (row === null ? isNothing(read.value) : same(before, read.value)) continue;
      edits.push({
        type: "set",
        element: id,
        patch: patchOf(row?.element ?? null, column.sets, read.value),
      });
    }
  }
  return {
    edits,
    written,
    added,
    refused,
    untitled,
    fixed: [...fixed],
    outside,
    bareIn,
    hasHead: head !== null,
    block: {
      ...at,
      bottom: Math.max(at.top, Math.min(at.top + tall, rows.length + added.length) - 1),
      right: Math.max(at.left, Math.min(at.left + wide, columns.length) - 1),
    },
  };
}

function isNothing(value: CellValue): boolean {
  return value === null || value === "" || value === false || (Array.isArray(value) && value.length === 0);
}

function exactIn(cell: CopiedCell | undefined, into: Column, columns: readonly Column[]) {
  if (cell?.value === undefined || into.sets === null) return null;
  const from = columns.find((column) => column.id === cell.column);
  if (from?.sets == null || !fits(from.sets, into.sets) || into.sets.input === "title") return null;
  // Limits differ from field to field: only a value of the same field needs no second look.
  if (from.id !== into.id && into.sets.input === "number") return null;
  return { type: "value" as const, value: cell.value };
}

/** What a bare amount is in: whole units, unless the pasted heading says otherwise. A spreadsheet holds full amounts. */
function unitOf(element: Element | null, column: Column, ground: Ground, headed: Unit | undefined) {
  if (column.sets?.input !== "money") return null;
  if (headed) return headed;
  const before = element === null ? null : cellValue(element, column.sets);
  const own = before as { known?: { currency?: string } } | null;
  const currency = own?.known?.currency ?? ground.units[0]?.currency;
  return currency === undefined ? null : ({ currency, symbol: currency, power: 0, places: 2 } satisfies Unit);
}

const LANGUAGES = [wordsOf("en"), wordsOf("fr")] as const;

/** The heading above a pasted block, with the units that it names; `null` when the first row is a row like the others. */
function headOf({ columns }: Ground, at: Block, cells: readonly (readonly string[])[]) {
  const [first] = cells;
  if (first === undefined || cells.length < 2 || first.every((text) => text.trim() === "")) return null;
  const units = new Map<string, Unit>();
  for (const [along, text] of first.entries()) {
    const column = columns[at.left + along];
    if (column === undefined) continue;
    const names = LANGUAGES.map((words) => folded(headName(column, [], words)));
    const [, name = "", unit = ""] = /^(.*?)(?:\s*[,(]\s*([^,()]+)\)?)?$/.exec(text.trim()) ?? [];
    if (!names.includes(folded(text.trim())) && !names.includes(folded(name))) return null;
    const worth = column.sets?.input === "money" ? readMoney(`1 ${unit}`, null, "en") : null;
    const power = worth === null ? -1 : worth.amount.length - 1;
    if (worth !== null && (power === 0 || power === 3 || power === 6 || power === 9))
      units.set(column.id, { currency: worth.currency, symbol: worth.currency, power, places: 2 });
  }
  return { units };
}
