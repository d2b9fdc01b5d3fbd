/*
 * Where a chart lies on the screen, pure: like the view of the map, but an axis may keep its scale, and strips at
 * the left and the top take room that nothing may be brought under.
 */
import {
  type Box,
  clampZoom,
  fitBox,
  hangBox,
  type Margins,
  type Point,
  type Size,
  type View,
  zoomAt,
} from "../view";
import type { Chart, Hub } from "./chart";

/** Air around what is fitted, in screen pixels. */
const AIR = 24;
/** What lies over the foot of a window: the last lines can be brought above it. */
const TOOLS = 116;
/** Rows are never lower than this share of their height, at which a row of 28 still has a name. */
const LEAST_ROWS = 0.43;
/** Of a chart that is moved about, so much stays in sight. */
const HOLD = 96;

export class Eye {
  readonly view: View;
  readonly size: Size;
  readonly left: number;
  readonly top: number;
  readonly kx: number;
  readonly ky: number;
  /** Names stand in its strips, which nothing is laid over. */
  readonly strips = true;
  /** Where the strips that cross in the midst lie on the screen: as near to their place as they stay in sight. */
  readonly hub: Box | null;
  private readonly parting: Hub | null;

  constructor(chart: Pick<Chart, "axes" | "left" | "top" | "hub">, view: View, size: Size) {
    this.view = view;
    this.size = size;
    this.left = chart.left;
    this.top = chart.top;
    this.kx = view.zoom;
    this.ky = tall(chart, view);
    this.parting = chart.hub ?? null;
    this.hub = this.parting === null ? null : this.crossing(this.parting);
  }

  private crossing({ x, y, w, h }: Hub): Box {
    const { size, left, top } = this;
    const x0 = Math.max(left, Math.min(size.w - w, x * this.kx + this.view.x));
    const y0 = Math.max(top, Math.min(size.h - h, y * this.ky + this.view.y));
    return { x0, y0, x1: x0 + w, y1: y0 + h };
  }

  /** `by` says on which side of a hub it lies: the middle of what it is the edge of. */
  x(world: number, by = world): number {
    const hub = this.parting;
    return world * this.kx + this.view.x + (hub !== null && by > hub.x ? hub.w : 0);
  }

  y(world: number, by = world): number {
    const hub = this.parting;
    return world * this.ky + this.view.y + (hub !== null && by > hub.y ? hub.h : 0);
  }

  box(b: Box): Box {
    const [x, y] = [(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2];
    return { x0: this.x(b.x0, x), y0: this.y(b.y0, y), x1: this.x(b.x1, x), y1: this.y(b.y1, y) };
  }

  world(p: Point): Point {
    const { x, y } = this.flat(p);
    return { x: (x - this.view.x) / this.kx, y: (y - this.view.y) / this.ky };
  }

  /** The point of the screen as it would be without a hub: what zooming starts from. */
  flat(p: Point): Point {
    const hub = this.parting;
    if (hub === null) return p;
    const along = (at: number, from: number, wide: number) => (at <= from ? at : Math.max(from, at - wide));
    return {
      x: along(p.x, hub.x * this.kx + this.view.x, hub.w),
      y: along(p.y, hub.y * this.ky + this.view.y, hub.h),
    };
  }

  /** The part of the world between the strips and the far edges, with so many screen pixels around it. */
  seen(around = 0): Box {
    const a = this.world({ x: this.left - around, y: this.top - around });
    const b = this.world({ x: this.size.w + around, y: this.size.h + around });
    return { x0: a.x, y0: a.y, x1: b.x, y1: b.y };
  }
}

/** How large a unit is upwards. */
function tall({ axes }: Pick<Chart, "axes">, view: View): number {
  return axes === "both" ? view.zoom : (view.rows ?? 1);
}

/** Zooms about a place of the screen; rows keep their height, but low ones grow until they have all of it. */
export function zoomed(chart: Chart, view: View, at: Point, zoom: number, least = 0): View {
  const next = zoomAt(view, at, zoom, least);
  if (chart.axes === "both") return next;
  const before = view.rows ?? 1;
  const rows = Math.min(1, before * Math.max(1, next.zoom / view.zoom));
  return { ...next, y: at.y - ((at.y - view.y) * rows) / before, rows };
}

/** Keeps the chart in sight: rows end at the edges like a list, a plane never leaves altogether. */
export function held(chart: Chart, view: View, size: Size): View {
  const { bounds } = chart;
  const zoom = clampZoom(Number.isFinite(view.zoom) ? view.zoom : 1);
  const rows = Math.max(LEAST_ROWS, Math.min(1, view.rows ?? 1));
  const ky = tall(chart, { ...view, zoom, rows });
  const within = (value: number, least: number, most: number): number =>
    Number.isFinite(value) ? Math.max(Math.min(least, most), Math.min(Math.max(least, most), value)) : most;
  const x = within(view.x, chart.left + HOLD - bounds.x1 * zoom, size.w - HOLD - bounds.x0 * zoom);
  if (chart.hub !== undefined) {
    const { w, h } = chart.hub;
    return {
      x: within(view.x, size.w - AIR - w - bounds.x1 * zoom, chart.left + AIR - bounds.x0 * zoom),
      y: within(view.y, size.h - TOOLS - h - bounds.y1 * ky, chart.top + AIR - bounds.y0 * ky),
      zoom,
    };
  }
  if (chart.axes === "both") {
    const y = within(view.y, chart.top + HOLD - bounds.y1 * ky, size.h - HOLD - bounds.y0 * ky);
    return { x, y, zoom };
  }
  const first = chart.top - bounds.y0 * ky;
  // Where not all rows are in sight the last ones can be brought above what lies over the foot.
  const last = size.h - bounds.y1 * ky;
  return { x, y: within(view.y, last < first ? last - TOOLS : first, first), zoom, rows };
}

function marginsOf(chart: Chart): Margins {
  return {
    left: chart.left + AIR,
    right: AIR + (chart.hub?.w ?? 0),
    top: chart.top + AIR,
    bottom: chart.hub === undefined ? AIR + (chart.bottom ?? 0) : TOOLS + chart.hub.h,
  };
}

/** Height of the tools over the foot, which lie beside what is read. */
const TOOLBAR = 58;
type Opening = NonNullable<Chart["opening"]>;

/** Of a side that does not fit beside a hub, and the one across, so much is shown at first. */
const SHARE = 0.62;

/** The view that a chart with a hub opens with: what lies next to the hub, where not all of it can be read at once. */
function parted(chart: Chart, size: Size, { box, least, tight = least, row = 0 }: Opening): View {
  const margins = marginsOf(chart);
  const whole = fitBox(box, size, margins, chart.largest ?? 1);
  if (whole.zoom >= least) return whole;
  const { h = 0 } = chart.hub ?? {};
  const rows = (size.h - margins.top - h - TOOLBAR) / Math.max(1, box.y1 - box.y0);
  if (rows >= tight && rows < least) {
    const x = along(box.x0, box.x1, margins.left, size.w - margins.left - margins.right, rows);
    return { zoom: rows, x, y: margins.top - box.y0 * rows };
  }
  const room = size.h - margins.top - margins.bottom;
  const y = along(box.y0, box.y1, margins.top, room, least);
  // A row that would be seen in part is seen whole.
  const pitch = row * least;
  const isCut = pitch > 0 && y < margins.top - box.y0 * least;
  const head = isCut ? chart.top + Math.ceil((y - chart.top) / pitch) * pitch : y;
  return {
    zoom: least,
    x: along(box.x0, box.x1, margins.left, size.w - margins.left - margins.right, least),
    y: head,
  };
}

/** Where a hub stands along an axis: midway where all fits, else with more before it than behind. */
function along(lo: number, hi: number, first: number, room: number, zoom: number): number {
  const [before, after] = [-lo * zoom, hi * zoom];
  const rest = Math.max(room - after, Math.min(room * SHARE, room));
  return (
    first +
    Math.max(0, before + after <= room ? before + (room - before - after) / 2 : Math.min(before, rest))
  );
}

/** The view that shows a box whole, never larger than life; of more rows than can be told apart the first ones. */
export function fitted(chart: Chart, box: Box, size: Size): View {
  const most = chart.largest ?? 1;
  const margins = marginsOf(chart);
  if (chart.axes === "both") return fitBox(box, size, margins, most);
  const flat = { ...box, y0: 0, y1: 1 };
  const room = size.h - chart.top - (chart.bottom ?? 0);
  const rows = Math.max(LEAST_ROWS, Math.min(1, room / Math.max(1, box.y1 - box.y0)));
  return { ...fitBox(flat, size, margins, most), y: chart.top - box.y0 * rows, rows };
}

/** The view that shows all; beside a hub, of more lines than can keep their names, those next to it. */
export function whole(chart: Chart, size: Size): View {
  const all = fitted(chart, chart.bounds, size);
  const { hub, opening: opened } = chart;
  const named = opened?.named ?? 0;
  if (hub === undefined || opened === undefined || all.zoom >= named) return all;
  return held(chart, parted(chart, size, { ...opened, least: opened.tight ?? opened.least }), size);
}

/** The view that a chart opens with. */
export function opening(chart: Chart, size: Size): View {
  if (chart.opening === undefined) return held(chart, fitted(chart, chart.bounds, size), size);
  const { box, least } = chart.opening;
  const margins = marginsOf(chart);
  if (chart.hub !== undefined) return held(chart, parted(chart, size, chart.opening), size);
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
  const foot = size.h - (chart.bottom ?? 0);
  const { hub } = chart;
  // Beside a hub there is only the room that the strips leave, on one side of it or on the other.
  const side = (middle: number, at: number, wide: number): readonly [number, number] =>
    middle < at ? [0, wide] : middle > at ? [wide, 0] : [Number.NEGATIVE_INFINITY, 0];
  const [x0, x1] = hub === undefined ? [0, 0] : side((box.x0 + box.x1) / 2, hub.x, hub.w);
  const [y0, y1] = hub === undefined ? [0, 0] : side((box.y0 + box.y1) / 2, hub.y, hub.h);
  const air = hub === undefined ? AIR : 4;
  const dx = x0 < 0 ? 0 : along(at.x0 - air, at.x1 + air, chart.left + x0, size.w - x1);
  const dy = y0 < 0 ? 0 : along(at.y0 - 4, at.y1 + 4, chart.top + y0, foot - y1);
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
}
