/*
 * A rectangle of cells, from where it was begun to where it has come. Knows positions only; lines that are no rows
 * never belong to it.
 */

/** Positions in the order of rows and columns, all four inside. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Spot {
  readonly row: number;
  readonly column: number;
}

export function spanned(from: Spot, to: Spot): Block {
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

export function sizeOf(block: Block): { readonly rows: number; readonly columns: number; cells: number } {
  const rows = block.bottom - block.top + 1;
  const columns = block.right - block.left + 1;
  return { rows, columns, cells: rows * columns };
}

export function isSame(a: Block, b: Block): boolean {
  return a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right;
}
