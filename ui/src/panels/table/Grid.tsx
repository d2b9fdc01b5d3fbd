/*
 * The grid as it is drawn: rows only while they are in sight, the cell in force named to who cannot see it. The grid
 * itself keeps the keyboard, so that scrolling a cell out of sight loses nothing. What it does stands in `useGrid.ts`.
 */
import { useCallback, useId, useMemo, useRef } from "react";
import type { Patch } from "../../api/bindings.ts";
import { useWords } from "../../words/index.ts";
import { Foot } from "./Foot.tsx";
import { GridRow } from "./GridRow.tsx";
import { GroupRow } from "./GroupRow.tsx";
import type { Line } from "./groups.ts";
import { Head } from "./Head.tsx";
import type { Sorting } from "./order.ts";
import { extent, type Selection, toggledAll } from "./selection.ts";
import type { Rates } from "./totals.ts";
import { HEAD, useGrid } from "./useGrid.ts";
import type { Area, Sheet } from "./useSheet.ts";
import type { Arrangement, Settings } from "./view.ts";

export interface GridProps {
  arrangement: Arrangement;
  settings: Settings;
  rates: Rates;
  selection: Selection;
  sheet: Sheet;
  /** What stands in a column already, for a text that is typed again. */
  suggest: (column: string) => readonly string[];
  readOnly: boolean;
  /** A row just added: its title is edited as soon as it stands. */
  fresh: string | null;
  onSelect: (selection: Selection) => void;
  onPatch: (row: string, patch: Patch) => void;
  onRemove: () => void;
  onShow: (row: string) => void;
  /** A row may be carried elsewhere; the pointer went down on it. */
  onCarry: (row: string, event: React.PointerEvent) => void;
  onFindings: (row: string) => void;
  onFold: (group: string) => void;
  onSort: (sorting: Sorting | null) => void;
  /** Somebody tried to change what may only be read. */
  onRefused: () => void;
  /** Asks for the values of a column, beside its head. */
  onOnly: (column: string, head: HTMLElement) => void;
  /** Told the range when it is another one; `null` when there is none. */
  onRange: (area: Area | null) => void;
}

export function Grid(props: GridProps) {
  const { arrangement, selection, readOnly, onSelect, onSort, onOnly } = props;
  const { lines, columns, order } = arrangement;
  const words = useWords();
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const { names, cells, editing, virtual, gestures, drag, onKeyDown, go, held } = useGrid(box, props);
  const { at, index } = cells;
  const selected = useMemo(() => new Set(selection.ids), [selection.ids]);
  const reached = useMemo(() => extent(selection.ids, order), [selection.ids, order]);
  const latest = useRef({ selection, order, onSelect, onSort, onOnly });
  latest.current = { selection, order, onSelect, onSort, onOnly };
  const selectAll = useCallback(() => {
    const { selection, order, onSelect } = latest.current;
    onSelect(toggledAll(selection, order));
  }, []);
  const sort = useCallback((sorting: Sorting | null) => latest.current.onSort(sorting), []);
  const only = useCallback((column: string, head: HTMLElement) => latest.current.onOnly(column, head), []);
  /** As in a spreadsheet, Alt and the arrow down open the values of the column. */
  function onKeys(event: React.KeyboardEvent<HTMLDivElement>): void {
    const head =
      event.altKey && event.key === "ArrowDown" && at !== null && editing === null
        ? box.current?.querySelector<HTMLElement>(`[data-head="${CSS.escape(at.cell)}"] > .table-only`)
        : null;
    if (head && at !== null) {
      event.preventDefault();
      only(at.cell, head);
    } else onKeyDown(event);
  }

  const template = `36px 30px ${columns.map((it) => (it.grow === 0 ? `${it.width}px` : `minmax(${it.width}px, ${it.grow}fr)`)).join(" ")}`;
  const width = 66 + columns.reduce((sum, column) => sum + column.width, 0);
  const items = virtual.getVirtualItems();
  const grouped = arrangement.grouping !== "none";
  const inForce = at !== null && index >= 0 && items.some((item) => item.index === index);
  const frame = {
    ref: box,
    className: "table-grid scroll",
    tabIndex: 0,
    "aria-label": words.say("table.title"),
    "aria-rowcount": lines.length + 2,
    "aria-colcount": names.length,
    "aria-multiselectable": true,
    "aria-readonly": readOnly,
    "aria-activedescendant":
      !inForce || at === null
        ? undefined
        : lines[index]?.type === "row"
          ? `${base}-${at.line}-${at.cell}`
          : `${base}-${groupNumber(lines[index])}`,
    style: { "--table-columns": template, "--table-width": `${width}px` } as React.CSSProperties,
    onKeyDown: onKeys,
    onFocus: () => {
      if (at !== null || lines.length === 0) return;
      // Whoever is led here stands on the first of what is shown, everybody else on the first row.
      const led = lines.findIndex((line) => line.type === "row" && selected.has(line.row.id));
      go(led >= 0 ? led : grouped ? Math.min(1, lines.length - 1) : 0, "title");
    },
    ...drag,
    "data-testid": "table",
  };
  const content = (
    <>
      <Head
        columns={columns}
        units={arrangement.units}
        sorting={props.settings.sorting}
        extent={reached}
        onAll={selectAll}
        onSort={sort}
        filtered={props.settings.filters}
        onOnly={only}
      />
      <div className="table-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const shared = {
            index: item.index + 2,
            top: item.start - HEAD,
            columns,
            units: arrangement.units,
            base,
            gestures,
          };
          if (line.type === "group") {
            return (
              <GroupRow
                key={item.key}
                {...shared}
                group={line.group}
                grouping={arrangement.grouping}
                rates={props.rates}
                folded={line.folded}
                number={line.index}
                active={at?.line === line.group.key}
              />
            );
          }
          const here = at?.line === line.row.id;
          const isHeld = item.index >= held.top && item.index <= held.bottom;
          return (
            <GridRow
              key={item.key}
              {...shared}
              row={line.row}
              selected={selected.has(line.row.id)}
              readOnly={readOnly}
              active={here ? at.cell : null}
              editing={here ? editing : null}
              heldFrom={isHeld ? held.left : -1}
              heldTo={isHeld ? held.right : -2}
              isHeldTop={item.index === held.top}
              isHeldBottom={item.index === held.bottom}
              suggest={props.suggest}
              grouped={grouped}
            />
          );
        })}
      </div>
      <Foot
        kind={props.settings.kind}
        passing={arrangement.passing}
        all={arrangement.rows}
        columns={columns}
        units={arrangement.units}
        rates={props.rates}
      />
    </>
  );
  // Heads that fold make a grid a tree of rows.
  return grouped ? (
    <div role="treegrid" {...frame}>
      {content}
    </div>
  ) : (
    <div role="grid" {...frame}>
      {content}
    </div>
  );
}

function groupNumber(line: Line | undefined): number {
  return line?.type === "group" ? line.index : -1;
}
