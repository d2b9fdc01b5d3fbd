/*
 * How the rows of a trajectory are drawn: a bar is the delivery bar of a card, stretched over its time, in the colour
 * of its standing; targets are diamonds, values dots, decisions flags. What nobody said is hatched.
 */
import type { Stance } from "../chart/chart";
import type { Pen } from "../chart/pen";
import type { Status } from "../scene";
import type { Box } from "../view";
import { DAY } from "./calendar";
import type { Bar } from "./trajectoryData";
import type { MilestoneState } from "./trajectoryMarks";

/** Lower than this a row has no room for words in it, and lower than that none for its name. */
export const LOW = 13;
const NAMELESS = 11.9;
/** Of a name so many pixels say enough of it. */
const TOLD = 96;

export function drawBar(pen: Pen, at: Box, stance: Stance, bar: Bar): void {
  const { theme } = pen;
  const state = bar.element.state?.known ?? null;
  const r = 3;
  // A short piece of work stays a mark that can be seen and hit.
  const b = at.x1 - at.x0 < 4 ? { ...at, x1: at.x0 + 4 } : at;
  if (stance.moving) pen.fill({ ...b, y0: b.y0 + 1, y1: b.y1 + 3 }, theme.shade, r);
  const isOpen = bar.start === null || bar.end === null;
  if (!isOpen) pen.fill(b, theme.surface, r);
  const edge = stance.hovered ? theme.ink1 : theme.line2;
  const isLow = b.y1 - b.y0 < 8;
  if (isOpen) drawOpen(pen, b, bar.start !== null, edge, stance.hovered || stance.moving);
  else if (bar.percent !== null && (bar.percent > 0 || state === "active")) {
    pen.fill(b, theme.track, r);
    const x1 = b.x0 + ((b.x1 - b.x0) * Math.min(100, bar.percent)) / 100;
    if (bar.percent > 0) pen.fill({ ...b, x1 }, theme.bar[bar.standing], r);
  } else if (state === "active" || state === "paused" || state === null) pen.unknown(b, r);
  if (!isOpen) pen.edge(b, edge, r, 1, state === "idea" && !isLow ? [3, 3] : []);
  const middle = (b.y0 + b.y1) / 2;
  if (state === "stopped") pen.path([b.x0 - 3, middle, b.x1 + 3, middle], theme.ink1, isLow ? 0.75 : 1.5);
  if (state === "paused" && b.x1 - b.x0 > 18 && b.y1 - b.y0 >= 10) {
    const x = b.x1 - 11;
    pen.fill({ x0: x - 3, y0: b.y0 + 2, x1: x + 8, y1: b.y1 - 2 }, theme.surface, 2);
    for (const shift of [0, 4])
      pen.fill({ x0: x + shift, y0: b.y0 + 4, x1: x + shift + 2, y1: b.y1 - 4 }, theme.ink1);
  }
  if (bar.delivered !== null && !isOpen && !stance.moving && bar.start !== null && bar.end !== null) {
    const share = (bar.delivered + 0.5 - bar.start) / (bar.end + 1 - bar.start);
    tick(pen, b.x0 + (b.x1 - b.x0) * share, middle, (b.y1 - b.y0) * 0.47);
  } else if (bar.delivered !== null && bar.start === null && bar.end === null)
    tick(pen, b.x1, middle, (b.y1 - b.y0) * 0.47);
}

/** Of which one end is known: a firm edge there, and from it on less and less, up to where it can be gripped. */
function drawOpen(pen: Pen, b: Box, begins: boolean, edge: string, grip: boolean): void {
  const { theme } = pen;
  const [known, open] = begins ? [b.x0, b.x1] : [b.x1, b.x0];
  SHARES.forEach((share, n) => {
    const at = (k: number): number => known + ((open - known) * k) / SHARES.length;
    const slice = { ...b, x0: Math.min(at(n), at(n + 1)), x1: Math.max(at(n), at(n + 1)) };
    pen.faded(share, () => {
      pen.fill(slice, theme.surface);
      pen.unknown(slice);
      for (const y of [b.y0, b.y1 - 1]) pen.rule(slice.x0, y, slice.x1, y, edge);
    });
  });
  const x = begins ? b.x0 : b.x1 - 2;
  pen.fill({ ...b, x0: x, x1: x + 2 }, theme.ink1);
  if (grip) pen.path([open, b.y0, open, b.y1], theme.ink2, 2, [2, 2]);
}

const SHARES = [1, 0.7, 0.4] as const;

/** Delivered: a check in a circle of ink, on its day. */
export function tick(pen: Pen, x: number, y: number, r: number): void {
  pen.circle(x, y, r, pen.theme.surface);
  pen.circle(x, y, r - 1, pen.theme.ink1);
  // In a low row there is room for the dot alone.
  if (r > 6) pen.path([x - 2.8, y + 0.2, x - 0.8, y + 2.4, x + 3, y - 2.2], pen.theme.onInk, 1.5);
}

export function drawReading(pen: Pen, b: Box): void {
  pen.circle((b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2, 2.25, pen.theme.ink3);
}

export function drawMilestone(
  pen: Pen,
  b: Box,
  stance: Stance,
  title: string,
  state: MilestoneState,
  toNext: number | null,
): void {
  const { theme } = pen;
  const [x, y] = [(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2];
  const half = stance.hovered ? 7.5 : 6.5;
  if (state === "reached") pen.diamond(x, y, half, theme.ink1);
  else pen.diamond(x, y, half, state === "missed" ? theme.status.off : theme.ink1, theme.surface);
  if (state === "unmeasured") pen.text("?", x, y, { align: "center", colour: theme.ink2 });
  if (state === "missed") pen.status("off", x, y, 5);
  const room = toNext === null ? 260 : toNext * pen.zoom - 28;
  // Cut at the edge of the picture with a sign, never through a word.
  const seen = pen.size.w - 8 - (x + 13);
  // Its first word alone would tell nothing.
  const free = Math.min(room, seen, 260);
  if (free >= Math.min(TOLD, pen.width(title)))
    pen.text(title, x + 13, y, { room: free, colour: theme.ink2 });
}

export function drawCall(pen: Pen, b: Box, stance: Stance): void {
  const { theme, ctx } = pen;
  const [x, y] = [pen.crisp((b.x0 + b.x1) / 2), (b.y0 + b.y1) / 2];
  const top = y - (stance.hovered ? 9 : 8);
  const flag = (grow: number, colour: string): void => {
    ctx.beginPath();
    ctx.moveTo(x - 1 - grow, top - grow);
    ctx.lineTo(x + 10 + grow * 1.8, top + 4);
    ctx.lineTo(x + 0.5 + grow, top + 8 + grow);
    ctx.lineTo(x + 0.5 + grow, y + 9 + grow);
    ctx.lineTo(x - 1 - grow, y + 9 + grow);
    ctx.closePath();
    ctx.fillStyle = colour;
    ctx.fill();
  };
  // A rim of paper, so that it stands out from a bar of any colour.
  flag(1.25, theme.surface);
  flag(0, theme.ink1);
}

export function drawRowName(pen: Pen, at: Box, stance: Stance, title: string, standing: Status): void {
  const { theme } = pen;
  if (stance.hovered || stance.selected) pen.fill(at, theme.track, 0, 0.7);
  const tall = at.y1 - at.y0;
  if (tall < NAMELESS) return;
  const y = (at.y0 + at.y1) / 2;
  pen.status(standing, at.x0 + 18, y, 8);
  pen.text(title, at.x0 + 30, y, { size: tall < LOW ? 12 : 13, room: at.x1 - at.x0 - 42 });
}

export function drawGroupName(
  pen: Pen,
  at: Box,
  stance: Stance,
  title: string,
  kind: "objective" | "priority" | null,
  count: string,
): void {
  const { theme } = pen;
  if (stance.hovered || stance.selected) pen.fill(at, theme.track, 0, 0.7);
  const y = at.y0 + (at.y1 - at.y0) / 2;
  let x = at.x0 + 12;
  if (kind !== null) {
    const size = at.y1 - at.y0 < 14 ? 10 : 14;
    pen.glyph(kind, x, y - size / 2, size, theme.level[2]);
    x += 20;
  }
  const room = at.x1 - x - 12 - pen.width(count) - 10;
  const quiet = stance.hovered || stance.selected ? theme.ink2 : theme.ink3;
  pen.text(title, x, y, { size: at.y1 - at.y0 < LOW ? 12 : 13, strong: true, room });
  pen.text(count, at.x1 - 12, y, { align: "right", colour: quiet });
}

/** How long a day is on the screen. */
export function pixelsADay(zoom: number): number {
  return DAY * zoom;
}
