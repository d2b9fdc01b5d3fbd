/*
 * Two fingers on the map: what lies under them stays under them. Pure but for remembering where they are.
 */
import { type Point, type View, zoomAt } from "./view";

export class Pinch {
  private readonly fingers = new Map<number, Point>();

  /** True when this finger makes two. */
  down(id: number, at: Point): boolean {
    this.fingers.set(id, at);
    return this.fingers.size === 2;
  }

  /** The view after a finger moved; null unless two are down. */
  move(id: number, at: Point, view: View, least = 0): View | null {
    const before = this.fingers.get(id);
    if (before === undefined) return null;
    this.fingers.set(id, at);
    if (this.fingers.size !== 2) return null;
    let other = at;
    for (const [key, point] of this.fingers) if (key !== id) other = point;
    const [spread, was] = [distance(at, other), distance(before, other)];
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    const shifted = { ...view, x: view.x + (at.x - before.x) / 2, y: view.y + (at.y - before.y) / 2 };
    return was < 1 ? shifted : zoomAt(shifted, middle, shifted.zoom * (spread / was), least);
  }

  up(id: number): void {
    this.fingers.delete(id);
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
