/*
 * The elements of a mounted map: a root for everything, and in it the surface that is drawn on and listened to.
 * Controls and fields lie beside the surface, not in it.
 */
import type { Stage } from "./stage";

export interface Mounted {
  readonly root: HTMLElement;
  readonly surface: HTMLElement;
  readonly canvas: HTMLCanvasElement;
}

export function mount(host: HTMLElement): Mounted {
  const root = document.createElement("div");
  root.className = "tl-canvas";
  const surface = document.createElement("div");
  surface.className = "tl-canvas-surface";
  surface.tabIndex = 0;
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  // The fourth and fifth button of a mouse go through views of the map, not through pages.
  for (const kind of ["mousedown", "mouseup", "auxclick"] as const) {
    surface.addEventListener(kind, (e) => {
      if (e.button > 2) e.preventDefault();
    });
  }
  surface.append(canvas);
  root.append(surface);
  host.append(root);
  return { root, surface, canvas };
}

/** Sizes the drawing to the device's own pixels; true when it changed and so is blank. */
export function sized(stage: Stage, surface: HTMLElement, canvas: HTMLCanvasElement): boolean {
  const box = surface.getBoundingClientRect();
  const dpr = window.devicePixelRatio || 1;
  // Where a unit is larger than a pixel of the page, all is drawn larger and as crisp.
  const unit = stage.theme.unit ?? 1;
  stage.size = { w: box.width / unit, h: box.height / unit };
  stage.dpr = dpr * unit;
  const w = Math.max(1, Math.round(box.width * dpr));
  const h = Math.max(1, Math.round(box.height * dpr));
  if (canvas.width === w && canvas.height === h) return false;
  canvas.width = w;
  canvas.height = h;
  return true;
}
