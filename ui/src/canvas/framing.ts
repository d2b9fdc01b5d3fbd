/*
 * Which view shows what: everything, some cards, or one card with as little movement as possible.
 */
import { clear, footOver } from "./clear";
import { ZOOM_FULL, ZOOM_MAX } from "./measures";
import type { Space } from "./space";
import type { Stage } from "./stage";
import { type Box, CAMERA, FIT_MARGINS, fitBox, hangBox, type Margins, type View, visible } from "./view";

/** Lanes bring their own air above and below; their names stand at the left. */
const WHOLE_MARGINS: Margins = { left: 72, right: 40, top: 0, bottom: 0 };
/** Columns bring theirs at the sides; their headings lie over the top. */
const COLUMN_MARGINS: Margins = { left: 0, right: 0, top: 64, bottom: 24 };
/** Nothing stands beside what lies on a free canvas. */
const FREE_MARGINS: Margins = { ...FIT_MARGINS, left: 24, right: 24 };
/** Beside the button that turns the columns round, which lies over the heading of the last one. */
const TURNED_MARGINS: Margins = { ...COLUMN_MARGINS, right: 36 };
/** Air around a card that is brought into sight, in screen pixels. */
const AIR = 24;
/** What stands beside the name of a lane, in screen pixels: its stripe, and air before the first card. */
const BESIDE_NAME = 34;

/** The box around cards and ghosts; null when none of them is on the map. */
export function around(space: Space, ids: Iterable<string>): Box | null {
  let box: Box | null = null;
  for (const id of ids) {
    const i = space.index.get(id);
    if (i === undefined) continue;
    const b = space.boxOf(i);
    box =
      box === null
        ? b
        : {
            x0: Math.min(box.x0, b.x0),
            y0: Math.min(box.y0, b.y0),
            x1: Math.max(box.x1, b.x1),
            y1: Math.max(box.y1, b.y1),
          };
  }
  return box;
}

/** Everything, from the first lane to the last one, not smaller than `minZoom`. */
export function whole(stage: Stage, minZoom: number): View {
  const { axis } = stage.space.scene;
  const box = wholeBox(stage.space);
  const columns = stage.events.onMirror === undefined ? COLUMN_MARGINS : TURNED_MARGINS;
  const margins = axis === "rows" ? rowMargins(stage) : axis === null ? FREE_MARGINS : columns;
  const view = clear(stage, box, margins, (it) => hangBox(box, stage.size, it, 0, 1));
  if (view.zoom >= minZoom) return view;
  return peopled(stage, hangBox(box, stage.size, margins, minZoom, Math.max(minZoom, 0.01)));
}

/** From the first lane that holds a card, where empty ones alone would fill the window and look like an empty canvas. */
function peopled({ space, size }: Stage, view: View): View {
  if (space.cardCount === 0 || space.cardsIn(visible(view, size)).length > 0) return view;
  const { axis, lanes } = space.scene;
  const first = axis === "columns" ? space.bounds.x0 : space.bounds.y0;
  const from = Math.max(...lanes.map((it) => it.from).filter((it) => it <= first));
  if (!Number.isFinite(from)) return view;
  return axis === "columns" ? { ...view, x: -from * view.zoom } : { ...view, y: -from * view.zoom };
}

/** No card begins under the name of its lane. */
function rowMargins(stage: Stage): Margins {
  const named = stage.space.scene.lanes.map((lane) => stage.titles.width(lane.title));
  const left = Math.min(Math.max(WHOLE_MARGINS.left, ...named.map((w) => w + BESIDE_NAME)), stage.size.w / 4);
  return { ...WHOLE_MARGINS, left };
}

/** All that lies on the canvas, and the lanes that it lies in. */
export function wholeBox(space: Space): Box {
  const { extent, scene } = space;
  const [first, last] = [scene.lanes[0], scene.lanes[scene.lanes.length - 1]];
  if (first === undefined || last === undefined) return extent;
  const [from, to] = [first.from, last.from + last.depth];
  return scene.axis === "columns"
    ? { ...extent, x0: Math.min(extent.x0, from), x1: Math.max(extent.x1, to) }
    : { ...extent, y0: Math.min(extent.y0, from), y1: Math.max(extent.y1, to) };
}

/** Some cards whole, beside what lies over the edges of the map. Where that leaves no room, only beside the tools. */
export function fitted(stage: Stage, box: Box, maxZoom: number): View {
  const top = stage.space.scene.axis === "columns" ? COLUMN_MARGINS.top : FIT_MARGINS.top;
  return clear(stage, box, { ...FIT_MARGINS, top }, (it) => fitBox(box, stage.size, it, maxZoom));
}

/** A part of the world, whole and as large as it can be. */
export function framed(stage: Stage, box: Box): View {
  // The name of a frame stands on its upper edge, which keeps clear of the headings of columns.
  const top = stage.space.scene.axis === "columns" ? COLUMN_MARGINS.top + CAMERA.top : CAMERA.top;
  return clear(stage, box, { ...CAMERA, top }, (it) => fitBox(box, stage.size, it, ZOOM_MAX));
}

/** What is in sight and not under headings, tools or the overview, over the width of something. */
function free(stage: Stage, x0: number, x1: number): Box {
  const seen = visible(stage.heading, stage.size);
  const { x, zoom } = stage.heading;
  const head = stage.space.scene.axis === "columns" ? COLUMN_MARGINS.top - AIR / 2 : 0;
  const foot = footOver(stage, x0 * zoom + x - AIR, x1 * zoom + x + AIR);
  return { ...seen, y0: seen.y0 + head / zoom, y1: seen.y1 - foot / zoom };
}

/** Whether all of a box is in sight and large enough to read. */
export function readable(stage: Stage, box: Box): boolean {
  const seen = free(stage, box.x0, box.x1);
  const inside = box.x0 >= seen.x0 && box.x1 <= seen.x1 && box.y0 >= seen.y0 && box.y1 <= seen.y1;
  return inside && stage.heading.zoom >= ZOOM_FULL;
}

/** Whether a box is large enough to read and lies in part in sight, so that a small movement shows all of it. */
export function nearlyReadable(stage: Stage, box: Box): boolean {
  const seen = visible(stage.heading, stage.size);
  const touches = box.x0 < seen.x1 && box.x1 > seen.x0 && box.y0 < seen.y1 && box.y1 > seen.y0;
  const room = free(stage, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  const fits = box.x1 - box.x0 < room.x1 - room.x0 && box.y1 - box.y0 < room.y1 - room.y0;
  return touches && fits && stage.heading.zoom >= ZOOM_FULL;
}

/** Brings a card into sight with as little movement as possible. */
export function reveal(stage: Stage, i: number): void {
  bring(stage, stage.space.boxOf(i));
}

export function bring(stage: Stage, b: Box): void {
  const z = stage.heading.zoom;
  const pad = AIR / z;
  const all = visible(stage.heading, stage.size);
  const dx = b.x0 - pad < all.x0 ? b.x0 - pad - all.x0 : b.x1 + pad > all.x1 ? b.x1 + pad - all.x1 : 0;
  // What stands over the map is looked for where the card will be.
  const seen = free(stage, b.x0 - dx, b.x1 - dx);
  const dy = b.y0 - pad < seen.y0 ? b.y0 - pad - seen.y0 : b.y1 + pad > seen.y1 ? b.y1 + pad - seen.y1 : 0;
  if (dx === 0 && dy === 0) return;
  stage.show({ x: stage.heading.x - dx * z, y: stage.heading.y - dy * z, zoom: z }, true);
}
