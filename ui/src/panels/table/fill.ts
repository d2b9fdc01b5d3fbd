/* Filling a range down from its first row, and emptying it. Values are taken as they are kept, never as text. Pure. */
import type { Edit } from "../../api/bindings.ts";
import { type CellValue, cellValue, emptyOf, patchOf, same } from "../values.ts";
import type { Column } from "./columns.ts";
import type { Row } from "./rows.ts";

export interface Filled {
  readonly edits: readonly Edit[];
  /** Cells that hold now what was asked. */
  readonly cells: number;
}

/** The first row of those given is the one that is repeated. */
export function filledDown(rows: readonly Row[], columns: readonly Column[]): Filled {
  const [first, ...below] = rows;
  return first === undefined
    ? { edits: [], cells: 0 }
    : written(below, columns, (column) => held(first, column));
}

/** A title stays: nothing in a portfolio is nameless. */
export function emptied(rows: readonly Row[], columns: readonly Column[]): Filled {
  return written(rows, columns, (column) => (column.sets === null ? null : emptyOf(column.sets)));
}

type Given = { readonly value: CellValue } | null;

function held(row: Row, column: Column): Given {
  return column.sets === null ? null : { value: cellValue(row.element, column.sets) };
}

function written(rows: readonly Row[], columns: readonly Column[], give: (column: Column) => Given): Filled {
  const edits: Edit[] = [];
  let cells = 0;
  for (const column of columns) {
    const given = give(column);
    if (given === null || column.sets === null) continue;
    for (const { id, element } of rows) {
      cells += 1;
      if (same(cellValue(element, column.sets), given.value)) continue;
      edits.push({ type: "set", element: id, patch: patchOf(element, column.sets, given.value) });
    }
  }
  return { edits, cells };
}
