/*
 * Where the arrows lead on a chart, pure: along rows where there are rows, from sibling to sibling where marks lie
 * in each other, and otherwise to the nearest mark that way.
 */
import type { Direction } from "../keys";
import type { Box } from "../view";
import type { Way } from "./chart";
import type { Field } from "./field";

/** How much distance beside the way counts against distance along it. */
const BESIDE = 2.4;

/** Where a key leads: as the chart itself says where its marks lie in a grid, else by looking around; −1 for nowhere. */
export function walked(field: Field, from: number, way: Way, zoom: number): number {
  const { walk } = field.chart;
  const mark = field.mark(from);
  if (walk !== undefined && mark !== undefined) return field.index.get(walk(mark, way) ?? "") ?? -1;
  if (way === "home" || way === "end" || way === "pageUp" || way === "pageDown") return -1;
  return step(field, from, way, zoom);
}

/** The next mark that way, or −1. Pinned marks are read with the body, not walked to by themselves. */
export function step(field: Field, from: number, way: Direction, zoom: number): number {
  const mark = field.mark(from);
  if (mark === undefined) return -1;
  const open = (i: number): boolean => {
    const other = field.mark(i);
    return i !== from && other !== undefined && other.inert !== true && field.shows(i, zoom);
  };
  if (mark.row !== undefined) return alongRows(field, from, way, open);
  // No sibling that way: whoever is at the edge of a box leaves it.
  for (let at = from; ; ) {
    const within = field.mark(at)?.within;
    const found = nearest(field, at, way, (i) => open(i) && field.mark(i)?.within === within);
    if (found >= 0 || within === undefined) return found;
    const around = field.index.get(within);
    if (around === undefined || around === at) return -1;
    at = around;
  }
}

/** Into a mark (down) or out of it (up), or −1. */
export function inOrOut(field: Field, from: number, way: "up" | "down", zoom: number): number {
  const mark = field.mark(from);
  if (mark === undefined) return -1;
  if (way === "up") return mark.within === undefined ? -1 : (field.index.get(mark.within) ?? -1);
  return field.chart.marks.findIndex((other, i) => other.within === mark.id && field.shows(i, zoom));
}

function alongRows(field: Field, from: number, way: Direction, open: (i: number) => boolean): number {
  const here = field.mark(from)?.row ?? 0;
  const x = middle(field.boxOf(from)).x;
  const pinned = field.mark(from)?.pin !== undefined;
  const sign = way === "left" || way === "up" ? -1 : 1;
  let best = -1;
  let cost = Number.POSITIVE_INFINITY;
  field.chart.marks.forEach((mark, i) => {
    if (mark.row === undefined || !open(i)) return;
    const away = (mark.row - here) * sign;
    let c: number;
    if (way === "up" || way === "down") {
      if (away <= 0 || (mark.pin !== undefined) !== pinned) return;
      c = away * 1e9 + (pinned ? 0 : Math.abs(middle(field.boxOf(i)).x - x));
    } else {
      if (away !== 0) return;
      // The label of a row stands before everything in it.
      const ahead = mark.pin !== undefined ? -1e12 : middle(field.boxOf(i)).x;
      c = (ahead - (pinned ? -1e12 : x)) * sign;
      if (c < 0 || (c === 0 && (i - from) * sign <= 0)) return;
    }
    if (c < cost) {
      cost = c;
      best = i;
    }
  });
  return best;
}

function nearest(field: Field, from: number, way: Direction, may: (i: number) => boolean): number {
  const here = field.boxOf(from);
  const flat = way === "left" || way === "right";
  const sign = way === "left" || way === "up" ? -1 : 1;
  const a = middle(here);
  let best = -1;
  let cost = Number.POSITIVE_INFINITY;
  field.chart.marks.forEach((mark, i) => {
    if (mark.pin !== field.mark(from)?.pin || !may(i)) return;
    const box = field.boxOf(i);
    const b = middle(box);
    const ahead = sign * (flat ? b.x - a.x : b.y - a.y);
    if (ahead <= 0) return;
    const beside = flat ? Math.abs(b.y - a.y) : Math.abs(b.x - a.x);
    const apart = flat ? gap(here.y0, here.y1, box.y0, box.y1) : gap(here.x0, here.x1, box.x0, box.x1);
    // Beyond this angle it is beside, not ahead.
    if (apart > 0 && beside > ahead * 2.5) return;
    const c = ahead + beside * 0.3 + apart * BESIDE;
    if (c < cost) {
      cost = c;
      best = i;
    }
  });
  return best;
}

/** The mark nearest to a place of the world, or −1. */
export function closest(field: Field, at: { x: number; y: number }, zoom: number): number {
  let best = -1;
  let near = Number.POSITIVE_INFINITY;
  field.chart.marks.forEach((mark, i) => {
    if (mark.inert === true || mark.pin !== undefined || !field.shows(i, zoom)) return;
    const b = middle(field.boxOf(i));
    const d = Math.hypot(b.x - at.x, b.y - at.y);
    if (d < near) {
      near = d;
      best = i;
    }
  });
  return best;
}

function middle(b: Box): { x: number; y: number } {
  return { x: (b.x0 + b.x1) / 2, y: (b.y0 + b.y1) / 2 };
}

/** Distance between two stretches; zero where they overlap. */
function gap(a0: number, a1: number, b0: number, b1: number): number {
  return Math.max(0, b0 - a1, a0 - b1);
}
