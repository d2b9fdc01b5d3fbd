/* How alike two titles are, by the pairs of letters that they share: for what may be one thing named twice. Pure. */
import { folded } from "./search.ts";

function pairs(text: string): Map<string, number> {
  const letters = folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const found = new Map<string, number>();
  for (let at = 0; at < letters.length - 1; at += 1) {
    const pair = letters.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/** The things with the most alike title first; equally alike ones keep their order. */
export function byLikeness<T>(title: string, things: readonly T[], titleOf: (thing: T) => string): T[] {
  const own = pairs(title);
  return things
    .map((thing) => ({ thing, alike: likeness(own, pairs(titleOf(thing))) }))
    .sort((a, b) => b.alike - a.alike)
    .map(({ thing }) => thing);
}

/** 0 to 1: twice the pairs in common over all pairs (the coefficient of Dice). */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  let all = 0;
  for (const [pair, count] of a) {
    common += Math.min(count, b.get(pair) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * common) / all;
}
