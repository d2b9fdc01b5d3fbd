/*
 * How delivery against outcome is drawn: the plane with its named corners, circles with the shape of their standing,
 * the way they came, and labels where there is room.
 */
import type { Glance, Stance } from "../chart/chart";
import { Eye } from "../chart/eye";
import type { Lettering, Pen } from "../chart/pen";
import type { Level } from "../scene";
import type { Box, Point } from "../view";
import { type DeliverySpeech, placeOf } from "./delivery";
import { type Corner, cornerOf, DELIVERED, type Spot, UNCHANGED } from "./deliveryData";
import { drawKey, keyAt, type Told, toldOf } from "./deliveryKey";
import { drawLeader, LEAST, MANY, type Named } from "./deliveryNames";
import { drawTray, type TrayGroup } from "./deliveryTray";
import { LEGEND } from "./legend";

export interface Plane {
  readonly w: number;
  readonly h: number;
}

export interface DeliveryScene {
  readonly spots: readonly Spot[];
  readonly places: readonly Point[];
  readonly radii: readonly number[];
  readonly groups: readonly TrayGroup[];
  readonly counts: ReadonlyMap<Corner, number>;
  readonly speech: DeliverySpeech;
  readonly plane: Plane;
  /** Those of very many that are named beside it. */
  readonly named: readonly Named[];
}

/** How many ways are drawn unasked. */
const FEW = 24;
const LABEL = 264;

/** Height of the strip at the foot, with the axis. */
export const BOTTOM = 46;
/** Above and below the plane its corners are named, in so many pixels, beyond the circles that reach over its edge. */
const NAME = 26;

/** The plane with its rim on the screen: wide enough that no circle comes under a name. */
export function groundOf(eye: Eye, { plane, places, radii }: DeliveryScene): Box {
  const b = eye.box({ x0: 0, y0: 0, x1: plane.w, y1: plane.h });
  let [over, under] = [4, 4];
  places.forEach(({ y }, i) => {
    const r = radii[i] ?? 0;
    over = Math.max(over, r - y * eye.ky);
    under = Math.max(under, r - (plane.h - y) * eye.ky);
  });
  return { x0: b.x0 - 24, y0: b.y0 - over - NAME, x1: b.x1 + 40, y1: b.y1 + under + NAME };
}

interface CornerName {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly as: Lettering;
}

/** The names of the corners, in the rim; one that has no room beside the others leaves. */
function namesOf(pen: Pen, eye: Eye, scene: DeliveryScene): CornerName[] {
  const { theme } = pen;
  const { counts, speech, spots, plane } = scene;
  const ground = groundOf(eye, scene);
  const [high, low] = [ground.y0 + NAME / 2, ground.y1 - NAME / 2];
  const text = (name: Corner): string =>
    `${speech.say(`corner.${name}`)}${spots.length > 0 ? ` · ${speech.number(counts.get(name) ?? 0)}` : ""}`;
  const quiet: Lettering = { size: 13, colour: theme.ink2 };
  const loud: Lettering = { strong: true, colour: theme.status.off };
  const [from, to, middle] = [ground.x0 + 10, ground.x1 - 10, eye.x(plane.w / 2) + 10];
  const melon = text("delivered");
  const corner = to - eye.x((plane.w * DELIVERED) / 100) - 8;
  const size = pen.width(melon, { ...loud, size: 15 }) <= corner ? 15 : 13;
  const named: CornerName[] = [{ text: melon, x: to, y: low, as: { ...loud, size, align: "right" } }];
  // Each has the room up to what stands at its right.
  let end = to - pen.width(melon, { ...loud, size }) - 16;
  for (const [name, x, y] of [
    ["lagging", middle, low],
    ["neither", from, low],
    ["both", middle, high],
    ["changed", from, high],
  ] as const) {
    if (name === "both") end = to;
    const words = [text(name), speech.say(`corner.${name}`)].find((it) => x + pen.width(it, quiet) <= end);
    if (words === undefined) continue;
    named.push({ text: words, x, y, as: quiet });
    end = x - 20;
  }
  return named;
}

export function drawGround(pen: Pen, eye: Eye, scene: DeliveryScene): void {
  const { theme } = pen;
  const { plane, groups, speech, spots } = scene;
  const b = eye.box({ x0: 0, y0: 0, x1: plane.w, y1: plane.h });
  const ground = groundOf(eye, scene);
  pen.fill(ground, theme.surface, 6);
  pen.fill(melonOf(b, ground), theme.bar.off, 6, 0.09);
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const strong = share === 0.5;
    const colour = strong ? theme.line2 : theme.line;
    const [x, y] = [b.x0 + (b.x1 - b.x0) * share, b.y0 + (b.y1 - b.y0) * share];
    pen.grid(x, strong ? ground.y0 : b.y0 - 6, x, strong ? ground.y1 : b.y1 + 6, colour);
    pen.grid(ground.x0, y, ground.x1, y, colour);
  }
  // None is shown in halves, under the strips.
  const [least, most] = [LEGEND + 9, eye.size.h - BOTTOM - 9];
  for (const { text, x, y, as } of namesOf(pen, eye, scene))
    if (y >= least && y <= most) pen.text(text, x, y, as);
  if (spots.length === 0) {
    const room = Math.min(460, b.x1 - b.x0 - 40);
    const lines = pen.lines(speech.say("nothing"), room, 2, { size: 15 });
    const x = (b.x0 + b.x1) / 2;
    lines.forEach((line, n) => {
      const y = (b.y0 + b.y1) / 2 - 40 + n * 22;
      const half = pen.width(line, { size: 15 }) / 2 + 8;
      pen.fill({ x0: x - half, y0: y - 11, x1: x + half, y1: y + 11 }, theme.surface);
      pen.text(line, x, y, { size: 15, align: "center", colour: theme.ink2 });
    });
  }
  for (const group of groups) drawTray(pen, eye, group);
}

function melonOf(b: Box, ground: Box): Box {
  return {
    ...ground,
    x0: b.x0 + ((b.x1 - b.x0) * DELIVERED) / 100,
    y0: b.y1 - ((b.y1 - b.y0) * UNCHANGED) / 100,
  };
}

export function drawSpot(pen: Pen, b: Box, stance: Stance, spot: Spot, hue: Level): void {
  const { theme } = pen;
  const [x, y, r] = [(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2, (b.x1 - b.x0) / 2];
  pen.circle(x, y, r, theme.surface, 0.7);
  pen.circle(x, y, r, theme.level[hue], stance.hovered ? 0.4 : 0.2);
  if (spot.size === null) pen.ring(x, y, r, theme.level[hue], 1.25, [3, 2]);
  else pen.ring(x, y, r - 0.5, theme.level[hue], spot.element.kind === "objective" ? 2.25 : 1.25);
  pen.status(spot.changed, x, y, Math.max(5, Math.min(9, r * 1.1)));
}

const known = new WeakMap<DeliveryScene, { zoom: number; wide: number; labels: Told[] }>();

/** Labels depend on the zoom alone, so that none comes or goes while the plane is moved about. */
function labelsOf(pen: Pen, eye: Eye, scene: DeliveryScene): Told[] {
  const wide = pen.width("mmm");
  const before = known.get(scene);
  if (before !== undefined && before.zoom === eye.view.zoom && before.wide === wide) return before.labels;
  const still = new Eye({ axes: "both", left: 0, top: 0 }, { x: 0, y: 0, zoom: eye.view.zoom }, eye.size);
  const { spots, places, radii, plane } = scene;
  const discs = spots.map((_, i) => ({
    x: still.x(places[i]?.x ?? 0),
    y: still.y(places[i]?.y ?? 0),
    r: radii[i] ?? 6,
  }));
  // Of very many those that matter are named beside the plane.
  const count = spots.length > MANY ? 0 : MANY;
  const widths = spots.slice(0, count).map(({ element }) => pen.width(nameOf(pen, element.title)));
  const b = still.box({ x0: 0, y0: 0, x1: plane.w, y1: plane.h });
  const ways = spots.length <= FEW ? spots.flatMap((spot, i) => stones(spot, places[i], still)) : [];
  const ground = groundOf(still, scene);
  const bounds = { x0: b.x0 - 20, y0: ground.y0 + NAME - 2, x1: b.x1 + 36, y1: ground.y1 - NAME + 2 };
  const labels = toldOf(spots, discs, widths, bounds, ways, pen.width("00", { strong: true }));
  known.set(scene, { zoom: eye.view.zoom, wide, labels });
  return labels;
}

/** As much of a name as a label holds. */
function nameOf(pen: Pen, title: string): string {
  return pen.width(title) <= LABEL ? title : (pen.lines(title, LABEL, 1)[0] ?? "");
}

/** The ways as a row of small discs, so that no label is laid over one. */
function stones(spot: Spot, place: Point | undefined, eye: Eye): { x: number; y: number; r: number }[] {
  const points = [...spot.trail.map(placeOf), ...(place === undefined ? [] : [place])];
  return points.flatMap((a, n) => {
    const b = points[n + 1];
    if (b === undefined) return [];
    const [ax, ay, bx, by] = [eye.x(a.x), eye.y(a.y), eye.x(b.x), eye.y(b.y)];
    const count = Math.ceil(Math.hypot(bx - ax, by - ay) / 12) + 1;
    return Array.from({ length: count }, (_, k) => {
      const t = k / count;
      return { x: ax + (bx - ax) * t, y: ay + (by - ay) * t, r: 3 };
    });
  });
}

export function drawFront(pen: Pen, eye: Eye, glance: Glance, scene: DeliveryScene): void {
  const { theme } = pen;
  const { spots, places, radii, plane } = scene;
  const lit = (spot: Spot): boolean =>
    glance.hovered?.subject === spot.element.id || glance.selection.has(spot.element.id);
  spots.forEach((spot, i) => {
    const place = places[i];
    if (place === undefined) return;
    const true_ = placeOf(spot);
    const [x, y] = [eye.x(place.x), eye.y(place.y)];
    // Moved aside to be seen: a hairline leads to where it belongs.
    if (Math.hypot(true_.x - place.x, true_.y - place.y) > (radii[i] ?? 0) + 2 && lit(spot)) {
      pen.path([x, y, eye.x(true_.x), eye.y(true_.y)], theme.ink3, 1, [2, 2]);
      pen.circle(eye.x(true_.x), eye.y(true_.y), 2, theme.ink3);
    }
    if (spot.trail.length > 0 && (lit(spot) || spots.length <= FEW))
      way(pen, eye, spot, place, radii[i] ?? 6, lit(spot));
  });
  if (eye.view.zoom >= LEAST)
    for (const it of scene.named) {
      const [spot, place] = [spots[it.index], places[it.index]];
      if (spot !== undefined && place !== undefined)
        drawLeader(pen, eye, place, radii[it.index] ?? 6, it, lit(spot));
    }
  const b = eye.box({ x0: 0, y0: 0, x1: plane.w, y1: plane.h });
  const ground = groundOf(eye, scene);
  const melon = melonOf(b, ground);
  const told = labelsOf(pen, eye, scene);
  const key = keyAt(
    eye,
    ground,
    scene.groups.map(({ box }) => eye.box(box)),
  );
  drawKey(pen, key, told, spots, scene.speech);
  for (const { index, box, leader, number } of told) {
    const spot = spots[index];
    const place = places[index];
    if (spot === undefined || place === undefined || (number !== null && key.length === 0)) continue;
    const [dx, dy] = [eye.view.x, eye.view.y];
    if (leader !== null) {
      const [px, py] = [eye.x(place.x), eye.y(place.y)];
      const long = Math.hypot(leader.x + dx - px, leader.y + dy - py);
      const share = (radii[index] ?? 0) / long;
      pen.path(
        [px + (leader.x + dx - px) * share, py + (leader.y + dy - py) * share, leader.x + dx, leader.y + dy],
        theme.line2,
        1,
      );
    }
    const [x, y] = [box.x0 + dx, (box.y0 + box.y1) / 2 + dy];
    // Lines end at the words instead of running through them.
    const under = { x0: x - 2, y0: y - 7, x1: box.x1 + dx + 2, y1: y + 7 };
    pen.fill(under, theme.surface);
    const red = { ...under, x0: Math.max(under.x0, melon.x0), y0: Math.max(under.y0, melon.y0) };
    if (red.x1 > red.x0 && red.y1 > red.y0) pen.fill(red, theme.bar.off, 0, 0.09);
    const colour = lit(spot) ? theme.ink1 : theme.ink2;
    if (number === null) pen.text(nameOf(pen, spot.element.title), x, y, { colour });
    else if (cornerOf(spot) !== "delivered") pen.text(`${number}`, x, y, { strong: true });
    else pen.text(`${number}`, x, y, { strong: true, colour: theme.status.off });
  }
}

/** The way it came: from where it stood to where it stands, the older the fainter. */
function way(pen: Pen, eye: Eye, spot: Spot, place: Point, r: number, strong: boolean): void {
  const { theme } = pen;
  const points = [...spot.trail.map(placeOf), place].map((p) => ({ x: eye.x(p.x), y: eye.y(p.y) }));
  const colour = strong ? theme.ink1 : theme.ink3;
  pen.faded(strong ? 1 : 0.4, () => {
    points.forEach((p, n) => {
      const next = points[n + 1];
      if (next === undefined) return;
      const long = Math.hypot(next.x - p.x, next.y - p.y);
      // The line ends at the rim of the circle, not under its shape.
      const share = n + 2 === points.length ? Math.max(0, (long - r) / Math.max(1, long)) : 1;
      pen.path(
        [p.x, p.y, p.x + (next.x - p.x) * share, p.y + (next.y - p.y) * share],
        colour,
        strong ? 1.75 : 1,
      );
      if (strong) pen.circle(p.x, p.y, n === 0 ? 3.5 : 2.75, colour);
      else pen.circle(p.x, p.y, 1.75, colour);
    });
  });
}
