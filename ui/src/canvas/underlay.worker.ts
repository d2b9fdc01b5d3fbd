/*
 * Paints the sheet under the cards away from the main thread and sends it back as a picture. Keeps the last sheet and what it
 * painted last: where the view was only shifted, only what came into sight is painted, as painting all of a thicket takes
 * five times as long as copying it.
 */
import { exposed } from "./draw/exposed";
import { alike, linksTouching, paintLinks, type Sheet } from "./draw/sheet";
import type { FromWorker, Job, ToWorker } from "./underlay";
import type { Box } from "./view";

/** CSS pixels by which a link may be seen beyond its curve: half its width, and the mark of what harms. */
const BEYOND = 8;

let sheet: Sheet | null = null;
let surface: OffscreenCanvas | null = null;
/** What was painted last, and how many links its strength was chosen by. */
let last: { readonly job: Job; readonly crowd: number } | null = null;

self.addEventListener("message", (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.do === "sheet") {
    sheet = message.sheet;
    return;
  }
  const { job } = message;
  const isNew = paint(job);
  const answer = (picture: ImageBitmap | null): void => {
    const told: FromWorker = { job, picture, isNew: isNew ?? true };
    self.postMessage(told, { transfer: picture === null ? [] : [picture] });
  };
  if (isNew === null || surface === null) answer(null);
  // Where there is no memory for another picture the map is drawn without one.
  else createImageBitmap(surface).then(answer, () => answer(null));
});

function forget(): void {
  last = null;
}

/** Paints what a job asks for; returns whether it shows something else than the last one did; null where nothing can be painted. */
function paint(job: Job): boolean | null {
  const { brush, hidden } = job;
  const w = Math.max(1, Math.round(job.width * brush.scale));
  const h = Math.max(1, Math.round(job.height * brush.scale));
  if (surface === null || surface.width !== w || surface.height !== h) {
    surface = new OffscreenCanvas(w, h);
    // After a sleep or a new driver the graphics card may give it back empty.
    surface.addEventListener("contextrestored", forget);
    forget();
  }
  const ctx = surface.getContext("2d");
  if (ctx === null || sheet === null) return null;
  const links = linksTouching(sheet, hidden, boxOf(brush, 0, 0, w, h, 0));
  const before = last !== null && isShifted(last.job, job) && alike(links, last.crowd) ? last : null;
  const crowd = before?.crowd ?? links;
  const dx = before === null ? w : Math.round((brush.x - before.job.brush.x) * brush.scale);
  const dy = before === null ? h : Math.round((brush.y - before.job.brush.y) * brush.scale);
  last = { job, crowd };
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.globalAlpha = 1;
  const isAnythingLeft = Math.abs(dx) < w && Math.abs(dy) < h;
  if (isAnythingLeft) {
    ctx.globalCompositeOperation = "copy";
    ctx.drawImage(surface, dx, dy);
    ctx.globalCompositeOperation = "source-over";
  }
  for (const area of isAnythingLeft ? exposed({ w, h }, dx, dy) : [{ x: 0, y: 0, w, h }]) {
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(area.x, area.y, area.w, area.h);
    ctx.beginPath();
    ctx.rect(area.x, area.y, area.w, area.h);
    ctx.clip();
    paintLinks(ctx, sheet, hidden, boxOf(brush, area.x, area.y, area.w, area.h, BEYOND), brush, 1, crowd);
    ctx.restore();
  }
  return before === null;
}

/** What of the world a part of the picture shows, and so many pixels around it. */
function boxOf(
  { x, y, zoom, scale }: Job["brush"],
  left: number,
  top: number,
  w: number,
  h: number,
  beyond: number,
): Box {
  return {
    x0: (left / scale - beyond - x) / zoom,
    y0: (top / scale - beyond - y) / zoom,
    x1: ((left + w) / scale + beyond - x) / zoom,
    y1: ((top + h) / scale + beyond - y) / zoom,
  };
}

/** Whether a job asks for the same as the one before, only for another part of it, whole pixels away. */
function isShifted({ version, brush: a }: Job, job: Job): boolean {
  const b = job.brush;
  return version === job.version && a.zoom === b.zoom && a.scale === b.scale && a.ink === b.ink;
}
