/* Carries out what a key means: moves the cell in force, reaches over a range, selects, edits, fills, folds. Holds nothing itself. */
import type { GridProps } from "./Grid.tsx";
import { GLYPH, SELECT } from "./GridRow.tsx";
import type { Line } from "./groups.ts";
import type { Intent } from "./keys.ts";
import type { Block } from "./range.ts";
import { EMPTY, ranged, toggled } from "./selection.ts";
import type { Cells } from "./useCells.ts";

/** Where the grid stands, and what it can do. */
export interface Position {
  readonly props: GridProps;
  readonly cells: Cells;
  readonly lines: readonly Line[];
  /** The cells of a row, from left to right. */
  readonly names: readonly string[];
  /** Lines of one page. */
  readonly page: number;
  select(line: number): void;
  go(line: number, cell: string, extend: boolean): void;
  open(line: number, cell: string, begun: string | null): void;
}

export function carryOut(intent: Intent, at: Position): void {
  const { props, cells, lines, names, page, select, go, open } = at;
  const { selection, readOnly, arrangement } = props;
  const { order } = arrangement;
  const { index } = cells;
  const cell = cells.at?.cell ?? "title";
  const line = lines[index];
  const column = names.indexOf(cell);
  const move = (to: number, name: string, extend: boolean) => {
    if (!extend && to !== index) select(to);
    go(to, name, extend);
  };
  switch (intent.type) {
    case "move":
      move(index + intent.rows, names[Math.max(0, column + intent.columns)] ?? cell, intent.extend);
      break;
    case "page":
      move(index + (intent.down ? page : -page), cell, intent.extend);
      break;
    case "edge":
      if (intent.axis === "row") move(intent.end ? lines.length - 1 : 0, cell, intent.extend);
      else move(index, (intent.end ? names.at(-1) : names[0]) ?? cell, intent.extend);
      break;
    case "fold":
      if (line?.type === "group" && line.folded === intent.open) props.onFold(line.group.key);
      break;
    case "act":
      if (line?.type === "group") props.onFold(line.group.key);
      else if (cell === SELECT && line) props.onSelect(toggled(selection, line.row.id));
      else if (cell === GLYPH && line) props.onShow(line.row.id);
      else if (cell === "findings" && line) props.onFindings(line.row.id);
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
      if (cells.isRange) cells.drop();
      else props.onSelect(EMPTY);
      break;
    case "fillDown":
      if (readOnly) props.onRefused();
      else if (cells.block) props.sheet.fill(cells.block);
      break;
    case "clear":
      if (readOnly) props.onRefused();
      else clear(cells.block, line, props);
      break;
    case "remove":
      if (readOnly) props.onRefused();
      else props.onRemove();
  }
}

/** Off the columns, at the box or the glyph of a row, the rows themselves are meant. */
function clear(block: Block | null, line: Line | undefined, props: GridProps): void {
  if (block !== null) props.sheet.clear(block);
  else if (line?.type === "row") props.onRemove();
}
