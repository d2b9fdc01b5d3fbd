/*
 * Random portfolios with rings, archived elements, indicators and proofs, and random edits of them, for tests that hold what is
 * kept from one state to the next against what is worked out from scratch. The same seed gives the same edits.
 */
import type {
  Change,
  Element,
  ElementKind,
  Link,
  LinkKind,
  Status,
  Record as Stored,
} from "../api/bindings.ts";
import { newElement } from "../api/fakeRecords.ts";
import { contribution, indicator, reading } from "./fixture.ts";
import { type Portfolio, patched, portfolioOf } from "./portfolio.ts";

const KINDS: readonly ElementKind[] = [
  "driver",
  "priority",
  "objective",
  "outcome",
  "change",
  "capability",
  "initiative",
  "initiative",
  "initiative",
  "system",
  "team",
  "decision",
];
const STATUSES: readonly (Status | null)[] = ["green", "amber", "red", null];

/** Numbers from 0 to below 1 that are the same for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

export class Edits {
  portfolio: Portfolio;
  private readonly rnd: () => number;
  private count = 0;

  constructor(seed: number, size: number) {
    this.rnd = random(seed);
    this.portfolio = portfolioOf([]);
    for (let i = 0; i < size; i += 1) this.put(this.fresh());
    for (let i = 0; i < size * 2; i += 1) this.put(this.link());
    for (let i = 0; i < size; i += 1) this.put(this.reading());
    for (let i = 0; i < size / 2; i += 1) this.put(this.report());
  }

  /** The portfolio after one more edit. */
  next(): Portfolio {
    const acts = [this.patch, this.patch, this.patch, this.report, this.reading, this.link, this.relink];
    const act = this.pick([...acts, this.fresh, this.unlink, this.replace]);
    this.put(act.call(this));
    return this.portfolio;
  }

  private put(change: Change | null): void {
    if (change !== null) this.portfolio = patched(this.portfolio, [change]);
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.rnd() * list.length)] as T;
  }

  private any<T>(table: ReadonlyMap<string, T>): T | undefined {
    return this.pick([...table.values()]);
  }

  private name(of: string): string {
    this.count += 1;
    return `${of}${this.count}`;
  }

  private fresh(): Change {
    const isIndicator = this.rnd() < 0.25;
    const record = isIndicator
      ? this.indicator(this.name("i"))
      : newElement(this.name("e"), this.pick(KINDS), "");
    return { before: null, after: { type: "element", record } };
  }

  private indicator(id: string): Element {
    const kind = this.pick([null, { known: "activity" as const }, { known: "adoption" as const }]);
    return indicator(id, "", {
      indicator_kind: kind,
      baseline: { known: 0 },
      target: { known: 100 },
      baseline_on: this.rnd() < 0.5 ? { known: "2026-01-01" } : null,
      target_on: { known: "2026-12-31" },
    });
  }

  private patch(): Change | null {
    const work = [...this.portfolio.elements.values()].filter(({ kind }) => kind === "initiative");
    const before = this.rnd() < 0.5 ? this.pick(work) : this.any(this.portfolio.elements);
    if (before === undefined) return null;
    const to = (after: object): Change => ({
      before: { type: "element", record: before },
      after: { type: "element", record: { ...before, ...after } as Element },
    });
    const roll = this.rnd();
    if (roll < 0.2)
      return to({ archived: before.archived === null ? { at: "2026-01-01", reason: "" } : null });
    if (roll < 0.35)
      return to({ why: { ...before.why, proof: this.any(this.portfolio.elements)?.id ?? null } });
    if (roll < 0.45) return to({ why: { ...before.why, accepted_by: this.pick(["", "K. Lund"]) } });
    if (before.kind === "indicator") return to({ target: { known: 50 + Math.floor(this.rnd() * 100) } });
    if (before.kind !== "initiative") return to({ title: this.name("t") });
    return roll < 0.6
      ? to({ state: { known: this.pick(["active", "delivered"]) } })
      : to({ percent_complete: this.pick([null, { known: Math.floor(this.rnd() * 1001) / 10 }]) });
  }

  private report(): Change | null {
    const element = this.any(this.portfolio.elements)?.id;
    if (element === undefined) return null;
    const lens = this.pick(["it", "business"] as const);
    const date = this.pick([null, { known: `2026-0${1 + Math.floor(this.rnd() * 9)}-01` }]);
    const more = {
      date,
      lens,
      status: this.pick(STATUSES),
      said: "",
      comment: "",
      percent: null,
      source: null,
    };
    return {
      before: null,
      after: { type: "status_report", record: { id: this.name("s"), element, ...more } },
    };
  }

  private reading(): Change | null {
    const of = this.pick([...this.portfolio.elements.values()].filter(({ kind }) => kind === "indicator"));
    if (of === undefined) return null;
    const period = `2026-0${1 + Math.floor(this.rnd() * 9)}-28`;
    const record = reading(this.name("r"), of.id, period, Math.floor(this.rnd() * 120));
    return { before: null, after: { type: "reading", record } };
  }

  private link(): Change | null {
    const [from, to] = [this.any(this.portfolio.elements), this.any(this.portfolio.elements)];
    if (from === undefined || to === undefined || from === to) return null;
    const id = this.name("l");
    const kinds: readonly LinkKind[] = ["because", "part_of", "measures", "cites"];
    const plain = {
      id,
      from: from.id,
      to: to.id,
      kind: from.kind === "indicator" ? "measures" : this.pick(kinds),
    };
    const state = this.pick(["accepted", "accepted", "proposed", "retired"] as const);
    const record = this.rnd() < 0.6 ? contribution(id, from.id, to.id, state) : (plain as Link);
    return { before: null, after: { type: "link", record } };
  }

  /** Something about a link, which may change whether it carries. */
  private relink(): Change | null {
    const before = this.any(this.portfolio.links);
    if (before?.kind !== "contribution") return null;
    const more = this.pick([
      { mechanism: this.name("m") },
      { state: this.pick(["accepted", "proposed"] as const) },
      { sign: this.pick(["helps", "harms"] as const) },
      { valid_until: this.pick([null, "2020-01-01"]) },
    ]);
    return {
      before: { type: "link", record: before },
      after: { type: "link", record: { ...before, ...more } as Link },
    };
  }

  private unlink(): Change | null {
    const before = this.any(this.portfolio.links);
    return before === undefined ? null : { before: { type: "link", record: before }, after: null };
  }

  /** An element without links goes. */
  private replace(): Change | null {
    const { elements, linksFrom, linksTo } = this.portfolio;
    const lone = [...elements.values()].filter(({ id }) => !linksFrom.has(id) && !linksTo.has(id));
    const record = this.pick(lone);
    const before: Stored | null = record === undefined ? null : { type: "element", record };
    return before === null ? null : { before, after: null };
  }
}
