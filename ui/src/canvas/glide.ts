/*
 * Moves the view while something is dragged against an edge of it, frame by frame, for as long as it stays there.
 */
import { edgeSpeed } from "./gestures";
import type { Ground } from "./hand";
import { pan } from "./view";

export class Glide {
  private frame = 0;
  /** Whether the pointer has been away from the edges: a card gripped at the edge does not run off at once. */
  private cleared = false;

  /** `moved` is told after each step of the view. */
  constructor(
    private readonly ground: Ground,
    private readonly reaching: () => "both" | "x" | null,
    private readonly moved: () => void,
  ) {}

  begin(): void {
    this.end();
    this.cleared = false;
  }

  end(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  follow(): void {
    const { ground } = this;
    const axes = this.reaching();
    const speed = axes !== null && ground.pointer !== null ? edgeSpeed(ground.pointer, ground.size) : null;
    if (axes !== null && speed === null) this.cleared = true;
    if (speed === null || !this.cleared || this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (ground.pointer === null || this.reaching() === null) return;
      ground.show(pan(ground.view, -speed.x, axes === "x" ? 0 : -speed.y), false);
      this.moved();
      this.follow();
    });
  }
}
