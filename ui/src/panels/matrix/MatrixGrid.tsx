/*
 * The grid of a matrix. One tab stop; arrows move, a digit says how strong, a block is copied and pasted as a
 * spreadsheet does. Rows and columns are drawn only while they are in sight.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import type { ElementKind, Strength } from "../../api/bindings.ts";
import { KindGlyph } from "../../kit/index.ts";
import { newId } from "../../model/id.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly, useSelected } from "../desk.tsx";
import { useWhyNot } from "../useWhyNot.ts";
import { marks, Square, said, spanned } from "./cell.tsx";
import { FOOT, MatrixFoot } from "./MatrixFoot.tsx";
import { copied, editsOf, type Matrix, MOST_PASTED, pair, pasted, STRENGTHS, strokeOf } from "./matrix.ts";

const ROW = 32;
const HEAD = 172;
const TOTAL = 112;
const INITIAL_RECT = { width: 1200, height: 700 };

interface MatrixGridProps {
  /** With at least one row and one column. */
  matrix: Matrix;
  kinds: readonly [ElementKind, ElementKind];
  sought: Sought | null;
}

/** Rows or columns that another view asked to see; a new value each time. */
export interface Sought {
  readonly ids: ReadonlySet<string>;
}

export function MatrixGrid({ matrix, kinds, sought }: MatrixGridProps) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const whyNot = useWhyNot();
  const selected = useSelected();
  const [at, setAt] = useState({ row: 0, column: 0 });
  const [from, setFrom] = useState<{ row: number; column: number } | null>(null);
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const { rows, columns } = matrix;
  // A few columns get the room of many.
  const columnWidth = columns.length > 12 ? 44 : 64;
  const sideWidth = columns.length > 12 ? 300 : 380;
  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
    initialRect: INITIAL_RECT,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: FOOT,
  });
  const along = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => box.current,
    estimateSize: () => columnWidth,
    overscan: 6,
    initialRect: INITIAL_RECT,
    scrollPaddingStart: sideWidth,
    scrollPaddingEnd: TOTAL,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: gone to when it is sought, not whenever a link is typed.
  useEffect(() => {
    if (sought === null) return;
    const row = rows.findIndex(({ element }) => sought.ids.has(element.id));
    const column = columns.findIndex(({ element }) => sought.ids.has(element.id));
    if (row < 0 && column < 0) return;
    setFrom(null);
    setAt({ row: Math.max(0, row), column: Math.max(0, column) });
    down.scrollToIndex(Math.max(0, row));
    along.scrollToIndex(Math.max(0, column));
  }, [sought]);

  const here = {
    row: Math.min(at.row, Math.max(0, rows.length - 1)),
    column: Math.min(at.column, Math.max(0, columns.length - 1)),
  };
  const block = spanned(here, from);

  function go(row: number, column: number, extend: boolean): void {
    const next = {
      row: Math.min(Math.max(row, 0), rows.length - 1),
      column: Math.min(Math.max(column, 0), columns.length - 1),
    };
    setFrom(extend ? (from ?? here) : null);
    setAt(next);
    down.scrollToIndex(next.row);
    along.scrollToIndex(next.column);
    const link = matrix.cells.get(
      pair(rows[next.row]?.element.id ?? "", columns[next.column]?.element.id ?? ""),
    );
    if (link !== undefined && !extend) desk.selection.set([link.id]);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const far = event.ctrlKey || event.metaKey;
    const { row, column } = here;
    const steps: Record<string, readonly [number, number]> = {
      ArrowUp: [far ? 0 : row - 1, column],
      ArrowDown: [far ? rows.length : row + 1, column],
      ArrowLeft: [row, far ? 0 : column - 1],
      ArrowRight: [row, far ? columns.length : column + 1],
      Home: [far ? 0 : row, 0],
      End: [far ? rows.length : row, columns.length],
      PageUp: [row - 12, column],
      PageDown: [row + 12, column],
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      go(step[0], step[1], event.shiftKey);
      return;
    }
    const stroke = far || event.altKey ? null : strokeOf(event.key);
    if (stroke === null) return;
    if (isReadOnly) {
      whyNot();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const edits = rows
      .slice(block.top, block.bottom + 1)
      .flatMap((line) =>
        columns
          .slice(block.left, block.right + 1)
          .flatMap((other) => editsOf(matrix, line.element.id, other.element.id, stroke, newId)),
      );
    if (edits.length > 0) void desk.edit(...edits);
  }

  /** A cell that was clicked would take the keyboard, and its mark would stay there while keys write elsewhere. */
  function onMouseDown(event: MouseEvent): void {
    if (event.target === box.current) return;
    event.preventDefault();
    box.current?.focus({ preventScroll: true });
  }

  function onCopy(event: ClipboardEvent): void {
    event.preventDefault();
    const text = copied(
      matrix,
      rows.slice(block.top, block.bottom + 1),
      columns.slice(block.left, block.right + 1),
    );
    event.clipboardData.setData("text/plain", text);
  }

  async function onPaste(event: ClipboardEvent): Promise<void> {
    if (isReadOnly) {
      whyNot();
      return;
    }
    event.preventDefault();
    const named = new Map<string, Strength>(
      STRENGTHS.map((strength) => [words.say(`strength.${strength}`).toLowerCase(), strength]),
    );
    const { edits, left, isCut } = pasted(
      matrix,
      { row: block.top, column: block.left },
      event.clipboardData.getData("text/plain"),
      named,
      newId,
    );
    if (isCut) desk.tell(words.say("matrix.tooMany", { most: words.number(MOST_PASTED) }));
    if (left.length > 0) {
      desk.tell(
        words.say("matrix.notUnderstood", { count: left.length, first: left[0] ?? "" }),
        words.say("matrix.notUnderstoodHint", { most: words.number(MOST_PASTED) }),
      );
    }
    if (edits.length > 0) await desk.attempt(desk.store.edit(edits, { from: "pasted" }));
  }

  const noun = (kind: ElementKind) => words.say(`kind.${kind}`);
  const width = sideWidth + columns.length * columnWidth + TOTAL;
  return (
    <div
      ref={box}
      className="matrix-scroll"
      role="grid"
      aria-label={words.say("matrix.label", { rows: noun(kinds[0]), columns: noun(kinds[1]) })}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 2}
      aria-activedescendant={`${base}-${here.row}-${here.column}`}
      tabIndex={0}
      onMouseDown={onMouseDown}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onPaste={(event) => void onPaste(event)}
      data-testid="matrix"
    >
      <div
        className={columns.length > 12 ? "matrix-sheet" : "matrix-sheet wide"}
        style={{ width, height: HEAD + rows.length * ROW + FOOT }}
      >
        <div className="matrix-head" role="row" aria-rowindex={1} style={{ width, height: HEAD }}>
          <div className="matrix-corner" style={{ width: sideWidth }} role="columnheader">
            {words.say("matrix.corner", { rows: rows.length, columns: columns.length })}
          </div>
          {along.getVirtualItems().map((item) => {
            const line = columns[item.index];
            return line === undefined ? null : (
              <div
                key={line.element.id}
                role="columnheader"
                tabIndex={-1}
                aria-colindex={item.index + 2}
                className={marks("matrix-column", line, selected, item.index === here.column)}
                style={{ left: sideWidth + item.start, width: columnWidth, height: HEAD }}
                title={line.element.title}
                onClick={() => desk.selection.set([line.element.id])}
              >
                <span className="matrix-title">{line.element.title}</span>
                <KindGlyph kind={line.element.kind} hued />
              </div>
            );
          })}
          <div className="matrix-total" role="columnheader" style={{ width: TOTAL, left: width - TOTAL }}>
            {words.say("matrix.total")}
          </div>
        </div>
        {down.getVirtualItems().map((item) => {
          const line = rows[item.index];
          if (line === undefined) return null;
          return (
            <div
              key={line.element.id}
              role="row"
              aria-rowindex={item.index + 2}
              className="matrix-row"
              style={{ top: HEAD + item.start, width, height: ROW }}
            >
              <div
                role="rowheader"
                tabIndex={-1}
                className={marks("matrix-side", line, selected, item.index === here.row)}
                style={{ width: sideWidth }}
                onClick={() => desk.selection.set([line.element.id])}
              >
                <KindGlyph kind={line.element.kind} hued />
                <span className="cut">{line.element.title}</span>
                {line.count === 0 ? (
                  <span className="matrix-none t12">
                    ○ {words.say(line.waiting > 0 ? "matrix.onlyProposed" : "matrix.emptyRow")}
                  </span>
                ) : null}
              </div>
              {along.getVirtualItems().map((cell) => {
                const column = columns[cell.index];
                if (column === undefined) return null;
                const link = matrix.cells.get(pair(line.element.id, column.element.id));
                const inBlock =
                  item.index >= block.top &&
                  item.index <= block.bottom &&
                  cell.index >= block.left &&
                  cell.index <= block.right;
                const isHere = item.index === here.row && cell.index === here.column;
                return (
                  <div
                    key={column.element.id}
                    id={`${base}-${item.index}-${cell.index}`}
                    role="gridcell"
                    tabIndex={-1}
                    aria-colindex={cell.index + 2}
                    aria-selected={inBlock}
                    aria-label={said(line, column, link, words)}
                    className={`matrix-cell${isHere ? " here" : ""}${inBlock && from !== null ? " held" : ""}`}
                    style={{ left: sideWidth + cell.start, width: columnWidth, height: ROW }}
                    onPointerDown={(event) => go(item.index, cell.index, event.shiftKey)}
                  >
                    <Square link={link} />
                  </div>
                );
              })}
              <div className="matrix-total num" role="gridcell" style={{ width: TOTAL, left: width - TOTAL }}>
                <span>
                  {words.number(line.count)}
                  {line.money.length > 0 ? (
                    <span className="c3">{` · ${words.monies(line.money)}`}</span>
                  ) : null}
                </span>
              </div>
            </div>
          );
        })}
        <MatrixFoot
          columns={columns}
          places={along.getVirtualItems()}
          size={{ width, side: sideWidth, column: columnWidth }}
        />
      </div>
    </div>
  );
}
