/*
 * Drawing links: soft curves, width by strength, opacity by confidence; proposed dashed, leap dotted,
 * negative with a crossed mark. Far away every link is one device pixel. Never more than 64 curves in one
 * stroke: longer paths cost more than their parts.
 */
import { atHeight, type Curve, newCurve, pointX, pointY } from "../geometry";
import { ZOOM_MIDDLE } from "../measures";
import type { Route } from "../route";
import type { SceneLink } from "../scene";
import type { Space } from "../space";
import type { Ctx, Frame } from "./frame";

const WIDTHS = [1, 1, 1.4, 2, 2.8, 3.6] as const;
const OPACITY = [0.35, 0.48, 0.61, 0.74, 0.87, 1] as const;
const DIM = 0.25;
const STROKE_LIMIT = 64;
/** As many links in sight are drawn at full strength. */
const CALM_COUNT = 220;
const DASH = [5, 4];
const LIT_DASH = [5, 5];
const DOTS = [0.1, 6];
const SOLID: number[] = [];

const scratch: Curve = newCurve();

/** Width on screen: at the reference zoom of 0.8 as designed, thinner far away, hardly thicker near. */
function widthOf(link: SceneLink, zoom: number): number {
  const base = link.kind === "contribution" ? (link.proposed ? 1 : WIDTHS[link.strength]) : 1;
  return Math.max(0.75, base * Math.min(1.35, Math.max(0.5, zoom / 0.8)));
}

function worldTransform(f: Frame): void {
  const { ctx, dpr, view } = f;
  ctx.setTransform(dpr * view.zoom, 0, 0, dpr * view.zoom, view.x * dpr, view.y * dpr);
}

function trace(ctx: Ctx, c: Curve): void {
  ctx.moveTo(c[0] ?? 0, c[1] ?? 0);
  ctx.bezierCurveTo(c[2] ?? 0, c[3] ?? 0, c[4] ?? 0, c[5] ?? 0, c[6] ?? 0, c[7] ?? 0);
}

/** All links that are not on the lit line. `which` are indexes from the spatial index. */
export function drawLinks(f: Frame, space: Space, which: readonly number[], skip: ReadonlySet<number>): void {
  const { ctx, view } = f;
  worldTransform(f);
  ctx.lineCap = "round";
  ctx.strokeStyle = f.theme.ink2;
  const dim = 1 - (1 - DIM) * f.focus;
  if (view.zoom < ZOOM_MIDDLE) {
    drawFar(f, space, which, skip, dim);
  } else {
    // A thicket must not shout louder than its cards: the more lines in sight, the quieter each.
    const quiet = dim * Math.max(0.3, Math.min(1, CALM_COUNT / which.length));
    for (const i of which) {
      const link = space.link(i);
      if (link === undefined || space.linkOff[i] === 1 || skip.has(i)) continue;
      if (space.linkLit[i] === 1 && f.focus >= 1) continue;
      space.curve(scratch, i);
      stroke(f, link, scratch, quiet);
    }
  }
  ctx.setLineDash(SOLID);
  ctx.globalAlpha = 1;
}

/** Links drawn on top of the spatial index's picture, because a card of theirs is being dragged. */
export function drawMovedLinks(f: Frame, space: Space, which: ReadonlySet<number>): void {
  worldTransform(f);
  f.ctx.lineCap = "round";
  f.ctx.strokeStyle = f.theme.ink2;
  const dim = 1 - (1 - DIM) * f.focus;
  for (const i of which) {
    const link = space.link(i);
    if (link === undefined || space.linkOff[i] === 1 || (space.from[i] ?? -1) < 0 || (space.to[i] ?? -1) < 0)
      continue;
    if (space.linkLit[i] === 1 && f.focus >= 1) continue;
    space.curve(scratch, i);
    stroke(f, link, scratch, dim);
  }
  f.ctx.setLineDash(SOLID);
  f.ctx.globalAlpha = 1;
}

function drawFar(
  f: Frame,
  space: Space,
  which: readonly number[],
  skip: ReadonlySet<number>,
  dim: number,
): void {
  const { ctx, view, dpr } = f;
  ctx.lineWidth = 1 / (view.zoom * dpr);
  // The more lines there are, the fainter each is; the mass then reads as a tone instead of a blot.
  ctx.globalAlpha = dim * Math.max(0.16, Math.min(0.5, 90 / (which.length + 1) + 0.14));
  let count = 0;
  ctx.beginPath();
  for (const i of which) {
    if (space.linkOff[i] === 1 || skip.has(i) || (space.linkLit[i] === 1 && f.focus >= 1)) continue;
    space.curve(scratch, i);
    trace(ctx, scratch);
    count += 1;
    if (count === STROKE_LIMIT) {
      ctx.stroke();
      ctx.beginPath();
      count = 0;
    }
  }
  if (count > 0) ctx.stroke();
}

function stroke(f: Frame, link: SceneLink, c: Curve, fade: number): void {
  const { ctx, view } = f;
  const z = view.zoom;
  const alpha = (link.kind === "contribution" ? OPACITY[link.confidence] : 0.6) * fade;
  ctx.globalAlpha = alpha;
  ctx.lineWidth = widthOf(link, z) / z;
  if (link.leap) {
    ctx.lineWidth = Math.max(1.6, widthOf(link, z)) / z;
    ctx.setLineDash(scaled(DOTS, z));
  } else ctx.setLineDash(link.proposed ? scaled(DASH, z) : SOLID);
  ctx.beginPath();
  trace(ctx, c);
  ctx.stroke();
  if (link.negative || link.kind === "conflicts_with")
    cross(f, pointX(c, 0.5), pointY(c, 0.5), f.theme.ink2, fade);
}

/** The crossed mark of a negative contribution, 8 px, in the middle of its curve. */
function cross(f: Frame, x: number, y: number, colour: string, fade: number): void {
  const { ctx, view } = f;
  const r = 4 / view.zoom;
  ctx.setLineDash(SOLID);
  ctx.globalAlpha = fade;
  ctx.lineWidth = 1.6 / view.zoom;
  ctx.strokeStyle = colour;
  ctx.beginPath();
  ctx.moveTo(x - r, y - r);
  ctx.lineTo(x + r, y + r);
  ctx.moveTo(x + r, y - r);
  ctx.lineTo(x - r, y + r);
  ctx.stroke();
}

const scaledDashes = new Map<number[], { zoom: number; dash: number[] }>();

/** A dash in screen pixels while the context draws world units. */
function scaled(dash: number[], zoom: number): number[] {
  let known = scaledDashes.get(dash);
  if (known === undefined || known.zoom !== zoom) {
    known = { zoom, dash: dash.map((d) => d / zoom) };
    scaledDashes.set(dash, known);
  }
  return known.dash;
}

/** One link of the lit line, in the accent, along its route through the gaps between cards. */
export function drawLitLink(f: Frame, link: SceneLink, route: Route, bridge: boolean): void {
  const { ctx, view, theme } = f;
  const z = view.zoom;
  worldTransform(f);
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.strokeStyle = theme.thread;
  ctx.globalAlpha = f.focus;
  const width = bridge && !link.leap ? 2 : Math.max(1.6, widthOf(link, z));
  if (link.leap) {
    ctx.lineWidth = 2.6 / z;
    ctx.setLineDash(scaled(DOTS, z));
  } else {
    ctx.lineWidth = width / z;
    ctx.setLineDash(bridge || link.proposed ? scaled(LIT_DASH, z) : SOLID);
  }
  ctx.beginPath();
  traceRoute(ctx, route);
  ctx.stroke();
  if (link.negative || link.kind === "conflicts_with") {
    const mid = routeMiddle(route);
    cross(f, mid.x, mid.y, theme.thread, f.focus);
  }
  ctx.setLineDash(SOLID);
  ctx.globalAlpha = 1;
}

/** One path all along, so that dots and dashes run through the bends. */
function traceRoute(ctx: Ctx, route: Route): void {
  route.forEach((c, i) => {
    if (i === 0) trace(ctx, c);
    else ctx.bezierCurveTo(c[2] ?? 0, c[3] ?? 0, c[4] ?? 0, c[5] ?? 0, c[6] ?? 0, c[7] ?? 0);
  });
}

export function routeMiddle(route: Route): { x: number; y: number } {
  const c = route[Math.floor((route.length - 1) / 2)];
  return c === undefined ? { x: 0, y: 0 } : { x: pointX(c, 0.5), y: pointY(c, 0.5) };
}

/** A single link drawn stronger: hovered or selected. */
export function drawStrongLink(f: Frame, link: SceneLink, c: Curve, colour: string): void {
  const { ctx, view } = f;
  worldTransform(f);
  ctx.lineCap = "round";
  ctx.strokeStyle = colour;
  ctx.globalAlpha = 1;
  ctx.lineWidth = (widthOf(link, view.zoom) + 1) / view.zoom;
  ctx.setLineDash(link.leap ? scaled(DOTS, view.zoom) : link.proposed ? scaled(DASH, view.zoom) : SOLID);
  ctx.beginPath();
  trace(ctx, c);
  ctx.stroke();
  if (link.negative || link.kind === "conflicts_with") cross(f, pointX(c, 0.5), pointY(c, 0.5), colour, 1);
  ctx.setLineDash(SOLID);
}

/** The link being drawn, from a card's handle to the pointer. */
export function drawDraftLink(f: Frame, c: Curve, legal: boolean): void {
  const { ctx, view, theme } = f;
  worldTransform(f);
  ctx.lineCap = "round";
  ctx.lineWidth = 2 / view.zoom;
  ctx.strokeStyle = legal ? theme.ink1 : theme.ink3;
  ctx.setLineDash(scaled(DASH, view.zoom));
  ctx.beginPath();
  trace(ctx, c);
  ctx.stroke();
  ctx.setLineDash(SOLID);
}

/** Where a label of this curve goes: in the gap next to one of its ends, beside the line. */
export function labelSpot(c: Curve, atEnd: boolean): { x: number; y: number } {
  const y0 = c[1] ?? 0;
  const y1 = c[7] ?? 0;
  const gap = Math.min(21, Math.abs(y1 - y0) / 2);
  const towards = y1 > y0 ? 1 : -1;
  const y = atEnd ? y1 - towards * gap : y0 + towards * gap;
  return { x: pointX(c, atHeight(c, y)), y };
}
