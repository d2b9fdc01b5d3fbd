/*
 * Moving cards and notes on the stage: in place while the pointer or the keys move them, told outside once at the end.
 * A card stays in its band unless the canvas lets it go to another; notes lie anywhere.
 */

import type { Move, NoteMove } from "./events";
import { bandAt, bandOf, clampInto, inBand } from "./gestures";
import { sayLocked } from "./locking";
import { CARD_H, CARD_W } from "./measures";
import type { SceneBand } from "./scene";
import { SNAP_REACH, type Snapper } from "./snap";
import type { Stage } from "./stage";
import { type Point, toWorld } from "./view";

/**
 * Shows cards where a drag takes them: gripped at a point of the world, the pointer now at one of the screen. The
 * first of the boxes is the one that was gripped; it clicks into place, and the others keep their distance to it.
 */
export function dragTo(
  stage: Stage,
  boxes: readonly number[],
  grip: Point,
  at: Point,
  snapper: Snapper | null,
): void {
  const now = toWorld(stage.view, at);
  let dx = now.x - grip.x;
  let dy = now.y - grip.y;
  const first = boxes[0] ?? -1;
  const lead = stage.space.home(first);
  stage.guides = null;
  if (snapper !== null && lead !== null) {
    const wish = allowed(stage, first, { x: lead.x + dx, y: lead.y + dy });
    snapper.to(wish.x, wish.y, SNAP_REACH / stage.view.zoom);
    dx = snapper.x - lead.x;
    dy = snapper.y - lead.y;
    stage.guides = snapper.guides;
  }
  shift(stage, boxes, dx, dy);
}

/** Shows cards and notes moved by a distance in world units from where the scene has them. */
export function shift(stage: Stage, boxes: readonly number[], dx: number, dy: number): void {
  const { space } = stage;
  const places = boxes.map((i) => {
    const home = space.home(i) ?? { x: 0, y: 0 };
    return allowed(stage, i, { x: home.x + dx, y: home.y + dy });
  });
  space.place(boxes, places);
  stage.moved();
  stage.invalidate();
}

/** The boxes that move when these do: what is locked stays, and comments go with their cards. */
export function moving(stage: Stage, ids: readonly string[]): number[] {
  const { space } = stage;
  const named = ids.map((id) => space.index.get(id) ?? -1).filter((i) => space.isThing(i));
  const boxes = new Set(named.filter((i) => !space.isLocked(i)));
  sayLocked(stage, named.length - boxes.size);
  const cards = new Set([...boxes].map((i) => space.card(i)?.id));
  for (let i = space.cardCount; i < space.ghostStart; i += 1) {
    const note = space.note(i);
    if (note?.about && !note.locked && cards.has(note.about)) boxes.add(i);
  }
  return [...boxes];
}

/** Where a box may lie, nearest to a wish. */
function allowed(stage: Stage, i: number, wish: Point): Point {
  return stage.space.card(i) === undefined ? wish : clampInto(bandFor(stage, i, wish), wish);
}

/** The band a card stands in at a place: its own, or where it may cross over the one under its middle. */
export function bandFor(stage: Stage, i: number, at: Point): SceneBand | null {
  const { lanes, crossing } = stage.space.scene;
  const own = bandOf(lanes, stage.space.card(i)?.band ?? null);
  if (!crossing) return own;
  return bandAt(lanes, { x: at.x + CARD_W / 2, y: at.y + CARD_H / 2 })?.band ?? own;
}

/** Tells the outside where the dragged things now lie; puts them back if it refuses. */
export function commitMove(stage: Stage, boxes: readonly number[]): void {
  const { space, events } = stage;
  stage.guides = null;
  const moves: Move[] = [];
  const notes: NoteMove[] = [];
  for (const i of boxes) {
    const home = space.home(i);
    const at = { x: Math.round(space.x[i] ?? 0), y: Math.round(space.y[i] ?? 0) };
    if (home === null || (at.x === home.x && at.y === home.y)) continue;
    const card = space.card(i);
    if (card === undefined) notes.push({ id: space.idOf(i) ?? "", ...at });
    else {
      const band = bandFor(stage, i, at);
      const crossed = band !== null && band.key !== card.band ? { band: band.key } : {};
      moves.push({ id: card.id, ...inBand(band, at), ...crossed });
    }
  }
  const count = moves.length + notes.length;
  if (count === 0) {
    space.restore();
    return;
  }
  const answer = events.onMove?.(moves, notes);
  if (answer instanceof Promise) {
    answer.catch(() => {
      space.restore();
      stage.forgetRoutes();
      stage.invalidate();
    });
  }
  events.onAnnounce?.(stage.words.moved(count));
}
