/*
 * The second gesture on a note: it becomes an element, where it lies. Only kinds that have a place on the canvas are
 * offered, so that nothing vanishes from under the hand.
 */
import { freeSpot } from "../bands";
import type { AddRequest } from "../events";
import { bandAt, bandOf, clampInto, inBand } from "../gestures";
import { BANDS, KINDS } from "../kinds";
import { CARD_H, CARD_W, ZOOM_MIDDLE } from "../measures";
import type { Menu } from "../menu";
import type { CardKind, SceneBand } from "../scene";
import type { Stage } from "../stage";
import { type Point, toScreen } from "../view";

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
  events.onBecome?.(id, requestAt(stage, kind, { x: space.x[i] ?? 0, y: space.y[i] ?? 0 }));
}

/** A card of a kind at a place of the world: in the band under it where that is of the kind, else in the first one. */
export function requestAt(stage: Stage, kind: CardKind, at: Point): AddRequest {
  const { lanes } = stage.space.scene;
  const { level } = KINDS[kind];
  const under = bandAt(lanes, { x: at.x + CARD_W / 2, y: at.y + 1 })?.band;
  const band = under?.kind === kind ? under : (bandOf(lanes, kind) ?? bandOfKind(stage, kind));
  if (band === null) {
    const free = aside(stage, at);
    return { kind, level, x: Math.round(free.x), y: Math.round(free.y), band: null };
  }
  const wish = clampInto(band, at);
  const free = isFree(stage, wish) ? wish : freeSpot(band, wish, takenIn(stage, band));
  const spot = inBand(band, free);
  return { kind, level, x: Math.round(spot.x), y: Math.round(spot.y), band: band.key };
}

/** Where there are no bands the next place to the right and below that is free. */
function aside(stage: Stage, at: Point): Point {
  let [x, y] = [at.x, at.y];
  for (let n = 0; n < 200 && !isFree(stage, { x, y }); n += 1) {
    x += 24;
    y += 24;
  }
  return { x, y };
}

function bandOfKind(stage: Stage, kind: CardKind): SceneBand | null {
  const all = stage.space.scene.lanes.flatMap((lane) => lane.bands);
  return all.filter((band) => band.kind === kind).at(-1) ?? null;
}

function isFree(stage: Stage, at: Point): boolean {
  return stage.space.cardsIn({ x0: at.x, y0: at.y, x1: at.x + CARD_W, y1: at.y + CARD_H }).length === 0;
}

function takenIn(stage: Stage, band: SceneBand): Point[] {
  return stage.space.scene.cards.filter((card) => card.band === band.key);
}
