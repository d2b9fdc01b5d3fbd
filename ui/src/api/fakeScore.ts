/* The score of a portfolio in which nothing can be scored, as the house gives it: every level is there and holds nothing. */
import type { Rung, ScoreBar, ScoreView } from "./bindings";

const RUNGS: readonly Rung[] = ["unlinked", "linked", "plausible", "measured", "proven", "sustained"];

function emptyBar(): ScoreBar {
  const segments = [...RUNGS, null].map((level) => ({
    level,
    share: 0,
    percent: 0,
    amount: null,
    elements: [],
  }));
  return { total: null, segments, without_width: [] };
}

export function nothingScored(asOf: string): ScoreView {
  return {
    as_of: asOf,
    pack: "0",
    says: "Nothing can be scored yet.",
    sentence: [{ text: "Nothing can be scored yet.", elements: [] }],
    clauses: [],
    by_weight: emptyBar(),
    by_money: [],
    measured: null,
    spend: [],
    objectives: [],
    remarks: [],
  };
}
