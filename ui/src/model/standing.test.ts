import { describe, expect, it } from "vitest";
import type { Element } from "../api/bindings.ts";
import { stepOf } from "./kinds.ts";
import { carriersOf, reach } from "./line.ts";
import { live } from "./live.ts";
import type { Portfolio } from "./portfolio.ts";
import { Edits } from "./randomEdits.ts";
import { type Bar, factsOf, Standings, standingsOf } from "./standing.ts";

const WORSE = ["unknown", "ok", "risk", "off"];

/** The bar of work as it is defined: every line walked for itself. */
function walked(portfolio: Portfolio, element: Element, standings: Standings): Bar {
  const { up, down } = carriersOf(portfolio);
  const around = reach([element.id], (stepOf(element.kind) ?? 0) > 6 ? up : down, new Set());
  const bars = [...around].flatMap((id) => {
    const work = live(portfolio).elements.get(id);
    return work?.kind === "initiative" ? [standings.delivery(work)] : [];
  });
  const told = bars.flatMap(({ percent }) => percent ?? []);
  const worst = bars.map(({ standing }) => standing).sort((a, b) => WORSE.indexOf(b) - WORSE.indexOf(a))[0];
  return {
    percent: told.length === 0 ? null : told.reduce((sum, it) => sum + it, 0) / told.length,
    standing: worst ?? "unknown",
  };
}

/** How far the nearest measured elements have come, the least of it: every line searched for itself. */
function searched(portfolio: Portfolio, element: Element): number | null {
  const { up, down } = carriersOf(portfolio);
  const arcs = (stepOf(element.kind) ?? 0) <= 2 ? down : up;
  const alone = new Standings({ ...factsOf(portfolio), carriers: { up: new Map(), down: new Map() } });
  const own = alone.outcome(element).percent;
  if (own !== null) return own;
  const seen = new Set([element.id]);
  for (let ring = [element.id]; ring.length > 0; ) {
    ring = ring
      .flatMap((id) => (arcs.get(id) ?? []).map(({ to }) => to))
      .filter((id) => !seen.has(id) && seen.add(id));
    const told = ring.flatMap((id) => {
      const other = live(portfolio).elements.get(id);
      return other === undefined ? [] : (alone.outcome(other).percent ?? []);
    });
    if (told.length > 0) return Math.min(...told);
  }
  return null;
}

describe("what is kept from one state to the next", () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    it(`says_after_each_of_many_edits_what_a_reading_from_scratch_says (${seed})`, () => {
      const edits = new Edits(seed, 24);
      for (let n = 0; n < 120; n += 1) {
        const portfolio = edits.next();
        const kept = standingsOf(portfolio);
        const scratch = new Standings(factsOf(portfolio));
        for (const element of live(portfolio).elements.values()) {
          expect(kept.delivery(element)).toEqual(scratch.delivery(element));
          expect(kept.outcome(element)).toEqual(scratch.outcome(element));
        }
      }
    });
  }

  it("says_what_a_walk_of_each_line_by_itself_says", () => {
    const edits = new Edits(11, 30);
    for (let n = 0; n < 40; n += 1) {
      const portfolio = edits.next();
      const kept = standingsOf(portfolio);
      for (const element of live(portfolio).elements.values()) {
        expect(kept.outcome(element).percent).toEqual(searched(portfolio, element));
        if (element.kind === "initiative") continue;
        const { percent, standing } = walked(portfolio, element, kept);
        const bar = kept.delivery(element);
        if (percent === null) expect(bar.percent).toBeNull();
        else expect(bar.percent).toBeCloseTo(percent, 5);
        const said = new Standings({ ...factsOf(portfolio), carriers: { up: new Map(), down: new Map() } });
        const own = said.delivery(element).standing;
        expect(bar.standing).toBe(own === "unknown" ? standing : own);
      }
    }
  });

  it("still_answers_for_a_state_that_has_passed", () => {
    const edits = new Edits(7, 24);
    const first = edits.portfolio;
    const before = [...live(first).elements.values()].map((it) => standingsOf(first).delivery(it));
    for (let n = 0; n < 60; n += 1) {
      const { elements } = live(edits.next());
      for (const it of elements.values()) standingsOf(edits.portfolio).delivery(it);
    }
    expect([...live(first).elements.values()].map((it) => standingsOf(first).delivery(it))).toEqual(before);
  });
});
