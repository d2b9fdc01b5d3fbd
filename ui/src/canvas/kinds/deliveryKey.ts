/*
 * Names for circles that have no room for one beside them: a number at the circle, and at the right of the plane what the
 * numbers stand for. What was delivered and changed nothing is named first, so that its corner is never a riddle.
 */
import type { Eye } from "../chart/eye";
import type { Pen } from "../chart/pen";
import type { Box, Point } from "../view";
import type { DeliverySpeech } from "./delivery";
import { cornerOf, type Spot } from "./deliveryData";
import { LEGEND } from "./legend";
import { type Disc, type Labelled, labelled } from "./spreading";

/** Room that a chart leaves for the list, in world units, and the least that is worth a list, in pixels. */
export const KEY = 210;
const LEAST_ROOM = 110;
/** As long as so few circles lie on the plane, all have room for their names. */
export const FEW_NAMES = 4;
const LEAD = 15;
const GAP = 5;
const NUMBER = 22;

/** A label that is a name, or the number of a name in the list. */
export interface Told extends Labelled {
  readonly number: number | null;
}

/** Names where they have room, numbers where not even a little way off there is any. */
export function toldOf(
  spots: readonly Spot[],
  discs: readonly Disc[],
  widths: readonly number[],
  bounds: Box,
  others: readonly Disc[],
  numberWidth: number,
): Told[] {
  const isMelon = (i: number): boolean => {
    const spot = spots[i];
    return spot !== undefined && cornerOf(spot) === "delivered";
  };
  const indices = [...widths.keys()];
  const order = [...indices.filter(isMelon), ...indices.filter((i) => !isMelon(i))];
  const inOrder = [...order, ...discs.keys()].slice(0, discs.length);
  const there = inOrder.flatMap((i) => discs[i] ?? []);
  const wide = order.map((i) => widths[i] ?? 0);
  const names = labelled(there, wide, bounds, others);
  const isNamed = new Set(names.map(({ index }) => index));
  const numbered = wide.map((_, n) => (isNamed.has(n) ? null : numberWidth));
  const all = labelled(there, numbered, bounds, others, names);
  let count = 0;
  return all.map((it) => {
    if (!isNamed.has(it.index)) count += 1;
    return { ...it, index: order[it.index] ?? it.index, number: isNamed.has(it.index) ? null : count };
  });
}

/** Where the list of numbers begins; null where there is no room for one. */
export function keyAt(eye: Eye, ground: Box): Point | null {
  const x = ground.x1 + 14;
  return eye.size.w - x - 10 < LEAST_ROOM ? null : { x, y: Math.max(ground.y0, LEGEND + 8) };
}

/** What the numbers stand for, each in three lines at most; how many more there are where they do not all fit. */
export function drawKey(
  pen: Pen,
  eye: Eye,
  at: Point,
  ground: Box,
  told: readonly Told[],
  spots: readonly Spot[],
  speech: DeliverySpeech,
): void {
  const { theme } = pen;
  const room = Math.min(240, eye.size.w - at.x - NUMBER - 10);
  const foot = Math.min(ground.y1, eye.size.h - 8);
  const rows = told.filter(({ number }) => number !== null);
  let y = at.y;
  for (const [n, { index, number }] of rows.entries()) {
    const spot = spots[index];
    if (spot === undefined) continue;
    const lines = pen.lines(spot.element.title, room, 3);
    if (y + lines.length * LEAD + LEAD > foot && n + 1 < rows.length) {
      const more = speech.say("moreBrief", { count: rows.length - n });
      pen.text(more, at.x, y + LEAD / 2, { colour: theme.ink2, room: room + NUMBER });
      return;
    }
    const colour = cornerOf(spot) === "delivered" ? theme.status.off : theme.ink1;
    pen.text(`${number}`, at.x, y + LEAD / 2, { strong: true, colour });
    for (const line of lines) {
      pen.text(line, at.x + NUMBER, y + LEAD / 2, { colour: theme.ink2 });
      y += LEAD;
    }
    y += GAP;
  }
}
