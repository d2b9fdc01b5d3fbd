/* Mounts the map engine: hands it scenes and the selection, turns what it reports into edits. */
import { type Ref, type RefObject, useEffect, useImperativeHandle, useMemo, useRef } from "react";
import type { Drawing } from "../api/index.ts";
import { FrameLayer } from "../canvas/frames/index.ts";
import {
  type Box,
  type CanvasHandle,
  type CardKind,
  createCanvas,
  type Foot,
  type MapCommand,
  type Offer,
  type Part,
  type Scene,
  type View,
  type Wish,
} from "../canvas/index.ts";
import { copiesOf } from "../model/copies.ts";
import { newId } from "../model/id.ts";
import { useDesk, useReadOnly, useSelected, useStore } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";
import { frameTools } from "./frames/frameTools.ts";
import { canvasWords } from "./mapWords.ts";

export interface MapHandle {
  fit(): void;
  /** One step nearer or farther. */
  zoom(step: 1 | -1): void;
  /** False while the map is not there yet. */
  run(command: MapCommand): boolean;
  /** Points a card out without selecting it; none for `null`. */
  mark(id: string | null): void;
  focus(): void;
  /** What the map shows, for a picture; `null` while it is not there. */
  picture(wish: Wish): Promise<Drawing | null>;
  /** How large a picture of a part is, with what stands below it. */
  extent(part: Part, foot: Foot | null): { readonly w: number; readonly h: number };
  /** Adds an element in place and opens its title. */
  add(kind: CardKind): Promise<void>;
  /** The part of the world in sight, and the one around cards; `null` while there is none. */
  seen(): Box | null;
  around(ids: Iterable<string>): Box | null;
  look(box: Box): void;
  /** Gives the keyboard to a frame. */
  holdFrame(id: string): void;
}

interface MapViewProps {
  ref: Ref<MapHandle>;
  scene: Scene;
  canvas: string;
  /** Where the map was looked at last, kept while another view stands in its place. */
  place: RefObject<View | null>;
  /** A link was drawn; its mechanism wants to be typed. */
  onLinked: (link: string) => void;
  onRemove: () => void;
  onAnnounce: (text: string) => void;
  /** The next or the previous overlay is wanted. */
  onOverlay: (step: 1 | -1) => void;
}

export function MapView(props: MapViewProps) {
  const { ref, scene, canvas, place, onLinked, onRemove, onAnnounce, onOverlay } = props;
  const words = useWords();
  const desk = useDesk();
  const selected = useSelected();
  const readOnly = useReadOnly();
  const host = useRef<HTMLDivElement>(null);
  const engine = useRef<CanvasHandle | null>(null);
  const layer = useRef<FrameLayer | null>(null);
  const frames = useStore((state) => state.portfolio.canvases.get(canvas)?.frames);
  const count = useStore((state) => state.portfolio.elements.size);

  /** A card that was just added: its title is opened as soon as the engine knows it. */
  const fresh = useRef<string | null>(null);
  /** What the engine calls back with, always of the latest render. */
  const acts = useRef({ desk, onLinked, onRemove, onAnnounce, onOverlay, scene });
  acts.current = { desk, onLinked, onRemove, onAnnounce, onOverlay, scene };
  const { selection } = desk;

  const verbs = useMemo(() => {
    const add = async (kind: CardKind, spot: { x: number; y: number } | null, link: Ends | null) => {
      const id = newId();
      const title = words.say("map.newTitle", { kind });
      fresh.current = id;
      const changed = await acts.current.desk.edit(
        { type: "add_element", id, kind, title, spot: spot === null ? null : { canvas, ...spot } },
        ...(link === null || link.above === null
          ? []
          : [{ type: "connect", id: newId(), from: id, to: link.above, kind: "contribution" } as const]),
        ...(link === null || link.below === null
          ? []
          : [{ type: "connect", id: newId(), from: link.below, to: id, kind: "contribution" } as const]),
      );
      if (changed === null) fresh.current = null;
      else selection.set([id]);
    };
    const duplicate = async (spots: readonly Spot[]) => {
      const { desk } = acts.current;
      const titled = (title: string) => (title === "" ? "" : words.say("map.copyOf", { title }));
      const originals = spots.map((spot) => spot.id);
      const { edits, ids } = copiesOf(desk.store.state.portfolio, originals, newId, titled);
      const moves = spots.map(({ x, y }, i) => ({ element: ids[i] ?? "", x, y }));
      if (edits.length === 0) return;
      const changed = await desk.edit(...edits, { type: "place", canvas, moves });
      if (changed !== null) selection.set(ids);
    };
    const connect = async ({ kind, from, to }: Offer) => {
      const id = newId();
      const changed = await acts.current.desk.edit({ type: "connect", id, from, to, kind });
      if (changed === null) return;
      // Only a contribution says how it works.
      if (kind === "contribution") acts.current.onLinked(id);
      selection.set([id]);
    };
    return { add, connect, duplicate };
  }, [selection, words, canvas]);

  useImperativeHandle(
    ref,
    () => ({
      fit: () => engine.current?.fit(true),
      picture: async (wish) => (await engine.current?.picture(wish)) ?? null,
      extent: (part, foot) => engine.current?.extent(part, foot) ?? { w: 0, h: 0 },
      zoom: (step) => engine.current?.zoom(step),
      run: (command) => {
        engine.current?.run(command);
        return engine.current !== null;
      },
      mark: (id) => engine.current?.mark(id),
      focus: () => engine.current?.focus(),
      add: (kind) => verbs.add(kind, null, null),
      seen: () => engine.current?.seen() ?? null,
      around: (ids) => engine.current?.around(ids) ?? null,
      look: (box) => engine.current?.look(box),
      holdFrame: (id) => layer.current?.focus(id),
    }),
    [verbs],
  );

  useEffect(() => {
    const mount = host.current;
    if (mount === null) return;
    const made = createCanvas(mount, {
      words: canvasWords(words),
      readOnly,
      onSelect: (ids) => selection.set(ids),
      onMove: (moves) => {
        const list = moves.map(({ id, x, y }) => ({ element: id, x, y }));
        const { desk } = acts.current;
        const moved = desk.store.edit([{ type: "place", canvas, moves: list }]);
        void desk.attempt(moved);
        return moved;
      },
      onConnect: (link) => void verbs.connect(link),
      onMechanism: (link, value) =>
        void acts.current.desk.edit({ type: "set_link", link, patch: { field: "mechanism", value } }),
      onDuplicate: (spots) => void verbs.duplicate(spots),
      onOverlay: (step) => acts.current.onOverlay(step),
      onRename: (id, value) =>
        void acts.current.desk.edit({ type: "set", element: id, patch: { field: "title", value } }),
      onAdd: ({ kind, x, y }) => void verbs.add(kind, { x, y }, null),
      onGhost: (id) => {
        const ghost = acts.current.scene.ghosts.find((it) => it.id === id);
        if (ghost && !readOnly) void verbs.add(ghost.kind, { x: ghost.x, y: ghost.inBand }, ghost);
      },
      onRemove: () => acts.current.onRemove(),
      onAnnounce: (text) => acts.current.onAnnounce(text),
      onPaint: (view) => layer.current?.follow(view),
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
  }, [words, selection, canvas, place, readOnly, verbs]);

  useEffect(() => {
    engine.current?.setScene(scene);
    const id = fresh.current;
    if (id === null || !scene.cards.some((card) => card.id === id)) return;
    fresh.current = null;
    engine.current?.zoomTo([id], false);
    engine.current?.edit(id);
  }, [scene]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a map that was mounted anew has a layer of its own.
  useEffect(() => layer.current?.set(frames ?? []), [frames, words, readOnly, canvas, verbs]);
  useEffect(() => engine.current?.setSelection(selected), [selected]);
  useEffect(() => selection.onReveal((ids) => engine.current?.zoomTo(ids, true)), [selection]);

  return <div className="map" ref={host} data-testid="canvas" data-count={count} />;
}

/** A place for the copy of an element, as placements are stored. */
interface Spot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

interface Ends {
  readonly above: string | null;
  readonly below: string | null;
}
