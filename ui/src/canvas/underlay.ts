/*
 * What lies under the cards as a picture made by a worker: the main thread only lays it down, shifted and
 * scaled, until the next one is ready. Used where there is too much to draw in a frame; otherwise drawing
 * directly is as fast. Old pictures are released at once, so that long sessions do not fill memory.
 */
import type { Ctx } from "./draw/frame";
import type { Brush, Sheet } from "./draw/sheet";
import type { Box, Size, View } from "./view";

export interface Job {
  readonly width: number;
  readonly height: number;
  readonly brush: Brush;
  /** 1 for links that are drawn elsewhere. */
  readonly hidden: Uint8Array;
  /** Counts changes of anything but the view. */
  readonly version: number;
}

export type ToWorker =
  | { readonly do: "sheet"; readonly sheet: Sheet }
  | { readonly do: "paint"; readonly job: Job };
export interface FromWorker {
  readonly job: Job;
  readonly picture: ImageBitmap | null;
  /** False where it shows what the one before did, only shifted. */
  readonly isNew: boolean;
}

/** Share of the view painted beyond each of its sides, so that a pan has something to show. */
export const OVERSCAN = 0.2;
/** How far the zoom may be from that of the picture before a new one is asked for. */
const ZOOM_SLACK = 0.001;
/** Pixels by which a picture may end early without anybody seeing it. */
const NEARLY = 1;
/** Milliseconds of rest after which a coarse picture is sharpened. */
const SHARPEN = 80;

export class Underlay {
  private readonly worker: Worker;
  private readonly arrived: (isNew: boolean) => void;
  private readonly failed: () => void;
  private picture: ImageBitmap | null = null;
  private shown: Job | null = null;
  private busy = false;
  private version = 0;
  private sharpening = 0;
  /** Part of a paper was laid with nothing, because the picture does not reach so far. */
  private isShort = false;

  private constructor(worker: Worker, arrived: (isNew: boolean) => void, failed: () => void) {
    this.worker = worker;
    this.arrived = arrived;
    this.failed = failed;
    worker.addEventListener("error", failed);
    worker.addEventListener("messageerror", failed);
    worker.addEventListener("message", (event: MessageEvent<FromWorker>) => this.take(event.data));
  }

  /**
   * Null where the browser has no pictures from workers; then everything is drawn directly. `failed` is called
   * when the worker cannot go on, for the same consequence; `arrived` whether what is shown changed otherwise than by
   * reaching farther.
   */
  static start(arrived: (isNew: boolean) => void, failed: () => void): Underlay | null {
    if (typeof Worker === "undefined" || typeof OffscreenCanvas === "undefined") return null;
    try {
      const worker = new Worker(new URL("./underlay.worker.ts", import.meta.url), { type: "module" });
      return new Underlay(worker, arrived, failed);
    } catch {
      return null;
    }
  }

  /** New positions, links or looks. */
  setSheet(sheet: Sheet): void {
    this.worker.postMessage({ do: "sheet", sheet } satisfies ToWorker);
    this.version += 1;
  }

  /** Something but the view changed: what is lit, what is dragged. */
  stale(): void {
    this.version += 1;
  }

  /** Asks for a picture if the last one no longer serves this view. */
  want(view: View, size: Size, dpr: number, hidden: Uint8Array, ink: string): void {
    const moving = this.shown !== null && !same(view, this.shown);
    const coarse = moving && dpr > 1.5;
    const scale = coarse ? 1 : dpr;
    if (coarse) {
      clearTimeout(this.sharpening);
      this.sharpening = window.setTimeout(() => this.arrived(false), SHARPEN);
    }
    if (this.busy || this.serves(view, size, scale, ink)) return;
    this.busy = true;
    // On whole pixels, so that what the worker painted before is laid beside what it paints now without a seam.
    const whole = (length: number): number => Math.round(length * scale) / scale;
    const margin = { x: whole(size.w * OVERSCAN), y: whole(size.h * OVERSCAN) };
    const job: Job = {
      width: size.w + 2 * margin.x,
      height: size.h + 2 * margin.y,
      brush: { x: whole(view.x) + margin.x, y: whole(view.y) + margin.y, zoom: view.zoom, scale, ink },
      hidden,
      version: this.version,
    };
    this.worker.postMessage({ do: "paint", job } satisfies ToWorker);
  }

  /** A picture is being made. */
  get isBusy(): boolean {
    return this.busy;
  }

  private serves(view: View, size: Size, scale: number, ink: string): boolean {
    const job = this.shown;
    if (job === null || this.picture === null) return false;
    const { brush } = job;
    if (job.version !== this.version || brush.scale < scale || brush.ink !== ink) return false;
    if (Math.abs(brush.zoom / view.zoom - 1) > ZOOM_SLACK) return false;
    const left = view.x - brush.x;
    const top = view.y - brush.y;
    // Ask again before the edge comes into sight.
    const spare = 0.05;
    return (
      left <= -size.w * spare &&
      top <= -size.h * spare &&
      left + job.width >= size.w * (1 + spare) &&
      top + job.height >= size.h * (1 + spare)
    );
  }

  /** Lays the last picture down where it belongs in this view, if there is one yet; `seen` is what of the world is drawn. */
  lay(ctx: Ctx, view: View, seen: Box, dpr: number, alpha: number): void {
    const { picture, shown: job } = this;
    if (picture === null || job === null) return;
    const ratio = view.zoom / job.brush.zoom;
    const x = view.x - job.brush.x * ratio;
    const y = view.y - job.brush.y * ratio;
    this.isShort ||=
      seen.x0 * view.zoom + view.x < x - NEARLY ||
      seen.y0 * view.zoom + view.y < y - NEARLY ||
      seen.x1 * view.zoom + view.x > x + job.width * ratio + NEARLY ||
      seen.y1 * view.zoom + view.y > y + job.height * ratio + NEARLY;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalAlpha = alpha;
    // Stretched by a few hundredths until the next one comes, hairlines stay as crisp as they will be, in half the time.
    ctx.imageSmoothingEnabled = job.brush.scale !== dpr;
    // On whole device pixels, or the picture is blurred by half a pixel.
    ctx.drawImage(
      picture,
      Math.round(x * dpr),
      Math.round(y * dpr),
      Math.round(job.width * ratio * dpr),
      Math.round(job.height * ratio * dpr),
    );
    ctx.globalAlpha = 1;
    ctx.imageSmoothingEnabled = true;
  }

  private take(message: FromWorker): void {
    this.busy = false;
    if (message.picture === null) {
      this.failed();
      return;
    }
    this.picture?.close();
    this.picture = message.picture;
    this.shown = message.job;
    const isNew = message.isNew || this.isShort;
    this.isShort = false;
    this.arrived(isNew);
  }

  destroy(): void {
    clearTimeout(this.sharpening);
    this.worker.terminate();
    this.picture?.close();
    this.picture = null;
  }
}

function same(view: View, job: Job): boolean {
  return Math.abs(view.zoom / job.brush.zoom - 1) < ZOOM_SLACK;
}
