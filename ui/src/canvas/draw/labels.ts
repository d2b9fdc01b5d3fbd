/*
 * Labels of links: beside the line, in the gap between two rows, on the tint of the lane; never one over
 * another. Also the small note at the pointer while a link is drawn.
 */
import { type Curve, pointX, pointY } from "../geometry";
import { bandAt } from "../gestures";
import type { Route } from "../route";
import type { Lane, SceneLink } from "../scene";
import type { Box, Point, Size } from "../view";
import { type Frame, snap } from "./frame";
import { labelSpot, routeMiddle } from "./links";

const H = 16;

export class Labels {
  private readonly taken: Box[] = [];
  /** Points of lit lines on screen; no label may lie on a line that is not its own. */
  private readonly ink: { readonly id: string; readonly x: number; readonly y: number }[] = [];
  private readonly f: Frame;
  private readonly lanes: readonly Lane[];
  /** Whether a card or a ghost lies in a box of the world. */
  private readonly covers: (box: Box) => boolean;

  constructor(f: Frame, lanes: readonly Lane[], covers: (box: Box) => boolean) {
    this.f = f;
    this.lanes = lanes;
    this.covers = covers;
  }

  /** Keeps labels off this line. */
  avoid(id: string, route: Route): void {
    for (const c of route) {
      const length = Math.hypot((c[6] ?? 0) - (c[0] ?? 0), (c[7] ?? 0) - (c[1] ?? 0)) * this.f.view.zoom;
      const steps = Math.max(2, Math.ceil(length / 8));
      for (let i = 0; i <= steps; i += 1) {
        this.ink.push({ id, ...this.screen({ x: pointX(c, i / steps), y: pointY(c, i / steps) }) });
      }
    }
  }

  /** Beside the line, near its start or its end, whichever is free; between columns upon it, where there is room. */
  beside(link: SceneLink, route: Route, nearEnd: boolean, colour: string): void {
    if (this.f.columns) {
      const c = route[0];
      if (c === undefined) return;
      const at = this.screen({ x: pointX(c, 0.5), y: pointY(c, 0.5) });
      const width = this.f.texts.width(link.label) + 10;
      const x = at.x - width / 2;
      if (!this.covers(this.world(x, at.y, width))) this.place(link, x, at.y, width, colour);
      return;
    }
    const ends = nearEnd ? [true, false] : [false, true];
    for (const atEnd of ends) {
      const c = atEnd ? route[route.length - 1] : route[0];
      if (c === undefined) continue;
      const spot = this.screen(labelSpot(c, atEnd));
      const width = this.f.texts.width(link.label) + 10;
      for (const x of [spot.x + 7, spot.x - 7 - width]) {
        if (this.place(link, x, spot.y, width, colour)) return;
      }
    }
  }

  /** On the line, in its middle, or beside it where a card would be hidden: a leap says how many steps it skips. */
  upon(link: SceneLink, route: Route, colour: string): void {
    const longest = longestLevel(route);
    const at = this.screen(longest ?? routeMiddle(route));
    const width = this.f.texts.width(link.label) + 12;
    for (const x of [at.x - width / 2, at.x - width - 6, at.x + 6]) {
      if (!this.covers(this.world(x, at.y, width)) && this.place(link, x, at.y, width, colour)) return;
    }
    for (const end of [route[0], route[route.length - 1]]) {
      if (end === undefined) continue;
      const spot = this.screen(labelSpot(end, end !== route[0]));
      for (const x of [spot.x + 7, spot.x - 7 - width]) {
        if (!this.covers(this.world(x, spot.y, width)) && this.place(link, x, spot.y, width, colour)) return;
      }
    }
  }

  private world(x: number, middle: number, width: number): Box {
    const { zoom, x: left, y: top } = this.f.view;
    return {
      x0: (x - left) / zoom,
      y0: (middle - H / 2 - top) / zoom,
      x1: (x + width - left) / zoom,
      y1: (middle + H / 2 - top) / zoom,
    };
  }

  private screen(p: Point): Point {
    const { view } = this.f;
    return { x: p.x * view.zoom + view.x, y: p.y * view.zoom + view.y };
  }

  private place(link: SceneLink, x: number, middle: number, width: number, colour: string): boolean {
    const { ctx, dpr, theme, view } = this.f;
    const box: Box = { x0: x, y0: middle - H / 2, x1: x + width, y1: middle + H / 2 };
    if (this.taken.some((b) => b.x0 < box.x1 && b.x1 > box.x0 && b.y0 < box.y1 && b.y1 > box.y0))
      return false;
    const crossed = this.ink.some(
      (p) => p.id !== link.id && p.x > box.x0 - 2 && p.x < box.x1 + 2 && p.y > box.y0 && p.y < box.y1,
    );
    if (crossed) return false;
    this.taken.push(box);
    const at = { x: (x - view.x) / view.zoom, y: (middle - view.y) / view.zoom };
    const lane = bandAt(this.lanes, at)?.lane;
    ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
    ctx.fillStyle = theme.plate ?? (lane === undefined ? theme.paper : theme.tint[lane.level]);
    ctx.beginPath();
    ctx.roundRect(snap(x, dpr), snap(box.y0, dpr), width, H, 3);
    ctx.fill();
    ctx.font = this.f.labelFont;
    ctx.fillStyle = colour;
    ctx.fillText(link.label, snap(x + 5, dpr), snap(middle + 4.2, dpr));
    return true;
  }
}

/** The middle of the longest level stretch of a route, if it has one. */
function longestLevel(route: Route): Point | null {
  let best: Curve | null = null;
  let length = 60;
  for (const c of route) {
    if (Math.abs((c[1] ?? 0) - (c[7] ?? 0)) > 0.5) continue;
    const l = Math.abs((c[6] ?? 0) - (c[0] ?? 0));
    if (l > length) {
      length = l;
      best = c;
    }
  }
  return best === null ? null : { x: ((best[0] ?? 0) + (best[6] ?? 0)) / 2, y: best[1] ?? 0 };
}

/** A note at the pointer, in reversed ink, kept inside the view. */
export function drawNote(f: Frame, text: string, at: Point, size: Size): void {
  const { ctx, dpr, theme, titles } = f;
  const width = titles.width(text) + 16;
  const x = snap(Math.min(at.x + 14, size.w - width - 6), dpr);
  const y = snap(Math.min(at.y + 16, size.h - 30), dpr);
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  ctx.fillStyle = theme.ink1;
  ctx.beginPath();
  ctx.roundRect(x, y, width, 24, 6);
  ctx.fill();
  ctx.font = f.laneFont;
  ctx.fillStyle = theme.onInk;
  ctx.fillText(text, x + 8, y + 16.2);
}
