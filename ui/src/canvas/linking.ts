/*
 * Drawing a link, with the pointer or from the keyboard: what it would join, whether that is allowed, the note that
 * says so, and what may stand instead.
 */
import { reveal } from "./framing";
import { dragCurve, type Handle, handleOf } from "./geometry";
import type { LinkGround } from "./keyLink";
import { isThrough } from "./kinds/through";
import { CARD_H, CARD_W } from "./measures";
import { judge, type Linked, type Offer, offersOf, type Verdict } from "./policy";
import type { SceneLink } from "./scene";
import { boxAt } from "./seek";
import { isOpen, noteFor, type Settling, settle } from "./settling";
import type { Stage } from "./stage";
import { type Point, toScreen, toWorld } from "./view";

/** Screen pixels around a card that still count as on it. */
const REACH = 4;

/** Asks which of several links is meant, at a place of the screen. */
export type Ask = (offers: readonly Offer[], at: Point) => void;

/** The handle of a card, in the world. */
export function handleAt(stage: Stage, i: number): Handle {
  const { x, y, scene } = stage.space;
  return handleOf(x[i] ?? 0, y[i] ?? 0, scene.axis, scene.mirrored);
}

function target(stage: Stage, at: Point): number {
  const found = boxAt(stage.space, toWorld(stage.view, at), REACH / stage.view.zoom);
  return found >= 0 && found < stage.space.cardCount ? found : -1;
}

function linkedIn(stage: Stage): Linked {
  const { space } = stage;
  return (kind, a, b) => {
    const [low, high] = [space.index.get(a) ?? -1, space.index.get(b) ?? -1];
    return space
      .linksOf(low)
      .some((l) => space.from[l] === low && space.to[l] === high && isOwn(space.link(l), kind));
  };
}

function isOwn(link: SceneLink | undefined, kind: SceneLink["kind"]): boolean {
  return link?.kind === kind && !isThrough(link.id);
}

function verdictFor(stage: Stage, box: number, on: number): Verdict | null {
  const { space } = stage;
  const from = space.card(box);
  return from === undefined ? null : judge(from, space.card(on) ?? null, linkedIn(stage));
}

function show(stage: Stage, box: number, on: number, verdict: Verdict, tip: Point, note: string): void {
  const curve = stage.draftCurve;
  dragCurve(curve, handleAt(stage, box), tip);
  stage.draft = { curve, target: on === box ? -1 : on, legal: isOpen(verdict), note };
  stage.invalidate();
}

/** Draws the link as far as the pointer and says what would come of it. */
export function aim(stage: Stage, box: number, at: Point): void {
  const on = target(stage, at);
  const verdict = verdictFor(stage, box, on);
  if (verdict === null) return;
  show(stage, box, on, verdict, toWorld(stage.view, at), on < 0 ? "" : noteFor(stage.words, verdict));
}

/** Lets go: asks for the link, offers what may stand instead, or says why not. Let go over nothing, nothing happens. */
export function connect(stage: Stage, box: number, at: Point, choose: boolean, ask: Ask): void {
  const on = target(stage, at);
  if (on >= 0) connectTo(stage, box, on, at, choose, ask);
}

/** How what comes of a link is told. */
export function settling({ words, events }: Stage): Omit<Settling, "ask"> {
  return {
    words,
    say: (text) => events.onAnnounce?.(text),
    connect: (link) => events.onConnect?.(link),
  };
}

/** True when a link was made or is asked for. `choose` asks also where the natural kind is legal. */
function connectTo(stage: Stage, box: number, on: number, at: Point, choose: boolean, ask: Ask): boolean {
  const { space } = stage;
  const [from, to] = [space.card(box), space.card(on)];
  const verdict = verdictFor(stage, box, on);
  if (verdict === null || from === undefined || to === undefined) return false;
  return settle(verdict, choose ? offersOf(from, to, linkedIn(stage)) : [], {
    ...settling(stage),
    ask: (offers) => ask(offers, at),
  });
}

/** Where links are drawn from the keyboard; `moved` is told when letters took the cursor elsewhere. */
export function linkGround(stage: Stage, ask: Ask, moved: () => void): LinkGround {
  const { space } = stage;
  const boxOf = (id: string): number => space.index.get(id) ?? -1;
  const onCard = (): boolean => stage.cursor < space.cardCount;
  /** Where the note of the link stands on the screen. */
  const spot = (): Point =>
    toScreen(stage.view, { x: space.x[stage.cursor] ?? 0, y: (space.y[stage.cursor] ?? 0) + CARD_H });
  return {
    ...settling(stage),
    readOnly: stage.readOnly,
    tell: (text, hint) => stage.events.onTell?.(text, hint),
    lack() {
      if (stage.isFar) return "far";
      if (space.note(stage.cursor) !== undefined) return "note";
      return space.ghost(stage.cursor) === undefined ? "nothing" : "ghost";
    },
    stand: () => space.card(stage.cursor) ?? null,
    ends: () => space.scene.cards,
    has: (id) => space.index.has(id),
    goTo(id) {
      stage.cursor = boxOf(id);
      reveal(stage, stage.cursor);
      moved();
    },
    aim(id, typed) {
      const from = boxOf(id);
      const on = onCard() ? stage.cursor : from;
      const verdict = verdictFor(stage, from, on === from ? -1 : on);
      if (verdict === null) return "";
      const tip = { x: (space.x[on] ?? 0) + CARD_W / 2, y: (space.y[on] ?? 0) + CARD_H };
      const { linkHow, linkTake } = stage.words;
      const said = on === from ? linkHow : noteFor(stage.words, verdict) || linkTake;
      const note = typed === "" ? said : `${stage.words.linkTyped(typed)} · ${said}`;
      show(stage, from, on, verdict, tip, note);
      stage.noteAt = spot();
      return note;
    },
    take: (id) => onCard() && connectTo(stage, boxOf(id), stage.cursor, spot(), false, ask),
    clear() {
      stage.draft = null;
      stage.noteAt = null;
      stage.invalidate();
    },
  };
}
