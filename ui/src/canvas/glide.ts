/*
 * Moves the view while something is dragged against an edge of it, frame by frame, for as long as it stays there.
 */
import { edgeSpeed } from "./gestures";
import type { Stage } from "./stage";
import { pan } from "./view";

export class Glide {
  private frame = 0;
  /** Whether the pointer has been away from the edges: a card gripped at the edge does not run off at once. */
  private cleared = false;
  private readonly stage: Stage;
  private readonly moved: () => void;

  /** `moved` is told after each step of the view. */
  constructor(stage: Stage, moved: () => void) {
    this.stage = stage;
    this.moved = moved;
  }

  begin(): void {
    this.end();
    this.cleared = false;
  }

  end(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  follow(): void {
    const { stage } = this;
    const kind = stage.gesture?.kind;
    const reaching = kind === "drag" || kind === "marquee" || kind === "connect";
    const speed = reaching && stage.pointer !== null ? edgeSpeed(stage.pointer, stage.size) : null;
    if (reaching && speed === null) this.cleared = true;
    if (speed === null || !this.cleared || this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (stage.pointer === null || stage.gesture === null) return;
      stage.show(pan(stage.view, -speed.x, -speed.y), false);
      this.moved();
      this.follow();
    });
  }
}
