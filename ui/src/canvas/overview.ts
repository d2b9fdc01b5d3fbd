/*
 * The small picture in the corner of a canvas: all of it, the part in sight as a frame, and the zoom controls. What it
 * shows is painted again only when that changes; the frame is an element that moves.
 */
import type { Ctx } from "./draw/frame";
import { Paced } from "./paced";
import type { Theme } from "./theme";
import type { Box, Point } from "./view";

const W = 176;
const H = 74;
const PAD = 6;
const ICONS = {
  out: "M3.4 8h9.2",
  in: "M8 3.4v9.2M3.4 8h9.2",
  fit: "M2.4 5.6V2.4h3.2M10.4 2.4h3.2v3.2M13.6 10.4v3.2h-3.2M5.6 13.6H2.4v-3.2",
};

export interface OverviewWords {
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly overview: string;
  zoom(percent: number): string;
}

/** Where a place of the world lies in the small picture. */
export interface Small {
  readonly kx: number;
  readonly ky: number;
  x(world: number): number;
  y(world: number): number;
}

/** A canvas as it is looked down on. */
export interface Overlooked {
  readonly words: OverviewWords;
  readonly zoom: number;
  readonly theme: Theme;
  readonly dpr: number;
  /** Whether its two axes are drawn to one scale. */
  readonly isEven: boolean;
  /** Whether it is larger than the window; where it is not there are the controls alone. */
  readonly isLarge: boolean;
  whole(): Box;
  sight(): Box;
  /** True once after what is painted has changed. */
  isStale(): boolean;
  paint(ctx: Ctx, small: Small): void;
  /** Brings a place of the world into the middle. */
  centre(at: Point, gently: boolean): void;
}

export class Overview {
  private readonly box: HTMLElement;
  private readonly map: HTMLElement;
  private readonly picture: HTMLCanvasElement;
  private readonly frame: HTMLElement;
  private readonly figure: HTMLElement;
  private origin: Point = { x: 0, y: 0 };
  private scale: Point = { x: 1, y: 1 };
  private shown = "";
  private raf = 0;
  /** The zoom it shows. */
  private zoom = 0;
  private readonly zooming = new Paced(() => this.follow());

  constructor(
    host: HTMLElement,
    private readonly below: Overlooked,
    tools: { zoom(step: 1 | -1): void; fit(): void },
  ) {
    const { words } = below;
    this.box = element("div", "tl-canvas-overview");
    const map = element("div", "tl-canvas-overview-map");
    this.map = map;
    map.setAttribute("role", "img");
    map.setAttribute("aria-label", words.overview);
    this.picture = document.createElement("canvas");
    this.picture.addEventListener("contextrestored", () => this.redraw());
    this.frame = element("div", "tl-canvas-overview-frame");
    map.append(this.picture, this.frame);
    const bar = element("div", "tl-canvas-zoom");
    this.figure = element("b", "");
    bar.append(
      button(ICONS.out, words.zoomOut, () => tools.zoom(-1)),
      this.figure,
      button(ICONS.in, words.zoomIn, () => tools.zoom(1)),
      element("span", "tl-canvas-space"),
      button(ICONS.fit, words.fit, () => tools.fit()),
    );
    this.box.append(map, bar);
    host.append(this.box);
    for (const kind of ["pointerdown", "dblclick", "wheel"]) {
      bar.addEventListener(kind, (e) => e.stopPropagation());
    }
    map.addEventListener("pointerdown", (e) => {
      e.stopPropagation();
      map.setPointerCapture(e.pointerId);
      this.centre(e, true);
    });
    map.addEventListener("pointermove", (e) => {
      if (map.hasPointerCapture(e.pointerId)) this.centre(e, false);
    });
    map.addEventListener("dblclick", (e) => e.stopPropagation());
  }

  /** Moves the view so that the pointed place is in its middle. */
  private centre(e: PointerEvent, gently: boolean): void {
    const { below, origin, scale } = this;
    const r = this.picture.getBoundingClientRect();
    const unit = below.theme.unit ?? 1;
    const x = ((e.clientX - r.left) / unit - PAD) / scale.x + origin.x;
    const y = ((e.clientY - r.top) / unit - PAD) / scale.y + origin.y;
    below.centre({ x, y }, gently);
  }

  /** What stands over the canvas. */
  get elements(): readonly Element[] {
    return [this.box];
  }

  /** Called after each picture of the canvas. While somebody zooms, the frame changes its size, and the figure with it. */
  update(): void {
    const { below } = this;
    const large = below.isLarge;
    if (this.map.hidden === large) this.map.hidden = !large;
    if (large && below.isStale()) this.redraw();
    if (below.zoom === this.zoom) this.follow();
    else this.zooming.ask();
  }

  private follow(): void {
    const { below } = this;
    this.zoom = below.zoom;
    const text = below.words.zoom(Math.round(below.zoom * 100));
    if (text !== this.shown) {
      this.shown = text;
      this.figure.textContent = text;
    }
    this.placeFrame();
  }

  /** The small picture may come one frame later than the large one. */
  redraw(): void {
    cancelAnimationFrame(this.raf);
    this.raf = requestAnimationFrame(() => this.paint());
  }

  private placeFrame(): void {
    const { origin, scale } = this;
    const seen = this.below.sight();
    const x0 = Math.max(2, (seen.x0 - origin.x) * scale.x + PAD);
    const y0 = Math.max(2, (seen.y0 - origin.y) * scale.y + PAD);
    const x1 = Math.min(W - 2, (seen.x1 - origin.x) * scale.x + PAD);
    const y1 = Math.min(H - 2, (seen.y1 - origin.y) * scale.y + PAD);
    const { style } = this.frame;
    style.transform = `translate(${Math.min(x0, W - 8).toFixed()}px, ${Math.min(y0, H - 8).toFixed()}px)`;
    style.width = `${Math.max(6, x1 - x0).toFixed()}px`;
    style.height = `${Math.max(6, y1 - y0).toFixed()}px`;
  }

  private paint(): void {
    const { below, picture } = this;
    const all = below.whole();
    const [w, h] = [Math.max(1, all.x1 - all.x0), Math.max(1, all.y1 - all.y0)];
    const [wide, high] = [(W - 2 * PAD) / w, (H - 2 * PAD) / h];
    const k = Math.min(wide, high);
    this.scale = below.isEven ? { x: k, y: k } : { x: wide, y: high };
    this.origin = {
      x: all.x0 - ((W - 2 * PAD) / this.scale.x - w) / 2,
      y: all.y0 - ((H - 2 * PAD) / this.scale.y - h) / 2,
    };
    const { dpr } = below;
    picture.width = Math.round(W * dpr);
    picture.height = Math.round(H * dpr);
    const ctx = picture.getContext("2d");
    if (ctx === null) return;
    ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
    const { origin, scale } = this;
    below.paint(ctx, {
      kx: scale.x,
      ky: scale.y,
      x: (world) => (world - origin.x) * scale.x + PAD,
      y: (world) => (world - origin.y) * scale.y + PAD,
    });
    this.placeFrame();
  }

  destroy(): void {
    cancelAnimationFrame(this.raf);
    this.zooming.end();
    this.box.remove();
  }
}

function element(tag: string, className: string): HTMLElement {
  const node = document.createElement(tag);
  if (className !== "") node.className = className;
  return node;
}

/** Reachable by pointer only: the keyboard has + − 0 on the canvas itself, which stays one tab stop. */
function button(path: string, label: string, act: () => void): HTMLElement {
  const node = document.createElement("button");
  node.type = "button";
  node.tabIndex = -1;
  node.title = label;
  node.setAttribute("aria-label", label);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  node.append(svg);
  node.addEventListener("click", act);
  // A press on a control must not take the keyboard away from the canvas.
  node.addEventListener("mousedown", (e) => e.preventDefault());
  return node;
}
