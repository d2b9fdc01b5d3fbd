/*
 * Bands that stand side by side: a tint per level over the whole height, a hairline between them, and a heading that
 * stays at the top of the view: the question of the column, and the kind that answers it.
 */
import type { Lane } from "../scene";
import type { Size } from "../view";
import { type Frame, snap } from "./frame";
import { drawGlyph } from "./marks";

/** Height of the headings on the screen. */
export const HEADING = 48;
const PAD = 10;
/** At the sides of a column that is hardly wider than its word. */
const CLOSE = 6;
/** Room of the button that turns the columns round, at the right. */
const BUTTON = 44;

export function drawColumns(f: Frame, lanes: readonly Lane[], size: Size): void {
  const { ctx, theme } = f;
  eachColumn(f, lanes, size, (lane, left, right, n) => {
    ctx.fillStyle = theme.tint[lane.level];
    ctx.fillRect(left, 0, right - left, size.h);
    if (n === 0) return;
    ctx.fillStyle = theme.line;
    ctx.fillRect(left, 0, 1, size.h);
  });
}

/** Drawn over the cards, so that a column is never nameless. */
export function drawHeadings(f: Frame, lanes: readonly Lane[], size: Size): void {
  const { ctx, dpr, view, theme, titles, texts } = f;
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  eachColumn(f, lanes, size, (lane, left, right, n) => {
    ctx.fillStyle = theme.tint[lane.level];
    ctx.fillRect(left, 0, right - left, HEADING);
    ctx.fillStyle = theme.line;
    if (n > 0) ctx.fillRect(left, 0, 1, HEADING);
  });
  ctx.fillStyle = theme.line2;
  ctx.fillRect(0, HEADING, size.w, 1);
  for (const lane of lanes) {
    const from = Math.max(0, lane.from * view.zoom + view.x);
    const to = Math.min(size.w - BUTTON, (lane.from + lane.depth) * view.zoom + view.x);
    const room = to - from - 2 * PAD - 9;
    if (to - from < 2 * CLOSE + 14) continue;
    // Where the question has no room the kind alone names the column.
    const [asked] = titles.lines(lane.title, room, 1, true).lines;
    const isWhole = asked === lane.title;
    const [kind] = (isWhole ? texts : titles).lines(lane.said, room, 1, true).lines;
    if (kind !== lane.said) {
      drawSlim(f, lane, from, to);
      continue;
    }
    const x = snap(from + PAD, dpr);
    ctx.fillStyle = theme.level[lane.level];
    ctx.beginPath();
    ctx.roundRect(x, 10, 3, 29, 1.5);
    ctx.fill();
    ctx.font = f.laneFont;
    ctx.fillStyle = theme.ink1;
    if (isWhole) ctx.fillText(asked, x + 10, 21.5);
    if (isWhole) {
      ctx.font = f.labelFont;
      ctx.fillStyle = theme.ink2;
    }
    ctx.fillText(kind, x + 10, isWhole ? 37.5 : 29);
  }
}

/** A column that has no room for its kind beside the stripe has the sign above the word, each as far as there is room. */
function drawSlim(f: Frame, lane: Lane, from: number, to: number): void {
  const { ctx, theme, texts } = f;
  const x = snap(from + CLOSE, f.dpr);
  const isNamed = texts.width(lane.said) <= to - from - 2 * CLOSE;
  const sign = lane.bands[0]?.kind;
  if (sign !== undefined) drawGlyph(ctx, sign, x, isNamed ? 8 : 17, 14, theme.level[lane.level]);
  if (!isNamed) return;
  ctx.font = f.labelFont;
  ctx.fillStyle = theme.ink1;
  ctx.fillText(lane.said, x, 38.5);
}

/** The outermost columns run on to the edge of the view. */
function eachColumn(
  f: Frame,
  lanes: readonly Lane[],
  size: Size,
  draw: (lane: Lane, left: number, right: number, n: number) => void,
): void {
  const { dpr, view } = f;
  lanes.forEach((lane, n) => {
    const left = n === 0 ? 0 : snap(lane.from * view.zoom + view.x, dpr);
    const right = n === lanes.length - 1 ? size.w : snap((lane.from + lane.depth) * view.zoom + view.x, dpr);
    if (right > 0 && left < size.w) draw(lane, left, right, n);
  });
}
