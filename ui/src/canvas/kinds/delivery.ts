/*
 * Delivery against outcome as a chart: one circle for each initiative and objective of which both are known, as large
 * as its money; the corners named in words; and what has no place in a tray beneath, with the reason.
 */
import type { Portfolio } from "../../model/portfolio";
import type { Chart, Mark } from "../chart/chart";
import { KINDS } from "../kinds";
import type { Box, Point } from "../view";
import { drawFrame, LEFT } from "./deliveryAxis";
import {
  type Corner,
  cornerOf,
  deliveryData,
  type Reason,
  type Spot,
  type Unplaced,
  type Way,
} from "./deliveryData";
import { BOTTOM, drawFront, drawGround, drawSpot, type Plane } from "./deliveryDraw";
import { FEW_NAMES, KEY } from "./deliveryKey";
import { ASIDE, drawNamed, LEAST, type Named, namedAside } from "./deliveryNames";
import { drawUnplaced, type TrayGroup } from "./deliveryTray";
import { LEGEND } from "./legend";
import { once, type Speech } from "./speech";
import { spreadOnce } from "./spreading";

export type DeliveryWord =
  | "label"
  | "none"
  | "emptyTitle"
  | "emptyHint"
  | "mark"
  | "unplaced"
  | "untitled"
  | "state"
  | "budget"
  | "noBudget"
  | "came"
  | "cameOutcome"
  | "corner"
  | `corner.${Corner}`
  | `standing.${"ok" | "risk" | "off" | "unknown"}`
  | `reason.${Reason}`
  | "kind.initiative"
  | "kind.objective"
  | "delivery"
  | "outcome"
  | "area"
  | "noArea"
  | "nothing"
  | "more"
  | "moreBrief";

export type DeliverySpeech = Speech<DeliveryWord>;

/** The plane in world units; 100 % lies at its far ends. */
export const PLANE: Plane = { w: 960, h: 610 };
/** Where the middles of circles may lie. */
const EDGES: Box = { x0: 0, y0: 0, x1: PLANE.w + 6, y1: PLANE.h };
/** As long as nothing stands on it, what has no place comes nearer. */
const BARE: Plane = { w: 960, h: 300 };
/** Room around the plane: its corners are named there, and circles at its edge end. */
const PAD = 84;
/** Under the plane and its axis, clear of the tools at the right, so many rows in all; who is not among them is counted, and the table has them all. */
const TRAY = { from: 172, head: 34, row: 26, columns: 2, width: 366, rows: 15, gap: 22 };
const REASONS: readonly Reason[] = ["no_outcome", "no_delivery", "neither"];

export function placeOf({ delivery, outcome }: Way): Point {
  return { x: (delivery / 100) * PLANE.w, y: (1 - outcome / 100) * PLANE.h };
}

/** Circles are as large as leaves room for as many. */
function largest(count: number): number {
  return count <= 40 ? 30 : count <= 200 ? 18 : 11;
}

export function deliveryChart(portfolio: Portfolio, asOf: string, speech: DeliverySpeech): Chart {
  const { spots, unplaced } = deliveryData(portfolio, asOf);
  // The largest first: they keep their place, and small ones lie on top of them.
  spots.sort((a, b) => (b.size ?? 0) - (a.size ?? 0));
  const R = largest(spots.length);
  const most = Math.max(1, ...spots.map(({ size }) => size ?? 0));
  const radii = spots.map(({ size }) => (size === null ? 6 : Math.max(4.5, R * Math.sqrt(size / most))));
  const discs = spots.map((spot, i) => ({ ...placeOf(spot), r: radii[i] ?? 6 }));
  const places = spreadOnce(discs, R * 2.2, EDGES);
  const marks = spots.map((spot, i) => spotMark(spot, places[i] ?? placeOf(spot), radii[i] ?? 6, speech));
  const plane = spots.length === 0 ? BARE : PLANE;
  const tray = trayOf(unplaced, plane, speech);
  const named = namedAside(spots, places, PLANE.w + 58, PLANE.h);
  const counts = new Map<Corner, number>();
  for (const spot of spots) counts.set(cornerOf(spot), (counts.get(cornerOf(spot)) ?? 0) + 1);
  const scene = { spots, places, radii, groups: tray.groups, counts, speech, plane, named };
  const all = [...marks, ...tray.marks, ...named.flatMap((it) => nameMark(it, spots, marks, speech))];
  const box = {
    x0: -40,
    y0: -40,
    x1: PLANE.w + 50 + aside(spots.length, named.length),
    y1: plane.h + PAD,
  };
  return {
    label: speech.say(all.length === 0 ? "none" : "label"),
    axes: "both",
    bounds: { ...box, y1: Math.max(box.y1, tray.foot) },
    // Where there is a tray its first lines are in sight, and say what is missing.
    opening: {
      box: { ...box, y1: plane.h + (tray.groups.length === 0 ? PAD : TRAY.from + 60) },
      least: 0.45,
    },
    largest: 1.6,
    marks: all,
    empty: [speech.say("emptyTitle"), speech.say("emptyHint")],
    left: LEFT,
    top: LEGEND,
    bottom: BOTTOM,
    back: (pen, eye) => all.length > 0 && drawGround(pen, eye, scene),
    front: (pen, eye, glance) => drawFront(pen, eye, glance, scene),
    strips: (pen, eye) => drawFrame(pen, eye, scene, all.length === 0),
  };
}

/** Room at the right: for the names of the weightiest of very many, for numbered names of some, for nothing where all have room. */
function aside(count: number, named: number): number {
  if (named > 0) return ASIDE + 16;
  return count > FEW_NAMES ? KEY : 0;
}

function titleOf(title: string, speech: DeliverySpeech): string {
  return title === "" ? speech.say("untitled") : title;
}

function spotMark(spot: Spot, at: Point, r: number, speech: DeliverySpeech): Mark {
  const { element } = spot;
  const title = titleOf(element.title, speech);
  const facts = once(() => factsOf(spot, speech));
  const hue = KINDS[element.kind].level;
  return {
    id: element.id,
    subject: element.id,
    title: element.title,
    box: { x0: at.x, y0: at.y, x1: at.x, y1: at.y },
    reach: r,
    round: true,
    get label() {
      return speech.say("mark", {
        kind: speech.say(`kind.${element.kind}`),
        title,
        facts: facts().join(" "),
      });
    },
    get tip() {
      return [title, ...facts()].join("\n");
    },
    draw: (pen, box, stance) => drawSpot(pen, box, stance, spot, hue),
  };
}

/** The name of a circle beside the plane: what is said of it and what it does is as at the circle. */
function nameMark(
  { index, box }: Named,
  spots: readonly Spot[],
  marks: readonly Mark[],
  speech: DeliverySpeech,
): Mark[] {
  const [spot, mark] = [spots[index], marks[index]];
  if (spot === undefined || mark === undefined) return [];
  const { element } = spot;
  const title = titleOf(element.title, speech);
  return [
    {
      id: `name.${element.id}`,
      subject: element.id,
      title: element.title,
      box,
      near: LEAST,
      get label() {
        return mark.label;
      },
      get tip() {
        return mark.tip;
      },
      draw: (pen, at, stance) => drawNamed(pen, at, stance, title, spot),
    },
  ];
}

function factsOf(spot: Spot, speech: DeliverySpeech): string[] {
  const facts = [
    speech.say("state", {
      delivery: speech.percent(Math.round(spot.delivery)),
      delivered: speech.say(`standing.${spot.delivered}`),
      outcome: speech.percent(Math.round(spot.outcome)),
      changed: speech.say(`standing.${spot.changed}`),
    }),
    spot.money.length === 0
      ? speech.say("noBudget")
      : speech.say("budget", { money: speech.monies(spot.money) }),
    speech.say("corner", { corner: speech.say(`corner.${cornerOf(spot)}`) }),
  ];
  if (spot.began !== null) {
    const { delivery, outcome } = spot.began;
    const was = { outcome: speech.percent(Math.round(outcome)) };
    facts.push(
      delivery === null
        ? speech.say("cameOutcome", was)
        : speech.say("came", { ...was, delivery: speech.percent(Math.round(delivery)) }),
    );
  }
  return facts;
}

interface Tray {
  readonly marks: Mark[];
  readonly groups: readonly TrayGroup[];
  readonly foot: number;
}

/** How many rows each reason has: what one does not need is there for the others. */
export function rowsOf(counts: readonly number[]): number[] {
  const needs = counts.map((count) => Math.ceil(count / TRAY.columns));
  let [left, asking] = [TRAY.rows, needs.filter((it) => it > 0).length];
  const rows = needs.map(() => 0);
  for (const i of [...needs.keys()].sort((a, b) => (needs[a] ?? 0) - (needs[b] ?? 0))) {
    const need = needs[i] ?? 0;
    if (need === 0) continue;
    const own = Math.min(need, Math.floor(left / asking));
    rows[i] = own;
    left -= own;
    asking -= 1;
  }
  return rows;
}

/** Beneath the plane, one reason under the other, each in columns. */
function trayOf(unplaced: readonly Unplaced[], plane: Plane, speech: DeliverySpeech): Tray {
  const marks: Mark[] = [];
  const groups: TrayGroup[] = [];
  let y = plane.h + TRAY.from;
  const shared = rowsOf(REASONS.map((reason) => unplaced.filter((it) => it.reason === reason).length));
  for (const [r, reason] of REASONS.entries()) {
    const here = unplaced.filter((it) => it.reason === reason);
    if (here.length === 0) continue;
    const most = shared[r] ?? 1;
    const room = most * TRAY.columns;
    const shown = here.length > room ? here.slice(0, room - 1) : here;
    const rest = here.length - shown.length;
    const rows = Math.ceil(Math.min(here.length, room) / TRAY.columns);
    const said = speech.say(`reason.${reason}`);
    const spot = (n: number) => {
      const [x0, y0] = [Math.floor(n / rows) * TRAY.width, y + TRAY.head + (n % rows) * TRAY.row];
      return { x0: x0 + 6, y0: y0 + 1, x1: x0 + TRAY.width - 6, y1: y0 + TRAY.row - 1 };
    };
    const foot = y + TRAY.head + rows * TRAY.row + 6;
    groups.push({
      title: `${said} · ${speech.number(here.length)}`,
      more: rest === 0 ? "" : speech.say("more", { count: rest }),
      brief: rest === 0 ? "" : speech.say("moreBrief", { count: rest }),
      box: { x0: 0, y0: y, x1: TRAY.columns * TRAY.width, y1: foot },
      last: spot(room - 1),
    });
    shown.forEach(({ element }, n) => {
      const title = titleOf(element.title, speech);
      marks.push({
        id: element.id,
        subject: element.id,
        title: element.title,
        box: spot(n),
        near: 0.3,
        label: speech.say("unplaced", { kind: speech.say(`kind.${element.kind}`), title, reason: said }),
        tip: `${title}\n${said}`,
        draw: (pen, box, stance) => drawUnplaced(pen, box, stance, title, element.kind),
      });
    });
    y = foot + TRAY.gap;
  }
  return { marks, groups, foot: y };
}
