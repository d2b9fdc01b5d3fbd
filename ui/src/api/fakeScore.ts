/* The score of a portfolio in which nothing can be scored, as the house gives it: every level is there and holds nothing. */
import type { Bar, Rung, Score, ScoreChange } from "./bindings";

const RUNGS: readonly Rung[] = ["unlinked", "linked", "plausible", "measured", "proven", "sustained"];

function emptyBar(): Bar {
  const segments = [...RUNGS, null].map((level) => ({
    level,
    share: 0,
    percent: 0,
    amount: null,
    elements: [],
  }));
  return { total: null, segments, without_width: [] };
}

export function nothingScored(asOf: string): Score {
  return {
    as_of: asOf,
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

const NOTHING = { measured: 0, proven: 0, bars: [] };

export const NOTHING_CHANGED: ScoreChange = {
  before: NOTHING,
  after: NOTHING,
  effects: [],
  yardsticks: NOTHING,
  moves: [],
  traces: [],
  warning: null,
};
