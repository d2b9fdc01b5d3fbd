/*
 * Lanes: a tint per level over the whole width, a hairline between them, and a title that stays at the left
 * edge of the view and sticks to its top while the lane is in sight.
 */
import { SLIM } from "../bands";
import { BAND_HEAD } from "../measures";
import type { Lane } from "../scene";
import type { Size, View } from "../view";
import { drawColumns, drawHeadings } from "./columns";
import { type Frame, snap } from "./frame";

const TITLE_X = 8;
const TITLE_H = 16;
/** A lane that is lower than this has no room for its name. */
const LEAST = 13;

export function drawLanes(f: Frame, lanes: readonly Lane[], size: Size): void {
  const { ctx, dpr, view, theme } = f;
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  ctx.fillStyle = theme.paper;
  ctx.fillRect(0, 0, size.w, size.h);
  if (f.columns) {
    drawColumns(f, lanes, size);
    return;
  }
  lanes.forEach((lane, n) => {
    // The outermost tints run on to the edge of the view: no bare strip above why or below ground.
    const top = n === 0 ? 0 : snap(lane.from * view.zoom + view.y, dpr);
    const bottom = n === lanes.length - 1 ? size.h : snap((lane.from + lane.depth) * view.zoom + view.y, dpr);
    if (bottom <= 0 || top >= size.h) return;
    ctx.fillStyle = theme.tint[lane.level];
    ctx.fillRect(0, top, size.w, bottom - top);
    if (n > 0) {
      ctx.fillStyle = theme.line;
      ctx.fillRect(0, top, size.w, 1);
    }
  });
}

/** Whether the question beside the name lies over no card: in a slim lane, or in the head of one that begins in sight. */
function isAsked({ said, from, depth, bands }: Lane, { y, zoom }: View): boolean {
  if (said === "") return false;
  if (depth <= SLIM) return true;
  const head = (bands[0]?.from ?? from) + BAND_HEAD - from;
  return from * zoom + y > -1 && head * zoom >= TITLE_H + 6;
}

/** So many pixels before an edge of the view would cut it a name begins to go, so that none jumps away, and none is cut. */
const GOING = { top: 5, foot: 3 };

/** Drawn over the cards, so that a lane is never nameless. */
export function drawLaneTitles(f: Frame, lanes: readonly Lane[], size: Size): void {
  if (f.columns) {
    drawHeadings(f, lanes, size);
    return;
  }
  const { ctx, dpr, view, theme, titles, texts } = f;
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  for (const [n, lane] of lanes.entries()) {
    const from = lane.from * view.zoom + view.y;
    const to = from + lane.depth * view.zoom;
    // As its tint does, the room of an outermost lane runs on to the edge of the view.
    const top = n === 0 ? Math.min(0, from) : from;
    const bottom = n === lanes.length - 1 ? Math.max(size.h, to) : to;
    if (bottom - top < LEAST || bottom <= 0) continue;
    const edge = Math.max(from, 0);
    const own = bottom - edge;
    // In a slim one the name stands in the middle; above the first there is room as well.
    const down = n === 0 && from > 0 ? Math.min(5, own - TITLE_H - 2) : Math.min(5, (own - TITLE_H) / 2);
    const y = snap(edge + down, dpr);
    const seen = Math.min(
      1,
      from < 0 ? (own - LEAST) / GOING.top + 1 : 1,
      (size.h - y - TITLE_H + 1) / GOING.foot,
    );
    if (seen <= 0) continue;
    const named = titles.width(lane.title);
    const said = isAsked(lane, view) ? texts.width(lane.said) + 10 : 0;
    const width = named + said;
    ctx.globalAlpha = 0.94 * seen;
    ctx.fillStyle = theme.tint[lane.level];
    ctx.beginPath();
    const ground = Math.max(y - 1, top);
    ctx.roundRect(TITLE_X - 4, ground, width + 22, Math.min(y + TITLE_H + 1, bottom) - ground, 4);
    ctx.fill();
    ctx.globalAlpha = seen;
    ctx.fillStyle = theme.level[lane.level];
    ctx.beginPath();
    ctx.roundRect(TITLE_X, y + 2, 3, 12, 1.5);
    ctx.fill();
    ctx.font = f.laneFont;
    ctx.fillStyle = theme.ink2;
    ctx.fillText(lane.title, TITLE_X + 9, y + 12.2);
    if (said > 0) {
      ctx.font = f.labelFont;
      ctx.fillStyle = theme.ink3;
      ctx.fillText(lane.said, TITLE_X + 19 + named, y + 12.2);
    }
  }
  ctx.globalAlpha = 1;
}
