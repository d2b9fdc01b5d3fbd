/*
 * Notes on their papers: their words at full detail, fewer of them farther away, at last the paper alone. A comment is
 * tied to its card by a thin line; far away the card shows how many it has. Frames are thin outlines with a title.
 */
import { CARD_H, CARD_W, ZOOM_FULL, ZOOM_META, ZOOM_MIDDLE } from "../measures";
import { allLines, isComment, LEAD, noteType, seenLines } from "../notes/layout";
import type { SceneFrame, SceneNote } from "../scene";
import type { Stage } from "../stage";
import type { Box } from "../view";
import { DIM_FORCED } from "./cards";
import { type Frame, snap } from "./frame";
import { drawLock } from "./lock";

const FOLD = 10;
const DIM = 0.35;

/** `carried` says which of them: what is on the move or tied to a card that is, or the rest. */
export function drawNotes(stage: Stage, f: Frame, seen: Box, carried: boolean): void {
  const { space, words } = stage;
  const moved = space.movedCards;
  const near = f.view.zoom >= ZOOM_FULL;
  const counts = new Map<string, number>();
  for (let i = space.cardCount; i < space.ghostStart; i += 1) {
    const note = space.note(i);
    if (note === undefined) continue;
    const card = note.about === null ? -1 : (space.index.get(note.about) ?? -1);
    if ((moved.has(i) || moved.has(card)) !== carried) continue;
    if (note.about !== null && !near) {
      counts.set(note.about, (counts.get(note.about) ?? 0) + 1);
      continue;
    }
    if (near) drawTie(stage, f, i, note);
    if (!space.touches(i, seen)) continue;
    f.ctx.about?.(note.id, words.note(note.text, space.card(card)?.title ?? null, note.by, note.locked));
    drawSticky(stage, f, i, note);
  }
  f.ctx.about?.(null, "");
  if (f.view.zoom < ZOOM_MIDDLE) return;
  for (const [id, count] of counts) drawCount(stage, f, space.index.get(id) ?? -1, count);
}

function drawSticky(stage: Stage, f: Frame, i: number, note: SceneNote): void {
  const { ctx, dpr, view, theme } = f;
  const { space } = stage;
  const x = snap((space.x[i] ?? 0) * view.zoom + view.x, dpr);
  const y = snap((space.y[i] ?? 0) * view.zoom + view.y, dpr);
  const w = space.w(i) * view.zoom;
  const h = space.h(i) * view.zoom;
  const colours = theme.note[note.paper];
  ctx.setTransform(dpr, 0, 0, dpr, x * dpr, y * dpr);
  ctx.globalAlpha = 1;
  outline(f, w, h, isComment(note), 1.5);
  ctx.fillStyle = theme.shade;
  ctx.fill();
  outline(f, w, h, isComment(note), 0);
  ctx.fillStyle = colours.paper;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = colours.edge;
  ctx.stroke();
  if (stage.selection.has(note.id)) ring(f, w, h, 2);
  if (view.zoom < ZOOM_MIDDLE) return;
  const dimmed = f.focus > 0 && !stage.selection.has(note.id);
  ctx.globalAlpha = dimmed ? 1 - (1 - (f.theme.forced === true ? DIM_FORCED : DIM)) * f.focus : 1;
  words(f, note, w, h);
  if (note.locked) drawLock(f, w - 9 * Math.max(1, view.zoom), 9 * Math.max(1, view.zoom), colours.quiet);
  ctx.globalAlpha = 1;
}

/** A sheet with one corner turned up; a comment is a plain slip. */
function outline(f: Frame, w: number, h: number, slip: boolean, down: number): void {
  const { ctx } = f;
  const fold = slip ? 0 : Math.min(FOLD, w / 6);
  const r = slip ? Math.min(6, h / 3) : 2;
  ctx.beginPath();
  if (slip) {
    ctx.roundRect(0, down, w, h, r);
    return;
  }
  ctx.moveTo(r, down);
  ctx.lineTo(w - r, down);
  ctx.quadraticCurveTo(w, down, w, down + r);
  ctx.lineTo(w, down + h - fold);
  ctx.lineTo(w - fold, down + h);
  ctx.lineTo(r, down + h);
  ctx.quadraticCurveTo(0, down + h, 0, down + h - r);
  ctx.lineTo(0, down + r);
  ctx.quadraticCurveTo(0, down, r, down);
  ctx.closePath();
}

function words(f: Frame, note: SceneNote, w: number, h: number): void {
  const { ctx, view, theme, texts } = f;
  const { size, lead, pad } = noteType(view.zoom);
  const colours = theme.note[note.paper];
  const by = note.by !== "" && view.zoom >= ZOOM_FULL ? lead : 0;
  const room = { w: w - 2 * pad, h: h - 2 * pad - by };
  // Where the type is as large as the paper was measured for, every word has its place.
  const lines =
    view.zoom >= ZOOM_META ? allLines(note, texts) : seenLines(note.text, room, { size, lead, pad }, texts);
  ctx.font = `400 ${Math.round(size * 4) / 4}px ${theme.font}`;
  ctx.fillStyle = colours.ink;
  lines.forEach((line, n) => {
    ctx.fillText(line, pad, pad + n * lead + size * 0.86);
  });
  if (by === 0) return;
  const small = Math.max(12, 12 * view.zoom);
  const [said] = texts.lines(note.by, ((w - 2 * pad) * 12) / small, 1, true).lines;
  if (said === undefined) return;
  ctx.font = `400 ${Math.round(small * 4) / 4}px ${theme.font}`;
  ctx.fillStyle = colours.quiet;
  ctx.fillText(said, pad, h - pad * 0.8);
}

/** The ink ring of a note that is selected, or on which hover and keyboard are. */
export function ring(f: Frame, w: number, h: number, gap: number): void {
  const { ctx } = f;
  ctx.beginPath();
  ctx.roundRect(-gap, -gap, w + 2 * gap, h + 2 * gap, 4 + gap);
  ctx.lineWidth = 2;
  ctx.strokeStyle = f.theme.ink1;
  ctx.stroke();
}

export function drawNoteRing(stage: Stage, f: Frame, i: number): void {
  const { ctx, dpr, view } = f;
  const { space } = stage;
  const x = snap((space.x[i] ?? 0) * view.zoom + view.x, dpr);
  const y = snap((space.y[i] ?? 0) * view.zoom + view.y, dpr);
  ctx.setTransform(dpr, 0, 0, dpr, x * dpr, y * dpr);
  const outside = stage.selection.has(space.idOf(i) ?? "");
  ring(f, space.w(i) * view.zoom, space.h(i) * view.zoom, outside ? 6 : 1);
}

/** From the middle of a comment to its card, below both. */
function drawTie(stage: Stage, f: Frame, i: number, note: SceneNote): void {
  if (note.about === null) return;
  const { space } = stage;
  const card = space.index.get(note.about);
  if (card === undefined) return;
  const { ctx, dpr, view, theme } = f;
  const a = space.boxOf(i);
  const b = space.boxOf(card);
  const from = { x: clamp((b.x0 + b.x1) / 2, a.x0 + 8, a.x1 - 8), y: clamp((b.y0 + b.y1) / 2, a.y0, a.y1) };
  const to = { x: clamp(from.x, b.x0 + 8, b.x1 - 8), y: clamp(from.y, b.y0, b.y1) };
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  ctx.strokeStyle = theme.ink3;
  ctx.lineWidth = 1.25;
  ctx.beginPath();
  ctx.moveTo(from.x * view.zoom + view.x, from.y * view.zoom + view.y);
  ctx.lineTo(to.x * view.zoom + view.x, to.y * view.zoom + view.y);
  ctx.stroke();
  ctx.beginPath();
  ctx.arc(to.x * view.zoom + view.x, to.y * view.zoom + view.y, 2.5, 0, Math.PI * 2);
  ctx.fillStyle = theme.ink3;
  ctx.fill();
}

/** How many comments a card has, on a small paper over its lower edge. */
function drawCount(stage: Stage, f: Frame, i: number, count: number): void {
  const { space } = stage;
  if (i < 0) return;
  const { ctx, dpr, view, theme, titles } = f;
  const text = stage.words.number(count);
  const w = titles.width(text) + 10;
  const x = snap(((space.x[i] ?? 0) + CARD_W) * view.zoom + view.x - w - 6, dpr);
  const y = snap(((space.y[i] ?? 0) + CARD_H) * view.zoom + view.y - 9, dpr);
  ctx.setTransform(dpr, 0, 0, dpr, x * dpr, y * dpr);
  ctx.beginPath();
  ctx.roundRect(0.5, 0.5, w, 16, 4);
  ctx.fillStyle = theme.note.sand.paper;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = theme.note.sand.edge;
  ctx.stroke();
  ctx.font = f.laneFont;
  ctx.fillStyle = theme.note.sand.ink;
  ctx.fillText(text, 5.5, 12.8);
}

/** The outlines of frames lie under everything, their titles over it. */
export function drawFrames(stage: Stage, f: Frame): void {
  const { ctx, dpr, theme } = f;
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  eachFrame(stage, f, (_, x, y, w, h) => {
    ctx.lineWidth = 1;
    ctx.strokeStyle = theme.ink3;
    ctx.beginPath();
    ctx.roundRect(x + 0.5, y + 0.5, w, h, 4);
    ctx.stroke();
  });
}

export function drawFrameTitles(stage: Stage, f: Frame): void {
  const { ctx, dpr, theme, titles } = f;
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  eachFrame(stage, f, (frame, x, y, w, h) => {
    const [title] = titles.lines(frame.title, w - 12, 1, true).lines;
    if (title === undefined || h < LEAD) return;
    const wide = titles.width(title) + 12;
    ctx.beginPath();
    ctx.roundRect(x + 0.5, y - 19, wide, 18, 4);
    ctx.fillStyle = theme.surface;
    ctx.fill();
    ctx.lineWidth = 1;
    ctx.strokeStyle = theme.ink3;
    ctx.stroke();
    ctx.font = f.laneFont;
    ctx.fillStyle = theme.ink2;
    ctx.fillText(title, x + 6.5, y - 6);
  });
}

/** The frames in sight of a picture. On the screen they are elements that can be taken hold of (`frames/layer.ts`). */
function eachFrame(
  stage: Stage,
  { ctx, view, dpr }: Frame,
  draw: (frame: SceneFrame, x: number, y: number, w: number, h: number) => void,
): void {
  if (ctx.about === undefined) return;
  for (const frame of stage.space.scene.frames) {
    const x = snap(frame.x * view.zoom + view.x, dpr);
    const y = snap(frame.y * view.zoom + view.y, dpr);
    const w = frame.width * view.zoom;
    const h = frame.height * view.zoom;
    if (x > stage.size.w || y - 20 > stage.size.h || x + w < 0 || y + h < 0) continue;
    draw(frame, x, y, w, h);
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
