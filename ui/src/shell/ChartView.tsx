/*
 * Mounts the chart engine: hands it a chart of the records and the selection, turns what it reports into edits. Answers
 * to the same handle as the map, as far as a diagram can; where it is empty the page around it says what to do.
 */
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import type { Edit } from "../api/bindings.ts";
import type { Frame } from "../api/index.ts";
import { type Chart, type ChartHandle, createChart, type Dragged } from "../canvas/chart/index.ts";
import { FrameLayer } from "../canvas/frames/index.ts";
import type { View } from "../canvas/index.ts";
import { datesOf } from "../canvas/kinds/index.ts";
import type { DiagramKind } from "../model/canvases.ts";
import { newId } from "../model/id.ts";
import { useDesk, useReadOnly, useSelected, useStore } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";
import { chartWords, overviewWords } from "./chartWords.ts";
import { frameTools } from "./frames/frameTools.ts";
import { keepTitle } from "./lostTitle.ts";
import type { MapHandle } from "./MapView.tsx";
import { linkWords } from "./spoken.ts";
import { matrixActs } from "./xmatrix.ts";

interface ChartViewProps {
  ref?: Ref<MapHandle>;
  canvas: string;
  kind: DiagramKind;
  /** Made of the records as they stand. */
  chart: Chart;
  /** Ids of what passes the filter; `null` when nothing is kept back. */
  passing: ReadonlySet<string> | null;
  /** Ids on the line through the selection; `null` when nothing is lit. */
  line: ReadonlySet<string> | null;
  /** How much tools cover of the strip at the top. */
  covered: number;
  /** Where this canvas was looked at last, kept while another view stands in its place. */
  place: { current: View | null };
  /** Enter or a double click on a mark; the element is selected already. */
  onOpen: (id: string) => void;
  onRemove: () => void;
  /** A frame whose name is being asked for, shown with the others. */
  draft: Frame | null;
  onAnnounce: (text: string) => void;
}

export function ChartView({
  ref,
  canvas,
  kind,
  chart,
  passing,
  line,
  covered,
  place,
  onOpen,
  onRemove,
  draft,
  onAnnounce,
}: ChartViewProps) {
  const words = useWords();
  const desk = useDesk();
  const selected = useSelected();
  const readOnly = useReadOnly();
  const host = useRef<HTMLDivElement>(null);
  const engine = useRef<ChartHandle | null>(null);
  const layer = useRef<FrameLayer | null>(null);
  const frames = useStore((state) => state.portfolio.canvases.get(canvas)?.frames);
  /** A new element whose title is asked for as soon as it is drawn. */
  const unnamed = useRef<string | null>(null);
  const { selection } = desk;

  /** What the engine calls back with, always of the latest render. */
  const acts = useRef({ desk, onOpen, onRemove, onAnnounce, chart, passing, line, covered });
  acts.current = { desk, onOpen, onRemove, onAnnounce, chart, passing, line, covered };

  useImperativeHandle(ref, () => {
    /** What a diagram shows stands where the records say: it is shown, and that is said. */
    const dropped = (ids: readonly string[]) => {
      const shown = new Set(acts.current.chart.marks.map((it) => it.subject));
      const here = ids.filter((id) => shown.has(id));
      if (here.length > 0) selection.reveal(here);
      const said = here.length > 0 ? "carry.diagram" : "carry.none";
      const count = here.length > 0 ? here.length : ids.length;
      acts.current.desk.tell(words.say(said, { count }), words.say(`${said}Hint`, { count }));
    };
    return {
      fit: () => engine.current?.fit(true),
      zoom: (step) => engine.current?.zoom(step),
      picture: async (wish) => (await engine.current?.picture(wish)) ?? null,
      extent: (part, foot) => engine.current?.extent(part, foot) ?? { w: 0, h: 0 },
      // Nothing stands here by hand, so nothing can be put in order: one looks.
      run: (command) => {
        if (command !== "placeHere") return engine.current?.run(command) ?? false;
        dropped(selection.ids());
        return engine.current !== null;
      },
      mark: (id) => engine.current?.mark(id),
      focus: () => engine.current?.focus(),
      add: async (kind) => {
        const [id, title] = [newId(), words.say("map.newTitle", { kind })];
        const changed = await acts.current.desk.edit({ type: "add_element", id, kind, title, spot: null });
        if (changed === null) return;
        selection.reveal([id]);
        // Its name is asked for where it stands, or else beside the diagram.
        if (engine.current?.editTitle(id) !== true) acts.current.onOpen(id);
      },
      seen: () => engine.current?.seen() ?? null,
      around: (ids) => engine.current?.around(ids) ?? null,
      look: (box) => engine.current?.look(box),
      carry: () => false,
      drop: dropped,
      holdFrame: (id) => layer.current?.focus(id),
    };
  }, [selection, words]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another kind is another canvas, with a view of its own.
  useEffect(() => {
    const mount = host.current;
    if (mount === null) return;
    const made = createChart(mount, {
      words: chartWords(words),
      readOnly,
      overview: overviewWords(words),
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
        // What had no dates leaves the tray for the rows of what it serves: there it is shown.
        const { subject, drag } = dragged.mark;
        if (subject !== null && drag?.fresh !== undefined)
          void moved.then(
            () => selection.reveal([subject]),
            () => undefined,
          );
        return moved;
      },
      onRemove: (subjects) => {
        if (subjects.length === 0) return;
        selection.set(subjects);
        acts.current.onRemove();
      },
      onConnect: ({ kind, from, to }) => {
        const { desk } = acts.current;
        void desk.edit({ type: "connect", id: newId(), from, to, kind }).then((changed) => {
          if (changed === null) return;
          acts.current.onAnnounce(linkWords(words, desk.store.state.portfolio, { kind, from, to }));
          // What waits, or serves something else now, is where that shows.
          selection.set([from]);
        });
      },
      onLost: (element, typed) => void keepTitle(acts.current.desk, words, element, typed),
      onAnnounce: (text) => acts.current.onAnnounce(text),
      onTell: (text, hint) => acts.current.desk.tell(text, hint),
      onPaint: (eye) => layer.current?.follow(eye),
      ...matrixActs({
        desk: () => acts.current.desk,
        words,
        announce: (text) => acts.current.onAnnounce(text),
        name: (id) => {
          unnamed.current = id;
        },
      }),
    });
    engine.current = made;
    const surface = mount.querySelector<HTMLElement>(".tl-canvas-surface");
    const over =
      surface &&
      new FrameLayer(
        surface,
        frameTools(
          words,
          readOnly,
          canvas,
          () => acts.current.desk,
          (box) => made.look(box),
        ),
      );
    layer.current = over;
    made.setChart(acts.current.chart);
    made.setPassing(acts.current.passing);
    made.setLine(acts.current.line);
    made.setCovered(acts.current.covered);
    made.setSelection(selection.ids());
    if (place.current !== null) made.setView(place.current);
    return () => {
      place.current = made.getView();
      engine.current = null;
      layer.current = null;
      over?.destroy();
      made.destroy();
    };
  }, [words, selection, place, readOnly, kind, canvas]);

  useEffect(() => {
    engine.current?.setChart(chart);
    if (unnamed.current !== null && engine.current?.editTitle(unnamed.current)) unnamed.current = null;
  }, [chart]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a diagram that was mounted anew has a layer of its own.
  useEffect(
    () => layer.current?.set([...(frames ?? []), ...(draft === null ? [] : [draft])]),
    [frames, draft, words, readOnly, canvas, kind],
  );
  useEffect(() => engine.current?.setPassing(passing), [passing]);
  useEffect(() => engine.current?.setLine(line), [line]);
  useEffect(() => engine.current?.setCovered(covered), [covered]);
  useEffect(() => engine.current?.setSelection(selected), [selected]);
  useEffect(() => selection.onReveal((ids) => engine.current?.zoomTo(ids, true)), [selection]);

  return (
    <div className="map" ref={host} data-testid="chart" data-kind={kind} data-count={chart.marks.length} />
  );
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
