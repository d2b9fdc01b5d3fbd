/*
 * What marks draw with: boxes, lines, text and the small marks of the visual language, in screen pixels and in the
 * colours of the theme. Text is never under 12 px and never cut without a sign; what has no room is left out.
 */

import type { Ctx } from "../draw/frame";
import { snap } from "../draw/frame";
import { drawGlyph, drawStatus, type Hatch } from "../draw/marks";
import { TYPE_MIN } from "../measures";
import type { CardKind, Status } from "../scene";
import type { Theme } from "../theme";
import type { Lines, TitleBreaker } from "../titles";
import type { Box, Size } from "../view";

export interface Lettering {
  readonly size?: 12 | 13 | 15 | 18 | 24;
  readonly strong?: boolean;
  readonly colour?: string;
  readonly align?: "left" | "center" | "right";
  /** The room it has, in pixels; longer text ends in "…". */
  readonly room?: number;
  /** Read upwards, turned about its beginning. */
  readonly upwards?: boolean;
}

export class Pen {
  readonly ctx: Ctx;
  readonly theme: Theme;
  readonly dpr: number;
  readonly zoom: number;
  /** Of the whole picture. */
  readonly size: Size;
  /** Where the top strip ends that nothing of the window lies over. */
  readonly free: number;
  /** Widths of strong text and of running text. */
  readonly titles: TitleBreaker;
  readonly texts: TitleBreaker;
  private readonly hatch: Hatch;
  /** Multiplies whatever else fades. */
  private base = 1;

  constructor(parts: {
    ctx: Ctx;
    theme: Theme;
    dpr: number;
    zoom: number;
    size: Size;
    free?: number;
    titles: TitleBreaker;
    texts: TitleBreaker;
    hatch: Hatch;
  }) {
    this.ctx = parts.ctx;
    this.theme = parts.theme;
    this.dpr = parts.dpr;
    this.zoom = parts.zoom;
    this.size = parts.size;
    this.free = parts.free ?? parts.size.w;
    this.titles = parts.titles;
    this.texts = parts.texts;
    this.hatch = parts.hatch;
  }

  /** Everything drawn inside is fainter. */
  faded(share: number, draw: () => void): void {
    const before = this.base;
    this.base = before * share;
    this.ctx.globalAlpha = this.base;
    draw();
    this.base = before;
    this.ctx.globalAlpha = before;
  }

  /** On whole device pixels, so that edges are crisp. */
  crisp(value: number): number {
    return snap(value, this.dpr);
  }

  private outline(b: Box, radius: number): void {
    const { ctx } = this;
    const [x, y] = [this.crisp(b.x0), this.crisp(b.y0)];
    const w = Math.max(1 / this.dpr, this.crisp(b.x1) - x);
    const h = Math.max(1 / this.dpr, this.crisp(b.y1) - y);
    ctx.beginPath();
    if (radius > 0) ctx.roundRect(x, y, w, h, Math.min(radius, w / 2, h / 2));
    else ctx.rect(x, y, w, h);
  }

  fill(b: Box, colour: string, radius = 0, share = 1): void {
    this.outline(b, radius);
    this.ctx.globalAlpha = this.base * share;
    this.ctx.fillStyle = colour;
    this.ctx.fill();
    this.ctx.globalAlpha = this.base;
  }

  /** A line along the inner edge of a box. */
  edge(b: Box, colour: string, radius = 0, width = 1, dash: readonly number[] = []): void {
    const { ctx } = this;
    const half = width / 2;
    const [x, y] = [this.crisp(b.x0) + half, this.crisp(b.y0) + half];
    ctx.beginPath();
    const [w, h] = [Math.max(0, this.crisp(b.x1) - half - x), Math.max(0, this.crisp(b.y1) - half - y)];
    ctx.roundRect(x, y, w, h, Math.max(0, Math.min(radius - half, w / 2, h / 2)));
    this.stroke(colour, width, dash);
  }

  private stroke(colour: string, width: number, dash: readonly number[]): void {
    const { ctx } = this;
    if (dash.length > 0) ctx.setLineDash([...dash]);
    ctx.lineWidth = width;
    ctx.strokeStyle = colour;
    ctx.stroke();
    if (dash.length > 0) ctx.setLineDash([]);
  }

  /** Hatching means unknown, and nothing else. */
  unknown(b: Box, radius = 0): void {
    this.outline(b, radius);
    this.ctx.fillStyle = this.hatch.pattern(this.ctx, this.theme.hatch, this.dpr);
    this.ctx.fill();
  }

  circle(x: number, y: number, r: number, colour: string, share = 1): void {
    this.ctx.beginPath();
    this.ctx.arc(x, y, r, 0, Math.PI * 2);
    this.ctx.globalAlpha = this.base * share;
    this.ctx.fillStyle = colour;
    this.ctx.fill();
    this.ctx.globalAlpha = this.base;
  }

  ring(x: number, y: number, r: number, colour: string, width = 1, dash: readonly number[] = []): void {
    this.ctx.beginPath();
    this.ctx.arc(x, y, r, 0, Math.PI * 2);
    this.stroke(colour, width, dash);
  }

  diamond(x: number, y: number, half: number, colour: string, hollow: string | null = null): void {
    const { ctx } = this;
    ctx.beginPath();
    ctx.moveTo(x, y - half);
    ctx.lineTo(x + half, y);
    ctx.lineTo(x, y + half);
    ctx.lineTo(x - half, y);
    ctx.closePath();
    ctx.fillStyle = hollow ?? colour;
    ctx.fill();
    if (hollow !== null) this.stroke(colour, 1.5, []);
  }

  /** Through points given as x, y, x, y …; corners are rounded by `radius`. */
  path(points: readonly number[], colour: string, width = 1, dash: readonly number[] = [], radius = 0): void {
    const { ctx } = this;
    ctx.beginPath();
    ctx.moveTo(points[0] ?? 0, points[1] ?? 0);
    for (let i = 2; i < points.length; i += 2) {
      const [x, y] = [points[i] ?? 0, points[i + 1] ?? 0];
      const last = i + 2 >= points.length;
      if (radius > 0 && !last) {
        const before = towards(x, y, points[i - 2] ?? x, points[i - 1] ?? y, radius);
        const after = towards(x, y, points[i + 2] ?? x, points[i + 3] ?? y, radius);
        ctx.lineTo(before.x, before.y);
        ctx.quadraticCurveTo(x, y, after.x, after.y);
      } else ctx.lineTo(x, y);
    }
    this.stroke(colour, width, dash);
  }

  /** A hairline of one pixel, upright or level, on whole pixels. */
  rule(x0: number, y0: number, x1: number, y1: number, colour: string): void {
    const { ctx } = this;
    ctx.fillStyle = colour;
    const thin = Math.max(1, Math.round(this.dpr)) / this.dpr;
    if (x0 === x1) ctx.fillRect(this.crisp(x0), y0, thin, y1 - y0);
    else ctx.fillRect(x0, this.crisp(y0), x1 - x0, thin);
  }

  /** A rule of a grid: under forced colours, where lines are as strong as text, it gives way to what is written over it. */
  grid(x0: number, y0: number, x1: number, y1: number, colour: string): void {
    this.faded(colour === this.theme.ink1 ? 0.25 : 1, () => this.rule(x0, y0, x1, y1, colour));
  }

  width(text: string, { size = TYPE_MIN, strong = false }: Lettering = {}): number {
    return ((strong ? this.titles : this.texts).width(text) * size) / 12;
  }

  /** One line, `y` at half its height. Gives the width drawn; zero when not even a word had room. */
  text(text: string, x: number, y: number, as: Lettering = {}): number {
    const { ctx, theme } = this;
    const { size = TYPE_MIN, strong = false, colour = theme.ink1, align = "left", room } = as;
    let shown = text;
    if (room !== undefined && this.width(text, as) > room) {
      shown = this.lines(text, room, 1, as)[0] ?? "";
      if (shown === "") return 0;
    }
    ctx.font = `${strong ? 550 : 400} ${size}px ${theme.font}`;
    ctx.fillStyle = colour;
    ctx.textAlign = align;
    if (as.upwards === true) {
      ctx.save();
      ctx.translate(x, y);
      ctx.rotate(-Math.PI / 2);
      ctx.fillText(shown, 0, size * 0.36);
      ctx.restore();
    } else ctx.fillText(shown, align === "left" ? this.crisp(x) : x, this.crisp(y + size * 0.36));
    ctx.textAlign = "left";
    return this.width(shown, as);
  }

  /** The lines of a text in a column, at most so many; none when not even the beginning of it has room. */
  lines(text: string, room: number, most: Lines, as: Lettering = {}): readonly string[] {
    const { size = TYPE_MIN, strong = false } = as;
    const broken = (strong ? this.titles : this.texts).lines(text, (room * 12) / size, most, true);
    const last = broken.lines[broken.lines.length - 1];
    if (last?.endsWith("…") === true) return broken.lines;
    const whole = broken.lines.join("").replace(/[\s\u00A0]/gu, "");
    if (broken.fits && whole.length >= text.replace(/[\s\u00A0]/gu, "").length) return broken.lines;
    // The sign did not fit behind the last whole word: letters leave until it does.
    const before = broken.lines.slice(0, -1);
    const cut = this.cut(last ?? text, room, as);
    return cut === "" ? [] : [...before, cut];
  }

  private cut(text: string, room: number, as: Lettering): string {
    const letters = Array.from(text);
    for (let n = letters.length; n >= 3; n -= 1) {
      const short = `${letters.slice(0, n).join("").trimEnd()}…`;
      if (this.width(short, as) <= room) return short;
    }
    return "";
  }

  status(status: Status, x: number, y: number, size: number): void {
    drawStatus(this.ctx, status, x, y, size, this.theme);
  }

  glyph(kind: CardKind, x: number, y: number, size: number, colour: string): void {
    drawGlyph(this.ctx, kind, x, y, size, colour);
  }
}

/** The point so far from a corner on the way to another; never beyond the middle of that way. */
function towards(x: number, y: number, tx: number, ty: number, far: number): { x: number; y: number } {
  const way = Math.hypot(tx - x, ty - y);
  const part = way === 0 ? 0 : Math.min(0.5, far / way);
  return { x: x + (tx - x) * part, y: y + (ty - y) * part };
}
