/*
 * Which of very many circles are named, and where: beside the plane, in the order in which they lie there, each with a
 * line to its circle. In the plane itself there would be room for names between the circles that matter least.
 */
import type { Stance } from "../chart/chart";
import type { Eye } from "../chart/eye";
import type { Pen } from "../chart/pen";
import type { Box, Point } from "../view";
import { cornerOf, type Spot } from "./deliveryData";

/** So many stand beside the plane, and from so many circles on. */
const MOST = 16;
export const MANY = 48;
const ROW = 24;
export const ASIDE = 280;
/** Smaller than this there is no room for a line of text. */
export const LEAST = 0.56;

export interface Named {
  /** Which circle. */
  readonly index: number;
  readonly box: Box;
}

/** The weightiest: by turns the largest, and the largest of what was delivered and changed nothing. They come by size. */
export function weighty(spots: readonly Spot[]): number[] {
  const all = [...spots.keys()];
  const melons = [...spots].flatMap((spot, i) => (cornerOf(spot) === "delivered" ? [i] : []));
  const found = new Set<number>();
  for (let n = 0; n < all.length && found.size < MOST; n += 1)
    for (const i of [all[n], melons[n]]) if (i !== undefined && found.size < MOST) found.add(i);
  return [...found];
}

/** Their places at the right of the plane, as near to the height of their circles as leaves each a line. */
export function namedAside(
  spots: readonly Spot[],
  places: readonly Point[],
  from: number,
  h: number,
): Named[] {
  if (spots.length <= MANY) return [];
  const height = (i: number): number => places[i]?.y ?? 0;
  const rows = weighty(spots).sort((a, b) => height(a) - height(b));
  const at = rows.map(height);
  // Down as far as each pushes the next, then up again from the foot.
  for (let n = 0; n < at.length; n += 1) at[n] = Math.max(at[n] ?? 0, (at[n - 1] ?? -ROW) + ROW);
  for (let n = at.length - 1; n >= 0; n -= 1) at[n] = Math.min(at[n] ?? 0, (at[n + 1] ?? h + ROW / 2) - ROW);
  return rows.map((index, n) => {
    const y = at[n] ?? 0;
    return { index, box: { x0: from, x1: from + ASIDE, y0: y - ROW / 2, y1: y + ROW / 2 } };
  });
}

export function drawNamed(pen: Pen, at: Box, stance: Stance, title: string, spot: Spot): void {
  const { theme } = pen;
  const isLit = stance.hovered || stance.selected;
  const y = (at.y0 + at.y1) / 2;
  pen.status(spot.changed, at.x0 + 6, y, 8);
  const isMelon = cornerOf(spot) === "delivered";
  const colour = isMelon ? theme.status.off : isLit ? theme.ink1 : theme.ink2;
  pen.text(title, at.x0 + 16, y, { room: at.x1 - at.x0 - 18, colour, strong: isLit });
}

/** From the rim of a circle to its name: hardly seen among so many, until it is asked for. */
export function drawLeader(
  pen: Pen,
  eye: Eye,
  place: Point,
  r: number,
  { box }: Named,
  isLit: boolean,
): void {
  const [x, y] = [eye.x(place.x), eye.y(place.y)];
  const b = eye.box(box);
  const [tx, ty] = [b.x0 - 1, (b.y0 + b.y1) / 2];
  const share = r / Math.max(1, Math.hypot(tx - x, ty - y));
  const line = [x + (tx - x) * share, y + (ty - y) * share, tx, ty];
  pen.faded(isLit ? 1 : 0.4, () => pen.path(line, isLit ? pen.theme.ink1 : pen.theme.ink3, isLit ? 1.5 : 1));
}
