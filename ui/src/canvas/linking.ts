/*
 * Drawing a link, with the pointer or from the keyboard: what it would join, whether that is allowed, the note that
 * says so, and what may stand instead.
 */

import { dragCurve, type Handle, handleOf } from "./geometry";
import { isThrough } from "./kinds/through";
import { CARD_H, CARD_W } from "./measures";
import { judge, type Linked, type Offer, offersOf, type Verdict } from "./policy";
import type { SceneLink } from "./scene";
import { boxAt } from "./seek";
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

/** What is said about a link that would end at a card. */
export function noteFor(stage: Stage, verdict: Verdict): string {
  const { words } = stage;
  if (verdict.verdict !== "refused") return verdict.verdict === "flip" ? words.flipped : "";
  const [first] = verdict.offers;
  const refusal = words.refusal(verdict.reason);
  return first === undefined ? refusal : words.offered(refusal, first.kind, verdict.offers.length);
}

function show(stage: Stage, box: number, on: number, verdict: Verdict, tip: Point, note: string): void {
  const curve = stage.draftCurve;
  dragCurve(curve, handleAt(stage, box), tip);
  const legal = verdict.verdict !== "refused" || verdict.offers.length > 0;
  stage.draft = { curve, target: on === box ? -1 : on, legal, note };
  stage.invalidate();
}

/** Draws the link as far as the pointer and says what would come of it. */
export function aim(stage: Stage, box: number, at: Point): void {
  const on = target(stage, at);
  const verdict = verdictFor(stage, box, on);
  if (verdict === null) return;
  show(stage, box, on, verdict, toWorld(stage.view, at), on < 0 ? "" : noteFor(stage, verdict));
}

/** Draws the link from one card to another, as the keyboard aims it; `typed` is what the target was looked for by. */
export function aimAt(stage: Stage, box: number, on: number, typed: string): void {
  const { space } = stage;
  const verdict = verdictFor(stage, box, on === box ? -1 : on);
  if (verdict === null) return;
  const tip = { x: (space.x[on] ?? 0) + CARD_W / 2, y: (space.y[on] ?? 0) + CARD_H };
  const said = on === box ? stage.words.linkHow : noteFor(stage, verdict) || stage.words.linkTake;
  show(stage, box, on, verdict, tip, typed === "" ? said : `“${typed}” · ${said}`);
}

/** Where the note of a link aimed by keyboard stands on the screen. */
export function noteSpot(stage: Stage, on: number): Point {
  return toScreen(stage.view, { x: stage.space.x[on] ?? 0, y: (stage.space.y[on] ?? 0) + CARD_H });
}

/** Lets go: asks for the link, offers what may stand instead, or says why not. Let go over nothing, nothing happens. */
export function connect(stage: Stage, box: number, at: Point, choose: boolean, ask: Ask): void {
  const on = target(stage, at);
  if (on >= 0) connectTo(stage, box, on, at, choose, ask);
}

/** True when a link was made or is asked for. `choose` asks also where the natural kind is legal. */
export function connectTo(
  stage: Stage,
  box: number,
  on: number,
  at: Point,
  choose: boolean,
  ask: Ask,
): boolean {
  const { space, events } = stage;
  const [from, to] = [space.card(box), space.card(on)];
  const verdict = verdictFor(stage, box, on);
  if (verdict === null || from === undefined || to === undefined) return false;
  const offers = choose
    ? offersOf(from, to, linkedIn(stage))
    : verdict.verdict === "refused"
      ? verdict.offers
      : [];
  if (offers.length > 0) {
    if (verdict.verdict === "refused") events.onAnnounce?.(noteFor(stage, verdict));
    ask(offers, at);
    return true;
  }
  if (verdict.verdict === "refused") {
    events.onAnnounce?.(stage.words.refusal(verdict.reason));
    return false;
  }
  events.onConnect?.({ kind: "contribution", from: verdict.from, to: verdict.to });
  return true;
}
