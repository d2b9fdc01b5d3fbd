/*
 * Drawing one card at the zoom of the frame: paper, level edge, title, owner and grade, the two bars,
 * status shapes, finding mark. Below middle zoom no single card is drawn.
 * Dimming fades content, never paper: beside a lit line for as long as it is lit, behind a filter wholly.
 */
import { CARD_W } from "../measures";
import { NO_TONE } from "../overlay/overlay";
import type { Bar, SceneCard } from "../scene";
import { type Broken, isCut } from "../titles";
import { type Ctx, type Frame, LEAD_TIGHT, snap } from "./frame";
import { drawCardLock } from "./lock";
import { drawDiamond, drawGlyph, drawStatus } from "./marks";
import { drawEdge, drawTone } from "./stripe";

/** How a card stands out. */
export type Stance = "rest" | "dim" | "out" | "lit" | "selected";

const DIM_CONTENT = 0.3;
/** Who asked for strong colours can still read what is beside the line. */
export const DIM_FORCED = 0.62;
const DIM_MARK = 0.34;

export function drawCard(
  f: Frame,
  card: SceneCard,
  wx: number,
  wy: number,
  stance: Stance,
  tone: number,
): void {
  const { ctx, view, dpr, detail } = f;
  const x = snap(wx * view.zoom + view.x, dpr);
  const y = snap(wy * view.zoom + view.y, dpr);
  ctx.setTransform(dpr, 0, 0, dpr, x * dpr, y * dpr);
  const dimmed = stance === "out" ? 1 : stance === "dim" ? f.focus : 0;
  const content = 1 - (1 - (f.theme.forced === true ? DIM_FORCED : DIM_CONTENT)) * dimmed;
  if (detail.card <= 0) return;
  ctx.globalAlpha = detail.card;
  paper(f, stance);
  ctx.globalAlpha = content * detail.card;
  if (f.overlaid && tone !== NO_TONE) drawTone(f, tone);
  else drawEdge(f, card.level);
  title(f, card);
  const alpha = ctx.globalAlpha;
  if (detail.meta > 0) {
    ctx.globalAlpha = alpha * detail.meta;
    meta(f, card);
    ctx.globalAlpha = alpha;
  }
  bars(f, card, alpha);
  badge(f, card, (1 - (1 - DIM_MARK) * dimmed) * detail.card);
  if (card.locked) {
    ctx.globalAlpha = detail.card;
    drawCardLock(f);
  }
  ctx.globalAlpha = 1;
}

function badge(f: Frame, card: SceneCard, alpha: number): void {
  if (card.badge === null) return;
  const small = f.shape.h < 40;
  f.ctx.globalAlpha = alpha;
  drawDiamond(f.ctx, card.badge, f.shape.w - (small ? 1 : 2), 1, small, f.markFont, f.theme);
}

/** The ink ring of hover and keyboard focus; `outside` leaves room for the ring of a selected card. */
export function drawRing(
  f: Frame,
  wx: number,
  wy: number,
  card: SceneCard | undefined,
  outside: boolean,
): void {
  const { ctx, view, dpr, shape } = f;
  ctx.setTransform(
    dpr,
    0,
    0,
    dpr,
    snap(wx * view.zoom + view.x, dpr) * dpr,
    snap(wy * view.zoom + view.y, dpr) * dpr,
  );
  ctx.beginPath();
  const gap = outside ? 5 : 1;
  ctx.roundRect(-gap, -gap, shape.w + 2 * gap, shape.h + 2 * gap, shape.radius + gap);
  ctx.lineWidth = 2;
  ctx.strokeStyle = f.theme.ink1;
  ctx.stroke();
  // The finding mark lies on the corner of the ring, not under it.
  if (card !== undefined && f.detail.card > 0) badge(f, card, 1);
  ctx.globalAlpha = 1;
}

function paper(f: Frame, stance: Stance): void {
  const { ctx, shape, theme } = f;
  const { w, h, radius } = shape;
  const alpha = ctx.globalAlpha;
  if (stance === "selected") {
    ctx.save();
    ctx.beginPath();
    ctx.roundRect(-5, -5, w + 10, h + 10, radius + 5);
    ctx.shadowColor = theme.shade;
    ctx.shadowBlur = 24 * f.dpr;
    ctx.shadowOffsetY = 8 * f.dpr;
    ctx.fillStyle = theme.surface;
    ctx.fill();
    ctx.restore();
    ctx.beginPath();
    ctx.roundRect(-7, -7, w + 14, h + 14, radius + 7);
    ctx.fillStyle = theme.surface;
    ctx.globalAlpha = alpha * 0.55;
    ctx.fill();
    ctx.globalAlpha = alpha;
    ctx.fillStyle = theme.threadSoft;
    ctx.fill();
  } else if (stance !== "dim" && stance !== "out" && f.detail.bars > 0) {
    // Only the part that the paper does not cover; as thin as it is, nobody sees whether its ends are round.
    ctx.fillStyle = theme.shade;
    ctx.fillRect(radius, h, w - 2 * radius, 1.25);
  }
  ctx.beginPath();
  ctx.roundRect(-0.5, -0.5, w + 1, h + 1, radius + 0.5);
  ctx.fillStyle = theme.surface;
  ctx.fill();
  ctx.lineWidth = 1;
  ctx.strokeStyle = theme.line;
  ctx.stroke();
  if (stance === "lit" || stance === "selected") {
    const width = stance === "selected" ? 2 : 1.5;
    ctx.globalAlpha = stance === "selected" ? alpha : alpha * f.focus;
    ctx.beginPath();
    ctx.roundRect(-width / 2, -width / 2, w + width, h + width, radius + width / 2);
    ctx.lineWidth = width;
    ctx.strokeStyle = theme.thread;
    ctx.stroke();
    ctx.globalAlpha = alpha;
  }
}

function title(f: Frame, card: SceneCard): void {
  const { ctx, shape, theme } = f;
  let [size, lead, font] = [shape.titleSize, shape.titleLead, f.titleFont];
  let broken = brokenAt(f, card, size);
  // A room takes words that are smaller before it takes half a name.
  if (shape.plainSize < size && isCut(broken)) {
    [size, lead, font] = [shape.plainSize, shape.plainLead, f.plainFont];
    broken = brokenAt(f, card, size);
  }
  if (shape.smallSize !== null && isCut(broken)) {
    [size, font] = [shape.smallSize, f.smallFont];
    broken = brokenAt(f, card, size, 4);
  }
  if (!broken.fits) return;
  ctx.font = font;
  ctx.fillStyle = theme.ink1;
  const lines = broken.lines;
  const fills = shape.tight || lines.length > 2;
  if (fills) lead = Math.min(lead, (LEAD_TIGHT * size) / 12, (shape.h - 1) / lines.length);
  const base = lead / 2 + size * 0.36;
  const top = fills ? (shape.h - lines.length * lead) / 2 : shape.top;
  for (let i = 0; i < lines.length; i += 1) {
    ctx.fillText(lines[i] ?? "", shape.left, top + i * lead + base);
  }
}

function brokenAt(f: Frame, card: SceneCard, size: number, most: 3 | 4 = 3): Broken {
  const { shape, detail, titles } = f;
  // Until the bars are there, the state stands to the right of the title.
  const aside = detail.bars < 0.5 && shape.mark > 0 ? shape.mark + 3 : 0;
  const column = ((shape.w - shape.left - shape.right - aside) * 12) / size;
  if (detail.bars >= 0.5) return titles.lines(card.shown, column, shape.titleLines === 1 ? 1 : 2, false);
  if (shape.titleLines < 3) return titles.afar(card.shown, column, shape.titleLines);
  return titles.lines(card.shown, column, most, false);
}

/** Whether a card tells all of its name at this zoom. */
export function isTold(f: Frame, card: SceneCard): boolean {
  const { plainSize, smallSize } = f.shape;
  const broken = smallSize === null ? brokenAt(f, card, plainSize) : brokenAt(f, card, smallSize, 4);
  return broken.fits && !isCut(broken);
}

function meta(f: Frame, card: SceneCard): void {
  const { ctx, shape, theme, titles, texts } = f;
  const size = shape.metaSize;
  const scale = size / 12;
  const base = shape.metaY + size * 0.36;
  const glyph = size >= 12.5 || shape.w >= CARD_W * 0.95 ? 14 * Math.max(1, shape.w / CARD_W) : 12;
  drawGlyph(ctx, card.kind, shape.left, shape.metaY - glyph / 2, glyph, theme.level[card.level]);
  let x = shape.left + glyph + 6 * scale;
  let end = shape.w - shape.right;
  // A room has nobody to say what E3 is.
  if (card.grade !== null && (theme.unit ?? 1) === 1) {
    ctx.font = f.gradeFont;
    ctx.fillStyle = theme.ink3;
    ctx.textAlign = "right";
    ctx.fillText(card.grade, end, base);
    ctx.textAlign = "left";
    end -= titles.width(card.grade) * scale + 8;
  }
  ctx.font = f.metaFont;
  if (card.missing !== null) {
    ctx.fillStyle = theme.status.off;
    x = run(f, card.missing, x, base, end, scale);
  }
  ctx.fillStyle = theme.ink3;
  let first = card.missing === null;
  for (const part of card.meta) {
    // A part that does not fit leaves whole, with its dot: "4.1" without its unit would be a lie.
    if (!first && x + (texts.width(part) + texts.width(DOT)) * scale > end) break;
    if (!first) x = run(f, DOT, x, base, end, scale);
    x = run(f, part, x, base, end, scale);
    first = false;
  }
}

const DOT = "\u00A0· ";

/** Draws as much of a text as fits, whole words only; returns where it ended. */
function run(f: Frame, text: string, x: number, y: number, end: number, scale: number): number {
  const width = f.texts.width(text) * scale;
  if (x + width <= end) {
    f.ctx.fillText(text, x, y);
    return x + width;
  }
  const cut = f.texts.lines(text, (end - x) / scale, 1, true);
  if (cut.fits) f.ctx.fillText(cut.lines[0] ?? "", x, y);
  return end;
}

function bars(f: Frame, card: SceneCard, alpha: number): void {
  const { ctx, shape, detail, theme } = f;
  if (shape.mark === 0) return;
  const end = shape.w - shape.right;
  const marks = end - shape.mark / 2;
  // Without bars the two shapes stand in the middle of the height, further apart than the bars would let them.
  const apart = shape.mark + 3;
  const spread = 1 - detail.bars;
  const y1 = shape.bar1 + ((shape.h - apart) / 2 - shape.bar1) * spread;
  const y2 = shape.bar2 + ((shape.h + apart) / 2 - shape.bar2) * spread;
  drawStatus(ctx, card.delivery.status, marks, y1, shape.mark, theme);
  drawStatus(ctx, card.outcome.status, marks, y2, shape.mark, theme);
  if (detail.bars <= 0) return;
  ctx.globalAlpha = alpha * detail.bars;
  const width = end - shape.mark - 7 - shape.left;
  bar(f, card.delivery, shape.left, shape.bar1 - shape.barH / 2, width);
  bar(f, card.outcome, shape.left, shape.bar2 - shape.barH / 2, width);
  ctx.globalAlpha = alpha;
}

/** Device pixels of height from which one sees that the ends of a bar are round; straight ones are painted in a fifth of the time. */
const ROUND = 4;

/** One bar: filled part, track behind the rest; hatched and outlined where nothing was measured. */
function bar(f: Frame, value: Bar, x: number, y: number, width: number): void {
  const { ctx, theme } = f;
  const h = f.shape.barH;
  const r = h / 2;
  if (h * f.dpr < ROUND && ctx.about === undefined) {
    thinBar(f, value, x, y, width);
    return;
  }
  if (value.fraction === null) {
    ctx.beginPath();
    ctx.roundRect(x, y, width, h, r);
    ctx.fillStyle = f.hatch.pattern(ctx, theme.hatch, f.dpr);
    ctx.fill();
    ctx.lineWidth = 0.5;
    ctx.strokeStyle = theme.line2;
    ctx.stroke();
    return;
  }
  const filled = Math.max(0, Math.min(1, value.fraction)) * width;
  // The track is drawn only where it shows, so that a dimmed bar does not double its ink.
  track(ctx, x, y, width, h, filled, theme.track);
  if (filled <= 0) return;
  ctx.beginPath();
  ctx.roundRect(x, y, Math.max(filled, h), h, r);
  ctx.fillStyle = theme.bar[value.status];
  ctx.fill();
}

function thinBar(f: Frame, value: Bar, x: number, y: number, width: number): void {
  const { ctx, theme } = f;
  const h = f.shape.barH;
  if (value.fraction === null) {
    ctx.fillStyle = f.hatch.pattern(ctx, theme.hatch, f.dpr);
    ctx.fillRect(x, y, width, h);
    ctx.lineWidth = 0.5;
    ctx.strokeStyle = theme.line2;
    ctx.strokeRect(x, y, width, h);
    return;
  }
  const share = Math.max(0, Math.min(1, value.fraction)) * width;
  const filled = share > 0 ? Math.max(share, h) : 0;
  ctx.fillStyle = theme.track;
  if (filled < width) ctx.fillRect(x + filled, y, width - filled, h);
  ctx.fillStyle = theme.bar[value.status];
  if (filled > 0) ctx.fillRect(x, y, filled, h);
}

function track(
  ctx: Ctx,
  x: number,
  y: number,
  width: number,
  h: number,
  filled: number,
  colour: string,
): void {
  const start = x + Math.max(0, filled - h);
  if (start >= x + width - 1) return;
  ctx.beginPath();
  const r = h / 2;
  if (filled > h) ctx.roundRect(start + r, y, width - (start - x) - r, h, [0, r, r, 0]);
  else ctx.roundRect(start, y, width - (start - x), h, r);
  ctx.fillStyle = colour;
  ctx.fill();
}
