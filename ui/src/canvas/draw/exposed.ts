/*
 * What a picture that is shifted by whole pixels leaves to be drawn.
 */

/** A rectangle in device pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What a shift of the picture leaves open: a strip over the whole width, and the rest of one over the height. */
export function exposed(wide: { readonly w: number; readonly h: number }, dx: number, dy: number): Area[] {
  const { w, h } = wide;
  const areas: Area[] = [];
  const across = { y: dy > 0 ? 0 : h + dy, h: Math.abs(dy) };
  if (dy !== 0) areas.push({ x: 0, w, ...across });
  if (dx !== 0) {
    const y = Math.max(dy, 0);
    areas.push({ x: dx > 0 ? 0 : w + dx, w: Math.abs(dx), y, h: h - Math.abs(dy) });
  }
  return areas;
}
