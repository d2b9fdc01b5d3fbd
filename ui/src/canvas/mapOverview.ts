/*
 * The map as the small picture in its corner shows it: every card as a bar, the lit line in the accent, notes in their
 * paper.
 */
import type { Ctx } from "./draw/frame";
import { wholeBox } from "./framing";
import { CARD_H, CARD_W } from "./measures";
import type { Overlooked, Small } from "./overview";
import type { Scene } from "./scene";
import type { Stage } from "./stage";
import { type Box, type Point, visible } from "./view";

export class MapOverview implements Overlooked {
  readonly isEven = true;
  private drawn: Scene | null = null;
  private places = 0;

  constructor(
    private readonly stage: Stage,
    private readonly viewed: () => void,
  ) {}

  get words() {
    return this.stage.words;
  }

  /** Of an empty canvas there is no picture. */
  get isLarge() {
    return this.stage.space.boxCount > 0;
  }

  get zoom() {
    return this.stage.view.zoom;
  }

  get theme() {
    return this.stage.theme;
  }

  get dpr() {
    return this.stage.dpr;
  }

  whole(): Box {
    const all = wholeBox(this.stage.space);
    return { ...all, x0: all.x0 - 60, x1: all.x1 + 60 };
  }

  sight(): Box {
    return visible(this.stage.view, this.stage.size);
  }

  centre({ x, y }: Point, gently: boolean): void {
    const { stage } = this;
    const { zoom } = stage.heading;
    stage.show({ zoom, x: stage.size.w / 2 - x * zoom, y: stage.size.h / 2 - y * zoom }, gently);
    this.viewed();
  }

  isStale(): boolean {
    const { gesture, space } = this.stage;
    const { scene, places } = space;
    const { drawn } = this;
    const serves =
      drawn?.focus === scene.focus &&
      drawn.passing === scene.passing &&
      drawn.lanes === scene.lanes &&
      drawn.notes === scene.notes &&
      drawn.frames === scene.frames;
    if ((serves && this.places === places) || gesture !== null) return false;
    this.drawn = scene;
    this.places = places;
    return true;
  }

  paint(ctx: Ctx, small: Small): void {
    const { space, theme } = this.stage;
    const cw = Math.max(1, CARD_W * small.kx);
    const ch = Math.max(1, CARD_H * 0.75 * small.ky);
    // What the filter keeps back lies lowest, the lit line highest.
    const height = (i: number): number => (space.lit[i] === 1 ? 2 : space.out[i] === 1 ? 0 : 1);
    for (const [layer, colour] of [theme.line, theme.line2, theme.thread].entries()) {
      ctx.fillStyle = colour;
      for (let i = 0; i < space.cardCount; i += 1) {
        if (height(i) !== layer) continue;
        const [x, y] = [small.x(space.x[i] ?? 0), small.y(space.y[i] ?? 0)];
        if (cw > 5) {
          ctx.beginPath();
          ctx.roundRect(x, y, cw, ch, 1);
          ctx.fill();
        } else ctx.fillRect(x, y, cw, ch);
      }
    }
    for (const i of space.notesIn(this.whole())) {
      ctx.fillStyle = theme.note[space.note(i)?.paper ?? "sand"].paper;
      const [w, h] = [Math.max(1.5, space.w(i) * small.kx), Math.max(1.5, space.h(i) * small.ky)];
      ctx.fillRect(small.x(space.x[i] ?? 0), small.y(space.y[i] ?? 0), w, h);
    }
  }
}
