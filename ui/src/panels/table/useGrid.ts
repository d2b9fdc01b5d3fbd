/*
 * What the grid does when it is used: the cell in force moves, a range reaches, an editor opens and closes, the
 * clipboard is served. Holds no records; what changes the portfolio is handed to the table.
 */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Patch } from "../../api/bindings.ts";
import type { Leave } from "./CellEditor.tsx";
import type { GridProps } from "./Grid.tsx";
import { type Gestures, GLYPH, SELECT } from "./GridRow.tsx";
import { type Line, nameOf } from "./groups.ts";
import { carryOut } from "./intents.ts";
import { intentOf } from "./keys.ts";
import { only, ranged, toggled } from "./selection.ts";
import { sightOf } from "./sight.ts";
import { useCells } from "./useCells.ts";
import { useClipboard } from "./useClipboard.ts";
import { useDrag } from "./useDrag.ts";
import { type Area, areaOf } from "./useSheet.ts";

const ROW = 32;
const GROUP = 36;
export const HEAD = 31;
/** Room for the totals that stay in sight at the foot. */
const FOOT = 48;
const INITIAL_RECT = { width: 1200, height: 800 };

/** The cell being edited and what a person typed to open it. */
export interface Editing {
  readonly column: string;
  readonly begun: string | null;
}

export function useGrid(box: RefObject<HTMLDivElement | null>, props: GridProps) {
  const { arrangement, selection, readOnly, onRange } = props;
  const { lines, columns, order, visible } = arrangement;
  const [editing, setEditing] = useState<Editing | null>(null);
  const names = useMemo(() => [SELECT, GLYPH, ...columns.map((column) => column.id)], [columns]);
  const position = useMemo(() => new Map(lines.map((line, index) => [nameOf(line), index])), [lines]);
  const cells = useCells(arrangement, position);
  const { at, index, block, isRange } = cells;

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
    scrollPaddingEnd: FOOT,
    initialRect: INITIAL_RECT,
  });

  function go(line: number, cell: string, extend = false): void {
    const inside = Math.min(Math.max(line, 0), lines.length - 1);
    const to = extend ? rowNear(lines, inside, index) : inside;
    const target = lines[to];
    if (!target) return;
    if (!extend) cells.put({ line: nameOf(target), cell });
    else cells.reach({ line: nameOf(target), cell: cell === SELECT || cell === GLYPH ? "title" : cell });
    virtual.scrollToIndex(to);
  }

  /** Follows the cell in force, unless several rows are selected: those stay. */
  function select(line: number): void {
    const target = lines[Math.min(Math.max(line, 0), lines.length - 1)];
    if (target?.type === "row" && selection.ids.length <= 1) props.onSelect(only(target.row.id));
  }

  function open(line: number, cell: string, begun: string | null): void {
    const column = columns.find((it) => it.id === cell);
    if (lines[line]?.type !== "row" || !column || column.sets === null) return;
    if (readOnly) {
      props.onRefused();
      return;
    }
    setEditing({ column: cell, begun });
  }

  const inRange = useMemo<Area | null>(
    () => (block === null ? null : areaOf(visible, columns, block)),
    [block, visible, columns],
  );

  /** The range; or else the selected rows, when there are several or their boxes are meant; or else one cell. */
  function area(): Area | null {
    const rowsMeant = selection.ids.length > 1 || at?.cell === SELECT;
    if (isRange || !rowsMeant || selection.ids.length === 0) return inRange;
    const held = new Set(selection.ids);
    return { rows: visible.filter((row) => held.has(row.id)), columns };
  }

  const latest = useRef({ order, position, selection, props, open, go, select, names, cells, box });
  latest.current = { order, position, selection, props, open, go, select, names, cells, box };

  useClipboard(box, {
    copy: () => onArea(props.sheet.copy),
    cut: () => onArea(props.sheet.cut),
    paste: (text, html) => {
      // Off the columns a block begins at the first of them.
      const row = Math.max(0, order.indexOf(at?.line ?? ""));
      const done = props.sheet.paste(block ?? { top: row, bottom: row, left: 0, right: 0 }, text, html);
      if (done === null) return;
      cells.reach(done.to, done.from);
      awaited.current = done.to.line;
    },
  });
  // New rows come into sight as soon as they stand.
  const awaited = useRef<string | null>(null);
  useEffect(() => {
    const line = awaited.current === null ? undefined : position.get(awaited.current);
    if (line === undefined) return;
    awaited.current = null;
    virtual.scrollToIndex(line);
  }, [position, virtual]);
  // What is worked on stays in sight when the grid gives way to a message below it.
  const height = virtual.scrollRect?.height ?? 0;
  const tall = useRef(height);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another height is a reason to look.
  useEffect(() => {
    const before = tall.current;
    tall.current = height;
    const item = virtual.getVirtualItems().find((it) => it.index === index);
    if (item === undefined || height >= before) return;
    const foot = item.end - (virtual.scrollOffset ?? 0) + FOOT;
    if (foot <= before && foot > height) virtual.scrollToIndex(index);
  }, [height]);
  function onArea<T>(does: (area: Area) => T): T | null {
    const meant = area();
    return meant === null ? null : does(meant);
  }

  const drag = useDrag(box, cells.reach, (row) => {
    if (latest.current.selection.ids.length <= 1) latest.current.props.onSelect(only(row));
  });

  useEffect(() => onRange(isRange ? inRange : null), [isRange, inRange, onRange]);

  const done = useCallback((row: string, patch: Patch | null, leave: Leave) => {
    const { position, props, names, cells, box } = latest.current;
    setEditing(null);
    box.current?.focus({ preventScroll: true });
    if (patch !== null) props.onPatch(row, patch);
    const line = position.get(row) ?? 0;
    const cell = cells.at?.cell ?? "title";
    const beside = names[names.indexOf(cell) + (leave === "next" ? 1 : leave === "previous" ? -1 : 0)];
    const below = line + (leave === "down" ? 1 : leave === "up" ? -1 : 0);
    queueMicrotask(() => {
      if (below !== line) latest.current.select(below);
      latest.current.go(below, beside ?? cell);
    });
  }, []);

  const gestures = useMemo<Gestures>(
    () => ({
      onCell(row, cell, event) {
        const { selection, props, cells } = latest.current;
        if (event.shiftKey && cells.at !== null) {
          cells.reach({ line: row, cell });
          return;
        }
        cells.put({ line: row, cell });
        if (event.ctrlKey || event.metaKey) props.onSelect(toggled(selection, row));
        else props.onSelect(only(row));
      },
      onOpen(row, cell) {
        latest.current.cells.put({ line: row, cell });
        if (cell === "findings") latest.current.props.onFindings(row);
        latest.current.open(latest.current.position.get(row) ?? -1, cell, null);
      },
      onTick(row, extend) {
        const { selection, order, props, cells } = latest.current;
        cells.put({ line: row, cell: SELECT });
        props.onSelect(extend ? ranged(selection, row, order) : toggled(selection, row));
      },
      onShow: (row) => latest.current.props.onShow(row),
      onPress: (row, event) => latest.current.props.onCarry(row, event),
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

  // Rows shown from elsewhere come into sight once, from the first of them in this order.
  const first = useMemo(() => {
    const [lead, ...others] = selection.ids;
    if (others.length === 0) return lead;
    const held = new Set(selection.ids);
    return order.find((id) => held.has(id)) ?? lead;
  }, [selection.ids, order]);
  useEffect(() => {
    if (first === undefined || first === sighted.current) return;
    sighted.current = first;
    const line = position.get(first);
    if (line !== undefined && latest.current.cells.at?.line !== first && !latest.current.cells.isRange) {
      latest.current.cells.put({ line: first, cell: "title" });
      virtual.scrollToIndex(line, { align: "auto" });
    }
  }, [first, position, virtual]);

  function onKeyDown(event: KeyboardEvent): void {
    if (editing !== null) return;
    const intent = intentOf(event, lines[index]?.type === "group");
    if (intent === null) return;
    event.preventDefault();
    if (intent.type !== "letGo" || isRange) event.stopPropagation();
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 600) / ROW) - 2);
    carryOut(intent, { props, cells, lines, names, page, select, go, open });
  }

  useEffect(() => {
    if (at !== null && box.current !== null) sightOf(box.current, at);
  }, [at, box]);

  const top = isRange && block ? position.get(order[block.top] ?? "") : undefined;
  const bottom = isRange && block ? position.get(order[block.bottom] ?? "") : undefined;
  return {
    names,
    cells,
    editing,
    virtual,
    gestures,
    drag,
    onKeyDown,
    go,
    /** The lines that the range covers; empty when there is none. */
    held: { top: top ?? -1, bottom: bottom ?? -2, left: block?.left ?? -1, right: block?.right ?? -1 },
  };
}

/** The line of a row nearest to a line, on the way away from another first: ranges step over the heads of groups. */
function rowNear(lines: readonly Line[], to: number, from: number): number {
  const way = to < from ? -1 : 1;
  for (let at = to; at >= 0 && at < lines.length; at += way) if (lines[at]?.type === "row") return at;
  for (let at = to; at !== from && lines[at]; at -= way) if (lines[at]?.type === "row") return at;
  return from;
}
