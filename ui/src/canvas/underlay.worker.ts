/*
 * Paints the sheet under the cards away from the main thread and sends it back as a picture. Keeps the last
 * sheet and paints what it is asked to, nothing else.
 */
import { alike, linksTouching, paintLinks, type Sheet } from "./draw/sheet";
import type { FromWorker, Job, ToWorker } from "./underlay";

let sheet: Sheet | null = null;
let surface: OffscreenCanvas | null = null;
/** What was painted last, and how many links its strength was chosen by. */
let last: { readonly job: Job; readonly crowd: number } | null = null;

function answer(message: FromWorker, moved: Transferable[]): void {
  self.postMessage(message, { transfer: moved });
}

self.addEventListener("message", (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.do === "sheet") {
    sheet = message.sheet;
    return;
  }
  const { job } = message;
  const { brush } = job;
  const w = Math.max(1, Math.round(job.width * brush.scale));
  const h = Math.max(1, Math.round(job.height * brush.scale));
  if (surface === null || surface.width !== w || surface.height !== h) surface = new OffscreenCanvas(w, h);
  const ctx = surface.getContext("2d");
  if (ctx === null || sheet === null) {
    answer({ job, picture: null, isNew: true }, []);
    return;
  }
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, w, h);
  const seen = {
    x0: -brush.x / brush.zoom,
    y0: -brush.y / brush.zoom,
    x1: (job.width - brush.x) / brush.zoom,
    y1: (job.height - brush.y) / brush.zoom,
  };
  const links = linksTouching(sheet, job.hidden, seen);
  const isNew = last === null || !looksElsewhere(last.job, job) || !alike(links, last.crowd);
  const crowd = isNew ? links : (last?.crowd ?? links);
  last = { job, crowd };
  paintLinks(ctx, sheet, job.hidden, seen, brush, 1, crowd);
  const picture = surface.transferToImageBitmap();
  answer({ job, picture, isNew }, [picture]);
});

/** Whether a job asks for the same as the one before, only for another part of it. */
function looksElsewhere({ version, brush: a }: Job, job: Job): boolean {
  const b = job.brush;
  return version === job.version && a.zoom === b.zoom && a.scale === b.scale && a.ink === b.ink;
}
