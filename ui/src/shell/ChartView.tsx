/* Mounts the chart engine: hands it a chart of the records and the selection, turns what it reports into edits. */
import { type Ref, type RefObject, useEffect, useImperativeHandle, useMemo, useRef } from "react";
import type { Edit } from "../api/bindings.ts";
import { type ChartHandle, createChart, type Dragged } from "../canvas/chart/index.ts";
import type { Box, View } from "../canvas/index.ts";
import { datesOf } from "../canvas/kinds/index.ts";
import { useDesk, useReadOnly, useSelected, useStore } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";
import { type ChartKind, chartOf } from "./charts.ts";
import { chartWords } from "./chartWords.ts";

export interface ChartViewHandle {
  fit(): void;
  /** One step nearer or farther. */
  zoom(step: 1 | -1): void;
  /** The part of the chart in sight, and the one around elements; `null` while there is none. */
  seen(): Box | null;
  around(ids: Iterable<string>): Box | null;
  look(box: Box): void;
}

interface ChartViewProps {
  ref?: Ref<ChartViewHandle>;
  kind: ChartKind;
  /** Ids of what passes the filter; `null` when nothing is kept back. */
  passing: ReadonlySet<string> | null;
  /** Where this canvas was looked at last, kept while another view stands in its place. */
  place: RefObject<View | null>;
  /** Enter or a double click on a mark; the element is selected already. */
  onOpen: (id: string) => void;
  onRemove: () => void;
  onAnnounce: (text: string) => void;
}

export function ChartView({ ref, kind, passing, place, onOpen, onRemove, onAnnounce }: ChartViewProps) {
  const words = useWords();
  const desk = useDesk();
  const selected = useSelected();
  const readOnly = useReadOnly();
  const portfolio = useStore((state) => state.portfolio);
  const asOf = useStore((state) => state.asOf);
  const host = useRef<HTMLDivElement>(null);
  const engine = useRef<ChartHandle | null>(null);
  const chart = useMemo(() => chartOf(kind, portfolio, asOf, words), [kind, portfolio, asOf, words]);
  const { selection } = desk;

  /** What the engine calls back with, always of the latest render. */
  const acts = useRef({ desk, onOpen, onRemove, onAnnounce, chart, passing });
  acts.current = { desk, onOpen, onRemove, onAnnounce, chart, passing };

  useImperativeHandle(
    ref,
    () => ({
      fit: () => engine.current?.fit(true),
      zoom: (step) => engine.current?.zoom(step),
      seen: () => engine.current?.seen() ?? null,
      around: (ids) => engine.current?.around(ids) ?? null,
      look: (box) => engine.current?.look(box),
    }),
    [],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another kind is another canvas, with a view of its own.
  useEffect(() => {
    const mount = host.current;
    if (mount === null) return;
    const made = createChart(mount, {
      words: chartWords(words),
      readOnly,
      onSelect: (ids) => selection.set(ids),
      onOpen: ({ subject }) => {
        if (subject === null) return;
        selection.set([subject]);
        acts.current.onOpen(subject);
      },
      onDrag: (dragged) => {
        const edits = editsOf(dragged);
        if (edits.length === 0) return false;
        const { desk } = acts.current;
        const moved = desk.store.edit(edits);
        void desk.attempt(moved);
        return moved;
      },
      onRemove: () => acts.current.onRemove(),
      onAnnounce: (text) => acts.current.onAnnounce(text),
    });
    engine.current = made;
    made.setChart(acts.current.chart);
    made.setPassing(acts.current.passing);
    made.setSelection(selection.ids());
    if (place.current !== null) made.setView(place.current);
    return () => {
      place.current = made.getView();
      engine.current = null;
      made.destroy();
    };
  }, [words, selection, place, readOnly, kind]);

  useEffect(() => engine.current?.setChart(chart), [chart]);
  useEffect(() => engine.current?.setPassing(passing), [passing]);
  useEffect(() => engine.current?.setSelection(selected), [selected]);
  useEffect(() => selection.onReveal((ids) => engine.current?.zoomTo(ids, true)), [selection]);

  return <div className="map" ref={host} data-testid="chart" data-kind={kind} />;
}

/** A bar that was moved means new dates: one step, whichever ends it has. */
function editsOf(dragged: Dragged): Edit[] {
  const dates = datesOf(dragged);
  if (dates === null) return [];
  const { element, start, end } = dates;
  return [
    ...(start === undefined
      ? []
      : [{ type: "set" as const, element, patch: { field: "start" as const, value: { known: start } } }]),
    ...(end === undefined
      ? []
      : [{ type: "set" as const, element, patch: { field: "end" as const, value: { known: end } } }]),
  ];
}
