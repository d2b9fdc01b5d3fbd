/*
 * What somebody on this computer thinks of findings: useful, or noise. It helps to tune rules and is nobody else’s
 * business, so it is kept beside the program and never in the portfolio.
 */
import type { Finding, Judged, Usefulness } from "../api/bindings.ts";

/** What the verdicts need from the host. */
export interface Bench {
  judged(): Promise<Judged[]>;
  judge(key: string, code: string, verdict: Usefulness | null): Promise<void>;
}

export interface Share {
  readonly useful: number;
  readonly noise: number;
}

export type Known = ReadonlyMap<string, Judged>;

export class Verdicts {
  #known: Known = new Map();
  readonly #bench: Bench;
  readonly #listeners = new Set<() => void>();

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** By the key of the finding; the same map while nothing changed. */
  readonly known = (): Known => this.#known;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async load(): Promise<void> {
    const all = await this.#bench.judged();
    this.#set(new Map(all.map((it) => [it.key, it])));
  }

  /** Says it, or takes it back when it was said already. Rejects when it could not be kept; nothing has changed then. */
  async say({ key, code }: Pick<Finding, "key" | "code">, verdict: Usefulness): Promise<void> {
    const next = this.#known.get(key)?.verdict === verdict ? null : verdict;
    await this.#bench.judge(key, code, next);
    const known = new Map(this.#known);
    if (next === null) known.delete(key);
    else known.set(key, { key, code, verdict: next });
    this.#set(known);
  }

  #set(known: Known): void {
    this.#known = known;
    for (const listener of this.#listeners) listener();
  }
}

/** How the findings of a rule were judged here. */
export function shareOf(known: Known, code: string): Share {
  let useful = 0;
  let noise = 0;
  for (const it of known.values()) {
    if (it.code !== code) continue;
    if (it.verdict === "noise") noise += 1;
    else useful += 1;
  }
  return { useful, noise };
}
