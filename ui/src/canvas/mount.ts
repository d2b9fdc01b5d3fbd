/*
 * The elements of a mounted map: a root for everything, and in it the surface that is drawn on and listened to.
 * Controls and fields lie beside the surface, not in it.
 */
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
