/*
 * How the world lies on the screen, as frames over it need to know: on a map evenly, on a diagram perhaps each axis by
 * itself and beside strips of names.
 */
import type { View } from "../view";

export interface Lens {
  /** Screen pixels a unit is long, across and down. */
  readonly kx: number;
  readonly ky: number;
  x(world: number): number;
  y(world: number): number;
  /** Where the title of a frame that begins out of sight stands. */
  readonly left: number;
  readonly top: number;
  /** Whether strips lie there, which nothing is laid over. */
  readonly strips?: boolean;
}

/** Titles of lanes stand at the left edge of a map. */
const BESIDE_LANES = 96;

export function lensOf({ x, y, zoom }: View): Lens {
  return {
    kx: zoom,
    ky: zoom,
    x: (world) => world * zoom + x,
    y: (world) => world * zoom + y,
    left: BESIDE_LANES,
    top: 0,
  };
}
