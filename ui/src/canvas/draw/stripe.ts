/*
 * The left edge of a card: the colour of its level, or, broader, what an overlay says: a colour, a shape, hatching.
 */
import { UNKNOWN_TONE } from "../overlay/overlay";
import type { Level } from "../scene";
import type { Frame } from "./frame";
import { shapeOf } from "./shapes";

/** Radii of the stripe, written over for each card. */
const corners = [0, 0, 0, 0];

/** Follows the rounded corners. */
export function drawEdge(f: Frame, level: Level): void {
  const { ctx, shape } = f;
  const { h, edge: e, radius } = shape;
  const r = Math.max(radius, e);
  const turn = Math.acos((r - e) / r);
  ctx.beginPath();
  ctx.arc(r, r, r, Math.PI + turn, Math.PI, true);
  ctx.arc(r, h - r, r, Math.PI, Math.PI - turn, true);
  ctx.closePath();
  ctx.fillStyle = f.theme.level[level];
  ctx.fill();
}

/** What the overlay says, as a broad stripe in the place of the level's: a colour, a shape, or hatching. */
export function drawTone(f: Frame, tone: number): void {
  const { ctx, shape, palette, theme } = f;
  const w = Math.max(shape.edge + 2, Math.min(shape.left - 5, 12));
  ctx.beginPath();
  corners[0] = corners[3] = shape.radius;
  ctx.roundRect(0, 0, w, shape.h, corners);
  ctx.fillStyle = theme.surface;
  ctx.fill();
  if (tone === UNKNOWN_TONE) ctx.fillStyle = f.hatch.pattern(ctx, theme.hatch, f.dpr);
  else if (tone !== palette.hollow) ctx.fillStyle = palette.colours[tone] ?? theme.track;
  ctx.fill();
  // A scale of ink begins so faintly that only its edge is seen.
  if (tone === palette.hollow || tone === UNKNOWN_TONE || palette.shapes.length === 0) {
    ctx.fillStyle = theme.hatch;
    ctx.fillRect(w - 1, 0, 1, shape.h);
  }
  const which = palette.shapes[tone];
  if (which === undefined || w < 7) return;
  const size = w - 3;
  ctx.save();
  ctx.translate((w - size) / 2, (shape.h - size) / 2);
  ctx.scale(size / 10, size / 10);
  ctx.fillStyle = theme.surface;
  ctx.fill(shapeOf(which));
  ctx.restore();
}
