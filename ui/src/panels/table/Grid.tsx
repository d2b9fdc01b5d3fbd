/*
 * The grid: rows drawn only while they are in sight, one cell in force, everything reachable from the keyboard.
 * The grid keeps the keyboard and names the cell in force, so that scrolling it out of sight loses nothing.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import type { Patch } from "../../api/bindings.ts";
import { useWords } from "../../words/index.ts";
import type { Leave } from "./CellEditor.tsx";
import { Foot } from "./Foot.tsx";
import { type Gestures, GLYPH, GridRow, GroupRow, SELECT } from "./GridRow.tsx";
import type { Line } from "./groups.ts";
import { Head } from "./Head.tsx";
import { carryOut } from "./intents.ts";
import { intentOf } from "./keys.ts";
import type { Sorting } from "./order.ts";
import { extent, only, ranged, type Selection, toggled, toggledAll } from "./selection.ts";
import type { Arrangement, Settings } from "./view.ts";

const ROW = 32;
const GROUP = 36;
const HEAD = 31;
const INITIAL_RECT = { width: 1200, height: 800 };

export interface GridProps {
  arrangement: Arrangement;
  settings: Settings;
  selection: Selection;
  owners: readonly string[];
  readOnly: boolean;
  /** A row just added: its title is edited as soon as it stands. */
  fresh: string | null;
  onSelect: (selection: Selection) => void;
  onPatch: (row: string, patch: Patch) => void;
  onRemove: () => void;
  onShow: (row: string) => void;
  onFold: (group: string) => void;
  onSort: (sorting: Sorting | null) => void;
}

interface At {
  /** Id of a row or key of a group. */
  readonly line: string;
  readonly cell: string;
}

export function nameOf(line: Line): string {
  return line.type === "row" ? line.row.id : line.group.key;
}

export function Grid(props: GridProps) {
  const { arrangement, selection, readOnly } = props;
  const { lines, columns, order } = arrangement;
  const words = useWords();
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<At | null>(null);
  const [editing, setEditing] = useState<{ column: string; begun: string | null } | null>(null);
  const cells = useMemo(() => [SELECT, GLYPH, ...columns.map((column) => column.id)], [columns]);
  const position = useMemo(() => new Map(lines.map((line, index) => [nameOf(line), index])), [lines]);
  const index = at === null ? -1 : (position.get(at.line) ?? -1);
  const held = useMemo(() => new Set(selection.ids), [selection.ids]);
  const reach = useMemo(() => extent(selection.ids, order), [selection.ids, order]);

  // A new function for each drawing would make the virtualizer measure every row again.
  const keyOf = useCallback(
    (line: number) => {
      const it = lines[line];
      return it === undefined ? line : nameOf(it);
    },
    [lines],
  );
  const sizeOf = useCallback((line: number) => (lines[line]?.type === "group" ? GROUP : ROW), [lines]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: sizeOf,
    getItemKey: keyOf,
    overscan: 10,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: 48,
    initialRect: INITIAL_RECT,
  });

  function go(line: number, cell: string): void {
    const target = lines[Math.min(Math.max(line, 0), lines.length - 1)];
    if (!target) return;
    setAt({ line: nameOf(target), cell });
    virtual.scrollToIndex(lines.indexOf(target));
  }

  /** Follows the cell in force, unless several rows are selected: those stay. */
  function select(line: number, extend: boolean): void {
    const target = lines[Math.min(Math.max(line, 0), lines.length - 1)];
    if (target?.type !== "row") return;
    if (extend) props.onSelect(ranged(selection, target.row.id, order));
    else if (selection.ids.length <= 1) props.onSelect(only(target.row.id));
  }

  function open(line: number, cell: string, begun: string | null): void {
    const column = columns.find((it) => it.id === cell);
    if (readOnly || lines[line]?.type !== "row" || !column || column.editing === null) return;
    setEditing({ column: cell, begun });
  }

  const latest = useRef({ lines, order, position, selection, props, open, go, select, cells });
  latest.current = { lines, order, position, selection, props, open, go, select, cells };

  const done = useCallback((row: string, patch: Patch | null, leave: Leave) => {
    const { position, props, go, cells } = latest.current;
    setEditing(null);
    box.current?.focus({ preventScroll: true });
    if (patch !== null) props.onPatch(row, patch);
    const line = position.get(row) ?? 0;
    setAt((now) => {
      const cell = now?.cell ?? "title";
      const beside = cells[cells.indexOf(cell) + (leave === "next" ? 1 : leave === "previous" ? -1 : 0)];
      const below = line + (leave === "down" ? 1 : leave === "up" ? -1 : 0);
      queueMicrotask(() => {
        if (below !== line) latest.current.select(below, false);
        go(below, beside ?? cell);
      });
      return now;
    });
  }, []);

  const selectAll = useCallback(() => {
    const { selection, order, props } = latest.current;
    props.onSelect(toggledAll(selection, order));
  }, []);
  const sort = useCallback((sorting: Sorting | null) => latest.current.props.onSort(sorting), []);

  const gestures = useMemo<Gestures>(
    () => ({
      onCell(row, cell, event) {
        const { selection, order, props } = latest.current;
        setAt({ line: row, cell });
        if (event.shiftKey) props.onSelect(ranged(selection, row, order));
        else if (event.ctrlKey || event.metaKey) props.onSelect(toggled(selection, row));
        else props.onSelect(only(row));
      },
      onOpen(row, cell) {
        setAt({ line: row, cell });
        latest.current.open(latest.current.position.get(row) ?? -1, cell, null);
      },
      onTick(row, extend) {
        const { selection, order, props } = latest.current;
        setAt({ line: row, cell: SELECT });
        props.onSelect(extend ? ranged(selection, row, order) : toggled(selection, row));
      },
      onShow: (row) => latest.current.props.onShow(row),
      onDone: done,
      onFold: (group) => latest.current.props.onFold(group),
    }),
    [done],
  );

  const sighted = useRef<string | undefined>(undefined);
  const begun = useRef<string | null>(null);
  useEffect(() => {
    const line = props.fresh === null ? undefined : position.get(props.fresh);
    if (line === undefined || begun.current === props.fresh) return;
    begun.current = props.fresh;
    sighted.current = props.fresh ?? undefined;
    latest.current.go(line, "title");
    latest.current.open(line, "title", null);
  }, [props.fresh, position]);

  // A row shown from elsewhere comes into sight once.
  const first = selection.ids[0];
  useEffect(() => {
    if (first === undefined || first === sighted.current) return;
    sighted.current = first;
    const line = position.get(first);
    if (line !== undefined && at?.line !== first) {
      setAt({ line: first, cell: "title" });
      virtual.scrollToIndex(line, { align: "auto" });
    }
  }, [first, position, at, virtual]);

  function onKeyDown(event: KeyboardEvent): void {
    if (editing !== null) return;
    const intent = intentOf(event, lines[index]?.type === "group");
    if (intent === null) return;
    event.preventDefault();
    if (intent.type !== "letGo") event.stopPropagation();
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 600) / ROW) - 2);
    carryOut(intent, { props, lines, cells, index, cell: at?.cell ?? "title", page, select, go, open });
  }

  const template = `36px 30px ${columns.map((it) => (it.grow === 0 ? `${it.width}px` : `minmax(${it.width}px, ${it.grow}fr)`)).join(" ")}`;
  const width = 66 + columns.reduce((sum, column) => sum + column.width, 0);
  const items = virtual.getVirtualItems();
  const grouped = arrangement.grouping !== "none";
  const inForce = at !== null && index >= 0 && items.some((item) => item.index === index);
  return (
    <div
      ref={box}
      className="table-grid scroll"
      role="treegrid"
      tabIndex={0}
      aria-label={words.say("table.title")}
      aria-rowcount={lines.length + 2}
      aria-colcount={cells.length}
      aria-multiselectable="true"
      aria-readonly={readOnly}
      aria-activedescendant={
        !inForce || at === null
          ? undefined
          : lines[index]?.type === "row"
            ? `${base}-${at.line}-${at.cell}`
            : `${base}-${groupNumber(lines[index])}`
      }
      style={{ "--table-columns": template, "--table-width": `${width}px` } as React.CSSProperties}
      onKeyDown={onKeyDown}
      onFocus={() => {
        if (at === null && lines.length > 0) go(grouped ? Math.min(1, lines.length - 1) : 0, "title");
      }}
      data-testid="table"
    >
      <Head
        columns={columns}
        units={arrangement.units}
        sorting={props.settings.sorting}
        extent={reach}
        onAll={selectAll}
        onSort={sort}
      />
      <div className="table-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const top = item.start - HEAD;
          const shared = { index: item.index + 2, top, columns, units: arrangement.units, base, gestures };
          if (line.type === "group") {
            return (
              <GroupRow
                key={item.key}
                {...shared}
                group={line.group}
                grouping={arrangement.grouping}
                folded={line.folded}
                number={line.index}
                active={at?.line === line.group.key}
              />
            );
          }
          const here = at?.line === line.row.id;
          return (
            <GridRow
              key={item.key}
              {...shared}
              row={line.row}
              selected={held.has(line.row.id)}
              active={here ? at.cell : null}
              editing={here ? editing : null}
              owners={props.owners}
              grouped={grouped}
            />
          );
        })}
      </div>
      <Foot
        kind={props.settings.kind}
        rows={arrangement.passing}
        all={arrangement.rows.length}
        columns={columns}
        units={arrangement.units}
      />
    </div>
  );
}

function groupNumber(line: Line | undefined): number {
  return line?.type === "group" ? line.index : -1;
}
