/*
 * Room for circles and for words on a plane, pure and greedy: the largest first. Circles give way to each other a
 * little; labels stand beside their circle, farther off with a leader, or not at all.
 */
import Flatbush from "flatbush";
import type { Box, Point } from "../view";

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

let last: { discs: readonly Disc[]; most: number; bounds: Box; at: readonly Point[] } | null = null;

/** As `spread`; what was asked last is not worked out again, because most edits move no disc. */
export function spreadOnce(discs: readonly Disc[], most: number, bounds: Box): readonly Point[] {
  const before = last;
  const same =
    before?.most === most &&
    before.bounds === bounds &&
    before.discs.length === discs.length &&
    discs.every(({ x, y, r }, i) => {
      const d = before.discs[i];
      return d?.x === x && d.y === y && d.r === r;
    });
  if (same && before !== null) return before.at;
  const at = spread(discs, most, bounds);
  last = { discs, most, bounds, at };
  return at;
}

/** The discs beside their true places, no farther than `most` and within `bounds`; may overlap when crowded. */
export function spread(discs: readonly Disc[], most: number, bounds: Box): Point[] {
  // No two that touch are more than a cell apart, and no cell holds more than it must.
  const cell = discs.reduce((most, { r }) => Math.max(most, 2 * r), 8);
  const columns = Math.ceil((bounds.x1 - bounds.x0) / cell) + 4;
  const grid = new Map<number, number[]>();
  const at: Point[] = [];
  const column = (x: number): number => Math.floor((x - bounds.x0) / cell) + 1;
  const row = (y: number): number => Math.floor((y - bounds.y0) / cell) + 1;
  discs.forEach((disc, i) => {
    const free = (p: Point): boolean => {
      if (!inside(p, bounds)) return false;
      const [cx, cy] = [column(p.x), row(p.y)];
      for (let y = cy - 1; y <= cy + 1; y += 1) {
        for (let x = cx - 1; x <= cx + 1; x += 1) {
          for (const j of grid.get(y * columns + x) ?? NOBODY) {
            const [other, there] = [discs[j], at[j]];
            if (other === undefined || there === undefined) continue;
            const apart = (other.r + disc.r) * 0.94;
            if ((there.x - p.x) ** 2 + (there.y - p.y) ** 2 < apart * apart) return false;
          }
        }
      }
      return true;
    };
    let place: Point = { x: disc.x, y: disc.y };
    // A spiral of even steps, the same for everybody: what changes little moves little.
    for (let n = 1; !free(place); n += 1) {
      const away = 2.4 * Math.sqrt(n);
      const turn = n * 2.399963;
      place = { x: disc.x + away * Math.cos(turn), y: disc.y + away * Math.sin(turn) };
      if (away <= most) continue;
      place = { x: disc.x, y: disc.y };
      break;
    }
    at.push(place);
    const key = row(place.y) * columns + column(place.x);
    const list = grid.get(key);
    if (list === undefined) grid.set(key, [i]);
    else list.push(i);
  });
  return at;
}

const NOBODY: readonly number[] = [];

function inside(p: Point, b: Box): boolean {
  return p.x >= b.x0 && p.x <= b.x1 && p.y >= b.y0 && p.y <= b.y1;
}

interface Try {
  readonly box: Box;
  readonly leader: Point | null;
}

/** Whether the leader of one label runs through the words of another. */
function crossed(from: Point, it: Try, otherFrom: Point, other: Try): boolean {
  return (
    (it.leader !== null && meets(from, it.leader, other.box)) ||
    (other.leader !== null && meets(otherFrom, other.leader, it.box))
  );
}

/** Whether a line passes through a box, by steps smaller than a line of text. */
function meets(a: Point, b: Point, box: Box): boolean {
  const steps = Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 6);
  for (let n = 0; n <= steps; n += 1) {
    const t = n / Math.max(1, steps);
    if (inside({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }, box)) return true;
  }
  return false;
}

export interface Labelled {
  /** Which disc, its words' box, and where a leader ends; null when it stands beside its disc. */
  readonly index: number;
  readonly box: Box;
  readonly leader: Point | null;
}

const H = 16;
/** Air between a name and whatever it is not the name of. */
const ASIDE = 7;
/** Where a leader may lead, the likeliest to be free first. */
const TURNS = [
  [0.8, -0.6],
  [0.8, 0.6],
  [-0.8, -0.6],
  [-0.8, 0.6],
  [0, -1],
  [0, 1],
  [0.97, -0.25],
  [-0.97, -0.25],
] as const;

/** Labels for as many discs as have room, in their order; within `bounds`, over no other label, no disc and, where possible, none of the `others`. `before` have their places already, and who has no width is not asked. */
export function labelled(
  discs: readonly Disc[],
  widths: readonly (number | null)[],
  bounds: Box,
  others: readonly Disc[] = [],
  before: readonly Labelled[] = [],
): Labelled[] {
  const all = [...discs, ...others];
  const tree = all.length === 0 ? null : new Flatbush(all.length);
  for (const { x, y, r } of all) tree?.add(x - r, y - r, x + r, y + r);
  tree?.finish();
  const made: Labelled[] = [...before];
  const clear = (box: Box, own: number, strict: boolean): boolean => {
    if (box.x0 < bounds.x0 || box.x1 > bounds.x1 || box.y0 < bounds.y0 || box.y1 > bounds.y1) return false;
    for (const { box: b } of made) {
      if (box.x0 < b.x1 + 6 && box.x1 > b.x0 - 6 && box.y0 < b.y1 && box.y1 > b.y0) return false;
    }
    // Words that stand close to another disc would be read as its name.
    const near = [box.x0 - ASIDE, box.y0 - ASIDE, box.x1 + ASIDE, box.y1 + ASIDE] as const;
    return !(tree?.search(...near) ?? []).some((j) => {
      const d = all[j];
      if (d === undefined || j === own || (!strict && j >= discs.length)) return false;
      const r = j < discs.length ? d.r + ASIDE : d.r;
      const dx = Math.max(box.x0 - d.x, 0, d.x - box.x1);
      const dy = Math.max(box.y0 - d.y, 0, d.y - box.y1);
      return dx * dx + dy * dy < r * r;
    });
  };
  widths.forEach((w, index) => {
    const d = discs[index];
    if (d === undefined || w === null) return;
    const gap = d.r + 5;
    const beside = (cx: number, cy: number): Box => ({ x0: cx, y0: cy - H / 2, x1: cx + w, y1: cy + H / 2 });
    const tries: Try[] = [
      { box: beside(d.x + gap, d.y), leader: null },
      { box: beside(d.x - gap - w, d.y), leader: null },
      { box: beside(d.x - w / 2, d.y - gap - 5), leader: null },
      { box: beside(d.x - w / 2, d.y + gap + 5), leader: null },
    ];
    for (const away of [20, 34, 50]) {
      for (const [ux, uy] of TURNS) {
        const p = { x: d.x + ux * (d.r + away), y: d.y + uy * (d.r + away) };
        const box =
          ux > 0
            ? beside(p.x + 3, p.y)
            : ux < 0
              ? beside(p.x - w - 3, p.y)
              : beside(p.x - w / 2, p.y + uy * 8);
        tries.push({ box, leader: p });
      }
    }
    // Better across the way of another than not named at all.
    const fits = (it: Try, strict: boolean): boolean =>
      clear(it.box, index, strict) && !made.some((other) => crossed(d, it, discs[other.index] ?? d, other));
    const found = tries.find((it) => fits(it, true)) ?? tries.find((it) => fits(it, false));
    if (found !== undefined) made.push({ index, ...found });
  });
  return made;
}
