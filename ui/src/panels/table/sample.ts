/* Small records for the tests of the table. */
import type { Contribution, Element, Link, Maybe, Money, Record as Stored } from "../../api/index.ts";
import { portfolioOf } from "../../model/portfolio.ts";
import { wordsOf } from "../../words/index.ts";
import type { Unit } from "../money.ts";
import { COLUMNS } from "./columns.ts";
import { rowsOf } from "./rows.ts";

export const words = wordsOf("en");
const WHY = {
  text: "",
  for_whom: "",
  change: "",
  proof: null,
  until: null,
  author: "",
  accepted_by: "",
  accepted_on: null,
  reviewed_on: null,
};
const COMMON = {
  description: "",
  owner: null,
  tags: [],
  why: WHY,
  external_keys: [],
  extra: {},
  archived: null,
};
const UNFILLED = {
  form: null,
  state: null,
  start: null,
  end: null,
  delivered_on: null,
  budget: null,
  spent: null,
  percent_complete: null,
  category: null,
  reference: null,
};
const CONTRIBUTION: Contribution = {
  mechanism: "",
  sign: "helps",
  strength: null,
  confidence: null,
  lag_days: null,
  share: null,
  expects: null,
  state: "accepted",
  proposed_by: "",
  proposed_on: null,
  accepted_by: "",
  valid_from: null,
  valid_until: null,
  evidence: "",
  assumptions: [],
};

export function initiative(id: string, part: Partial<Extract<Element, { kind: "initiative" }>> = {}): Stored {
  return { type: "element", record: { id, title: id, ...COMMON, ...UNFILLED, kind: "initiative", ...part } };
}
export function priority(id: string, rank: number): Stored {
  return {
    type: "element",
    record: { id, title: id, ...COMMON, kind: "priority", rank: { known: rank }, horizon: null },
  };
}
export function objective(id: string, weight: number | null = null): Stored {
  return {
    type: "element",
    record: {
      id,
      title: id,
      ...COMMON,
      kind: "objective",
      weight: weight === null ? null : { known: weight },
      horizon: null,
      perspective: null,
    },
  };
}
export function contributes(from: string, to: string, state: Contribution["state"] = "accepted"): Stored {
  const record: Link = { id: `${from}-${to}`, from, to, kind: "contribution", ...CONTRIBUTION, state };
  return { type: "link", record };
}
export function money(amount: string, currency = "EUR"): Maybe<Money> {
  return { known: { amount, currency } };
}
export const nfp: Maybe<Money> = { missing: { reason: "withheld", said: "nfp" } };

export function rows(...records: Stored[]) {
  return rowsOf("initiative", portfolioOf(records), []);
}
export function column(id: string) {
  const found = COLUMNS.find((it) => it.id === id);
  if (!found) throw new Error(`no column ${id}`);
  return found;
}
export const titles = (list: readonly { element: Element }[]) => list.map((row) => row.element.title);
export const EUROS: Unit = { currency: "EUR", symbol: "€", power: 6, places: 2 };
