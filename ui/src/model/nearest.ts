/*
 * For every element the weakest of the nearest measured ones on its line, upwards and downwards. Told from one neighbour to the
 * next, ring by ring from all that is measured, instead of searched from each element.
 */
import type { Carriers } from "./line.ts";
import { type Arcs, type Network, networkOf } from "./network.ts";

export class Nearest<T> {
  private readonly network: Network;
  private readonly measured: ReadonlyMap<string, T>;
  private readonly weaker: (a: T, b: T) => T;
  private readonly sides: Partial<Record<"up" | "down", readonly (T | undefined)[]>> = {};

  /** `weaker` must not depend on which of the two comes first. */
  constructor(carriers: Carriers, measured: ReadonlyMap<string, T>, weaker: (a: T, b: T) => T) {
    this.network = networkOf(carriers);
    this.measured = measured;
    this.weaker = weaker;
  }

  of(id: string, way: "up" | "down"): T | null {
    const at = this.network.at.get(id);
    if (at === undefined) return null;
    const { up, down } = this.network;
    this.sides[way] ??= way === "up" ? this.spread(up, down) : this.spread(down, up);
    return this.sides[way]?.[at] ?? null;
  }

  /** `against` leads from what is measured to those that look for it along `along`. */
  private spread(along: Arcs, against: Arcs): (T | undefined)[] {
    const { at } = this.network;
    const best: (T | undefined)[] = new Array(at.size);
    const ring = new Int32Array(at.size).fill(-1);
    let last: number[] = [];
    for (const [id, value] of this.measured) {
      const n = at.get(id);
      if (n === undefined) continue;
      best[n] = value;
      ring[n] = 0;
      last.push(n);
    }
    for (let distance = 1; last.length > 0; distance += 1) {
      const next: number[] = [];
      for (const from of last) {
        for (let i = against.from[from] ?? 0; i < (against.from[from + 1] ?? 0); i += 1) {
          const n = against.to[i] ?? 0;
          if (ring[n] !== -1) continue;
          ring[n] = distance;
          next.push(n);
        }
      }
      for (const n of next) {
        for (let i = along.from[n] ?? 0; i < (along.from[n + 1] ?? 0); i += 1) {
          const near = along.to[i] ?? 0;
          const found = ring[near] === distance - 1 ? best[near] : undefined;
          if (found === undefined) continue;
          const before = best[n];
          best[n] = before === undefined ? found : this.weaker(before, found);
        }
      }
      last = next;
    }
    return best;
  }
}
