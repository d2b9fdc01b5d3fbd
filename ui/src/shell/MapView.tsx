/* Mounts the map engine: hands it scenes and the selection, turns what it reports into edits. */
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from "react";
import type { Edit } from "../api/index.ts";
import { FrameLayer, lensOf } from "../canvas/frames/index.ts";
import {
  type AddRequest,
  type Box,
  type CanvasHandle,
  type CardKind,
  createCanvas,
  type NewNote,
  type NoteMove,
  type Offer,
  type PasteTarget,
  type Scene,
  type View,
} from "../canvas/index.ts";
import { today } from "../model/day.ts";
import { newId } from "../model/id.ts";
import { useDesk, useReadOnly, useSelected, useStore } from "../panels/desk.tsx";
import { useWords, type Words } from "../words/index.ts";
import { frameTools } from "./frames/frameTools.ts";
import {
  addEdits,
  becomeEdits,
  copyEdits,
  type Ends,
  joinEdits,
  lockEdits,
  moveEdits,
  noteEdits,
  placeEdit,
  removalOf,
} from "./mapEdits.ts";
import type { MapHandle } from "./mapHandle.ts";
import { copyOut, pasteIn } from "./mapPaste.ts";
import { canvasWords } from "./mapWords.ts";
import { linkWords, removalWords, toInspector } from "./spoken.ts";

export type { MapHandle };

interface MapViewProps {
  ref: Ref<MapHandle>;
  scene: Scene;
  canvas: string;
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
  const { ref, scene, canvas, place, onLinked, onMirror, onAnnounce, onOverlay } = props;
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

  /** A card that was just added: its title is opened as soon as the engine knows it. */
  const fresh = useRef<string | null>(null);
  /** What was just copied or placed: it may lie out of sight, and is shown as soon as the engine knows it. */
  const newcomers = useRef<readonly string[]>([]);
  /** What the engine calls back with, always of the latest render. */
  const acts = useRef({ desk, onLinked, onMirror, onAnnounce, onOverlay, scene });
  acts.current = { desk, onLinked, onMirror, onAnnounce, onOverlay, scene };
  const { selection } = desk;

  const verbs = useMemo(() => {
    const state = () => acts.current.desk.store.state;
    /** One step; nothing where everything it was about is gone meanwhile. */
    const step = async (edits: readonly Edit[]) =>
      edits.length === 0 ? null : await acts.current.desk.edit(...edits);
    const isFree = () => state().portfolio.canvases.get(canvas)?.kind === "free";
    const add = async (kind: CardKind, request: AddRequest | null, link: Ends | null) => {
      const id = newId();
      const title = words.say("map.newTitle", { kind });
      fresh.current = id;
      const made: Edit[] =
        request === null
          ? [{ type: "add_element", id, kind, title, spot: null }]
          : addEdits(canvas, id, title, request);
      const changed = await step([...made, ...joinEdits(state().portfolio, id, link)]);
      if (changed === null) fresh.current = null;
      else selection.set([id]);
    };
    const duplicate = async (spots: readonly NoteMove[], notes: readonly NoteMove[]) => {
      const { edits, made } = copyEdits(state().portfolio, canvas, spots, notes, copyOf(words));
      newcomers.current = made;
      if ((await step(edits)) === null) return;
      selection.set(made);
      acts.current.onAnnounce(words.say("spoken.duplicated", { count: made.length }));
    };
    const placeHere = async () => {
      const edit = placeEdit(state().portfolio, canvas, selection.ids(), (kinds) =>
        engine.current?.places(kinds),
      );
      // All of it stands here: the engine brings it to where somebody looks.
      if (edit === null) return void engine.current?.run("placeHere");
      newcomers.current = edit.moves.map((it) => it.element);
      if ((await step([edit])) === null) return;
      acts.current.onAnnounce(words.say("map.placed", { count: edit.moves.length }));
    };
    const become = async (note: string, request: AddRequest) => {
      const id = newId();
      const { portfolio } = state();
      const edits = becomeEdits(portfolio, canvas, note, id, request, words.say("common.untitled"));
      if ((await step(edits)) !== null) selection.set([id]);
    };
    const write = async (note: NewNote) => {
      const id = newId();
      const made = { ...note, id, canvas, by: "", on: today(), locked: false };
      if ((await step([{ type: "put_notes", notes: [made] }])) !== null) selection.set([id]);
    };
    const lock = async (cards: readonly string[], notes: readonly string[], locked: boolean) => {
      if ((await step(lockEdits(state().portfolio, canvas, cards, notes, locked))) === null) return;
      const count = cards.length + notes.length;
      acts.current.onAnnounce(words.say("spoken.locked", { count, locked: locked ? "yes" : "no" }));
    };
    const remove = async (ids: readonly string[]) => {
      const { portfolio } = state();
      const said = removalWords(words, portfolio, ids, isFree());
      const done = await step(removalOf(portfolio, portfolio.canvases.get(canvas), ids));
      if (done !== null) acts.current.onAnnounce(said);
    };
    const copy = (lying: readonly NoteMove[], clipboard: DataTransfer, isCut: boolean) => {
      const { portfolio, path } = state();
      copyOut(portfolio, path, lying, clipboard);
      const count = lying.length;
      acts.current.onAnnounce(words.say(isCut ? "paper.cut" : "paper.copied", { count }));
      if (isCut) void remove(lying.map(({ id }) => id));
    };
    const paste = async (clipboard: DataTransfer, target: PasteTarget) => {
      const { portfolio, path } = state();
      const shown = portfolio.canvases.get(canvas);
      if (shown === undefined) return;
      const { desk, onAnnounce } = acts.current;
      const pasted = pasteIn(portfolio, shown, path, clipboard, target, copyOf(words));
      if ("refused" in pasted) {
        desk.tell(words.say(`paper.refused.${pasted.refused}`), words.say("paper.refusedHint"));
        return;
      }
      newcomers.current = pasted.ids;
      if ((await step(pasted.edits)) === null) return;
      selection.set(pasted.ids);
      const { ids, left } = pasted;
      onAnnounce(words.say("paper.pasted", { count: ids.length }));
      if (left === 0) return;
      const said = words.say("paper.someLines", { count: ids.length, left });
      desk.tell(said, words.say("paper.someLinesHint"), true);
    };
    const connect = async ({ kind, from, to }: Offer) => {
      const id = newId();
      const changed = await acts.current.desk.edit({ type: "connect", id, from, to, kind });
      if (changed === null) return;
      acts.current.onAnnounce(linkWords(words, state().portfolio, { kind, from, to }));
      // Only a contribution says how it works.
      if (kind === "contribution") acts.current.onLinked(id);
      selection.set([id]);
    };
    return {
      add,
      isFree,
      placeHere,
      connect,
      duplicate,
      become,
      write,
      lock,
      remove,
      copy,
      paste,
      step,
      state,
    };
  }, [selection, words, canvas]);

  useImperativeHandle(
    ref,
    () => ({
      fit: () => engine.current?.fit(true),
      picture: async (wish, watch) => (await engine.current?.picture(wish, watch)) ?? null,
      extent: (part, foot) => engine.current?.extent(part, foot) ?? { w: 0, h: 0 },
      zoom: (step) => engine.current?.zoom(step),
      run: (command) => {
        if (command === "placeHere" && verbs.isFree()) void verbs.placeHere();
        else engine.current?.run(command);
        return engine.current !== null;
      },
      mark: (id) => engine.current?.mark(id),
      focus: () => engine.current?.focus(),
      // On a free canvas only what was put there is seen.
      add: (kind) => verbs.add(kind, verbs.isFree() ? (engine.current?.roomFor(kind) ?? null) : null, null),
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
    const [first] = newcomers.current;
    if (first !== undefined && [...scene.cards, ...scene.notes].some((it) => it.id === first)) {
      engine.current?.zoomTo(newcomers.current, true);
      newcomers.current = [];
    }
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

const copyOf = (words: Words) => (title: string) => (title === "" ? "" : words.say("map.copyOf", { title }));
