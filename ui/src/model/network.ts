/*
 * The links that carry the line as plain numbers: every element that one of them touches has a number, and its arcs lie side by
 * side. For questions that are asked of all elements at once; a single line is walked by `reach` in line.ts.
 */
import type { Arc, Carriers } from "./line.ts";

export interface Arcs {
  /** Where the arcs of each number begin in `to`; one more at the end. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface Network {
  readonly at: ReadonlyMap<string, number>;
  readonly ids: readonly string[];
  readonly up: Arcs;
  readonly down: Arcs;
}

const networks = new WeakMap<Carriers, Network>();

/** Made once for each state of the links. */
export function networkOf(carriers: Carriers): Network {
  const made = networks.get(carriers) ?? numbered(carriers);
  networks.set(carriers, made);
  return made;
}

function numbered({ up, down }: Carriers): Network {
  const at = new Map<string, number>();
  for (const id of up.keys()) at.set(id, at.size);
  for (const id of down.keys()) if (!at.has(id)) at.set(id, at.size);
  return { at, ids: [...at.keys()], up: arcsOf(at, up), down: arcsOf(at, down) };
}

function arcsOf(at: ReadonlyMap<string, number>, arcs: ReadonlyMap<string, readonly Arc[]>): Arcs {
  const from = new Int32Array(at.size + 1);
  const to: number[] = [];
  let n = 0;
  for (const id of at.keys()) {
    for (const arc of arcs.get(id) ?? []) {
      const end = at.get(arc.to);
      if (end !== undefined) to.push(end);
    }
    n += 1;
    from[n] = to.length;
  }
  return { from, to: Int32Array.from(to) };
}

/** Walks from one number wherever arcs lead, each place once, without the start. Calls must not be nested. */
export class Walk {
  private readonly seen: Int32Array;
  private readonly stack: Int32Array;
  private turn = 0;

  constructor(size: number) {
    this.seen = new Int32Array(size);
    this.stack = new Int32Array(size);
  }

  from(start: number, { from, to }: Arcs, visit: (at: number) => void): void {
    const { seen, stack } = this;
    this.turn += 1;
    seen[start] = this.turn;
    stack[0] = start;
    for (let high = 1; high > 0; ) {
      high -= 1;
      const at = stack[high] ?? 0;
      const end = from[at + 1] ?? 0;
      for (let i = from[at] ?? 0; i < end; i += 1) {
        const next = to[i] ?? 0;
        if (seen[next] === this.turn) continue;
        seen[next] = this.turn;
        stack[high] = next;
        high += 1;
        visit(next);
      }
    }
  }
}

/** Asks for all that lies below an element, without itself; made once to be asked of many. */
export function belowIn(carriers: Carriers): (id: string) => readonly string[] {
  const { at, ids, down } = networkOf(carriers);
  const walk = new Walk(at.size);
  return (id) => {
    const found: string[] = [];
    const start = at.get(id);
    if (start !== undefined) walk.from(start, down, (n) => found.push(ids[n] ?? ""));
    return found;
  };
}
