/*
 * How delivery against outcome is drawn: the plane with its named corners, circles with the shape of their standing,
 * the way they came, labels where there is room, and the tray of those without a place.
 */
import type { Glance, Stance } from "../chart/chart";
import { Eye } from "../chart/eye";
import type { Pen } from "../chart/pen";
import type { CardKind, Level } from "../scene";
import type { Box, Point } from "../view";
import { type DeliverySpeech, placeOf } from "./delivery";
import { type Corner, DELIVERED, type Spot, UNCHANGED } from "./deliveryData";
import { type Labelled, labelled } from "./spreading";

/** Room around the plane, where its corners are named and circles at its edge end, in world units. */
export const PAD = 46;

export interface Plane {
  readonly w: number;
  readonly h: number;
}

/** Those without a place for one reason; `more` says how many more there are than are listed. */
export interface TrayGroup {
  readonly title: string;
  readonly more: string;
  readonly x0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface DeliveryScene {
  readonly spots: readonly Spot[];
  readonly places: readonly Point[];
  readonly radii: readonly number[];
  readonly groups: readonly TrayGroup[];
  readonly counts: ReadonlyMap<Corner, number>;
  readonly speech: DeliverySpeech;
  readonly plane: Plane;
}

/** How many are named at most, and how many ways are drawn unasked. */
const NAMED = 48;
const FEW = 24;
const LABEL = 224;

export function drawGround(
  pen: Pen,
  eye: Eye,
  { plane, groups, counts, speech, spots }: DeliveryScene,
): void {
  const { theme } = pen;
  const b = eye.box({ x0: 0, y0: 0, x1: plane.w, y1: plane.h });
  const [mx, my] = [(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2];
  const pad = PAD * eye.kx;
  const ground = { x0: b.x0 - 24, y0: b.y0 - pad, x1: b.x1 + 40, y1: b.y1 + pad };
  pen.fill(ground, theme.surface, 6);
  const melon = {
    ...ground,
    x0: b.x0 + ((b.x1 - b.x0) * DELIVERED) / 100,
    y0: b.y1 - ((b.y1 - b.y0) * UNCHANGED) / 100,
  };
  pen.fill(melon, theme.bar.off, 6, 0.09);
  for (const share of [0, 0.25, 0.5, 0.75, 1]) {
    const strong = share === 0.5;
    const [x, y] = [b.x0 + (b.x1 - b.x0) * share, b.y0 + (b.y1 - b.y0) * share];
    pen.grid(
      x,
      strong ? ground.y0 : b.y0 - 6,
      x,
      strong ? ground.y1 : b.y1 + 6,
      strong ? theme.line2 : theme.line,
    );
    pen.grid(ground.x0, y, ground.x1, y, strong ? theme.line2 : theme.line);
  }
  const corner = (name: Corner, x: number, y: number, align: "left" | "right"): void => {
    const count = counts.get(name) ?? 0;
    const text = `${speech.say(`corner.${name}`)}${spots.length > 0 ? ` · ${speech.number(count)}` : ""}`;
    const isMelon = name === "delivered";
    const room = (b.x1 - b.x0) / 2 - 24;
    const as = { strong: isMelon, size: isMelon ? 15 : 13, align, room } as const;
    pen.text(text, x, y, { ...as, colour: isMelon ? theme.status.off : theme.ink3 });
  };
  const [high, low] = [ground.y0 + Math.min(14, pad / 2), ground.y1 - Math.min(14, pad / 2)];
  corner("changed", ground.x0 + 10, high, "left");
  corner("both", ground.x1 - 10, high, "right");
  corner("neither", ground.x0 + 10, low, "left");
  corner("delivered", ground.x1 - 10, low, "right");
  if (spots.length === 0) {
    const room = Math.min(420, b.x1 - b.x0 - 40);
    const lines = pen.lines(speech.say("nothing"), room, 2, { size: 15 });
    lines.forEach((line, n) => {
      const y = (b.y0 + my) / 2 + n * 22;
      const half = pen.width(line, { size: 15 }) / 2 + 8;
      pen.fill({ x0: mx - half, y0: y - 11, x1: mx + half, y1: y + 11 }, theme.surface);
      pen.text(line, mx, y, { size: 15, align: "center", colour: theme.ink2 });
    });
  }
  for (const group of groups) {
    const at = eye.box({ x0: group.x0, y0: 0, x1: group.x1, y1: group.y1 });
    pen.fill(at, theme.surface, 6);
    pen.faded(0.32, () => pen.unknown(at, 6));
    pen.edge(at, theme.line2, 6);
    const room = Math.max(40, at.x1 - at.x0 - 12);
    const words = pen.lines(group.title, room, 1, { strong: true })[0];
    if (words === undefined) continue;
    pen.fill(
      { x0: at.x0 + 4, y0: at.y0 + 4, x1: at.x0 + 12 + pen.width(words, { strong: true }), y1: at.y0 + 22 },
      theme.surface,
      3,
    );
    pen.text(words, at.x0 + 8, at.y0 + 13, { strong: true });
    if (group.more !== "" && eye.ky * 24 >= 14) {
      const last = {
        x0: at.x1 - 220 * eye.kx,
        y0: at.y1 - 30 * eye.ky,
        x1: at.x1 - 6 * eye.kx,
        y1: at.y1 - 8 * eye.ky,
      };
      pen.fill(last, theme.surface, 3);
      pen.text(group.more, last.x0 + 5, (last.y0 + last.y1) / 2, {
        colour: theme.ink2,
        room: last.x1 - last.x0 - 8,
      });
    }
  }
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

export function drawUnplaced(pen: Pen, b: Box, stance: Stance, title: string, kind: CardKind): void {
  const { theme } = pen;
  if (b.y1 - b.y0 < 13) return;
  pen.fill(b, theme.surface, 3);
  if (stance.hovered) pen.edge(b, theme.ink2, 3);
  const y = (b.y0 + b.y1) / 2;
  pen.glyph(kind, b.x0 + 5, y - 6, 12, theme.ink3);
  pen.text(title, b.x0 + 23, y, { room: b.x1 - b.x0 - 28, colour: theme.ink2 });
}

const known = new WeakMap<DeliveryScene, { zoom: number; wide: number; labels: Labelled[] }>();

/** Labels depend on the zoom alone, so that none comes or goes while the plane is moved about. */
function labelsOf(pen: Pen, eye: Eye, scene: DeliveryScene): Labelled[] {
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
  const widths = spots.slice(0, NAMED).map((spot) => Math.min(LABEL, pen.width(spot.element.title)));
  const b = still.box({ x0: 0, y0: 0, x1: plane.w, y1: plane.h });
  const ways = spots.length <= FEW ? spots.flatMap((spot, i) => stones(spot, places[i], still)) : [];
  // The name within the plane is a row of stones too.
  const middle = (b.y0 + b.y1) / 2 + 13;
  for (let x = b.x1 - 170; x < b.x1 + 30; x += 12) ways.push({ x, y: middle, r: 9 });
  const bounds = { x0: b.x0 - 20, y0: b.y0 - 12, x1: b.x1 + 36, y1: b.y1 + 12 };
  const labels = labelled(discs, widths, bounds, ways);
  known.set(scene, { zoom: eye.view.zoom, wide, labels });
  return labels;
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
  const { spots, places, radii } = scene;
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
  lagging(pen, eye, scene);
  for (const { index, box, leader } of labelsOf(pen, eye, scene)) {
    const spot = spots[index];
    const place = places[index];
    if (spot === undefined || place === undefined) continue;
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
    const strong = lit(spot);
    pen.text(spot.element.title, box.x0 + dx, (box.y0 + box.y1) / 2 + dy, {
      colour: strong ? theme.ink1 : theme.ink2,
      room: LABEL + 1,
    });
  }
}

/** The one name within the plane lies over the circles, on a ground of its own, or many of them would hide it. */
function lagging(pen: Pen, eye: Eye, { plane, spots, counts, speech }: DeliveryScene): void {
  if (spots.length === 0) return;
  const { theme } = pen;
  const as = { size: 13, align: "right", colour: theme.ink3 } as const;
  const text = `${speech.say("corner.lagging")} · ${speech.number(counts.get("lagging") ?? 0)}`;
  const [x, y, wide] = [eye.x(plane.w) + 30, eye.y(plane.h / 2) + 13, pen.width(text, as)];
  if (wide > (plane.w * eye.kx) / 2) return;
  pen.fill({ x0: x - wide - 5, y0: y - 9, x1: x + 5, y1: y + 9 }, theme.surface, 3, 0.9);
  pen.text(text, x, y, as);
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
