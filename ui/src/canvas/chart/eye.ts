/*
 * Where a chart lies on the screen, pure: like the view of the map, but an axis may keep its scale, and strips at
 * the left and the top take room that nothing may be brought under.
 */
import { type Box, clampZoom, fitBox, hangBox, type Point, type Size, type View, zoomAt } from "../view";
import type { Chart } from "./chart";

/** Air around what is fitted, in screen pixels. */
const AIR = 24;
/** Of a chart that is moved about, so much stays in sight. */
const HOLD = 96;

export class Eye {
  readonly view: View;
  readonly size: Size;
  readonly left: number;
  readonly top: number;
  readonly kx: number;
  readonly ky: number;

  constructor(chart: Pick<Chart, "axes" | "left" | "top">, view: View, size: Size) {
    this.view = view;
    this.size = size;
    this.left = chart.left;
    this.top = chart.top;
    this.kx = view.zoom;
    this.ky = chart.axes === "both" ? view.zoom : 1;
  }

  x(world: number): number {
    return world * this.kx + this.view.x;
  }

  y(world: number): number {
    return world * this.ky + this.view.y;
  }

  box(b: Box): Box {
    return { x0: this.x(b.x0), y0: this.y(b.y0), x1: this.x(b.x1), y1: this.y(b.y1) };
  }

  world(p: Point): Point {
    return { x: (p.x - this.view.x) / this.kx, y: (p.y - this.view.y) / this.ky };
  }

  /** The part of the world between the strips and the far edges, with so many screen pixels around it. */
  seen(around = 0): Box {
    const a = this.world({ x: this.left - around, y: this.top - around });
    const b = this.world({ x: this.size.w + around, y: this.size.h + around });
    return { x0: a.x, y0: a.y, x1: b.x, y1: b.y };
  }
}

/** Zooms about a place of the screen; an axis that keeps its scale stays where it is. */
export function zoomed(chart: Chart, view: View, at: Point, zoom: number): View {
  const next = zoomAt(view, at, zoom);
  return chart.axes === "both" ? next : { ...next, y: view.y };
}

/** Keeps the chart in sight: rows end at the edges like a list, a plane never leaves altogether. */
export function held(chart: Chart, view: View, size: Size): View {
  const { bounds } = chart;
  const zoom = clampZoom(Number.isFinite(view.zoom) ? view.zoom : 1);
  const ky = chart.axes === "both" ? zoom : 1;
  const within = (value: number, least: number, most: number): number =>
    Number.isFinite(value) ? Math.max(Math.min(least, most), Math.min(Math.max(least, most), value)) : most;
  const x = within(view.x, chart.left + HOLD - bounds.x1 * zoom, size.w - HOLD - bounds.x0 * zoom);
  if (chart.axes === "both") {
    const y = within(view.y, chart.top + HOLD - bounds.y1 * ky, size.h - HOLD - bounds.y0 * ky);
    return { x, y, zoom };
  }
  const first = chart.top - bounds.y0;
  return { x, y: within(view.y, Math.min(first, size.h - bounds.y1), first), zoom };
}

/** The view that shows a box whole, never larger than life. */
export function fitted(chart: Chart, box: Box, size: Size): View {
  const most = chart.largest ?? 1;
  const margins = {
    left: chart.left + AIR,
    right: AIR,
    top: chart.top + AIR,
    bottom: AIR + (chart.bottom ?? 0),
  };
  if (chart.axes === "both") return fitBox(box, size, margins, most);
  const flat = { ...box, y0: 0, y1: 1 };
  return { ...fitBox(flat, size, margins, most), y: chart.top - box.y0 };
}

/** The view that a chart opens with. */
export function opening(chart: Chart, size: Size): View {
  if (chart.opening === undefined) return held(chart, fitted(chart, chart.bounds, size), size);
  const { box, least } = chart.opening;
  const margins = {
    left: chart.left + AIR,
    right: AIR,
    top: chart.top + AIR,
    bottom: AIR + (chart.bottom ?? 0),
  };
  if (chart.axes === "x") {
    const view = hangBox({ ...box, y0: 0, y1: 1 }, size, margins, least, chart.largest ?? 1);
    return held(chart, { ...view, y: chart.top - box.y0 }, size);
  }
  return held(chart, hangBox(box, size, margins, least, chart.largest ?? 1), size);
}

/** The view with a box in sight and as little movement as possible. */
export function revealed(chart: Chart, view: View, size: Size, box: Box): View {
  const eye = new Eye(chart, view, size);
  const at = eye.box(box);
  const along = (lo: number, hi: number, least: number, most: number): number => {
    // What is longer than the room shows its beginning, unless some of it fills the room already.
    if (hi - lo > most - least) return lo > least ? least - lo : hi < most ? most - hi : 0;
    return lo < least ? least - lo : hi > most ? most - hi : 0;
  };
  const dx = along(at.x0 - AIR, at.x1 + AIR, chart.left, size.w);
  const dy = along(at.y0 - 4, at.y1 + 4, chart.top, size.h - (chart.bottom ?? 0));
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
}
