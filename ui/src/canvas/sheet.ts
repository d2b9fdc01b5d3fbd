/*
 * What any canvas is drawn on, mounted into an element: the surface that is listened to, its picture in the device's own
 * pixels, the rulers of the typeface and the frame loop. Controls and fields lie beside the surface, not in it.
 */
import type { Hatch } from "./draw/marks";
import { readTheme, type Theme, watchTheme } from "./theme";
import { TitleBreaker } from "./titles";
import type { Size } from "./view";

/** The state of what is drawn, as far as the window decides it. */
export interface Drawn {
  theme: Theme;
  size: Size;
  dpr: number;
  readonly hatch: Hatch;
}

export interface SheetEvents {
  /** Before a picture of another size. */
  resized?(): void;
  /** Colours or the unit are others. */
  rethemed?(): void;
  /** Widths that were measured count no longer. */
  measured?(): void;
}

/** How long the view must rest before it is told outside. */
const REST = 120;

export class Sheet {
  readonly root = document.createElement("div");
  readonly surface = document.createElement("div");
  readonly titles: TitleBreaker;
  readonly texts: TitleBreaker;
  private readonly canvas = document.createElement("canvas");
  private readonly context = this.canvas.getContext("2d", { alpha: false });
  private readonly titleRuler = document.createElement("canvas").getContext("2d");
  private readonly textRuler = document.createElement("canvas").getContext("2d");
  private readonly calm = matchMedia("(prefers-reduced-motion: reduce)");
  private readonly observer = new ResizeObserver(() => this.resize());
  private unwatch: () => void = () => undefined;
  private readonly off = new AbortController();
  private drawn: Drawn | null = null;
  private events: SheetEvents = {};
  private frame = 0;
  private resting = 0;
  private alive = true;

  constructor(
    host: HTMLElement,
    kind: string,
    private readonly paint: (context: CanvasRenderingContext2D, now: number) => void,
  ) {
    const { root, surface, canvas } = this;
    root.className = `tl-canvas ${kind}`.trimEnd();
    surface.className = "tl-canvas-surface";
    surface.tabIndex = 0;
    canvas.setAttribute("aria-hidden", "true");
    // A graphics card that was reset gives the drawing back blank.
    canvas.addEventListener("contextrestored", () => this.retheme());
    // The fourth and fifth button of a mouse go through views of the canvas, not through pages.
    for (const type of ["mousedown", "mouseup", "auxclick"] as const) {
      surface.addEventListener(type, (e) => {
        if (e.button > 2) e.preventDefault();
      });
    }
    surface.append(canvas);
    root.append(surface);
    host.append(root);
    this.titles = new TitleBreaker((text) => this.titleRuler?.measureText(text).width ?? text.length * 6.5);
    this.texts = new TitleBreaker((text) => this.textRuler?.measureText(text).width ?? text.length * 6.3);
  }

  /** From here on it is drawn; `fonts` are those whose widths are measured. */
  begin(drawn: Drawn, fonts: readonly string[], events: SheetEvents): void {
    this.drawn = drawn;
    this.events = events;
    this.observer.observe(this.surface);
    this.unwatch = watchTheme(() => this.retheme());
    this.watchDensity();
    this.measure();
    this.resize();
    // Widths measured before the bundled font arrived are wrong.
    void Promise.all(fonts.map((font) => document.fonts.load(font))).then(() => this.alive && this.measure());
  }

  readonly stillness = (): boolean => this.calm.matches;

  readonly schedule = (): void => {
    if (this.frame === 0 && this.alive) this.frame = requestAnimationFrame(this.draw);
  };

  readonly focus = (): void => this.surface.focus({ preventScroll: true });

  private readonly draw = (now: number): void => {
    this.frame = 0;
    if (this.context !== null && this.alive) this.paint(this.context, now);
  };

  /** The view has changed; tells when it has come to rest. */
  rest(tell: () => void): void {
    clearTimeout(this.resting);
    this.resting = window.setTimeout(tell, REST);
  }

  /** On another screen the window may be as large as before and have more pixels. */
  private watchDensity(): void {
    const { signal } = this.off;
    const again = (): void => {
      this.watchDensity();
      this.resize();
    };
    matchMedia(`(resolution: ${window.devicePixelRatio || 1}dppx)`).addEventListener("change", again, {
      once: true,
      signal,
    });
  }

  /** Sizes the drawing to the device's own pixels. */
  private resize(): void {
    const { drawn, canvas } = this;
    if (drawn === null) return;
    const box = this.surface.getBoundingClientRect();
    const dpr = window.devicePixelRatio || 1;
    // Where a unit is larger than a pixel of the page, all is drawn larger and as crisp.
    const unit = drawn.theme.unit ?? 1;
    drawn.size = { w: box.width / unit, h: box.height / unit };
    drawn.dpr = dpr * unit;
    this.events.resized?.();
    const w = Math.max(1, Math.round(box.width * dpr));
    const h = Math.max(1, Math.round(box.height * dpr));
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
      // A resized drawing is blank until painted: do it in this same frame, or it flickers.
      this.draw(performance.now());
    }
    this.schedule();
  }

  private measure(): void {
    const font = this.drawn?.theme.font ?? "";
    if (this.titleRuler !== null) this.titleRuler.font = `550 12px ${font}`;
    if (this.textRuler !== null) this.textRuler.font = `400 12px ${font}`;
    this.titles.clear();
    this.texts.clear();
    this.events.measured?.();
    this.schedule();
  }

  private retheme(): void {
    const { drawn } = this;
    if (drawn === null) return;
    drawn.theme = readTheme(this.surface);
    drawn.hatch.clear();
    this.events.rethemed?.();
    this.resize();
    this.measure();
  }

  destroy(): void {
    this.alive = false;
    cancelAnimationFrame(this.frame);
    clearTimeout(this.resting);
    this.observer.disconnect();
    this.unwatch();
    this.off.abort();
    this.root.remove();
  }
}
