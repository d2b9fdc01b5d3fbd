/*
 * The picture of what stands still, kept while the view only shifts: it is laid down again, and only what came into sight is
 * drawn. Most of a frame is type and rounded corners, which cost several times what copying them does. It is as opaque as the
 * canvas itself, so that type looks alike in both. A few cards that look otherwise are drawn into it, and
 * where nothing else changed only their part of the screen is; anything else is drawn directly, and the picture is made in the frame after.
 */
import type { SceneCard } from "../scene";
import type { Stage } from "../stage";
import type { Box, Size } from "../view";
import { MANY } from "../ways";
import { SHADE } from "./carried";
import { type Area, exposed } from "./exposed";
import type { Ctx, Frame } from "./frame";
import { drawGround } from "./ground";

/** As many cards that look otherwise are drawn into the picture one by one. */
const FEW = 24;
/** Share of the view that is kept beyond each of its sides; the worker's picture reaches at least as far. */
const MARGIN = 0.05;

export class KeptGround {
  private canvas: HTMLCanvasElement | null = null;
  private ctx: CanvasRenderingContext2D | null = null;
  private sign: readonly unknown[] = [];
  private cards: readonly SceneCard[] = [];
  /** What was drawn over it last. */
  private over: readonly unknown[] = [];
  /** Where the world begins in the picture, in device pixels; null while there is none. */
  private at: { x: number; y: number } | null = null;

  /**
   * Lays what is kept where this frame has it. Returns where the screen changes by it, to which whatever is drawn over it is
   * confined; null where it does not serve and all is to be drawn.
   */
  lay(stage: Stage, f: Frame): readonly Area[] | null {
    const sign = signOf(stage, f);
    const { scene } = stage.space;
    const others = alike(sign, this.sign)
      ? changed(this.cards, scene.cards, scene.overlay === null ? FEW : 0)
      : null;
    this.sign = sign;
    this.cards = scene.cards;
    if (others === null || f.detail.card < 1 || hasLooseEnds(stage)) {
      this.at = null;
      this.over = [];
      return null;
    }
    const { dpr, view } = f;
    const [w, h] = [Math.round(stage.size.w * dpr), Math.round(stage.size.h * dpr)];
    const margin = { x: Math.round(w * MARGIN), y: Math.round(h * MARGIN) };
    const wide = { w: w + 2 * margin.x, h: h + 2 * margin.y };
    const canvas = this.sized(stage, wide.w, wide.h);
    if (canvas === null || this.ctx === null) return null;
    const begin = { x: Math.round(view.x * dpr), y: Math.round(view.y * dpr) };
    let from = this.at === null ? null : { x: this.at.x - begin.x, y: this.at.y - begin.y };
    if (from === null || !fits(from, { w, h }, wide)) {
      const next = { x: begin.x + margin.x, y: begin.y + margin.y };
      this.renew(stage, f, wide, next);
      from = margin;
    }
    const mended: Area[] = [];
    for (const i of others) {
      const area = areaOf(stage.space.boxOf(i), f, this.at, wide);
      if (area === null) continue;
      this.fill(stage, { ...f, ctx: this.ctx }, wide, area);
      mended.push({ ...area, x: area.x - from.x, y: area.y - from.y });
    }
    const isIdle = stage.gesture === null && stage.draft === null;
    const over = overOf(stage, begin);
    const isSteady = isIdle && alike(over, this.over);
    // What a gesture drew is to go when it ends.
    this.over = isIdle ? over : [];
    const areas = isSteady ? mended : [{ x: 0, y: 0, w, h }];
    confine(f.ctx, areas, () => f.ctx.drawImage(canvas, from.x, from.y, w, h, 0, 0, w, h));
    return areas;
  }

  /** Moves what is there to its new place and draws the rest. */
  private renew(
    stage: Stage,
    f: Frame,
    wide: { w: number; h: number },
    next: { x: number; y: number },
  ): void {
    const { at, ctx, canvas } = this;
    if (ctx === null || canvas === null) return;
    const dx = at === null ? wide.w : next.x - at.x;
    const dy = at === null ? wide.h : next.y - at.y;
    this.at = next;
    const isAnythingLeft = Math.abs(dx) < wide.w && Math.abs(dy) < wide.h;
    if (isAnythingLeft) {
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      ctx.globalAlpha = 1;
      ctx.drawImage(canvas, dx, dy);
    }
    for (const area of isAnythingLeft ? exposed(wide, dx, dy) : [{ x: 0, y: 0, ...wide }]) {
      this.fill(stage, { ...f, ctx }, wide, area);
    }
  }

  private fill(stage: Stage, f: Frame, wide: { w: number; h: number }, area: Area): void {
    const { ctx, at } = this;
    if (ctx === null || at === null) return;
    const { dpr } = f;
    const { zoom } = f.view;
    const view = { ...f.view, x: at.x / dpr, y: at.y / dpr };
    const seen: Box = {
      x0: (area.x - at.x) / dpr / zoom,
      y0: (area.y - at.y) / dpr / zoom,
      x1: (area.x + area.w - at.x) / dpr / zoom,
      y1: (area.y + area.h - at.y) / dpr / zoom,
    };
    const size: Size = { w: wide.w / dpr, h: wide.h / dpr };
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.beginPath();
    ctx.rect(area.x, area.y, area.w, area.h);
    ctx.clip();
    ctx.textBaseline = "alphabetic";
    ctx.textAlign = "left";
    drawGround(stage, { ...f, view }, size, seen, SHADE);
    ctx.restore();
  }

  private sized(stage: Stage, w: number, h: number): HTMLCanvasElement | null {
    if (this.canvas === null) {
      this.canvas = document.createElement("canvas");
      this.ctx = this.canvas.getContext("2d", { alpha: false });
      // After a sleep or a new driver the graphics card may give it back black.
      this.canvas.addEventListener("contextrestored", () => {
        this.reset();
        stage.invalidate();
      });
    }
    if (this.canvas.width !== w || this.canvas.height !== h) {
      this.canvas.width = w;
      this.canvas.height = h;
      this.at = null;
    }
    return this.ctx === null ? null : this.canvas;
  }

  /** What was measured or coloured otherwise is drawn anew. */
  reset(): void {
    this.sign = [];
    this.over = [];
    this.at = null;
  }

  destroy(): void {
    // Some browsers keep the pixels of a canvas until it is collected.
    if (this.canvas !== null) this.canvas.width = 0;
    this.canvas = null;
    this.ctx = null;
    this.reset();
  }
}

/** Draws within areas of the screen, in device pixels; nothing where there are none. */
export function confine(ctx: Ctx, areas: readonly Area[], draw: () => void): void {
  if (areas.length === 0) return;
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.beginPath();
  for (const { x, y, w, h } of areas) ctx.rect(x, y, w, h);
  ctx.clip();
  ctx.globalAlpha = 1;
  draw();
  ctx.restore();
}

/** The part of the picture that a box of the world lies in, with what reaches out of it; null where it lies elsewhere. */
function areaOf(
  box: Box,
  { view, dpr }: Frame,
  at: { x: number; y: number } | null,
  wide: { w: number; h: number },
): Area | null {
  if (at === null) return null;
  const scale = view.zoom * dpr;
  const out = Math.ceil(SHADE * dpr);
  const x = Math.max(0, Math.floor(box.x0 * scale + at.x) - out);
  const y = Math.max(0, Math.floor(box.y0 * scale + at.y) - out);
  const w = Math.min(wide.w, Math.ceil(box.x1 * scale + at.x) + out) - x;
  const h = Math.min(wide.h, Math.ceil(box.y1 * scale + at.y) + out) - y;
  return w > 0 && h > 0 ? { x, y, w, h } : null;
}

function alike(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((it, i) => it === b[i]);
}

/** Whether a window of this size, so far into the picture, lies wholly in it. */
function fits(
  from: { x: number; y: number },
  size: { w: number; h: number },
  wide: { w: number; h: number },
): boolean {
  return from.x >= 0 && from.y >= 0 && from.x + size.w <= wide.w && from.y + size.h <= wide.h;
}

/** Whether something on the move is drawn with what stands still: a mass of lit links is one stroke. */
function hasLooseEnds(stage: Stage): boolean {
  return stage.space.movedCards.size > 0 && stage.focus > 0 && stage.routes().size > MANY;
}

/** Which cards look otherwise, where they are at most so many of as many; null otherwise. */
export function changed(
  before: readonly SceneCard[],
  now: readonly SceneCard[],
  most: number,
): number[] | null {
  if (before === now) return [];
  if (before.length !== now.length) return null;
  const found: number[] = [];
  for (let i = 0; i < now.length; i += 1) {
    if (before[i] === now[i]) continue;
    if (found.length === most) return null;
    found.push(i);
  }
  return found;
}

/** All that a picture of what stands still is made of, but where the view lies and how single cards look. */
function signOf(stage: Stage, f: Frame): readonly unknown[] {
  const { space, size, hover, hoverLink, selection, focus, leads, under } = stage;
  const { view, dpr, theme, detail } = f;
  const { lanes, links, notes, frames, ghosts, bridges, passing, overlay } = space.scene;
  const ghost = hover >= space.ghostStart ? hover : -1;
  return [
    ...[
      lanes,
      links,
      notes,
      frames,
      ghosts,
      bridges,
      passing,
      overlay,
      space.scene.focus,
      space.places,
      space.departures,
    ],
    ...[view.zoom, dpr, size.w, size.h, theme, detail.bars, detail.meta, under.revision],
    ...[selection, focus, focus > 0 ? leads : 0, hoverLink, ghost],
  ];
}

/** All that is drawn over the picture is made of, besides what the picture itself is made of; without gestures. */
function overOf(stage: Stage, begin: { x: number; y: number }): readonly unknown[] {
  const { hover, cursor, keyboard, focused, marked, marquee, guides, space } = stage;
  return [begin.x, begin.y, hover, cursor, keyboard, focused, marked, marquee, guides, space.moves];
}
