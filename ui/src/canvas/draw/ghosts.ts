/*
 * Ghosts: a missing step, dashed where it belongs, with a question and one action. In the accent on the lit
 * line, in ink elsewhere.
 */
import { ZOOM_FULL, ZOOM_MIDDLE } from "../measures";
import type { Ghost } from "../scene";
import { type Frame, snap } from "./frame";

export function drawGhost(f: Frame, ghost: Ghost, wx: number, wy: number, hovered: boolean): void {
  const { ctx, view, dpr, shape, theme } = f;
  const x = snap(wx * view.zoom + view.x, dpr);
  const y = snap(wy * view.zoom + view.y, dpr);
  ctx.setTransform(dpr, 0, 0, dpr, x * dpr, y * dpr);
  const colour = ghost.lit ? theme.thread : theme.ink2;
  ctx.globalAlpha = ghost.lit ? Math.max(0.2, f.focus) : 1;
  ctx.beginPath();
  ctx.roundRect(0, 0, shape.w, shape.h, shape.radius);
  ctx.fillStyle = theme.surface;
  ctx.fill();
  ctx.beginPath();
  ctx.roundRect(0.75, 0.75, shape.w - 1.5, shape.h - 1.5, Math.max(1, shape.radius - 0.75));
  ctx.lineWidth = hovered ? 2.25 : 1.5;
  ctx.lineCap = "butt";
  ctx.setLineDash(view.zoom < ZOOM_MIDDLE ? [2, 2] : [4, 3]);
  ctx.strokeStyle = ghost.lit ? theme.thread : theme.ink3;
  ctx.stroke();
  ctx.setLineDash([]);
  if (view.zoom >= ZOOM_MIDDLE) words(f, ghost, colour);
  ctx.globalAlpha = 1;
}

function words(f: Frame, ghost: Ghost, colour: string): void {
  const { ctx, view, shape, theme, titles } = f;
  const near = view.zoom >= ZOOM_META_GHOST;
  const room = shape.w - shape.left - shape.right - (near ? 0 : 16);
  const column = (room * 12) / shape.titleSize;
  const lines = shape.titleLines === 1 ? 1 : 2;
  const broken = near
    ? titles.lines(ghost.question, column, lines, false)
    : titles.afar(ghost.question, column, lines);
  // In one line a question says nothing; the sign alone is seen sooner.
  const isAsked = broken.fits && lines === 2;
  ctx.font = f.titleFont;
  ctx.fillStyle = colour;
  if (isAsked) {
    const base = shape.titleLead / 2 + shape.titleSize * 0.36 + 1;
    broken.lines.forEach((line, i) => {
      ctx.fillText(line, shape.left, shape.top + i * shape.titleLead + base);
    });
  }
  const r = near ? 7 * Math.max(1, view.zoom) : 5.5;
  const cx = near ? shape.left + r : isAsked ? shape.w - shape.right - r : shape.w / 2;
  const cy = near
    ? shape.h - Math.max(16, 20 * view.zoom)
    : view.zoom >= ZOOM_FULL
      ? shape.h - r - 5
      : shape.h / 2;
  // Where nothing may be changed only the question stands.
  if (ghost.action === "") return;
  plus(f, cx, cy, r, colour, ghost.lit);
  if (!near) return;
  ctx.font = f.metaFont;
  ctx.fillStyle = colour;
  const base = cy + shape.metaSize * 0.36;
  const start = cx + r + 6;
  const key = shape.w - shape.right - 21;
  const scale = shape.metaSize / 12;
  const fitting = f.texts.lines(ghost.action, (key - 4 - start) / scale, 1, true);
  if (fitting.fits) ctx.fillText(fitting.lines[0] ?? "", start, base);
  if (ghost.lit) returnKey(f, key, cy, theme.thread);
}

/** From here up question and action fit together. */
const ZOOM_META_GHOST = 0.7;

function plus(f: Frame, x: number, y: number, r: number, colour: string, solid: boolean): void {
  const { ctx, theme } = f;
  ctx.beginPath();
  ctx.arc(x, y, solid ? r : r - 0.6, 0, Math.PI * 2);
  if (solid) {
    ctx.fillStyle = colour;
    ctx.fill();
  } else {
    ctx.lineWidth = 1.3;
    ctx.strokeStyle = colour;
    ctx.stroke();
  }
  ctx.lineWidth = 1.6;
  ctx.lineCap = "round";
  ctx.strokeStyle = solid ? theme.surface : colour;
  const arm = r * 0.43;
  ctx.beginPath();
  ctx.moveTo(x, y - arm);
  ctx.lineTo(x, y + arm);
  ctx.moveTo(x - arm, y);
  ctx.lineTo(x + arm, y);
  ctx.stroke();
}

/** A small key cap with the return sign: Enter does the same as a click. */
function returnKey(f: Frame, x: number, y: number, colour: string): void {
  const { ctx } = f;
  ctx.save();
  ctx.globalAlpha *= 0.75;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.roundRect(x + 0.5, Math.round(y) - 7.5, 20, 15, 3);
  ctx.stroke();
  ctx.lineJoin = "round";
  ctx.beginPath();
  ctx.moveTo(x + 14.5, Math.round(y) - 3.5);
  ctx.lineTo(x + 14.5, Math.round(y) + 1);
  ctx.lineTo(x + 6.5, Math.round(y) + 1);
  ctx.moveTo(x + 9, Math.round(y) - 1.5);
  ctx.lineTo(x + 6.5, Math.round(y) + 1);
  ctx.lineTo(x + 9, Math.round(y) + 3.5);
  ctx.stroke();
  ctx.restore();
}
