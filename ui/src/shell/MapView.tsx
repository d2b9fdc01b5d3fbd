/* Mounts the map engine: hands it scenes and the selection, turns what it reports into edits. */
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from "react";
import { type CanvasHandle, type CardKind, createCanvas, type Scene } from "../canvas/index.ts";
import { newId } from "../model/id.ts";
import { useDesk, useReadOnly, useSelected, useStore } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";
import { canvasWords } from "./mapWords.ts";

export interface MapHandle {
  fit(): void;
  /** One step nearer or farther. */
  zoom(step: 1 | -1): void;
  /** Adds an element in place and opens its title. */
  add(kind: CardKind): Promise<void>;
}

interface MapViewProps {
  ref: Ref<MapHandle>;
  scene: Scene;
  canvas: string;
  /** A link was drawn; its mechanism wants to be typed. */
  onLinked: (link: string) => void;
  onRemove: () => void;
  onAnnounce: (text: string) => void;
}

export function MapView({ ref, scene, canvas, onLinked, onRemove, onAnnounce }: MapViewProps) {
  const words = useWords();
  const desk = useDesk();
  const selected = useSelected();
  const readOnly = useReadOnly();
  const host = useRef<HTMLDivElement>(null);
  const engine = useRef<CanvasHandle | null>(null);
  const count = useStore((state) => state.portfolio.elements.size);

  /** What the engine calls back with, always of the latest render. */
  const acts = useRef({ onLinked, onRemove, onAnnounce, scene });
  acts.current = { onLinked, onRemove, onAnnounce, scene };

  const verbs = useMemo(() => {
    const add = async (kind: CardKind, spot: { x: number; y: number } | null, link: Ends | null) => {
      const id = newId();
      const title = words.say("map.newTitle", { kind });
      const changed = await desk.edit(
        { type: "add_element", id, kind, title, spot: spot === null ? null : { canvas, ...spot } },
        ...(link === null || link.above === null
          ? []
          : [{ type: "connect", id: newId(), from: id, to: link.above, kind: "contribution" } as const]),
        ...(link === null || link.below === null
          ? []
          : [{ type: "connect", id: newId(), from: link.below, to: id, kind: "contribution" } as const]),
      );
      if (changed === null) return;
      desk.selection.reveal([id]);
      // The scene with the new card reaches the engine with the next picture.
      requestAnimationFrame(() => requestAnimationFrame(() => engine.current?.edit(id)));
    };
    const connect = async (from: string, to: string) => {
      const id = newId();
      const changed = await desk.edit({ type: "connect", id, from, to, kind: "contribution" });
      if (changed === null) return;
      acts.current.onLinked(id);
      desk.selection.set([id]);
    };
    return { add, connect };
  }, [desk, words, canvas]);

  useImperativeHandle(
    ref,
    () => ({
      fit: () => engine.current?.fit(true),
      zoom: (step) => engine.current?.zoom(step),
      add: (kind) => verbs.add(kind, null, null),
    }),
    [verbs],
  );

  useEffect(() => {
    const place = host.current;
    if (place === null) return;
    const made = createCanvas(place, {
      words: canvasWords(words),
      readOnly,
      onSelect: (ids) => desk.selection.set(ids),
      onMove: (moves) => {
        const list = moves.map(({ id, x, y }) => ({ element: id, x, y }));
        return desk.store.edit([{ type: "place", canvas, moves: list }]).catch((reason: unknown) => {
          void desk.attempt(Promise.reject(reason));
          throw reason;
        });
      },
      onConnect: (from, to) => void verbs.connect(from, to),
      onRename: (id, value) => void desk.edit({ type: "set", element: id, patch: { field: "title", value } }),
      onAdd: ({ kind, x, y }) => void verbs.add(kind, { x, y }, null),
      onGhost: (id) => {
        const ghost = acts.current.scene.ghosts.find((it) => it.id === id);
        if (ghost) void verbs.add(ghost.kind, { x: ghost.x, y: ghost.inBand }, ghost);
      },
      onRemove: () => acts.current.onRemove(),
      onAnnounce: (text) => acts.current.onAnnounce(text),
    });
    engine.current = made;
    made.setScene(acts.current.scene);
    made.setSelection(desk.selection.ids());
    made.home();
    return () => {
      engine.current = null;
      made.destroy();
    };
  }, [words, desk, canvas, readOnly, verbs]);

  useEffect(() => engine.current?.setScene(scene), [scene]);
  useEffect(() => engine.current?.setSelection(selected), [selected]);
  useEffect(() => desk.selection.onReveal((ids) => engine.current?.zoomTo(ids, true)), [desk]);

  return <div className="map" ref={host} data-testid="canvas" data-count={count} />;
}

interface Ends {
  readonly above: string | null;
  readonly below: string | null;
}
