/*
 * View maths, pure: where the world lies on the screen. `screen = world * zoom + offset`, in CSS pixels.
 * Owns no state and draws nothing.
 */
import { ZOOM_MAX, ZOOM_MIN } from "./measures";

export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  /** In a diagram whose rows keep their height while time stretches: the share of it that they have, all unless told. */
  readonly rows?: number;
}

export interface Size {
  readonly w: number;
  readonly h: number;
}

export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels kept free around the content when it is fitted; the left leaves room for lane titles. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const FIT_MARGINS: Margins = { left: 72, right: 40, top: 34, bottom: 24 };

/** A frame is shown whole, with a breath around it. */
export const CAMERA: Margins = { left: 16, right: 16, top: 16, bottom: 16 };

export function clampZoom(zoom: number): number {
  return Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, zoom));
}

export function toWorld(view: View, p: Point): Point {
  return { x: (p.x - view.x) / view.zoom, y: (p.y - view.y) / view.zoom };
}

export function toScreen(view: View, p: Point): Point {
  return { x: p.x * view.zoom + view.x, y: p.y * view.zoom + view.y };
}

export function pan(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy };
}

/** How far one can go away: until the whole is a third of the window, and never beyond what can be drawn. */
export function farthest(fit: number): number {
  return Math.max(ZOOM_MIN, fit / 3);
}

/**
 * Changes the zoom so that the world point under `at` (screen) stays under it. Nothing goes farther than `least`; who is there
 * already, because something was taken away or a view was kept, is not pulled nearer.
 */
export function zoomAt(view: View, at: Point, zoom: number, least = ZOOM_MIN): View {
  const next = Math.max(clampZoom(zoom), Math.min(least, view.zoom));
  const ratio = next / view.zoom;
  return { ...view, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio, zoom: next };
}

/** The world rectangle the screen shows. */
export function visible(view: View, size: Size): Box {
  return {
    x0: -view.x / view.zoom,
    y0: -view.y / view.zoom,
    x1: (size.w - view.x) / view.zoom,
    y1: (size.h - view.y) / view.zoom,
  };
}

/** The view that shows `box` whole, no larger than `maxZoom`, centred in what the margins leave. */
export function fitBox(box: Box, size: Size, margins: Margins, maxZoom: number): View {
  const roomW = Math.max(1, size.w - margins.left - margins.right);
  const roomH = Math.max(1, size.h - margins.top - margins.bottom);
  const w = Math.max(1, box.x1 - box.x0);
  const h = Math.max(1, box.y1 - box.y0);
  const zoom = clampZoom(Math.min(roomW / w, roomH / h, maxZoom));
  return {
    zoom,
    x: margins.left + (roomW - w * zoom) / 2 - box.x0 * zoom,
    y: margins.top + (roomH - h * zoom) / 2 - box.y0 * zoom,
  };
}

/**
 * A whole map in view: centred sideways, but hanging from the top, because a map is read from why downwards.
 * Not smaller than `minZoom`; what does not fit then lies to the right and below.
 */
export function hangBox(box: Box, size: Size, margins: Margins, minZoom: number, maxZoom: number): View {
  const zoom = Math.max(fitBox(box, size, margins, maxZoom).zoom, minZoom);
  const spare = size.w - margins.left - margins.right - (box.x1 - box.x0) * zoom;
  const x = margins.left + Math.max(0, spare) / 2 - box.x0 * zoom;
  return { zoom, x, y: margins.top - box.y0 * zoom };
}

/** A view on the way from one to another; zoom moves geometrically so that it feels even. */
export function between(a: View, b: View, t: number): View {
  if (t >= 1) return b;
  const zoom = a.zoom * (b.zoom / a.zoom) ** t;
  const span = b.zoom - a.zoom;
  // With a changing zoom the offset must follow the zoom, not the time, or the content swings sideways.
  const s = Math.abs(span) < 1e-9 ? t : (zoom - a.zoom) / span;
  const way = { zoom, x: a.x + (b.x - a.x) * s, y: a.y + (b.y - a.y) * s };
  if (a.rows === b.rows) return a.rows === undefined ? way : { ...way, rows: a.rows };
  return { ...way, rows: (a.rows ?? 1) + ((b.rows ?? 1) - (a.rows ?? 1)) * s };
}

/** How a wheel event changes the view: pinch or ctrl zooms at the pointer, everything else pans. */
export function wheel(
  view: View,
  event: { dx: number; dy: number; mode: number; zooming: boolean; sideways: boolean; at: Point },
  least = ZOOM_MIN,
): View {
  const unit = event.mode === 1 ? 16 : event.mode === 2 ? 400 : 1;
  const dx = event.dx * unit;
  const dy = event.dy * unit;
  if (event.zooming) {
    const step = Math.max(-60, Math.min(60, dy));
    return zoomAt(view, event.at, view.zoom * Math.exp(-step * 0.008), least);
  }
  if (event.sideways && dx === 0) return pan(view, -dy, 0);
  return pan(view, -dx, -dy);
}

/** The next round figure for the + and − keys. */
export function steppedZoom(zoom: number, direction: 1 | -1): number {
  const steps = [0.02, 0.03, 0.05, 0.08, 0.12, 0.18, 0.25, 0.35, 0.5, 0.65, 0.8, 1, 1.25, 1.5, 2, 2.5];
  if (direction > 0) return steps.find((s) => s > zoom * 1.01) ?? ZOOM_MAX;
  return steps.findLast((s) => s < zoom * 0.99) ?? ZOOM_MIN;
}
