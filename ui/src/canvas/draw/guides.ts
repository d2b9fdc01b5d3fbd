/*
 * Hairlines of a drag: which edges the card is in line with, and which gaps are equal. In ink, one device pixel.
 */
import { CARD_H, CARD_W } from "../measures";
import type { Guides } from "../snap";
import type { View } from "../view";
import type { Frame } from "./frame";

/** How far a hairline runs beyond what it joins, and the half height of the ends of a gap, in screen pixels. */
const BEYOND = 14;
const TICK = 4;

export function drawGuides(f: Frame, g: Guides, y: number): void {
  const { ctx, dpr, view, theme } = f;
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  ctx.strokeStyle = theme.ink2;
  ctx.lineWidth = 1 / dpr;
  ctx.setLineDash([]);
  ctx.beginPath();
  const half = 0.5 / dpr;
  const at = (value: number): number => Math.round(value * dpr) / dpr + half;
  if (!Number.isNaN(g.x)) {
    const x = at(g.x * view.zoom + view.x);
    ctx.moveTo(x, g.x0 * view.zoom + view.y - BEYOND);
    ctx.lineTo(x, g.x1 * view.zoom + view.y + BEYOND);
  }
  if (!Number.isNaN(g.y)) {
    const top = at(g.y * view.zoom + view.y);
    ctx.moveTo(g.y0 * view.zoom + view.x - BEYOND, top);
    ctx.lineTo(g.y1 * view.zoom + view.x + BEYOND, top);
  }
  if (!Number.isNaN(g.a)) {
    const middle = at((y + CARD_H / 2) * view.zoom + view.y);
    gap(f, view, g.a, g.b, middle);
    gap(f, view, g.b, g.c, middle);
  }
  ctx.stroke();
}

function gap({ ctx }: Frame, view: View, left: number, right: number, y: number): void {
  const x0 = (left + CARD_W) * view.zoom + view.x + 1;
  const x1 = right * view.zoom + view.x - 1;
  ctx.moveTo(x0, y);
  ctx.lineTo(x1, y);
  ctx.moveTo(x0, y - TICK);
  ctx.lineTo(x0, y + TICK);
  ctx.moveTo(x1, y - TICK);
  ctx.lineTo(x1, y + TICK);
}
