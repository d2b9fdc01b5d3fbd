/*
 * Where a dragged card clicks into place: in line with the edges of cards nearby, at their pitch, between two of
 * them, or going on in their rhythm. Pure; what lies around is read once, at the start of a drag, so that a move
 * walks two arrays and allocates nothing.
 */
import { CARD_H, CARD_W, GRAINS } from "./measures";
import type { Space } from "./space";
import type { Box } from "./view";

/** Screen pixels within which a card clicks into place. */
export const SNAP_REACH = 6;
/** As many cards around are looked at; beyond it nobody could tell what a card was aligned with. */
const MOST = 600;
/** Cards whose tops differ by less stand in one row. */
const ROW = 10;

/** What the dragged card is in line with, in world units; NaN for nothing. Written over with every move. */
export interface Guides {
  /** The left edge that is shared, and from where to where the hairline goes. */
  x: number;
  x0: number;
  x1: number;
  /** The top edge that is shared, and its hairline. */
  y: number;
  y0: number;
  y1: number;
  /** Left edges of up to three cards with equal gaps, in order. */
  a: number;
  b: number;
  c: number;
}

export function noGuides(): Guides {
  const none = Number.NaN;
  return { x: none, x0: none, x1: none, y: none, y0: none, y1: none, a: none, b: none, c: none };
}

export class Snapper {
  /** Left and top of the cards that stay where they are, by x. */
  private readonly xs: Float64Array;
  private readonly ys: Float64Array;
  /** Whether a card can share a row with the one that is dragged: where bands are rows only one of the same band. */
  private readonly kin: Uint8Array;
  private readonly pitchX: number;
  private readonly pitchY: number;
  readonly guides = noGuides();
  /** The answer to the last `to`. */
  x = 0;
  y = 0;

  constructor(space: Space, lead: number, moving: ReadonlySet<number>, seen: Box) {
    const band = space.card(lead)?.band ?? null;
    const { axis } = space.scene;
    const grain = GRAINS[axis ?? "rows"];
    [this.pitchX, this.pitchY] = axis === "columns" ? [grain.next, grain.pitch] : [grain.pitch, grain.next];
    const around = space
      .cardsIn(seen)
      .filter((i) => !moving.has(i))
      .slice(0, MOST)
      .sort((a, b) => (space.x[a] ?? 0) - (space.x[b] ?? 0));
    this.xs = Float64Array.from(around, (i) => space.x[i] ?? 0);
    this.ys = Float64Array.from(around, (i) => space.y[i] ?? 0);
    this.kin = Uint8Array.from(around, (i) => (axis !== "rows" || space.card(i)?.band === band ? 1 : 0));
  }

  /** Where the card comes to lie that is wished to lie at x, y. */
  to(x: number, y: number, reach: number): void {
    this.clear();
    this.y = this.row(y, reach);
    this.x = this.column(x, reach);
    this.draw();
  }

  clear(): void {
    const g = this.guides;
    g.x = g.x0 = g.x1 = g.y = g.y0 = g.y1 = g.a = g.b = g.c = Number.NaN;
  }

  private row(y: number, reach: number): number {
    const { ys, kin } = this;
    let best = y;
    let near = reach;
    for (let i = 0; i < ys.length; i += 1) {
      if (kin[i] === 0) continue;
      const other = ys[i] ?? 0;
      for (let step = -1; step <= 1; step += 1) {
        const d = Math.abs(other + step * this.pitchY - y);
        // Being in a row comes before standing at its pitch.
        if (d > near || (d === near && step !== 0)) continue;
        near = d;
        best = other + step * this.pitchY;
      }
    }
    return best;
  }

  private column(x: number, reach: number): number {
    const { xs, ys, guides } = this;
    let best = x;
    let near = reach;
    let before = Number.NaN;
    for (let i = 0; i < xs.length; i += 1) {
      const other = xs[i] ?? 0;
      const edge = Math.abs(other - x);
      const mate = Math.abs((ys[i] ?? 0) - this.y) < ROW;
      if (edge <= near && !mate) {
        near = edge;
        best = other;
        guides.a = guides.b = guides.c = Number.NaN;
      }
      if (!mate) continue;
      for (let step = -1; step <= 1; step += 2) {
        const d = Math.abs(other + step * this.pitchX - x);
        if (d >= near) continue;
        near = d;
        best = other + step * this.pitchX;
        guides.a = guides.b = guides.c = Number.NaN;
      }
      const gap = other - before;
      if (gap >= CARD_W) {
        // After the two, before them, or between them where there is room.
        for (let place = 0; place < 3; place += 1) {
          if (place === 2 && gap < 2 * CARD_W) continue;
          const wish = place === 0 ? other + gap : place === 1 ? before - gap : before + gap / 2;
          const d = Math.abs(wish - x);
          if (d >= near) continue;
          near = d;
          best = wish;
          guides.a = place === 1 ? wish : before;
          guides.b = place === 0 ? other : place === 1 ? before : wish;
          guides.c = place === 0 ? wish : other;
        }
      }
      before = other;
    }
    return best;
  }

  /** How far the hairlines reach: over everything that is in line. */
  private draw(): void {
    const { xs, ys, kin, guides: g, x, y } = this;
    for (let i = 0; i < xs.length; i += 1) {
      const ox = xs[i] ?? 0;
      const oy = ys[i] ?? 0;
      if (Math.abs(ox - x) < 0.5) {
        g.x = x;
        g.x0 = Math.min(Number.isNaN(g.x0) ? y : g.x0, oy);
        g.x1 = Math.max(Number.isNaN(g.x1) ? y + CARD_H : g.x1, oy + CARD_H);
      }
      if (kin[i] === 1 && Math.abs(oy - y) < 0.5) {
        g.y = y;
        g.y0 = Math.min(Number.isNaN(g.y0) ? x : g.y0, ox);
        g.y1 = Math.max(Number.isNaN(g.y1) ? x + CARD_W : g.y1, ox + CARD_W);
      }
    }
  }
}
