/*
 * Moving the keyboard over the blocks of the far view, pure: the nearest one in a direction, by their middles.
 */
import type { Direction } from "../keys";
import type { Box } from "../view";
import type { Grid } from "./grid";

/** How much sideways distance counts against distance ahead. */
const SIDEWAYS = 2;

/** Number of the block that way, or −1. */
export function nextGroup(grid: Grid, from: number, way: Direction): number {
  const start = grid.groups[from];
  if (start === undefined) return grid.groups.length > 0 ? 0 : -1;
  const flat = way === "left" || way === "right";
  const sign = way === "left" || way === "up" ? -1 : 1;
  const at = middle(start.box);
  let best = -1;
  let cost = Number.POSITIVE_INFINITY;
  grid.groups.forEach((group, i) => {
    const to = middle(group.box);
    const ahead = sign * (flat ? to.x - at.x : to.y - at.y);
    if (i === from || ahead <= 1) return;
    // Sideways one stays in the band: a step to the right is not a step down.
    if (flat && (to.y < start.box.y0 || to.y > start.box.y1) && group.kind !== start.kind) return;
    const c = ahead + SIDEWAYS * Math.abs(flat ? to.y - at.y : to.x - at.x);
    if (c >= cost) return;
    cost = c;
    best = i;
  });
  return best;
}

function middle(box: Box): { x: number; y: number } {
  return { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 };
}
