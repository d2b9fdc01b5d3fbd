/* Carries out what a key means: moves the cell in force, selects, edits, folds. Holds nothing itself. */
import { emptied } from "./edits.ts";
import type { GridProps } from "./Grid.tsx";
import { GLYPH, SELECT } from "./GridRow.tsx";
import type { Line } from "./groups.ts";
import type { Intent } from "./keys.ts";
import { EMPTY, ranged, toggled } from "./selection.ts";

/** Where the grid stands, and what it can do. */
export interface Position {
  readonly props: GridProps;
  readonly lines: readonly Line[];
  /** The cells of a row, from left to right. */
  readonly cells: readonly string[];
  /** The line in force. */
  readonly index: number;
  readonly cell: string;
  /** Lines of one page. */
  readonly page: number;
  select(line: number, extend: boolean): void;
  go(line: number, cell: string): void;
  open(line: number, cell: string, begun: string | null): void;
}

export function carryOut(intent: Intent, at: Position): void {
  const { props, lines, cells, index, cell, page, select, go, open } = at;
  const { selection, readOnly, arrangement } = props;
  const { order } = arrangement;
  const line = lines[index];
  const column = cells.indexOf(cell);
  switch (intent.type) {
    case "move":
      if (intent.rows !== 0) select(index + intent.rows, intent.extend);
      go(index + intent.rows, cells[Math.max(0, column + intent.columns)] ?? cell);
      break;
    case "page": {
      const to = index + (intent.down ? page : -page);
      select(to, intent.extend);
      go(to, cell);
      break;
    }
    case "edge": {
      const to = intent.end ? lines.length - 1 : 0;
      if (intent.axis === "column") go(index, (intent.end ? cells.at(-1) : cells[0]) ?? cell);
      else {
        select(to, intent.extend);
        go(to, cell);
      }
      break;
    }
    case "fold":
      if (line?.type === "group" && line.folded === intent.open) props.onFold(line.group.key);
      break;
    case "act":
      if (line?.type === "group") props.onFold(line.group.key);
      else if (cell === SELECT && line) props.onSelect(toggled(selection, line.row.id));
      else if ((cell === GLYPH || cell === "findings") && line) props.onShow(line.row.id);
      else open(index, cell, null);
      break;
    case "edit":
      open(index, cell, intent.text);
      break;
    case "select":
      if (line?.type !== "row") break;
      props.onSelect(intent.extend ? ranged(selection, line.row.id, order) : toggled(selection, line.row.id));
      break;
    case "selectAll":
      props.onSelect({ ids: order, anchor: order[0] ?? null });
      break;
    case "letGo":
      props.onSelect(EMPTY);
      break;
    case "clear":
      if (!readOnly && line?.type === "row") clear(line.row.id, cell, props);
      break;
    case "remove":
      if (!readOnly) props.onRemove();
  }
}

function clear(row: string, cell: string, props: GridProps): void {
  if (cell === SELECT || cell === GLYPH) {
    props.onRemove();
    return;
  }
  const patch = emptied(cell);
  if (patch && props.arrangement.columns.some((column) => column.id === cell && column.editing !== null)) {
    props.onPatch(row, patch);
  }
}
