/*
 * The work on the line of every element, added up: how many initiatives lie below it and above it, what they have done and how
 * they stand. Each initiative is added once to all that it reaches, so that a change of one is a subtraction and an addition there
 * and nowhere else. Sums are whole numbers, so that they come out the same in whichever order they were made.
 */
import type { Carriers } from "./line.ts";
import { type Network, networkOf, Walk } from "./network.ts";
import type { Bar, Standing } from "./standing.ts";

/** Millionths of a percent. */
const FINE = 1e6;
const STANDINGS: readonly Standing[] = ["off", "risk", "ok", "unknown"];

interface Sums {
  /** Of those that tell how far they are. */
  readonly done: Float64Array;
  readonly told: Int32Array;
  /** How many stand so, by standing. */
  readonly stand: readonly Int32Array[];
}

export class Work {
  private readonly network: Network;
  private readonly below: Sums;
  private readonly above: Sums;

  private constructor(network: Network, below: Sums, above: Sums) {
    this.network = network;
    this.below = below;
    this.above = above;
  }

  static of(carriers: Carriers, bars: ReadonlyMap<string, Bar>): Work {
    const network = networkOf(carriers);
    const work = new Work(network, none(network.at.size), none(network.at.size));
    work.add(bars, 1);
    return work;
  }

  /** After these initiatives have other bars; this one stays as it was. */
  with(before: ReadonlyMap<string, Bar>, after: ReadonlyMap<string, Bar>): Work {
    const work = new Work(this.network, copied(this.below), copied(this.above));
    work.add(before, -1);
    work.add(after, 1);
    return work;
  }

  /** The mean of what is below or above an element, and how the worst of it stands. */
  around(id: string, side: "below" | "above"): Bar {
    const at = this.network.at.get(id);
    if (at === undefined) return NOTHING;
    const { done, told, stand } = this[side];
    const count = told[at] ?? 0;
    return {
      percent: count === 0 ? null : (done[at] ?? 0) / FINE / count,
      standing: STANDINGS.find((_, n) => (stand[n]?.[at] ?? 0) > 0) ?? "unknown",
    };
  }

  private add(bars: ReadonlyMap<string, Bar>, sign: 1 | -1): void {
    const { at, up, down } = this.network;
    const walk = new Walk(at.size);
    for (const [id, { percent, standing }] of bars) {
      const start = at.get(id);
      if (start === undefined) continue;
      const done = percent === null ? 0 : sign * Math.round(percent * FINE);
      const told = percent === null ? 0 : sign;
      // What it reaches upwards has it below, and the other way round.
      for (const [arcs, into] of [
        [up, this.below],
        [down, this.above],
      ] as const) {
        const stand = into.stand[STANDINGS.indexOf(standing)];
        walk.from(start, arcs, (n) => {
          into.done[n] = (into.done[n] ?? 0) + done;
          into.told[n] = (into.told[n] ?? 0) + told;
          if (stand !== undefined) stand[n] = (stand[n] ?? 0) + sign;
        });
      }
    }
  }
}

const NOTHING: Bar = { percent: null, standing: "unknown" };

function none(size: number): Sums {
  return {
    done: new Float64Array(size),
    told: new Int32Array(size),
    stand: STANDINGS.map(() => new Int32Array(size)),
  };
}

function copied({ done, told, stand }: Sums): Sums {
  return { done: done.slice(), told: told.slice(), stand: stand.map((it) => it.slice()) };
}
