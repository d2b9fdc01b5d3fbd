/*
 * Outlines written as path data. A `Path2D` cannot be asked what it is made of, so those made here are remembered
 * with their data: a recorder needs it.
 */
const data = new WeakMap<Path2D, string>();

export function outlineOf(d: string): Path2D {
  const path = new Path2D(d);
  data.set(path, d);
  return path;
}

/** What an outline was made of; `null` for one that was not made here. */
export function dataOf(path: Path2D): string | null {
  return data.get(path) ?? null;
}
