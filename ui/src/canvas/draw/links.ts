/*
 * Drawing single links over or beside the sheet: the lit line, links of dragged cards, what is hovered or
 * selected, and the link being drawn. Everything else is painted from the sheet.
 */
import { atHeight, type Curve, newCurve, pointX, pointY } from "../geometry";
import type { Route } from "../route";
import type { SceneLink } from "../scene";
import type { Space } from "../space";
import type { Ctx, Frame } from "./frame";
import { baseWidth, DASH, DOTS, OPACITY, STROKE_LIMIT, widthAt } from "./sheet";

/** How far links beside the lit line fade. */
export const DIM_LINKS = 0.25;
const LIT_DASH: readonly number[] = [5, 5];
const SOLID: number[] = [];

const scratch: Curve = newCurve();

export function fadeOf(f: Frame): number {
  return 1 - (1 - DIM_LINKS) * f.focus;
}

function worldTransform(f: Frame): void {
  const { ctx, dpr, view } = f;
  ctx.setTransform(dpr * view.zoom, 0, 0, dpr * view.zoom, view.x * dpr, view.y * dpr);
}

function trace(ctx: Ctx, c: Curve): void {
  ctx.moveTo(c[0] ?? 0, c[1] ?? 0);
  ctx.bezierCurveTo(c[2] ?? 0, c[3] ?? 0, c[4] ?? 0, c[5] ?? 0, c[6] ?? 0, c[7] ?? 0);
}

/** A dash in screen pixels while the context draws world units. */
function dashed(ctx: Ctx, dash: readonly number[], zoom: number): void {
  ctx.setLineDash(dash.map((d) => d / zoom));
}

/** Links drawn apart from the sheet, because a card of theirs is being dragged. */
export function drawMovedLinks(f: Frame, space: Space, which: ReadonlySet<number>): void {
  worldTransform(f);
  const { ctx, view } = f;
  ctx.lineCap = "round";
  ctx.strokeStyle = f.theme.ink2;
  for (const i of which) {
    const link = space.link(i);
    if (link === undefined || space.linkOff[i] === 1 || (space.from[i] ?? -1) < 0 || (space.to[i] ?? -1) < 0)
      continue;
    if (space.linkLit[i] === 1 && f.focus >= 1) continue;
    space.curve(scratch, i);
    ctx.globalAlpha = (link.kind === "contribution" ? OPACITY[link.confidence] : 0.6) * fadeOf(f);
    line(f, link, scratch, widthAt(baseWidth(link), view.zoom));
  }
  ctx.setLineDash(SOLID);
  ctx.globalAlpha = 1;
}

/** One link in the current colour and opacity. */
function line(f: Frame, link: SceneLink, c: Curve, width: number): void {
  const { ctx, view } = f;
  ctx.lineWidth = (link.leap ? Math.max(1.6, width) : width) / view.zoom;
  dashed(ctx, link.leap ? DOTS : link.proposed ? DASH : SOLID, view.zoom);
  ctx.beginPath();
  trace(ctx, c);
  ctx.stroke();
  if (harms(link)) cross(f, pointX(c, 0.5), pointY(c, 0.5));
}

function harms(link: SceneLink): boolean {
  return link.negative || link.kind === "conflicts_with";
}

/** The crossed mark of what harms, 8 px. */
function cross(f: Frame, x: number, y: number): void {
  const { ctx, view } = f;
  const r = 4 / view.zoom;
  ctx.setLineDash(SOLID);
  ctx.lineWidth = 1.6 / view.zoom;
  ctx.beginPath();
  ctx.moveTo(x - r, y - r);
  ctx.lineTo(x + r, y + r);
  ctx.moveTo(x + r, y - r);
  ctx.lineTo(x - r, y + r);
  ctx.stroke();
}

/** One link of the lit line, in the accent, along its route through the gaps between cards. */
export function drawLitLink(f: Frame, link: SceneLink, route: Route, bridge: boolean): void {
  const { ctx, view, theme } = f;
  worldTransform(f);
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.strokeStyle = theme.thread;
  ctx.globalAlpha = f.focus;
  if (link.leap) {
    ctx.lineWidth = 2.6 / view.zoom;
    dashed(ctx, DOTS, view.zoom);
  } else {
    ctx.lineWidth = (bridge ? 2 : Math.max(1.6, widthAt(baseWidth(link), view.zoom))) / view.zoom;
    dashed(ctx, bridge || link.proposed ? LIT_DASH : SOLID, view.zoom);
  }
  ctx.beginPath();
  traceRoute(ctx, route);
  ctx.stroke();
  if (harms(link)) {
    const mid = routeMiddle(route);
    cross(f, mid.x, mid.y);
  }
  ctx.setLineDash(SOLID);
  ctx.globalAlpha = 1;
}

/** A lit line of very many links: one thin look for all, few strokes. */
export function drawLitMass(f: Frame, routes: Iterable<Route>): void {
  const { ctx, view, theme } = f;
  worldTransform(f);
  ctx.lineCap = "round";
  ctx.strokeStyle = theme.thread;
  ctx.globalAlpha = f.focus * 0.5;
  ctx.lineWidth = 1 / view.zoom;
  let count = 0;
  ctx.beginPath();
  for (const route of routes) {
    for (const c of route) trace(ctx, c);
    count += route.length;
    if (count < STROKE_LIMIT) continue;
    ctx.stroke();
    ctx.beginPath();
    count = 0;
  }
  ctx.stroke();
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
  worldTransform(f);
  const { ctx, view } = f;
  ctx.lineCap = "round";
  ctx.strokeStyle = colour;
  ctx.globalAlpha = 1;
  line(f, link, c, widthAt(baseWidth(link), view.zoom) + 1);
  ctx.setLineDash(SOLID);
}

/** The link being drawn, from a card's handle to the pointer. */
export function drawDraftLink(f: Frame, c: Curve, legal: boolean): void {
  const { ctx, view, theme } = f;
  worldTransform(f);
  ctx.lineCap = "round";
  ctx.lineWidth = 2 / view.zoom;
  ctx.strokeStyle = legal ? theme.ink1 : theme.ink3;
  dashed(ctx, DASH, view.zoom);
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
