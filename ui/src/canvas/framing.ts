/*
 * Which view shows what: everything, some cards, or one card with as little movement as possible.
 */
import { ZOOM_FULL } from "./measures";
import type { Space } from "./space";
import type { Stage } from "./stage";
import { type Box, FIT_MARGINS, fitBox, hangBox, type Margins, type View, visible } from "./view";

/** Lanes bring their own air above and below. */
const WHOLE_MARGINS: Margins = { left: 72, right: 40, top: 0, bottom: 0 };
/** Columns bring theirs at the sides; their headings lie over the top. */
const COLUMN_MARGINS: Margins = { left: 0, right: 0, top: 64, bottom: 24 };
/** Air around a card that is brought into sight, in screen pixels. */
const AIR = 24;
/** What lies over the foot of the map, in screen pixels: the tools, and the overview in the corner at the right. */
const TOOLS = 50;
const CORNER = { w: 190, h: 117 };
/** What lies over its head at the right: frames and presenting. */
const HEAD = { w: 194, h: 46 };

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
  if (axis === "rows") return hangBox(box, stage.size, WHOLE_MARGINS, minZoom, 1);
  return hangBox(box, stage.size, axis === null ? FIT_MARGINS : COLUMN_MARGINS, minZoom, 1);
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
  const { w, h } = stage.size;
  const bare = { ...FIT_MARGINS, bottom: FIT_MARGINS.bottom + TOOLS };
  const view = fitBox(box, stage.size, bare, maxZoom);
  const right = box.x1 * view.zoom + view.x;
  const under = box.y1 * view.zoom + view.y > h - CORNER.h && right > w - CORNER.w;
  const over = box.y0 * view.zoom + view.y < HEAD.h && right > w - HEAD.w;
  if ((!under && !over) || h < 2 * (CORNER.h + HEAD.h)) return view;
  const clear = { ...bare, top: HEAD.h + AIR / 2, bottom: CORNER.h + AIR / 2 };
  return fitBox(box, stage.size, clear, maxZoom);
}

/** What is in sight and not under the tools or the overview, for something that reaches this far to the right. */
function free(stage: Stage, right: number): Box {
  const seen = visible(stage.heading, stage.size);
  const z = stage.heading.zoom;
  const foot = right > seen.x1 - CORNER.w / z ? CORNER.h : TOOLS;
  const head = right > seen.x1 - HEAD.w / z ? HEAD.h : 0;
  return { ...seen, y0: seen.y0 + head / z, y1: seen.y1 - foot / z };
}

/** Whether all of a box is in sight and large enough to read. */
export function readable(stage: Stage, box: Box): boolean {
  const seen = free(stage, box.x1);
  const inside = box.x0 >= seen.x0 && box.x1 <= seen.x1 && box.y0 >= seen.y0 && box.y1 <= seen.y1;
  return inside && stage.heading.zoom >= ZOOM_FULL;
}

/** Whether a box is large enough to read and lies in part in sight, so that a small movement shows all of it. */
export function nearlyReadable(stage: Stage, box: Box): boolean {
  const seen = visible(stage.heading, stage.size);
  const touches = box.x0 < seen.x1 && box.x1 > seen.x0 && box.y0 < seen.y1 && box.y1 > seen.y0;
  const room = free(stage, Number.POSITIVE_INFINITY);
  const fits = box.x1 - box.x0 < room.x1 - room.x0 && box.y1 - box.y0 < room.y1 - room.y0;
  return touches && fits && stage.heading.zoom >= ZOOM_FULL;
}

/** Brings a card into sight with as little movement as possible. */
export function reveal(stage: Stage, i: number): void {
  bring(stage, stage.space.boxOf(i));
}

export function bring(stage: Stage, b: Box): void {
  const seen = free(stage, b.x1);
  const z = stage.heading.zoom;
  const pad = AIR / z;
  const dx = b.x0 - pad < seen.x0 ? b.x0 - pad - seen.x0 : b.x1 + pad > seen.x1 ? b.x1 + pad - seen.x1 : 0;
  const dy = b.y0 - pad < seen.y0 ? b.y0 - pad - seen.y0 : b.y1 + pad > seen.y1 ? b.y1 + pad - seen.y1 : 0;
  if (dx === 0 && dy === 0) return;
  stage.show({ x: stage.heading.x - dx * z, y: stage.heading.y - dy * z, zoom: z }, true);
}
