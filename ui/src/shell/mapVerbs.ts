/*
 * What the gestures of a map do to the portfolio: each asks for the edits of one step, selects what it made and says it. The
 * engine reports gestures, mapEdits and mapPaste know what they mean; here they are carried out.
 */
import type { Edit } from "../api/index.ts";
import type {
  AddRequest,
  CanvasHandle,
  CardKind,
  Newcomer,
  NewNote,
  NoteMove,
  Offer,
  PasteTarget,
  Point,
} from "../canvas/index.ts";
import { today } from "../model/day.ts";
import { newId } from "../model/id.ts";
import { isOnMap } from "../model/kinds.ts";
import type { Selection } from "../model/selection.ts";
import type { Desk } from "../panels/desk.tsx";
import { withWayBack } from "../panels/removal.ts";
import type { Words } from "../words/index.ts";
import { copyNames } from "./copyNames.ts";
import {
  addEdits,
  becomeEdits,
  copyEdits,
  type Ends,
  joinEdits,
  lockEdits,
  moveEdits,
  placeEdit,
} from "./mapEdits.ts";
import { copyOut, pasteIn } from "./mapPaste.ts";
import { removalNews, removalOf } from "./removal.ts";
import { linkWords } from "./spoken.ts";

/** What the map waits for until its engine knows it. */
export interface Awaited {
  /** A card that was just added: its title is opened. */
  fresh: string | null;
  /** What was just copied or placed: it may lie out of sight, and is shown. */
  newcomers: readonly string[];
}

interface MapMeans {
  readonly selection: Selection;
  readonly words: Words;
  readonly canvas: string;
  readonly awaited: Awaited;
  engine(): CanvasHandle | null;
  /** What the map was given last. */
  acts(): {
    readonly desk: Desk;
    readonly onLinked: (link: string) => void;
    readonly onAnnounce: (text: string) => void;
  };
}

export type MapVerbs = ReturnType<typeof mapVerbs>;

export function mapVerbs({ selection, words, canvas, awaited, engine, acts }: MapMeans) {
  const state = () => acts().desk.store.state;
  /** One step; nothing where everything it was about is gone meanwhile. */
  const step = async (edits: readonly Edit[]) =>
    edits.length === 0 ? null : await acts().desk.edit(...edits);
  const named = () =>
    copyNames(
      words,
      [...state().portfolio.elements.values()].map((it) => it.title),
    );
  const isFree = () => state().portfolio.canvases.get(canvas)?.kind === "free";
  /** Places of cards that were asked for and that the engine does not know yet; `asked` are those without an answer. */
  const promised = new Map<string, Point>();
  const asked = new Set<string>();
  const roomFor = (kind: CardKind) => {
    const { elements } = state().portfolio;
    for (const id of promised.keys()) {
      const isGone = !asked.has(id) && !elements.has(id);
      if (isGone || engine()?.around([id])) promised.delete(id);
    }
    return engine()?.roomFor(kind, [...promised.values()]) ?? null;
  };
  const add = async (kind: CardKind, request: AddRequest | null, link: Ends | null) => {
    const id = newId();
    const title = words.say("map.newTitle", { kind });
    awaited.fresh = id;
    if (request !== null && isFree()) promised.set(id, request);
    asked.add(id);
    const made: Edit[] =
      request === null
        ? [{ type: "add_element", id, kind, title, spot: null }]
        : addEdits(canvas, id, title, request);
    const changed = await step([...made, ...joinEdits(state().portfolio, id, link)]);
    asked.delete(id);
    if (changed === null) awaited.fresh = null;
    else selection.set([id]);
  };
  const duplicate = async (spots: readonly NoteMove[], notes: readonly NoteMove[]) => {
    const { edits, made } = copyEdits(state().portfolio, canvas, spots, notes, named());
    awaited.newcomers = made;
    if ((await step(edits)) === null) return;
    selection.set(made);
    acts().onAnnounce(words.say("spoken.duplicated", { count: made.length }));
  };
  /** Says of so many elements how many found no place. */
  const tellLeft = (count: number, left: number) => {
    if (left === 0) return;
    const said = left === count ? "carry.none" : "carry.some";
    acts().desk.tell(words.say(said, { count: left }), words.say("carry.noneHint"));
  };
  const placeHere = async () => {
    const { portfolio } = state();
    const ids = selection.ids().filter((id) => portfolio.elements.has(id));
    const edit = isFree() ? placeEdit(portfolio, canvas, ids, (kinds) => engine()?.places(kinds)) : null;
    const fresh = edit?.moves.map((it) => it.element) ?? [];
    const here = ids.filter((id) => engine()?.around([id]));
    if (edit === null) {
      // All that can stand here does: the engine brings it to where somebody looks.
      engine()?.run("placeHere");
      return tellLeft(ids.length, ids.length - here.length);
    }
    awaited.newcomers = fresh;
    if ((await step([edit])) === null) return;
    selection.set(fresh);
    acts().onAnnounce(words.say("map.placed", { count: fresh.length }));
    tellLeft(ids.length, ids.length - here.length - fresh.length);
  };
  /** Those that may lie on a canvas. */
  const newcomers = (ids: readonly string[]): Newcomer[] =>
    ids.flatMap((id) => {
      const it = state().portfolio.elements.get(id);
      return it === undefined || it.archived !== null || !isOnMap(it.kind) ? [] : [{ id, kind: it.kind }];
    });
  const carry = (ids: readonly string[], at: Point) => engine()?.carry(newcomers(ids), at) ?? false;
  const drop = async (ids: readonly string[], at: Point) => {
    const moves = engine()?.land(newcomers(ids), at) ?? [];
    if (moves.length === 0) return tellLeft(ids.length, ids.length);
    if ((await step(moveEdits(state().portfolio, canvas, moves, []))) === null) return;
    selection.set(moves.map((it) => it.id));
    engine()?.focus();
    acts().onAnnounce(words.say("map.placed", { count: moves.length }));
    tellLeft(ids.length, ids.length - moves.length);
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
    acts().onAnnounce(words.say("spoken.locked", { count, locked: locked ? "yes" : "no" }));
  };
  const remove = async (ids: readonly string[]) => {
    const { portfolio } = state();
    const shown = portfolio.canvases.get(canvas);
    const { text, hint } = removalNews(words, portfolio, shown, ids);
    await withWayBack(acts().desk, removalOf(portfolio, shown, ids), text, hint);
  };
  const copy = (lying: readonly NoteMove[], clipboard: DataTransfer, isCut: boolean) => {
    const { portfolio, path } = state();
    copyOut(portfolio, path, lying, clipboard);
    const count = lying.length;
    acts().onAnnounce(words.say(isCut ? "paper.cut" : "paper.copied", { count }));
    if (isCut) void remove(lying.map(({ id }) => id));
  };
  const paste = async (clipboard: DataTransfer, target: PasteTarget) => {
    const { portfolio, path } = state();
    const shown = portfolio.canvases.get(canvas);
    if (shown === undefined) return;
    const { desk, onAnnounce } = acts();
    const pasted = pasteIn(portfolio, shown, path, clipboard, target, named());
    if ("refused" in pasted) {
      desk.tell(words.say(`paper.refused.${pasted.refused}`), words.say("paper.refusedHint"));
      return;
    }
    awaited.newcomers = pasted.ids;
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
    const changed = await acts().desk.edit({ type: "connect", id, from, to, kind });
    if (changed === null) return;
    acts().onAnnounce(linkWords(words, state().portfolio, { kind, from, to }));
    // Only a contribution says how it works.
    if (kind === "contribution") acts().onLinked(id);
    selection.set([id]);
  };
  return {
    add,
    roomFor,
    isFree,
    placeHere,
    carry,
    drop,
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
}
