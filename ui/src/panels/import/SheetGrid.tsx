/*
 * The sheet as it stands: letters and numbers, what each column means above it, rows that are not read struck
 * through and saying why. Only what is in sight is drawn, in both directions.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Mapping, Preview, Problem } from "../../api/index.ts";
import { useWords } from "../../words/index.ts";
import { CellPopover } from "./CellPopover.tsx";
import type { Goal } from "./Import.tsx";
import { byCell, columnWidth, repairSpots, rowHeight, spotKey } from "./places.ts";
import { RolePicker } from "./RolePicker.tsx";
import { RowPopover } from "./RowPopover.tsx";
import { SheetRow } from "./SheetRow.tsx";

const NUMBERS = 44;
const HEAD = 87;

interface SheetGridProps {
  /** What must be chosen first, said above the sheet. */
  notice: string | null;
  preview: Preview;
  mapping: Mapping;
  goal: Goal | null;
  repaired: ReadonlyMap<string, Problem>;
  onChoose: (change: (mapping: Mapping) => Mapping) => void;
  onRepair: (problem: Problem, accepted: boolean) => void;
}

/** A cell or the number of a row, with the popover open or not. */
interface At {
  readonly row: number;
  /** −1 is the row's number. */
  readonly column: number;
  readonly open: boolean;
}

export function SheetGrid({ notice, preview, mapping, goal, repaired, onChoose, onRepair }: SheetGridProps) {
  const { rows, columns } = preview;
  const words = useWords();
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const [at, setAt] = useState<At | null>(null);
  const widths = useMemo(
    () => columns.map((column, index) => columnWidth(column, index, rows)),
    [columns, rows],
  );
  const problems = useMemo(() => byCell(preview.problems, columns), [preview.problems, columns]);
  const repairs = useMemo(() => repairSpots(mapping.repairs, columns), [mapping.repairs, columns]);
  const position = useMemo(() => new Map(rows.map((row, index) => [row.number, index])), [rows]);

  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => {
      const row = rows[index];
      return row === undefined ? 28 : rowHeight(row);
    },
    overscan: 12,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: 40,
    initialRect: { width: 1000, height: 700 },
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => widths[index] ?? 104,
    overscan: 3,
    scrollMargin: NUMBERS,
    scrollPaddingStart: NUMBERS,
    initialRect: { width: 1000, height: 700 },
  });
  // Widths and kinds follow the mapping; measures of the reading before must not stay.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when these change.
  useEffect(() => {
    across.measure();
    down.measure();
  }, [widths, rows]);

  const go = useRef((_row: number, _column: number, _open: boolean) => {});
  go.current = (row, column, open) => {
    const index = position.get(row);
    if (index === undefined) return;
    down.scrollToIndex(index, { align: "auto" });
    if (column >= 0) across.scrollToIndex(column, { align: "auto" });
    setAt({ row, column, open });
  };
  const toGoal = useRef((_goal: Goal) => {});
  toGoal.current = ({ spot }) => {
    const title = columns.findIndex((column) => column.role === "title");
    go.current(spot.row, spot.column ?? Math.max(0, title), false);
  };
  // Once for each wish: another reading of the file must not go there again.
  useEffect(() => {
    if (goal === null) return;
    toGoal.current(goal);
    // The popover opens beside its cell, which must be drawn first.
    const later = setTimeout(() => setAt((now) => (now === null ? now : { ...now, open: true })), 60);
    return () => clearTimeout(later);
  }, [goal]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== box.current) return;
    const index = at === null ? -1 : (position.get(at.row) ?? -1);
    const column = at?.column ?? 0;
    const step = STEPS[event.key];
    const title = Math.max(
      0,
      columns.findIndex((it) => it.role === "title"),
    );
    if (step) {
      const to = rows[Math.min(rows.length - 1, Math.max(0, index + step.rows))];
      if (to) go.current(to.number, Math.min(columns.length - 1, Math.max(-1, column + step.columns)), false);
    } else if ((event.key === "Enter" || event.key === " ") && at) {
      setAt({ ...at, open: true });
    } else if (event.key === "Home") {
      go.current(at?.row ?? 1, title, false);
    } else return;
    event.preventDefault();
  }

  const drawn = down.getVirtualItems();
  const seen = across.getVirtualItems();
  const width = NUMBERS + across.getTotalSize();
  const inForce = at === null ? undefined : rows[position.get(at.row) ?? -1];
  const here = at === null ? [] : (problems.get(spotKey(at.row, at.column)) ?? []);
  const accepted = at === null ? undefined : repaired.get(repairs.get(spotKey(at.row, at.column)) ?? "");
  const close = () => {
    setAt((now) => (now === null ? now : { ...now, open: false }));
    box.current?.focus({ preventScroll: true });
  };
  return (
    <div className={notice === null ? "import-sheet" : "import-sheet noticed"}>
      {notice === null ? null : <p className="import-notice">{notice}</p>}
      <div
        ref={box}
        className={at?.open ? "import-grid scroll open" : "import-grid scroll"}
        role="grid"
        tabIndex={0}
        aria-label={words.say("import.grid")}
        aria-rowcount={rows.length}
        aria-colcount={columns.length + 1}
        aria-activedescendant={at === null ? undefined : `${base}-${at.row}-${at.column}`}
        onKeyDown={onKeyDown}
      >
        <div className="import-roles" style={{ width }}>
          <div className="import-corner" />
          {seen.map((item) => {
            const column = columns[item.index];
            return column === undefined ? null : (
              <RolePicker
                key={column.letter}
                index={item.index}
                column={column}
                left={item.start}
                width={item.size}
                onChoose={onChoose}
              />
            );
          })}
        </div>
        <div style={{ width, height: down.getTotalSize(), position: "relative" }} role="rowgroup">
          {drawn.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <SheetRow
                key={row.number}
                row={row}
                top={item.start - HEAD}
                height={item.size}
                width={width}
                seen={seen}
                base={base}
                active={at?.row === row.number ? at.column : null}
                numeric={columns}
                problems={problems}
                repairs={repairs}
                anchor={anchor}
                onOpen={(column, element) => {
                  anchor.current = element;
                  setAt({ row: row.number, column, open: true });
                }}
              />
            );
          })}
        </div>
        {preview.table && rows.length < (preview.sheets.find((sheet) => sheet.chosen)?.rows ?? 0) ? (
          <p className="import-more c3 t12">
            {words.say("import.grid.more", {
              shown: rows.length,
              all: preview.sheets.find((sheet) => sheet.chosen)?.rows ?? 0,
            })}
          </p>
        ) : null}
      </div>
      {at?.open && inForce && at.column < 0 ? (
        <RowPopover row={inForce} anchor={anchor} onChoose={onChoose} onClose={close} />
      ) : null}
      {at?.open && at.column >= 0 && (here.length > 0 || accepted) ? (
        <CellPopover
          problems={here}
          accepted={accepted ?? null}
          anchor={anchor}
          onRepair={onRepair}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

const STEPS: Readonly<Record<string, { rows: number; columns: number }>> = {
  ArrowDown: { rows: 1, columns: 0 },
  ArrowUp: { rows: -1, columns: 0 },
  ArrowRight: { rows: 0, columns: 1 },
  ArrowLeft: { rows: 0, columns: -1 },
  PageDown: { rows: 20, columns: 0 },
  PageUp: { rows: -20, columns: 0 },
};
