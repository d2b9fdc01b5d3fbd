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
/** Of the axis beneath the plane. */
const UNDER = 52;
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

/** Where a part of the list begins, how wide it may be and how far down it may go. */
export interface KeyPlace extends Point {
  readonly room: number;
  readonly foot: number;
}

/** Height of the tools over the foot of a narrow window. */
const TOOLS = 58;

/** At the right of the plane, else beneath it, beside the trays and then under them; none where there is no room for a list. */
export function keyAt(eye: Eye, ground: Box, trays: readonly Box[]): KeyPlace[] {
  const { w, h } = eye.size;
  const from = (x: number, y: number, foot: number): KeyPlace => ({ x, y, foot, room: w - x - 10 });
  const beside = from(ground.x1 + 14, Math.max(ground.y0, LEGEND + 8), Math.min(ground.y1, h - 8));
  if (beside.room >= LEAST_ROOM) return [beside];
  const [first, last] = [trays[0], trays.at(-1)];
  const all =
    first === undefined || last === undefined
      ? [from(ground.x0 + 12, ground.y1 + UNDER, h - TOOLS)]
      : [
          from(first.x1 + 16, first.y0, h - TOOLS),
          { ...from(first.x0, last.y1 + 12, h - TOOLS), room: first.x1 - first.x0 },
        ];
  return all.filter(({ room, foot, y }) => room >= LEAST_ROOM && foot - y >= 3 * LEAD);
}

/** What the numbers stand for, each in three lines at most; how many more there are where they do not all fit. */
export function drawKey(
  pen: Pen,
  places: readonly KeyPlace[],
  told: readonly Told[],
  spots: readonly Spot[],
  speech: DeliverySpeech,
): void {
  const { theme } = pen;
  const rows = told.filter(({ number }) => number !== null);
  let n = 0;
  places.forEach(({ x, room, foot, ...at }, p) => {
    let { y } = at;
    for (; n < rows.length; n += 1) {
      const { index, number } = rows[n] ?? { index: -1, number: null };
      const spot = spots[index];
      if (spot === undefined) continue;
      const lines = pen.lines(spot.element.title, Math.min(240, room - NUMBER), 3);
      // In the last place the last line says how many have none.
      const after = p + 1 === places.length && n + 1 < rows.length ? LEAD : 0;
      if (y + lines.length * LEAD + after > foot) break;
      const colour = cornerOf(spot) === "delivered" ? theme.status.off : theme.ink1;
      pen.text(`${number}`, x, y + LEAD / 2, { strong: true, colour });
      for (const line of lines) {
        pen.text(line, x + NUMBER, y + LEAD / 2, { colour: theme.ink2 });
        y += LEAD;
      }
      y += GAP;
    }
    if (p + 1 < places.length || n === rows.length) return;
    const more = speech.say("moreBrief", { count: rows.length - n });
    pen.text(more, x, y + LEAD / 2, { colour: theme.ink2, room });
  });
}
