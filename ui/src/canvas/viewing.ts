/*
 * Changing the view by a whole step: everything at once, nearer, farther. A view that has come to rest is remembered for the
 * way back and told outside; one that was made for the window is made again when a room takes larger units.
 */
import { whole } from "./framing";
import { ZOOM_META } from "./measures";
import type { Stage } from "./stage";
import type { Trail } from "./trail";
import { type Size, steppedZoom, type View, zoomAt } from "./view";

/** How long the view must rest before it counts. */
export const REST = 120;

export class Viewing {
  private readonly stage: Stage;
  private readonly trail: Trail;
  private readonly onRest: (view: View) => void;
  private resting = 0;
  /** The view that was made for the window, as long as nobody moved it, and the smallest zoom it was made with. */
  private made: { readonly view: View; readonly least: number } | null = null;

  constructor(stage: Stage, trail: Trail, onRest: (view: View) => void) {
    this.stage = stage;
    this.trail = trail;
    this.onRest = onRest;
  }

  /** The view changed. */
  viewed(): void {
    clearTimeout(this.resting);
    this.resting = window.setTimeout(() => {
      this.trail.rest(this.stage.heading, this.stage.size);
      this.onRest(this.stage.view);
    }, REST);
  }

  fit(gently = true): void {
    this.make(0, gently);
    this.viewed();
  }

  /** The view that a canvas opens with: all of it where titles can be read then, else its beginning. */
  home(): void {
    this.make(ZOOM_META, false);
    this.stage.settle();
  }

  /** Units became larger or smaller; before, so many filled the window. */
  reseat(before: Size): void {
    const { stage, made } = this;
    const { size, heading } = stage;
    if (made !== null && made.view === heading) this.make(made.least, false);
    else {
      const [dx, dy] = [(size.w - before.w) / 2, (size.h - before.h) / 2];
      stage.show({ ...heading, x: heading.x + dx, y: heading.y + dy }, false);
    }
    stage.settle();
    this.viewed();
  }

  private make(least: number, gently: boolean): void {
    const view = whole(this.stage, least);
    this.stage.show(view, gently);
    this.made = { view, least };
  }

  zoom(step: 1 | -1): void {
    const { size, heading, least } = this.stage;
    const middle = { x: size.w / 2, y: size.h / 2 };
    this.stage.show(zoomAt(heading, middle, steppedZoom(heading.zoom, step), least), true);
    this.viewed();
  }

  destroy(): void {
    clearTimeout(this.resting);
  }
}
