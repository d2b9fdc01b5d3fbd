/*
 * Changing the view by a whole step: everything at once, nearer, farther. A view that has come to rest is remembered for the
 * way back and told outside.
 */
import { whole } from "./framing";
import type { Stage } from "./stage";
import type { Trail } from "./trail";
import { steppedZoom, type View, zoomAt } from "./view";

/** How long the view must rest before it counts. */
const REST = 120;

export class Viewing {
  private readonly stage: Stage;
  private readonly trail: Trail;
  private readonly onRest: (view: View) => void;
  private resting = 0;

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
    this.stage.show(whole(this.stage, 0), gently);
    this.viewed();
  }

  zoom(step: 1 | -1): void {
    const { size, heading } = this.stage;
    const middle = { x: size.w / 2, y: size.h / 2 };
    this.stage.show(zoomAt(heading, middle, steppedZoom(heading.zoom, step)), true);
    this.viewed();
  }

  destroy(): void {
    clearTimeout(this.resting);
  }
}
