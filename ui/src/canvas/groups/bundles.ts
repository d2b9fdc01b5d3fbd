/*
 * Links between the blocks of the far view, pure: all that run from one block to another as one, with their number.
 * A thicket of bundles says no more than a carpet of lines: what is not lit is drawn only where it is among the
 * strongest of its block. The others are there for the block that is pointed at.
 */
import type { Space } from "../space";
import type { Grid } from "./grid";

const STRONGEST = 2;
const MOST = 600;

export interface Bundle {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** How many of them are lit. */
  readonly lit: number;
  /** Drawn also when nobody points at its ends. */
  readonly strong: boolean;
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
  const order = [...found.values()].sort((a, b) => b.lit - a.lit || b.count - a.count).slice(0, MOST);
  const drawn = new Map<number, number>();
  return order
    .map((bundle) => {
      const before = drawn.get(bundle.from) ?? 0;
      drawn.set(bundle.from, before + 1);
      return { ...bundle, strong: before < STRONGEST };
    })
    .reverse();
}
