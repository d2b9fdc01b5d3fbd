/*
 * Everything that lies under the cards as plain numbers: curves of links with their looks. The same sheet is painted directly on this thread or by the worker into a picture.
 * Never more than 64 curves in one stroke: longer paths cost more than their parts.
 */
import { newCurve } from "../geometry";
import { ZOOM_MIDDLE } from "../measures";
import type { SceneLink } from "../scene";
import type { Space } from "../space";
import type { Box } from "../view";
import type { Ctx } from "./frame";

export interface Sheet {
  /** Eight numbers a link. */
  readonly curves: Float32Array;
  /** Two numbers a link: width and opacity step, and flags. */
  readonly looks: Uint8Array;
  /** Links ordered by look, so that neighbours share a stroke. */
  readonly order: Uint32Array;
}

export const DASHED = 1;
export const DOTTED = 2;
export const CROSSED = 4;
const PLAIN = 8;

export const WIDTHS = [1, 1, 1.4, 2, 2.8, 3.6] as const;
export const OPACITY = [0.3, 0.38, 0.47, 0.56, 0.65, 0.75] as const;
export const DASH: readonly number[] = [5, 4];
export const DOTS: readonly number[] = [0.1, 6];
export const STROKE_LIMIT = 64;
/** As many links in sight are drawn at full strength; a thicket must not shout louder than its cards. */
const CALM_COUNT = 220;
/** While so much more or fewer come into sight they keep their strength, or all would flicker as the view shifts. */
const ALIKE = 1.25;
/**
 * Beyond this many painted at once a link is a hairline, and the wider it would be the stronger: painted in a tenth of the time, and calmer.
 * Dashes cannot be told apart then and would cost most of all.
 */
const THICKET = 600;
/** Device pixels. A line of one pixel or more is painted as a surface, with the seams of its curve worked out. */
const HAIRLINE = 0.99;

/** How to paint: where the paper lies and in which colours. */
export interface Brush {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  /** Device pixels per CSS pixel of the surface painted on. */
  readonly scale: number;
  readonly ink: string;
}

/** Width on screen: as designed at the reference zoom of 0.8, thinner far away, hardly thicker near. */
export function widthAt(base: number, zoom: number): number {
  return Math.max(0.75, base * Math.min(1.35, Math.max(0.5, zoom / 0.8)));
}

export function baseWidth(link: SceneLink): number {
  return link.kind === "contribution" && !link.proposed ? WIDTHS[link.strength] : 1;
}

export function sheetOf(space: Space): Sheet {
  const { links } = space.scene;
  const curves = new Float32Array(links.length * 8);
  const looks = new Uint8Array(links.length * 2);
  const curve = newCurve();
  links.forEach((link, i) => {
    if ((space.from[i] ?? -1) < 0 || (space.to[i] ?? -1) < 0) {
      curves.fill(Number.NaN, i * 8, i * 8 + 8);
      return;
    }
    space.curve(curve, i);
    curves.set(curve, i * 8);
    const own = link.kind === "contribution";
    looks[i * 2] = (own && !link.proposed ? link.strength : 0) * 8 + (own ? link.confidence : 2);
    looks[i * 2 + 1] =
      (link.leap ? DOTTED : link.proposed ? DASHED : 0) |
      (link.negative || link.kind === "conflicts_with" ? CROSSED : 0) |
      (own ? 0 : PLAIN);
  });
  const key = (i: number): number => (looks[i * 2 + 1] ?? 0) * 256 + (looks[i * 2] ?? 0);
  const order = Uint32Array.from(links.keys()).sort((a, b) => key(a) - key(b) || a - b);
  return { curves, looks, order };
}

/** Paints the links that touch `seen` and are not hidden. */
export function paintLinks(
  ctx: Ctx,
  sheet: Sheet,
  hidden: Uint8Array,
  seen: Box,
  brush: Brush,
  /** Factor on every opacity: what is beside the lit line fades. */
  fade = 1,
  /** How many links somebody sees at once, where that is not how many are painted. */
  seenAtOnce: number | null = null,
): void {
  const { curves, looks, order } = sheet;
  const { zoom, scale } = brush;
  const shown: number[] = [];
  for (const i of order) if (hidden[i] !== 1 && touches(curves, i * 8, seen)) shown.push(i);
  const far = zoom < ZOOM_MIDDLE;
  const crowd = seenAtOnce ?? shown.length;
  const isThicket = far || crowd > THICKET;
  const quiet =
    fade *
    (far
      ? Math.max(0.16, Math.min(0.5, 90 / (crowd + 1) + 0.14))
      : Math.max(0.3, Math.min(1, CALM_COUNT / Math.max(1, crowd))));
  ctx.setTransform(scale * zoom, 0, 0, scale * zoom, brush.x * scale, brush.y * scale);
  ctx.lineCap = "round";
  ctx.strokeStyle = brush.ink;
  ctx.globalAlpha = quiet;
  ctx.lineWidth = HAIRLINE / (zoom * scale);
  ctx.setLineDash([]);
  // Surfaces are painted fastest one by one, hairlines in one go, and a picture is smaller with few paths.
  const most = isThicket || ctx.about !== undefined ? STROKE_LIMIT : 1;
  let last = -1;
  let count = 0;
  ctx.beginPath();
  for (const i of shown) {
    const look = (looks[i * 2 + 1] ?? 0) * 256 + (looks[i * 2] ?? 0);
    if (count === most || (!far && look !== last)) {
      if (count > 0) ctx.stroke();
      ctx.beginPath();
      count = 0;
    }
    if (!far && look !== last) {
      dress(ctx, looks[i * 2] ?? 0, looks[i * 2 + 1] ?? 0, brush, isThicket, quiet);
      last = look;
    }
    trace(ctx, curves, i * 8);
    count += 1;
  }
  if (count > 0) ctx.stroke();
  ctx.setLineDash([]);
  if (!far) crosses(ctx, sheet, shown, zoom, quiet);
  ctx.globalAlpha = 1;
}

/** How many links touch a box and are not hidden. */
export function linksTouching({ curves, order }: Sheet, hidden: Uint8Array, box: Box): number {
  let count = 0;
  for (const i of order) if (hidden[i] !== 1 && touches(curves, i * 8, box)) count += 1;
  return count;
}

/** Whether as many links are painted as strong as so many others: below a calm number all are at full strength. */
export function alike(a: number, b: number): boolean {
  const [more, less] = [Math.max(a, b, CALM_COUNT), Math.max(Math.min(a, b), CALM_COUNT)];
  return more <= less * ALIKE;
}

/** How many links a window of this size shows on average, wherever in the box it lies. */
export function linksInWindow(sheet: Sheet, hidden: Uint8Array, box: Box, w: number, h: number): number {
  const { curves: c, order } = sheet;
  let count = 0;
  for (const i of order) {
    const o = i * 8;
    if (hidden[i] === 1 || !touches(c, o, box)) continue;
    const wide = Math.abs((c[o + 6] ?? 0) - (c[o] ?? 0));
    const high = Math.abs((c[o + 7] ?? 0) - (c[o + 1] ?? 0));
    count += Math.min(1, (wide + w) / (box.x1 - box.x0)) * Math.min(1, (high + h) / (box.y1 - box.y0));
  }
  return count;
}

function dress(
  ctx: Ctx,
  steps: number,
  flags: number,
  brush: Brush,
  isThicket: boolean,
  quiet: number,
): void {
  const { zoom, scale } = brush;
  const base = WIDTHS[(steps >> 3) as 0 | 1 | 2 | 3 | 4 | 5];
  const width = widthAt(base, zoom);
  const alpha = ((flags & PLAIN) !== 0 ? 0.6 : OPACITY[(steps & 7) as 0 | 1 | 2 | 3 | 4 | 5]) * quiet;
  if (isThicket) {
    ctx.lineWidth = HAIRLINE / (zoom * scale);
    ctx.globalAlpha = Math.min(1, alpha * Math.sqrt(width * scale));
    ctx.setLineDash([]);
    return;
  }
  const dotted = (flags & DOTTED) !== 0;
  ctx.lineWidth = (dotted ? Math.max(1.6, width) : width) / zoom;
  ctx.globalAlpha = alpha;
  ctx.setLineDash((dotted ? DOTS : (flags & DASHED) !== 0 ? DASH : []).map((d) => d / zoom));
}

function trace(ctx: Ctx, c: Float32Array, o: number): void {
  ctx.moveTo(c[o] ?? 0, c[o + 1] ?? 0);
  ctx.bezierCurveTo(c[o + 2] ?? 0, c[o + 3] ?? 0, c[o + 4] ?? 0, c[o + 5] ?? 0, c[o + 6] ?? 0, c[o + 7] ?? 0);
}

/** Whether the hull of a curve touches a box. Not so for one without ends (its numbers are NaN). */
function touches(c: Float32Array, o: number, box: Box): boolean {
  const x0 = Math.min(c[o] ?? 0, c[o + 2] ?? 0, c[o + 4] ?? 0, c[o + 6] ?? 0);
  const x1 = Math.max(c[o] ?? 0, c[o + 2] ?? 0, c[o + 4] ?? 0, c[o + 6] ?? 0);
  const y0 = Math.min(c[o + 1] ?? 0, c[o + 3] ?? 0, c[o + 5] ?? 0, c[o + 7] ?? 0);
  const y1 = Math.max(c[o + 1] ?? 0, c[o + 3] ?? 0, c[o + 5] ?? 0, c[o + 7] ?? 0);
  return x0 <= box.x1 && x1 >= box.x0 && y0 <= box.y1 && y1 >= box.y0;
}

/** The crossed mark of what harms, 8 px, in the middle of its curve. */
function crosses(ctx: Ctx, sheet: Sheet, shown: readonly number[], zoom: number, quiet: number): void {
  const { curves: c, looks } = sheet;
  const r = 4 / zoom;
  ctx.globalAlpha = quiet;
  ctx.lineWidth = 1.6 / zoom;
  ctx.beginPath();
  for (const i of shown) {
    if (((looks[i * 2 + 1] ?? 0) & CROSSED) === 0) continue;
    const o = i * 8;
    const x = ((c[o] ?? 0) + 3 * (c[o + 2] ?? 0) + 3 * (c[o + 4] ?? 0) + (c[o + 6] ?? 0)) / 8;
    const y = ((c[o + 1] ?? 0) + 3 * (c[o + 3] ?? 0) + 3 * (c[o + 5] ?? 0) + (c[o + 7] ?? 0)) / 8;
    ctx.moveTo(x - r, y - r);
    ctx.lineTo(x + r, y + r);
    ctx.moveTo(x + r, y - r);
    ctx.lineTo(x - r, y + r);
  }
  ctx.stroke();
}
