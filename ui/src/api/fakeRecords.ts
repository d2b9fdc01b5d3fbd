/* Records as they begin: nothing in any field. The real ones are in the crate `portfolio`. */
import type { Detail, Element, ElementKind, LinkDetail, LinkKind, Settings, Why } from "./bindings";

const NO_WHY: Why = {
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

/** An element of a kind with none of its fields filled. */
export const blank: { readonly [K in ElementKind]: Detail } = {
  driver: { kind: "driver", valid_from: null, valid_until: null, reference: null },
  priority: { kind: "priority", rank: null, horizon: null },
  objective: { kind: "objective", weight: null, horizon: null, perspective: null },
  outcome: {
    kind: "outcome",
    beneficiary: null,
    value_type: null,
    expected_value: null,
    business_owner: null,
    accepted_on: null,
    review_on: null,
    reviewer: null,
    realised_on: null,
    harmful: false,
  },
  change: { kind: "change", change_owner: null, adoption_date: null },
  capability: {
    kind: "capability",
    importance: null,
    maturity_now: null,
    maturity_target: null,
    pace_layer: null,
  },
  initiative: {
    kind: "initiative",
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
  },
  system: { kind: "system", live_from: null, live_until: null, cost: null },
  team: { kind: "team", side: null, capacity: null },
  indicator: {
    kind: "indicator",
    indicator_kind: null,
    unit: null,
    direction: null,
    every_days: null,
    definition: null,
    population: null,
    baseline: null,
    baseline_on: null,
    target: null,
    target_on: null,
    tolerance: null,
  },
  assumption: { kind: "assumption", valid_until: null, reviewed_on: null },
  decision: {
    kind: "decision",
    forum: null,
    decided_on: null,
    ruling: null,
    rationale: null,
    options: [],
    sides: [],
    premises: [],
  },
  person: { kind: "person", role: null, unit: null, side: null },
  term: { kind: "term", synonyms: [] },
};

export function newElement(id: string, kind: ElementKind, title: string): Element {
  const common = {
    id,
    title,
    description: "",
    owner: null,
    tags: [],
    why: NO_WHY,
    external_keys: [],
    extra: {},
    archived: null,
  };
  return { ...common, ...blank[kind] };
}

export function linkDetail(kind: LinkKind): LinkDetail {
  if (kind === "depends_on") return { kind, needed_by: null };
  if (kind === "conflicts_with") return { kind, guard_rail: null };
  if (kind !== "contribution") return { kind };
  return {
    kind,
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
}

/** The settings of a new portfolio. */
export function settingsOf(title: string): Settings {
  return {
    title,
    currency: null,
    rates: [],
    fiscal_year: { month: 1, day: 1 },
    cycle: "month",
    rules: {},
  };
}
