/* A canvas that is a diagram, and what stands over it: tools, what to do while it is empty, and the field that finds. */
import { type RefObject, useCallback, useMemo } from "react";
import type { Canvas } from "../api/index.ts";
import type { View } from "../canvas/index.ts";
import type { MatrixReading } from "../canvas/kinds/index.ts";
import type { DiagramKind } from "../model/canvases.ts";
import { useSelected, useStore } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";
import { AddMenu } from "./AddMenu.tsx";
import { ChartView } from "./ChartView.tsx";
import { canvasTitle } from "./canvasTitle.ts";
import { chartOf } from "./charts.ts";
import { EmptyCanvas } from "./EmptyCanvas.tsx";
import { FramesPanel } from "./frames/FramesPanel.tsx";
import type { Frames } from "./frames/useFrames.ts";
import { useLanding } from "./landing.ts";
import { litLine } from "./litLine.ts";
import { MapFind } from "./MapFind.tsx";
import type { MapHandle } from "./MapView.tsx";
import { MatrixControl } from "./MatrixControl.tsx";
import { toInspector } from "./spoken.ts";

/** What the list of frames takes of the strip at the top, in either language. */
const LIST = 278;

interface ChartPlaceProps {
  map: RefObject<MapHandle | null>;
  canvas: Canvas & { readonly kind: DiagramKind };
  /** Ids of what passes the filter and what is looked for; `null` when nothing is kept back. */
  passing: ReadonlySet<string> | null;
  place: { current: View | null };
  /** How an X-matrix is read. */
  reading: MatrixReading;
  onRead: (reading: MatrixReading) => void;
  frames: Frames;
  /** The outline stands beside the canvas; it is asked for there, or sent away. */
  isOutlined: boolean;
  onOutline: () => void;
  isFinding: boolean;
  onFinding: (open: boolean) => void;
  onFound: (ids: ReadonlySet<string> | null) => void;
  onImport: () => void;
  onRemove: () => void;
  onAnnounce: (text: string) => void;
}

export function ChartPlace({
  map,
  canvas,
  frames,
  isOutlined,
  onOutline,
  isFinding,
  onFinding,
  onFound,
  onImport,
  passing,
  reading,
  onRead,
  ...rest
}: ChartPlaceProps) {
  const words = useWords();
  const landing = useLanding(map);
  const portfolio = useStore((state) => state.portfolio);
  const asOf = useStore((state) => state.asOf);
  const { kind } = canvas;
  // A matrix shows only so much and prefers what passes; the others are the same for every filter.
  const among = kind === "x_matrix" ? passing : null;
  const chart = useMemo(() => {
    // What is missing is said by the page, with the first step as a button.
    const { empty: _, ...chart } = chartOf(kind, portfolio, asOf, words, among, reading);
    return chart;
  }, [kind, portfolio, asOf, words, among, reading]);
  const cards = useMemo(() => {
    const first = new Map<string, { id: string; x: number; y: number }>();
    for (const { subject, box } of chart.marks)
      if (subject !== null && !first.has(subject)) first.set(subject, { id: subject, x: box.x0, y: box.y0 });
    return [...first.values()];
  }, [chart]);
  const selected = useSelected();
  const line = useMemo(() => {
    const shown = new Set(cards.map(({ id }) => id));
    // What is looked for does not step back behind what happens to be selected.
    return isFinding ? null : litLine(kind, portfolio, selected, (id) => shown.has(id));
  }, [cards, kind, portfolio, selected, isFinding]);
  const point = useCallback((id: string | null) => map.current?.mark(id), [map]);
  return (
    <section ref={landing} className="map-place chart-place" aria-label={canvasTitle(words, canvas)}>
      <ChartView
        ref={map}
        canvas={canvas.id}
        kind={kind}
        chart={chart}
        onOpen={toInspector}
        passing={passing}
        line={line}
        covered={frames.isOpen ? LIST : 0}
        draft={frames.draft}
        {...rest}
      />
      {chart.marks.length === 0 ? (
        <EmptyCanvas kind={kind} onAdd={(kind) => void map.current?.add(kind)} onImport={onImport} />
      ) : (
        <AddMenu
          kind={kind}
          onAdd={(kind) => void map.current?.add(kind)}
          outline={{ isShown: isOutlined, toggle: onOutline }}
        />
      )}
      {kind === "x_matrix" && chart.marks.length > 0 ? (
        <MatrixControl reading={reading} onRead={onRead} />
      ) : null}
      <FramesPanel frames={frames} onHold={(id) => map.current?.holdFrame(id)} />
      {isFinding ? (
        <MapFind
          cards={cards}
          onFound={onFound}
          onPoint={point}
          onClose={() => {
            onFinding(false);
            map.current?.focus();
          }}
        />
      ) : null}
    </section>
  );
}
