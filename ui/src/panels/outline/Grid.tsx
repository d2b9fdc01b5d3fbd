/*
 * The treegrid: rows drawn only while they are in sight, one of them in force. The grid keeps the keyboard and names
 * the row or cell in force, which is drawn even where it is scrolled away, so that it can always be named.
 */
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef } from "react";
import { levelClass } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { LinkFinder } from "../LinkFinder.tsx";
import { act, carryOut, ranged } from "./carryOut.ts";
import type { Gestures } from "./cell.tsx";
import { isProposed } from "./edits.ts";
import { intentOf } from "./keys.ts";
import { RowView } from "./RowView.tsx";
import { DRAFT, type Row, selects } from "./rows.ts";
import type { Outlined } from "./useOutline.ts";
import { isUnder, laneAbove, spelled } from "./walk.ts";

const ROW = 32;
const HEAD = 31;
const INITIAL_RECT = { width: 1000, height: 800 };
/** Milliseconds after which a title is spelled anew. */
const SPELLING = 700;
const COLUMNS = ["title", "owner", "state", "delivery", "outcome", "findings"] as const;

interface GridProps {
  outline: Outlined;
  /** Beside a canvas: titles alone, without their columns. */
  lean: boolean;
  /** The line that says what can be done here, where there is one. */
  hint: string;
  onSeek: () => void;
}

export function Grid({ outline, lean, hint, onSeek }: GridProps) {
  const { rows, here, selected, pen, found, isReadOnly } = outline;
  const columns = lean ? COLUMNS.slice(0, 1) : COLUMNS;
  const words = useWords();
  const base = useId();
  const box = useRef<HTMLDivElement>(null);
  const asked = useRef<HTMLElement | null>(null);
  const anchor = useRef<string | null>(null);
  const typed = useRef({ text: "", until: 0 });
  const last = useRef(0);
  const position = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows]);
  const held = useMemo(() => new Set(selected), [selected]);
  const drafted = pen.writing === null ? undefined : position.get(DRAFT);
  const known = here.key === null ? undefined : position.get(here.key);
  // A row that is gone gives its place to the one that stands there now.
  const at = drafted ?? known ?? Math.min(last.current, rows.length - 1);
  last.current = at;

  const keyOf = useCallback((index: number) => rows[index]?.key ?? index, [rows]);
  const inSight = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return at < 0 || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
    },
    [at],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    getItemKey: keyOf,
    rangeExtractor: inSight,
    overscan: 10,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: ROW,
    initialRect: INITIAL_RECT,
  });

  function go(index: number, { extend }: { extend: boolean }): void {
    const to = Math.min(Math.max(index, 0), rows.length - 1);
    const row = rows[to];
    if (row === undefined) return;
    const id = selects(row);
    if (extend) {
      anchor.current ??= rows[at]?.key ?? row.key;
      outline.select(ranged(rows, anchor.current, to));
    } else if (selected.length <= 1) {
      anchor.current = row.key;
      if (id !== null) outline.select([id]);
    }
    outline.setHere({ key: row.key, cell: here.cell });
    virtual.scrollToIndex(to);
  }

  function spell(letter: string): void {
    const now = Date.now();
    typed.current = {
      text: (now < typed.current.until ? typed.current.text : "") + letter,
      until: now + SPELLING,
    };
    const to = spelled(rows, at, typed.current.text, (row) =>
      row.type === "lane"
        ? words.say("outline.lane", { kind: row.kind })
        : row.type === "group"
          ? words.say("outline.group", { name: row.name })
          : "",
    );
    if (to >= 0) go(to, { extend: false });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const intent = intentOf(event, {
      isSpelling: Date.now() < typed.current.until,
      isProposed: isProposed(outline.portfolio, selects(rows[at]) ?? ""),
    });
    if (intent === null) return;
    event.preventDefault();
    event.stopPropagation();
    // Whoever goes on has found what was spelled.
    if (intent.does !== "spell") typed.current.until = 0;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 600) / ROW) - 2);
    carryOut(intent, { outline, at, lean, page, anchor: anchor.current, go, spell, seek: onSeek });
  }

  const latest = useRef({ outline, rows, go, at });
  latest.current = { outline, rows, go, at };
  const gestures = useMemo<Gestures>(
    () => ({
      onPress(row, event) {
        const { isReadOnly, carry } = latest.current.outline;
        const isTyped = event.target instanceof Element && event.target.closest("input") !== null;
        if (row.type !== "element" || isReadOnly || isTyped) return;
        carry(row.element.id, event);
      },
      onRow(row, event) {
        const { outline, rows } = latest.current;
        const id = selects(row);
        outline.setHere({ key: row.key, cell: null });
        if (event.shiftKey) {
          const to = rows.findIndex((it) => it.key === row.key);
          outline.select(ranged(rows, anchor.current, to));
          return;
        }
        anchor.current = row.key;
        if (id === null) return;
        const { selected } = outline;
        const isMore = event.ctrlKey || event.metaKey;
        if (!isMore) outline.select([id]);
        else outline.select(selected.includes(id) ? selected.filter((it) => it !== id) : [...selected, id]);
      },
      onFold(row) {
        const { outline, rows, at } = latest.current;
        if (row.open === null) return;
        const index = rows.findIndex((it) => it.key === row.key);
        if (row.open && isUnder(rows, at, index)) outline.setHere({ key: row.key, cell: null });
        outline.kept.open([row.key], !row.open);
      },
      onOpen: (row) => act(latest.current.outline, row),
      onAdd: (row) => latest.current.outline.pen.add(row),
      onLink: (row) => latest.current.outline.link(row, false),
      onAccept: (row) => void latest.current.outline.accept(row),
      onDone(row, title, leave) {
        const { pen } = latest.current.outline;
        if (leave === "stay") box.current?.focus({ preventScroll: true });
        if (row.type === "element") pen.renamed(row.element, title, leave);
        else pen.write(title, leave);
      },
      onShift: (by) => latest.current.outline.pen.shift(by),
    }),
    [],
  );

  // The row in force comes into sight when it is another one, or when it has just arrived.
  const sighted = useRef<string | undefined>(undefined);
  const key = known === undefined && drafted === undefined ? undefined : rows[at]?.key;
  const place = key === DRAFT ? `${DRAFT} ${at}` : key;
  useEffect(() => {
    if (place === undefined || place === sighted.current) return;
    sighted.current = place;
    virtual.scrollToIndex(latest.current.at, { align: "auto" });
  }, [place, virtual]);

  const { linking } = outline;
  const idOf = (row: Row) => `${base}-${row.key}`;
  asked.current = linking === null ? null : document.getElementById(`${base}-${linking.from}-0`);
  const row = rows[at];
  // Far down a long lane its name has left the window.
  const lane = laneAbove(rows, Math.floor((virtual.scrollOffset ?? 0) / ROW));
  return (
    <>
      <div
        ref={box}
        className="outline-grid scroll"
        role="treegrid"
        tabIndex={0}
        aria-label={words.say("outline.label")}
        aria-describedby={isReadOnly ? undefined : hint}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-readonly={isReadOnly}
        aria-activedescendant={
          row === undefined ? undefined : here.cell === null ? idOf(row) : `${idOf(row)}-${here.cell}`
        }
        onKeyDown={onKeyDown}
        data-testid="outline"
      >
        <div role="row" aria-rowindex={1} className="outline-row outline-head">
          {columns.map((name) => (
            <div key={name} role="columnheader" className="outline-cell">
              {words.say(name === "delivery" || name === "outcome" ? `bar.${name}` : `outline.col.${name}`)}
              {name === "title" && lane?.type === "lane" ? (
                <span className={`outline-lane ${levelClass(lane.kind)}`} aria-hidden="true">
                  <i className="outline-edge" />
                  {words.say("outline.lane", { kind: lane.kind })}
                </span>
              ) : null}
            </div>
          ))}
        </div>
        <div role="rowgroup" className="outline-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const id = selects(row);
            const isHere = item.index === at;
            return (
              <RowView
                key={row.key}
                row={row}
                id={idOf(row)}
                index={item.index + 2}
                top={item.start - HEAD}
                isHere={isHere}
                cell={isHere ? here.cell : null}
                isSelected={id !== null && held.has(id)}
                isReadOnly={isReadOnly}
                lean={lean}
                isRenaming={row.type === "element" && pen.renaming === row.element.id}
                writing={row.type === "draft" ? pen.writing : null}
                found={row.type === "element" ? found.get(row.element.id) : undefined}
                gestures={gestures}
              />
            );
          })}
        </div>
      </div>
      {/* Beside the grid, not in it: its keys are not ours. */}
      {linking === null ? null : (
        <LinkFinder
          element={linking.element}
          ways={linking.ways}
          label={words.say(linking.ways[0]?.outgoing === false ? "links.addDown" : "links.addUp")}
          anchor={asked}
          onClose={outline.stopLinking}
          onLinked={outline.linked}
        />
      )}
    </>
  );
}
