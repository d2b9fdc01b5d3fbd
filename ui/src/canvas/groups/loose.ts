/*
 * Blocks of a list in which nothing is linked, pure: its columns would mean nothing, so blocks fill their band row by row, as many
 * as can be read. Whoever has most comes first.
 */
import { PITCH_X } from "../measures";
import type { Scene } from "../scene";
import type { Box } from "../view";
import {
  AIR,
  columnsIn,
  type Grid,
  type Group,
  inOrder,
  isFlat,
  MOST_H,
  rowsIn,
  spanOf,
  stack,
} from "./grid";

export function loosely(scene: Scene, owners: Int32Array, xs: Float64Array, bounds: Box, zoom: number): Grid {
  const width = Math.max(bounds.x1 - bounds.x0, PITCH_X);
  const columns = columnsIn(width * zoom, isFlat(scene, zoom));
  const order = inOrder(owners, xs).sort(
    (a, b) => Number(a.card < 0) - Number(b.card < 0) || b.count - a.count || a.card - b.card,
  );
  const air = AIR / zoom;
  const groups: Group[] = [];
  const of = new Int32Array(scene.cards.length).fill(-1);
  for (const band of scene.lanes.flatMap((lane) => lane.bands)) {
    const members = [...scene.cards.keys()].filter((i) => scene.cards[i]?.band === band.key);
    const { y0: top, y1: foot } = spanOf(band, air, zoom);
    const parts = stack(members, owners, order, columns * rowsIn((foot - top) * zoom));
    const high = (foot - top) / Math.max(1, Math.ceil(parts.length / columns));
    const pitch = Math.min(high, MOST_H / zoom + air);
    parts.forEach((part, n) => {
      const column = n % columns;
      const y0 = top + Math.floor(n / columns) * pitch;
      const x0 = bounds.x0 + (column * width) / columns;
      const x1 = bounds.x0 + ((column + 1) * width) / columns - air;
      for (const i of part.members) of[i] = groups.length;
      groups.push({ kind: band.kind, box: { x0, y0, x1, y1: y0 + pitch - air }, ...part });
    });
  }
  return { groups, of };
}
