/*
 * Links between the blocks of the far view, pure: all that run from one block to another as one, with their number.
 * Only the strongest are kept, because a thicket of bundles says no more than a carpet of lines.
 */
import type { Space } from "../space";
import type { Grid } from "./grid";

const MOST = 140;

export interface Bundle {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** How many of them are lit. */
  readonly lit: number;
}

export function bundlesOf(space: Space, grid: Grid): Bundle[] {
  const found = new Map<number, { from: number; to: number; count: number; lit: number }>();
  const many = grid.groups.length;
  for (let i = 0; i < space.from.length; i += 1) {
    if (space.linkOff[i] === 1) continue;
    const from = grid.of[space.from[i] ?? -1] ?? -1;
    const to = grid.of[space.to[i] ?? -1] ?? -1;
    if (from < 0 || to < 0 || from === to) continue;
    const key = from * many + to;
    const bundle = found.get(key);
    const lit = space.linkLit[i] === 1 ? 1 : 0;
    if (bundle === undefined) found.set(key, { from, to, count: 1, lit });
    else {
      bundle.count += 1;
      bundle.lit += lit;
    }
  }
  return [...found.values()]
    .sort((a, b) => b.lit - a.lit || b.count - a.count)
    .slice(0, MOST)
    .reverse();
}
