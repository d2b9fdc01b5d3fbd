/*
 * Which canvas a window looks at, and where on each it looked last. Kept for as long as the portfolio is open in the
 * window; other windows look elsewhere. A canvas that goes is left for the one before it, and found again when it returns.
 */
import type { Canvas } from "../api/index.ts";
import type { View as Place } from "../canvas/index.ts";

/** So many canvases are remembered on the way back. */
const FAR = 40;

export class Sight {
  #trail: readonly string[] = [];
  readonly #places = new Map<string, { current: Place | null }>();
  readonly #listeners = new Set<() => void>();

  /** What was looked at, the latest first. */
  readonly trail = (): readonly string[] => this.#trail;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  look(id: string): void {
    if (this.#trail[0] === id) return;
    this.#trail = [id, ...this.#trail.filter((other) => other !== id)].slice(0, FAR);
    for (const listener of this.#listeners) listener();
  }

  /** Where a canvas was looked at last; the same object for as long as the portfolio is open. */
  placeOf(id: string): { current: Place | null } {
    const place = this.#places.get(id) ?? { current: null };
    this.#places.set(id, place);
    return place;
  }
}

/** The canvas in sight: the one that was looked at last and is still there, or the first. */
export function inSight(canvases: ReadonlyMap<string, Canvas>, trail: readonly string[]): Canvas | null {
  for (const id of trail) {
    const canvas = canvases.get(id);
    if (canvas !== undefined) return canvas;
  }
  return [...canvases.values()][0] ?? null;
}

/** The canvas so many steps on in their order, around the end. */
export function besideIn(
  canvases: ReadonlyMap<string, Canvas>,
  now: Canvas | null,
  step: 1 | -1,
): Canvas | null {
  const all = [...canvases.values()];
  const at = all.findIndex((canvas) => canvas.id === now?.id);
  return all[(at + step + all.length) % all.length] ?? null;
}
