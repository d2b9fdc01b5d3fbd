/* The small closed lock of what nobody moves, on a plate of its own so that it is seen on any card. */
import type { Frame } from "./frame";

/** About a middle, in the current transform. */
export function drawLock(f: Frame, x: number, y: number, colour: string): void {
  const { ctx } = f;
  ctx.fillStyle = colour;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.4;
  ctx.beginPath();
  ctx.arc(x, y - 1.5, 2.4, Math.PI, 0);
  ctx.stroke();
  ctx.beginPath();
  ctx.roundRect(x - 4, y - 1.5, 8, 6, 1.2);
  ctx.fill();
}

/** On the upper left corner of a card: the right one is that of its findings. */
export function drawCardLock(f: Frame): void {
  const { ctx, theme } = f;
  ctx.beginPath();
  ctx.roundRect(-7, -7, 16, 16, 4);
  ctx.fillStyle = theme.surface;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = theme.line2;
  ctx.stroke();
  drawLock(f, 1, 0.5, theme.ink2);
}
