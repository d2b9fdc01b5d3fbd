/*
 * The screen of a presentation: two sheets that fade into each other, each a picture that was drawn before. What is on
 * screen is never zoomed or drawn while somebody looks.
 */
import {
  Album,
  type Picture,
  type Presented,
  type Slide,
  type Stills,
  stillsOf,
  themeNamed,
  typefaceReady,
} from "../../canvas/show/index.ts";

/** Milliseconds from one slide to the next. */
const FADE = 160;

interface Drawn extends Picture {
  readonly image: CanvasImageSource;
}

/** In place of a picture that is not wanted any more. */
const NOTHING: Drawn = { image: document.createElement("canvas"), close: () => undefined };

export class Screens {
  private album: Album<Drawn> | null = null;
  private stills: Stills | null = null;
  private slides: readonly Slide[] = [];
  private front = 0;
  private asked = 0;
  private wanted = 0;
  /** Pictures are drawn one after the other, on one easel. */
  private turn: Promise<unknown> = Promise.resolve();
  /** Pictures are drawn here and then kept as bitmaps. */
  private readonly easel = document.createElement("canvas");

  constructor(
    private readonly host: HTMLElement,
    private readonly sheets: readonly [HTMLCanvasElement, HTMLCanvasElement],
    private readonly still: () => boolean,
  ) {}

  /** Other slides, or another size or look of the screen: every picture is drawn anew. */
  load(presented: Presented, slides: readonly Slide[], selection: readonly string[]): void {
    this.album?.close();
    this.stills?.destroy();
    const dark = document.documentElement.dataset.theme === "dark";
    const theme = themeNamed(this.host, dark ? "dark" : "light", true);
    this.slides = slides;
    const stills = stillsOf(presented, selection, theme);
    this.stills = stills;
    this.turn = Promise.all([this.turn, typefaceReady(theme.font)]);
    const made = (slide: number) => {
      const drawn = this.turn.then(() => this.draw(stills, slide));
      this.turn = drawn.catch(() => undefined);
      return drawn;
    };
    this.album = new Album(made, slides.length, quiet);
  }

  /** Shows a slide; a later wish overtakes an earlier one. */
  async show(slide: number, gently: boolean): Promise<void> {
    const { album } = this;
    if (album === null || this.slides[slide] === undefined) return;
    this.asked += 1;
    this.wanted = slide;
    const mine = this.asked;
    const { image } = await album.turnTo(slide);
    if (mine !== this.asked || album !== this.album) return;
    const back = 1 - this.front;
    const [shown, old] = [this.sheets[back], this.sheets[this.front]];
    if (shown === undefined || old === undefined) return;
    const { w, h, dpr } = this.measure();
    shown.width = Math.round(w * dpr);
    shown.height = Math.round(h * dpr);
    shown.getContext("2d", { alpha: false })?.drawImage(image, 0, 0);
    this.front = back;
    old.style.zIndex = "0";
    shown.style.zIndex = "1";
    shown.style.visibility = "visible";
    if (gently && !this.still() && typeof shown.animate === "function")
      shown.animate([{ opacity: 0 }, { opacity: 1 }], { duration: FADE, easing: "ease-out" });
  }

  /** How many pictures are held. */
  get held(): number {
    return this.album?.size ?? 0;
  }

  close(): void {
    this.asked += 1;
    this.album?.close();
    this.album = null;
    this.stills?.destroy();
    this.stills = null;
    for (const sheet of [...this.sheets, this.easel]) {
      sheet.width = 0;
      sheet.height = 0;
    }
  }

  private measure(): { w: number; h: number; dpr: number } {
    return { w: this.host.clientWidth, h: this.host.clientHeight, dpr: window.devicePixelRatio || 1 };
  }

  private async draw(stills: Stills, slide: number): Promise<Drawn> {
    // Whoever went on meanwhile does not wait for what is not shown any more.
    if (stills !== this.stills || Math.abs(slide - this.wanted) > 1) return NOTHING;
    const { w, h, dpr } = this.measure();
    // Where bitmaps cannot be made, each picture keeps a canvas of its own.
    const bitmaps = typeof createImageBitmap === "function";
    const easel = bitmaps ? this.easel : document.createElement("canvas");
    easel.width = Math.max(1, Math.round(w * dpr));
    easel.height = Math.max(1, Math.round(h * dpr));
    const context = easel.getContext("2d", { alpha: false });
    const part = this.slides[slide]?.part;
    if (context !== null && part !== undefined) await stills.draw(context, part, { w, h }, dpr);
    if (bitmaps) {
      const image = await createImageBitmap(easel);
      return { image, close: () => image.close() };
    }
    return {
      image: easel,
      close: () => {
        easel.width = 0;
      },
    };
  }
}

/** A moment after the fade, when the window has nothing to do. */
function quiet(run: () => void): void {
  setTimeout(() => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: 500 });
    else run();
  }, FADE + 60);
}
