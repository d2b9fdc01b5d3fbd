/*
 * Blocks where people put things as they like, pure: nearness is what they meant, so those that lie together are gathered, in cells
 * that are as small as can be read. Each block stays within its cell, so that none covers another, and about where its cards lie.
 */
import { CARD_H, CARD_W } from "../measures";
import type { Scene } from "../scene";
import type { Box } from "../view";
import { AIR, columnsIn, type Grid, type Group, LEAST_H, LEAST_W, rowsIn } from "./grid";

export function nearby(
  { cards }: Scene,
  themes: Int32Array,
  xs: Float64Array,
  ys: Float64Array,
  bounds: Box,
  zoom: number,
): Grid {
  const columns = columnsIn((bounds.x1 - bounds.x0) * zoom, false);
  const rows = rowsIn((bounds.y1 - bounds.y0) * zoom);
  const [w, h] = [(bounds.x1 - bounds.x0) / columns, (bounds.y1 - bounds.y0) / rows];
  const cells = new Map<number, number[]>();
  cards.forEach((_, i) => {
    const column = Math.floor(((xs[i] ?? 0) + CARD_W / 2 - bounds.x0) / w);
    const row = Math.floor(((ys[i] ?? 0) + CARD_H / 2 - bounds.y0) / h);
    const cell = Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column));
    const known = cells.get(cell);
    if (known === undefined) cells.set(cell, [i]);
    else known.push(i);
  });
  const groups: Group[] = [];
  const of = new Int32Array(cards.length).fill(-1);
  const air = AIR / zoom;
  for (const [cell, members] of [...cells].sort(([a], [b]) => a - b)) {
    const left = bounds.x0 + (cell % columns) * w;
    const top = bounds.y0 + Math.floor(cell / columns) * h;
    const lying = (at: Float64Array, size: number): readonly [number, number] => [
      members.reduce((least, i) => Math.min(least, at[i] ?? 0), Number.POSITIVE_INFINITY),
      members.reduce((most, i) => Math.max(most, (at[i] ?? 0) + size), Number.NEGATIVE_INFINITY),
    ];
    const [x0, x1] = within(lying(xs, CARD_W), left, left + w - air, LEAST_W / zoom);
    const [y0, y1] = within(lying(ys, CARD_H), top, top + h - air, LEAST_H / zoom);
    const kinds = new Set(members.map((i) => cards[i]?.kind));
    const kind = kinds.size === 1 ? (cards[members[0] ?? -1]?.kind ?? null) : null;
    for (const i of members) of[i] = groups.length;
    groups.push({ kind, box: { x0, y0, x1, y1 }, members, ...called(members, themes) });
  }
  return { groups, of };
}

/** By what most of them serve; that some serve nothing says nothing of the others. */
function called(members: readonly number[], themes: Int32Array): Pick<Group, "theme" | "more"> {
  const counts = new Map<number, number>();
  for (const i of members) {
    const theme = themes[i] ?? -1;
    if (theme >= 0) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  }
  const [theme] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [-1, 0]);
  return { theme, more: Math.max(0, counts.size - 1) };
}

/** A stretch that reaches as far as it must, at least so far, and not out of its cell. */
function within(
  [from, to]: readonly [number, number],
  least: number,
  most: number,
  size: number,
): readonly [number, number] {
  const length = Math.min(most - least, Math.max(size, Math.min(to, most) - Math.max(from, least)));
  const start = Math.min(most - length, Math.max(least, (from + to - length) / 2));
  return [start, start + length];
}
