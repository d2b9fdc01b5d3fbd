/*
 * The small map in the corner: every card as a bar, the lit line in the accent, the view as a frame, and the
 * zoom controls. Its cards are redrawn only when the scene changes; the frame is an element that moves.
 */
import { wholeBox } from "./framing";
import { CARD_H, CARD_W } from "./measures";
import type { Scene } from "./scene";
import type { Stage } from "./stage";
import { type Box, visible } from "./view";

const W = 176;
const H = 74;
const PAD = 6;
const ICONS = {
  out: "M3.4 8h9.2",
  in: "M8 3.4v9.2M3.4 8h9.2",
  fit: "M2.4 5.6V2.4h3.2M10.4 2.4h3.2v3.2M13.6 10.4v3.2h-3.2M5.6 13.6H2.4v-3.2",
};

export interface OverviewTools {
  zoom(step: 1 | -1): void;
  fit(): void;
  viewed(): void;
}

export class Overview {
  private readonly box: HTMLElement;
  private readonly picture: HTMLCanvasElement;
  private readonly frame: HTMLElement;
  private readonly figure: HTMLElement;
  private readonly stage: Stage;
  private readonly tools: OverviewTools;
  private world: Box = { x0: 0, y0: 0, x1: 1, y1: 1 };
  private scale = 1;
  private drawn: Scene | null = null;
  private places = 0;
  private shown = "";
  private raf = 0;

  constructor(host: HTMLElement, stage: Stage, tools: OverviewTools) {
    this.stage = stage;
    this.tools = tools;
    this.box = element("div", "tl-canvas-overview");
    const map = element("div", "tl-canvas-overview-map");
    map.setAttribute("role", "img");
    map.setAttribute("aria-label", stage.words.overview);
    this.picture = document.createElement("canvas");
    this.frame = element("div", "tl-canvas-overview-frame");
    map.append(this.picture, this.frame);
    const bar = element("div", "tl-canvas-zoom");
    this.figure = element("b", "");
    bar.append(
      button(ICONS.out, stage.words.zoomOut, () => tools.zoom(-1)),
      this.figure,
      button(ICONS.in, stage.words.zoomIn, () => tools.zoom(1)),
      element("span", "tl-canvas-space"),
      button(ICONS.fit, stage.words.fit, () => tools.fit()),
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
    const { stage } = this;
    const r = this.picture.getBoundingClientRect();
    const unit = stage.theme.unit ?? 1;
    const x = ((e.clientX - r.left) / unit - PAD) / this.scale + this.world.x0;
    const y = ((e.clientY - r.top) / unit - PAD) / this.scale + this.world.y0;
    const z = stage.heading.zoom;
    stage.show({ zoom: z, x: stage.size.w / 2 - x * z, y: stage.size.h / 2 - y * z }, gently);
    this.tools.viewed();
  }

  /** What stands over the map. */
  get elements(): readonly Element[] {
    return [this.box];
  }

  /** Called after each picture of the map. */
  update(): void {
    const { stage } = this;
    const text = stage.words.zoom(Math.round(stage.view.zoom * 100));
    if (text !== this.shown) {
      this.shown = text;
      this.figure.textContent = text;
    }
    const { scene, places } = stage.space;
    const { drawn } = this;
    const serves =
      drawn?.focus === scene.focus &&
      drawn.passing === scene.passing &&
      drawn.lanes === scene.lanes &&
      drawn.notes === scene.notes &&
      drawn.frames === scene.frames;
    if (!(serves && this.places === places) && stage.gesture === null) {
      this.drawn = scene;
      this.places = places;
      // The small picture may come one frame later than the large one.
      cancelAnimationFrame(this.raf);
      this.raf = requestAnimationFrame(() => this.paint());
    }
    this.placeFrame();
  }

  redraw(): void {
    this.drawn = null;
    this.update();
  }

  private placeFrame(): void {
    const { stage, world, scale } = this;
    const seen = visible(stage.view, stage.size);
    const x0 = Math.max(2, (seen.x0 - world.x0) * scale + PAD);
    const y0 = Math.max(2, (seen.y0 - world.y0) * scale + PAD);
    const x1 = Math.min(W - 2, (seen.x1 - world.x0) * scale + PAD);
    const y1 = Math.min(H - 2, (seen.y1 - world.y0) * scale + PAD);
    const { style } = this.frame;
    style.transform = `translate(${Math.min(x0, W - 8).toFixed(1)}px, ${Math.min(y0, H - 8).toFixed(1)}px)`;
    style.width = `${Math.max(6, x1 - x0).toFixed(1)}px`;
    style.height = `${Math.max(6, y1 - y0).toFixed(1)}px`;
  }

  private paint(): void {
    const { stage, picture } = this;
    const { space, theme, dpr } = stage;
    const all = wholeBox(space);
    this.world = { ...all, x0: all.x0 - 60, x1: all.x1 + 60 };
    const w = this.world.x1 - this.world.x0;
    const h = this.world.y1 - this.world.y0;
    this.scale = Math.min((W - 2 * PAD) / w, (H - 2 * PAD) / h);
    const spare = [(W - 2 * PAD) / this.scale - w, (H - 2 * PAD) / this.scale - h] as const;
    this.world = {
      x0: this.world.x0 - spare[0] / 2,
      x1: this.world.x1 + spare[0] / 2,
      y0: this.world.y0 - spare[1] / 2,
      y1: this.world.y1 + spare[1] / 2,
    };
    picture.width = Math.round(W * dpr);
    picture.height = Math.round(H * dpr);
    const ctx = picture.getContext("2d");
    if (ctx === null) return;
    ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
    const cw = Math.max(1, CARD_W * this.scale);
    const ch = Math.max(1, CARD_H * 0.75 * this.scale);
    // What the filter keeps back lies lowest, the lit line highest.
    const height = (i: number): number => (space.lit[i] === 1 ? 2 : space.out[i] === 1 ? 0 : 1);
    for (const [layer, colour] of [theme.line, theme.line2, theme.thread].entries()) {
      ctx.fillStyle = colour;
      for (let i = 0; i < space.cardCount; i += 1) {
        if (height(i) !== layer) continue;
        const x = ((space.x[i] ?? 0) - this.world.x0) * this.scale + PAD;
        const y = ((space.y[i] ?? 0) - this.world.y0) * this.scale + PAD;
        if (cw > 5) {
          ctx.beginPath();
          ctx.roundRect(x, y, cw, ch, 1);
          ctx.fill();
        } else ctx.fillRect(x, y, cw, ch);
      }
    }
    for (const i of space.notesIn(this.world)) {
      ctx.fillStyle = theme.note[space.note(i)?.paper ?? "sand"].paper;
      const x = ((space.x[i] ?? 0) - this.world.x0) * this.scale + PAD;
      const y = ((space.y[i] ?? 0) - this.world.y0) * this.scale + PAD;
      ctx.fillRect(x, y, Math.max(1.5, space.w(i) * this.scale), Math.max(1.5, space.h(i) * this.scale));
    }
    this.placeFrame();
  }

  destroy(): void {
    cancelAnimationFrame(this.raf);
    this.box.remove();
  }
}

function element(tag: string, className: string): HTMLElement {
  const node = document.createElement(tag);
  if (className !== "") node.className = className;
  return node;
}

/** Reachable by pointer only: the keyboard has + − 0 on the map itself, which stays one tab stop. */
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
  // A press on a control must not take the keyboard away from the map.
  node.addEventListener("mousedown", (e) => e.preventDefault());
  return node;
}
