/*
 * The cell in force and the range that reaches from where it was begun to it. Named by row and column, so that both
 * stay where they are while rows are sorted, added or filtered.
 */
import { useCallback, useMemo, useRef, useState } from "react";
import { type Block, isSame, type Spot, sizeOf, spanned } from "./range.ts";
import type { Arrangement } from "./view.ts";

export interface At {
  /** Id of a row or key of a group. */
  readonly line: string;
  readonly cell: string;
}

export interface Cells {
  readonly at: At | null;
  /** The line in force among all lines; -1 when there is none. */
  readonly index: number;
  /** What is meant: the range, or the cell in force alone; `null` off the columns. */
  readonly block: Block | null;
  readonly isRange: boolean;
  /** One cell, and no range. */
  put(at: At): void;
  /** The range reaches to here, from the cell in force when it is begun. */
  reach(to: At, from?: At): void;
  drop(): void;
}

export function useCells(arrangement: Arrangement, position: ReadonlyMap<string, number>): Cells {
  const { order, columns } = arrangement;
  const [state, setState] = useState<{ at: At | null; from: At | null }>({ at: null, from: null });
  const rows = useMemo(() => new Map(order.map((id, index) => [id, index])), [order]);
  const names = useMemo(() => new Map(columns.map((column, index) => [column.id, index])), [columns]);

  const spotOf = (at: At | null): Spot | null => {
    const row = at === null ? undefined : rows.get(at.line);
    const column = at === null ? undefined : names.get(at.cell);
    return row === undefined || column === undefined ? null : { row, column };
  };
  const to = spotOf(state.at);
  const from = spotOf(state.from);
  const made = to === null ? null : spanned(from ?? to, to);
  // The same corners are the same block, so that what follows from it is not worked out for each drawing.
  const last = useRef<Block | null>(null);
  const block = made !== null && last.current !== null && isSame(made, last.current) ? last.current : made;
  last.current = block;

  const put = useCallback((at: At) => setState({ at, from: null }), []);
  const reach = useCallback(
    (at: At, from?: At) => setState((now) => ({ at, from: from ?? now.from ?? now.at })),
    [],
  );
  const drop = useCallback(() => setState(({ at }) => ({ at, from: null })), []);
  return {
    at: state.at,
    index: state.at === null ? -1 : (position.get(state.at.line) ?? -1),
    block,
    isRange: block !== null && sizeOf(block).cells > 1,
    put,
    reach,
    drop,
  };
}
