/*
 * Moving cards on the stage: in place while the pointer or the keys move them, told outside once at the end.
 * A card stays in the band of its kind.
 */
import { bandOf, clampY, inBand } from "./gestures";
import { SNAP_REACH, type Snapper } from "./snap";
import type { Move, Stage } from "./stage";
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
  const lead = stage.space.card(boxes[0] ?? -1);
  stage.guides = null;
  if (snapper !== null && lead !== undefined) {
    const y = clampY(bandOf(stage.space.scene.lanes, lead.kind), lead.y + dy);
    snapper.to(lead.x + dx, y, SNAP_REACH / stage.view.zoom);
    dx = snapper.x - lead.x;
    dy = snapper.y - lead.y;
    stage.guides = snapper.guides;
  }
  shift(stage, boxes, dx, dy);
}

/** Shows cards moved by a distance in world units from where the scene has them. */
export function shift(stage: Stage, boxes: readonly number[], dx: number, dy: number): void {
  const heights = boxes.map((i) => {
    const card = stage.space.card(i);
    if (card === undefined) return 0;
    return clampY(bandOf(stage.space.scene.lanes, card.kind), card.y + dy) - card.y;
  });
  stage.space.place(boxes, dx, heights);
  stage.moved();
  stage.invalidate();
}

/** Tells the outside where the dragged cards now lie; puts them back if it refuses. */
export function commitMove(stage: Stage, boxes: readonly number[]): void {
  const { space, events } = stage;
  stage.guides = null;
  const moves: Move[] = [];
  for (const i of boxes) {
    const card = space.card(i);
    const x = Math.round(space.x[i] ?? 0);
    const y = Math.round(space.y[i] ?? 0);
    if (card === undefined || (x === card.x && y === card.y)) continue;
    moves.push({ id: card.id, x, y: inBand(bandOf(space.scene.lanes, card.kind), y) });
  }
  if (moves.length === 0) {
    space.restore();
    return;
  }
  const answer = events.onMove?.(moves);
  if (answer instanceof Promise) {
    answer.catch(() => {
      space.restore();
      stage.forgetRoutes();
      stage.invalidate();
    });
  }
  events.onAnnounce?.(stage.words.moved(moves.length));
}
