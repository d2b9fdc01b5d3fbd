/*
 * The second gesture on a note: it becomes an element, where it lies. Only kinds that have a place on the canvas are
 * offered, so that nothing vanishes from under the hand.
 */
import { freeSpot } from "../bands";
import { clearing } from "../clearing";
import type { AddRequest } from "../events";
import { bandAt, bandOf, clampInto, inBand } from "../gestures";
import { BANDS, KINDS } from "../kinds";
import { CARD_H, CARD_W, ZOOM_MIDDLE } from "../measures";
import type { Menu } from "../menu";
import type { CardKind, SceneBand } from "../scene";
import type { Stage } from "../stage";
import { type Box, type Point, toScreen } from "../view";

/** Opens the menu for the one note that is meant; false where there is none. */
export function offerKinds(menu: Menu, stage: Stage): boolean {
  const { space, view, words } = stage;
  const [chosen] = stage.selection.size === 1 ? stage.selection : [];
  const i = chosen === undefined ? stage.cursor : (space.index.get(chosen) ?? -1);
  const note = space.note(i);
  if (stage.readOnly || note === undefined || view.zoom < ZOOM_MIDDLE) return false;
  const choices = kindsHere(stage).map((kind) => ({
    label: words.becomesKind(kind),
    testid: `become-${kind}`,
    act: () => become(stage, note.id, kind),
  }));
  const box = space.boxOf(i);
  menu.open(words.becomes, "note-becomes", choices, toScreen(view, { x: box.x0, y: box.y1 }));
  return true;
}

export function kindsHere(stage: Stage): CardKind[] {
  const { axis, lanes } = stage.space.scene;
  const all = BANDS.map(({ kind }) => kind);
  if (axis === null) return all;
  const there = new Set(lanes.flatMap((lane) => lane.bands.map((band) => band.kind)));
  return all.filter((kind) => there.has(kind));
}

function become(stage: Stage, id: string, kind: CardKind): void {
  const { space, events, words } = stage;
  const i = space.index.get(id) ?? -1;
  if (space.note(i) === undefined) {
    events.onAnnounce?.(words.gone);
    return;
  }
  events.onBecome?.(id, requestAt(stage, kind, { x: space.x[i] ?? 0, y: space.y[i] ?? 0 }, i));
}

/**
 * A card of a kind at a place of the world: in the band under it where that is of the kind, else in the first one. Never on
 * another; `leaving` is a box that makes room.
 */
export function requestAt(stage: Stage, kind: CardKind, at: Point, leaving = -1): AddRequest {
  const { lanes } = stage.space.scene;
  const { level } = KINDS[kind];
  const under = bandAt(lanes, { x: at.x + CARD_W / 2, y: at.y + 1 })?.band;
  const band = under?.kind === kind ? under : (bandOf(lanes, kind) ?? bandOfKind(stage, kind));
  if (band === null) {
    const by = clearing(stage.space, [cardAt(at)], [], new Set([leaving]));
    const free = { x: at.x + by.x, y: at.y + by.y };
    return { kind, level, x: Math.round(free.x), y: Math.round(free.y), band: null };
  }
  return { kind, level, ...spotIn(stage, band, at), band: band.key };
}

/** The place of a band nearest to a wish where a card covers none, as placements store it. */
export function spotIn(stage: Stage, band: SceneBand, at: Point): Point {
  const wish = clampInto(band, at);
  const free = isFree(stage, wish) ? wish : freeSpot(band, wish, takenIn(stage, band));
  const spot = inBand(band, free);
  return { x: Math.round(spot.x), y: Math.round(spot.y) };
}

function cardAt({ x, y }: Point): Box {
  return { x0: x, y0: y, x1: x + CARD_W, y1: y + CARD_H };
}

function bandOfKind(stage: Stage, kind: CardKind): SceneBand | null {
  const all = stage.space.scene.lanes.flatMap((lane) => lane.bands);
  return all.filter((band) => band.kind === kind).at(-1) ?? null;
}

function isFree(stage: Stage, at: Point): boolean {
  return stage.space.cardsIn(cardAt(at)).length === 0;
}

function takenIn(stage: Stage, band: SceneBand): Point[] {
  return stage.space.scene.cards.filter((card) => card.band === band.key);
}
