/*
 * What the list of findings does when it is used: the line in force moves, opens and is acted on. A finding that is put
 * right gives its place, and the keyboard, to the one that stands there next.
 */
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useDesk } from "../desk.tsx";
import { fix } from "../FindingText.tsx";
import { judge } from "../Judge.tsx";
import { goToFinding } from "../ShowOn.tsx";
import type { Asked } from "./FindingCard.tsx";
import { type Intent, intentOf } from "./keys.ts";
import type { ListProps } from "./List.tsx";
import type { Group, Line } from "./lines.ts";

const ROW = 32;
const INITIAL_RECT = { width: 1000, height: 800 };

export type Listed = ReturnType<typeof useList>;

export function useList(box: RefObject<HTMLDivElement | null>, { lines, kept, here, sought }: ListProps) {
  const desk = useDesk();
  const [asked, setAsked] = useState<{ key: string; what: Asked }>({ key: "", what: null });
  const position = useMemo(() => new Map(lines.map((line, index) => [line.key, index])), [lines]);
  const known = here === null ? undefined : position.get(here);
  const last = useRef(0);
  // The first line is the head of a group: there is nothing to be done with it.
  const at = Math.max(0, known ?? Math.min(Math.max(last.current, 1), lines.length - 1));
  last.current = at;

  const keyOf = useCallback((index: number) => lines[index]?.key ?? index, [lines]);
  const sizeOf = useCallback((index: number) => guessed(lines[index]), [lines]);
  const inSight = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(at) || at >= range.count ? shown : [...shown, at].sort((a, b) => a - b);
    },
    [at],
  );
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: sizeOf,
    getItemKey: keyOf,
    rangeExtractor: inSight,
    // A page without a layout, as in tests, has no heights.
    measureElement: (element) =>
      element.getBoundingClientRect().height || sizeOf(Number(element.getAttribute("data-index"))),
    overscan: 6,
    initialRect: INITIAL_RECT,
  });

  /** Whether the keyboard is in the list, so that it follows the line in force. */
  const hasKeys = useRef(false);
  const latest = useRef({ lines, position, at, kept, virtual });
  latest.current = { lines, position, at, kept, virtual };

  const go = useCallback((index: number, align: "auto" | "center" = "auto") => {
    const { lines, kept, virtual } = latest.current;
    const to = Math.min(Math.max(index, 0), lines.length - 1);
    const line = lines[to];
    if (line === undefined) return;
    kept.set({ here: line.key });
    virtual.scrollToIndex(to, { align });
  }, []);

  const onToggle = useCallback((key: string) => {
    const { kept } = latest.current;
    kept.open([key], !kept.get().opened.has(key));
    kept.set({ here: key });
  }, []);
  const onAsk = useCallback((key: string, what: Asked) => setAsked({ key, what }), []);

  // The line in force has the keyboard whenever the list has: also when it came because another one is gone.
  const place = lines[at]?.key;
  useLayoutEffect(() => {
    if (!hasKeys.current || place === undefined) return;
    const row = rowOf(box.current, place);
    const active = document.activeElement;
    if (row === null || row.contains(active)) return;
    if (active === document.body || active === null || box.current?.contains(active))
      row.focus({ preventScroll: true });
  }, [place, box]);

  useEffect(() => {
    if (sought === null) return;
    const index = latest.current.position.get(sought.finding);
    if (index === undefined) return;
    hasKeys.current = true;
    go(index, "center");
    // It is drawn by the next frame, however far away it was.
    const frame = requestAnimationFrame(() => {
      rowOf(box.current, sought.finding)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [sought, box, go]);

  // Whoever comes back finds the line that they left.
  const came = useRef(false);
  useEffect(() => {
    if (came.current || lines.length === 0) return;
    came.current = true;
    if (latest.current.kept.get().here !== null)
      latest.current.virtual.scrollToIndex(latest.current.at, { align: "center" });
  }, [lines]);

  function carryOut(intent: Intent): boolean {
    const line = lines[at];
    switch (intent.does) {
      case "go":
        go(at + intent.by);
        return true;
      case "first":
        go(0);
        return true;
      case "last":
        go(lines.length - 1);
        return true;
    }
    if (line === undefined || line.type === "group") return false;
    const finding = line.type === "finding" ? line.finding : null;
    switch (intent.does) {
      case "open":
        if (line.isOpen) go(at + 1);
        else kept.open([line.key], true);
        return true;
      case "close":
        if (line.isOpen) kept.open([line.key], false);
        else if (line.type === "finding" && line.parent !== null) go(position.get(line.parent) ?? at);
        return true;
      case "enter":
        if (finding === null) onToggle(line.key);
        else if (!goToFinding(desk, finding)) onToggle(line.key);
        return true;
      case "accept":
      case "explain":
        onAsk(line.key, intent.does);
        return true;
      case "fix":
        return finding !== null && fix(desk, finding);
      case "judge":
        if (finding !== null) judge(desk, finding, intent.verdict);
        return finding !== null;
      case "show":
        return finding !== null && goToFinding(desk, finding, intent.place);
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { target } = event;
    // What opens over the list is no part of it, though its keys pass through here.
    if (event.defaultPrevented || event.nativeEvent.isComposing || !(target instanceof HTMLElement)) return;
    if (!event.currentTarget.contains(target)) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 600) / 90));
    const intent = intentOf(event, page, target.getAttribute("role") === "row");
    if (intent === null || !carryOut(intent)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onFocus({ target }: FocusEvent<HTMLElement>): void {
    hasKeys.current = true;
    const key = target.closest("[data-key]")?.getAttribute("data-key");
    if (key != null && key !== kept.get().here && box.current?.contains(target)) kept.set({ here: key });
  }

  function onBlur({ relatedTarget }: FocusEvent<HTMLElement>): void {
    // Nothing takes the keyboard when the line that had it is gone; only then is it still the list's.
    if (relatedTarget !== null && !box.current?.contains(relatedTarget)) hasKeys.current = false;
  }

  return {
    virtual,
    at,
    /** The group whose head has left the window. */
    above: groupAbove(
      lines,
      virtual.getVirtualIndexes(),
      virtual.scrollOffset ?? 0,
      (it) => virtual.measurementsCache[it]?.start ?? 0,
    ),
    asked,
    onToggle,
    onAsk,
    onKeyDown,
    onFocus,
    onBlur,
  };
}

/** The height of a line before it was measured. */
function guessed(line: Line | undefined): number {
  switch (line?.type) {
    case "group":
      return 46;
    case "cause":
      return 112;
    default:
      return line === undefined || (line.level > 1 && !line.isOpen) ? ROW : 124;
  }
}

function rowOf(box: HTMLElement | null, key: string): HTMLElement | null {
  return box?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;
}

function groupAbove(
  lines: readonly Line[],
  drawn: readonly number[],
  offset: number,
  startOf: (index: number) => number,
): Group | null {
  let first = drawn.find((index) => startOf(index + 1) > offset) ?? 0;
  for (; first >= 0; first -= 1) {
    const line = lines[first];
    if (line?.type === "group") return startOf(first) < offset ? line.group : null;
  }
  return null;
}
