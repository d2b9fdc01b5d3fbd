/* Mounts the map engine: hands it scenes and the selection, turns what it reports into edits. */
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from "react";
import type { Frame } from "../api/index.ts";
import { FrameLayer, lensOf } from "../canvas/frames/index.ts";
import { type Box, type CanvasHandle, createCanvas, type Scene, type View } from "../canvas/index.ts";
import { useDesk, useReadOnly, useSelected, useStore } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";
import { frameTools } from "./frames/frameTools.ts";
import { moveEdits, noteEdits } from "./mapEdits.ts";
import type { MapHandle } from "./mapHandle.ts";
import { type Awaited, mapVerbs } from "./mapVerbs.ts";
import { canvasWords } from "./mapWords.ts";
import { toInspector } from "./spoken.ts";

export type { MapHandle };

interface MapViewProps {
  ref: Ref<MapHandle>;
  scene: Scene;
  canvas: string;
  /** A frame whose name is being asked for, shown with the others. */
  draft: Frame | null;
  /** Where the map was looked at last, kept while another view stands in its place. */
  place: { current: View | null };
  /** A link was drawn; its mechanism wants to be typed. */
  onLinked: (link: string) => void;
  /** A benefits map is to be read from its other side. */
  onMirror: () => void;
  onAnnounce: (text: string) => void;
  /** The next or the previous overlay is wanted. */
  onOverlay: (step: 1 | -1) => void;
}

export function MapView(props: MapViewProps) {
  const { ref, scene, canvas, draft, place, onLinked, onMirror, onAnnounce, onOverlay } = props;
  const words = useWords();
  const desk = useDesk();
  const selected = useSelected();
  const readOnly = useReadOnly();
  const host = useRef<HTMLDivElement>(null);
  const engine = useRef<CanvasHandle | null>(null);
  const layer = useRef<FrameLayer | null>(null);
  const frames = useStore((state) => state.portfolio.canvases.get(canvas)?.frames);
  const kind = useStore((state) => state.portfolio.canvases.get(canvas)?.kind);
  const count = useStore((state) => state.portfolio.elements.size);

  const awaited = useRef<Awaited>({ fresh: null, newcomers: [] });
  /** What the engine calls back with, always of the latest render. */
  const acts = useRef({ desk, onLinked, onMirror, onAnnounce, onOverlay, scene });
  acts.current = { desk, onLinked, onMirror, onAnnounce, onOverlay, scene };
  const { selection } = desk;

  const verbs = useMemo(
    () =>
      mapVerbs({
        selection,
        words,
        canvas,
        awaited: awaited.current,
        engine: () => engine.current,
        acts: () => acts.current,
      }),
    [selection, words, canvas],
  );

  useImperativeHandle(
    ref,
    () => ({
      fit: () => engine.current?.fit(true),
      picture: async (wish, watch) => (await engine.current?.picture(wish, watch)) ?? null,
      extent: (part, foot) => engine.current?.extent(part, foot) ?? { w: 0, h: 0 },
      zoom: (step) => engine.current?.zoom(step),
      run: (command) => {
        if (command === "placeHere") void verbs.placeHere();
        else engine.current?.run(command);
        return engine.current !== null;
      },
      mark: (id) => engine.current?.mark(id),
      focus: () => engine.current?.focus(),
      // On a free canvas only what was put there is seen.
      add: (kind) => verbs.add(kind, verbs.isFree() ? verbs.roomFor(kind) : null, null),
      seen: () => engine.current?.seen() ?? null,
      around: (ids) => engine.current?.around(ids) ?? null,
      look: (box) => engine.current?.look(box),
      carry: verbs.carry,
      drop: (ids, at) => void verbs.drop(ids, at),
      holdFrame: (id) => layer.current?.focus(id),
    }),
    [verbs],
  );

  useEffect(() => {
    const mount = host.current;
    if (mount === null) return;
    const made = createCanvas(mount, {
      words: canvasWords(words, kind),
      readOnly,
      over: () => mount.parentElement?.querySelectorAll("[data-over]") ?? [],
      onSelect: (ids) => selection.set(ids),
      onMove: (moves, notes) => {
        const { desk } = acts.current;
        const edits = moveEdits(desk.store.state.portfolio, canvas, moves, notes);
        if (edits.length === 0) return Promise.reject(new Error("What was moved is gone."));
        const moved = desk.store.edit(edits);
        void desk.attempt(moved);
        return moved;
      },
      onNote: (note) => void verbs.write(note),
      onWrite: (id, text) => void verbs.step(noteEdits(verbs.state().portfolio, [id], { text })),
      onPaper: (ids, paper) => void verbs.step(noteEdits(verbs.state().portfolio, ids, { paper })),
      onBecome: (note, request) => void verbs.become(note, request),
      onLock: (cards, notes, locked) => void verbs.lock(cards, notes, locked),
      onCopy: (lying, clipboard, isCut) => verbs.copy(lying, clipboard, isCut),
      onPaste: (clipboard, target) => void verbs.paste(clipboard, target),
      onMirror: () => acts.current.onMirror(),
      onConnect: (link) => void verbs.connect(link),
      onMechanism: (link, value) =>
        void acts.current.desk.edit({ type: "set_link", link, patch: { field: "mechanism", value } }),
      onDuplicate: (spots, notes) => void verbs.duplicate(spots, notes),
      onOverlay: (step) => acts.current.onOverlay(step),
      onRename: (id, value) =>
        void acts.current.desk.edit({ type: "set", element: id, patch: { field: "title", value } }),
      onAdd: (request) => void verbs.add(request.kind, request, null),
      onGhost: (id) => {
        const ghost = acts.current.scene.ghosts.find((it) => it.id === id);
        if (ghost && !readOnly) void verbs.add(ghost.kind, { ...ghost, ...ghost.spot }, ghost);
      },
      onOpen: toInspector,
      onRemove: (ids) => void verbs.remove(ids),
      onAnnounce: (text) => acts.current.onAnnounce(text),
      onTell: (text, hint) => acts.current.desk.tell(text, hint),
      onPaint: (view) => layer.current?.follow(lensOf(view)),
    });
    engine.current = made;
    const surface = mount.querySelector<HTMLElement>(".tl-canvas-surface");
    const look = (box: Box) => made.look(box);
    const over =
      surface &&
      new FrameLayer(
        surface,
        frameTools(words, readOnly, canvas, () => acts.current.desk, look),
      );
    layer.current = over;
    mount.querySelector(".tl-canvas-mirror")?.setAttribute("data-testid", "canvas-mirror");
    made.setScene(acts.current.scene);
    made.setSelection(selection.ids());
    if (place.current === null) made.home();
    else made.setView(place.current);
    return () => {
      place.current = made.getView();
      engine.current = null;
      layer.current = null;
      over?.destroy();
      made.destroy();
    };
  }, [words, selection, canvas, kind, place, readOnly, verbs]);

  useEffect(() => {
    engine.current?.setScene(scene);
    const [first] = awaited.current.newcomers;
    if (first !== undefined && [...scene.cards, ...scene.notes].some((it) => it.id === first)) {
      engine.current?.zoomTo(awaited.current.newcomers, true);
      awaited.current.newcomers = [];
    }
    const id = awaited.current.fresh;
    if (id === null || !scene.cards.some((card) => card.id === id)) return;
    awaited.current.fresh = null;
    engine.current?.zoomTo([id], false);
    engine.current?.edit(id);
  }, [scene]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a map that was mounted anew has a layer of its own.
  useEffect(
    () => layer.current?.set([...(frames ?? []), ...(draft === null ? [] : [draft])]),
    [frames, draft, words, readOnly, canvas, verbs],
  );
  useEffect(() => engine.current?.setSelection(selected), [selected]);
  useEffect(() => selection.onReveal((ids) => engine.current?.zoomTo(ids, true)), [selection]);

  return <div className="map" ref={host} data-testid="canvas" data-count={count} />;
}
