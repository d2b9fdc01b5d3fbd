/*
 * Small marks of the visual language: kind glyphs, status shapes, the finding diamond, hatching.
 * Each draws at the current origin of the context; hatching means unknown and nothing else.
 */
import { GLYPHS } from "../../kit/glyphs";
import type { Badge, CardKind, Status } from "../scene";
import type { Theme } from "../theme";
import type { Ctx } from "./frame";
import { outlineOf } from "./outlines";

interface Glyph {
  readonly path: Path2D;
  readonly dot: Path2D | null;
  readonly weight: number;
}

const glyphs = new Map<CardKind, Glyph>();

function glyphOf(kind: CardKind): Glyph {
  let glyph = glyphs.get(kind);
  if (glyph === undefined) {
    const o: { d: string; dot?: string; weight?: number } = GLYPHS[kind];
    glyph = { path: outlineOf(o.d), dot: o.dot ? outlineOf(o.dot) : null, weight: o.weight ?? 1.3 };
    glyphs.set(kind, glyph);
  }
  return glyph;
}

/** Draws a kind's glyph with its top left corner at x, y. */
export function drawGlyph(
  ctx: Ctx,
  kind: CardKind,
  x: number,
  y: number,
  size: number,
  colour: string,
): void {
  const glyph = glyphOf(kind);
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(size / 14, size / 14);
  ctx.lineWidth = glyph.weight;
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.strokeStyle = colour;
  ctx.stroke(glyph.path);
  if (glyph.dot !== null) {
    ctx.fillStyle = colour;
    ctx.fill(glyph.dot);
  }
  ctx.restore();
}

/** The status shape centred at x, y: circle, triangle, square or open circle; never colour alone. */
export function drawStatus(ctx: Ctx, status: Status, x: number, y: number, size: number, theme: Theme): void {
  const r = size / 2;
  const colour = theme.status[status];
  ctx.beginPath();
  if (status === "unknown") {
    ctx.arc(x, y, r * 0.8, 0, Math.PI * 2);
    ctx.lineWidth = 1.1;
    ctx.strokeStyle = colour;
    ctx.stroke();
    return;
  }
  if (status === "ok") ctx.arc(x, y, r * 0.9, 0, Math.PI * 2);
  else if (status === "off") ctx.rect(x - r * 0.875, y - r * 0.875, r * 1.75, r * 1.75);
  else {
    ctx.moveTo(x, y - r * 0.93);
    ctx.lineTo(x + r, y + r * 0.87);
    ctx.lineTo(x - r, y + r * 0.87);
    ctx.closePath();
  }
  ctx.fillStyle = colour;
  ctx.fill();
}

/** Half of the diagonal of the finding mark with a count inside. */
export const DIAMOND = 9.6;
/** How far the edge behind a shared mark looks out at the right. */
const BEHIND = 3;

/**
 * The finding mark centred at x, y. Without room for its count (`small`) it is a plain diamond. What many cards share is
 * an outline with the edge of another behind it: a list with one cause must not be a field of red.
 */
export function drawDiamond(
  ctx: Ctx,
  badge: Badge,
  x: number,
  y: number,
  small: boolean,
  font: string,
  theme: Theme,
): void {
  const shared = badge.shared === true;
  const half = small ? (shared ? 3.6 : 5) : DIAMOND;
  const round = small ? 1 : 1.9;
  const colour = shared ? theme.ink3 : theme.severity[badge.severity];
  ctx.beginPath();
  ctx.moveTo(x - round, y - half + round);
  ctx.quadraticCurveTo(x, y - half, x + round, y - half + round);
  ctx.lineTo(x + half - round, y - round);
  ctx.quadraticCurveTo(x + half, y, x + half - round, y + round);
  ctx.lineTo(x + round, y + half - round);
  ctx.quadraticCurveTo(x, y + half, x - round, y + half - round);
  ctx.lineTo(x - half + round, y + round);
  ctx.quadraticCurveTo(x - half, y, x - half + round, y - round);
  ctx.closePath();
  const hollow = shared || badge.severity === "low";
  ctx.fillStyle = hollow ? theme.surface : colour;
  ctx.fill();
  if (hollow) {
    ctx.lineWidth = 1.4;
    ctx.strokeStyle = colour;
    ctx.stroke();
  }
  if (shared && !small) {
    ctx.beginPath();
    ctx.moveTo(x + BEHIND, y - half + round);
    ctx.lineTo(x + half + BEHIND - round, y);
    ctx.lineTo(x + BEHIND, y + half - round);
    ctx.stroke();
  }
  if (small) return;
  ctx.font = font;
  ctx.textAlign = "center";
  ctx.fillStyle = hollow ? colour : theme.onSeverity;
  ctx.fillText(badge.count > 9 ? "9+" : String(badge.count), x, y + 4.2);
  ctx.textAlign = "left";
}

/** Diagonal hatching as a pattern, made once per device pixel ratio and theme. */
export class Hatch {
  private readonly made = new Map<string, CanvasPattern>();

  /** A pattern in CSS pixels that starts at the context's current origin. */
  pattern(ctx: Ctx, colour: string, dpr: number): CanvasPattern | string {
    if (ctx.hatching !== undefined) return ctx.hatching(colour);
    const key = `${colour}@${dpr}`;
    let pattern = this.made.get(key) ?? null;
    if (pattern === null) {
      const cell = Math.max(4, Math.round(4 * dpr));
      const tile =
        typeof OffscreenCanvas === "undefined"
          ? Object.assign(document.createElement("canvas"), { width: cell, height: cell })
          : new OffscreenCanvas(cell, cell);
      const t = tile.getContext("2d") as OffscreenCanvasRenderingContext2D | null;
      if (t === null) return colour;
      t.strokeStyle = colour;
      t.lineWidth = dpr;
      t.beginPath();
      for (const shift of [-cell, 0, cell]) {
        t.moveTo(shift - 1, cell + 1);
        t.lineTo(shift + cell + 1, -1);
      }
      t.stroke();
      pattern = ctx.createPattern(tile, "repeat");
      if (pattern === null) return colour;
      pattern.setTransform(new DOMMatrix([1 / dpr, 0, 0, 1 / dpr, 0, 0]));
      this.made.set(key, pattern);
    }
    return pattern;
  }

  clear(): void {
    this.made.clear();
  }
}
