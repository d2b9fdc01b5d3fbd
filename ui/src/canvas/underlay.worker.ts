/*
 * Paints the sheet under the cards away from the main thread and sends it back as a picture. Keeps the last
 * sheet and paints what it is asked to, nothing else.
 */
import { paintLinks, type Sheet } from "./draw/sheet";
import type { FromWorker, ToWorker } from "./underlay";

let sheet: Sheet | null = null;
let surface: OffscreenCanvas | null = null;

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
  const w = Math.max(1, Math.round(job.width * job.brush.scale));
  const h = Math.max(1, Math.round(job.height * job.brush.scale));
  if (surface === null || surface.width !== w || surface.height !== h) surface = new OffscreenCanvas(w, h);
  const ctx = surface.getContext("2d");
  if (ctx === null || sheet === null) {
    answer({ job, picture: null }, []);
    return;
  }
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.clearRect(0, 0, w, h);
  const { brush } = job;
  const seen = {
    x0: -brush.x / brush.zoom,
    y0: -brush.y / brush.zoom,
    x1: (job.width - brush.x) / brush.zoom,
    y1: (job.height - brush.y) / brush.zoom,
  };
  paintLinks(ctx, sheet, job.hidden, seen, brush);
  const picture = surface.transferToImageBitmap();
  answer({ job, picture }, [picture]);
});
