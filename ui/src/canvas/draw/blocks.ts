/*
 * Single cards in the far view: while the zoom passes the threshold, and where a block stands out from the
 * picture of all others.
 */
import type { SceneCard } from "../scene";
import type { Frame } from "./frame";

/** A card as a block in the ink of its ladder rung; unknown is hatched, unlinked empty with an outline. */
export function drawBlock(f: Frame, card: SceneCard): void {
  const { ctx, shape, theme } = f;
  const { w, h } = shape;
  if (card.ladder === null) {
    ctx.fillStyle = theme.surface;
    ctx.fillRect(0, 0, w, h);
    ctx.fillStyle = f.hatch.pattern(ctx, theme.hatch, f.dpr);
    ctx.fillRect(0, 0, w, h);
    return;
  }
  ctx.fillStyle = theme.ladder[card.ladder];
  ctx.fillRect(0, 0, w, h);
  if (card.ladder === 0) {
    ctx.lineWidth = 1;
    ctx.strokeStyle = theme.hatch;
    ctx.strokeRect(0.5, 0.5, Math.max(1, w - 1), Math.max(1, h - 1));
  }
}

/** A block of the lit line, a little larger when it is selected. */
export function litBlock(f: Frame, selected: boolean): void {
  const { ctx, shape, theme } = f;
  ctx.globalAlpha = f.focus;
  ctx.fillStyle = theme.thread;
  const grow = selected ? 2 : 0;
  ctx.fillRect(-grow, -grow, shape.w + 2 * grow, shape.h + 2 * grow);
  ctx.globalAlpha = 1;
}
