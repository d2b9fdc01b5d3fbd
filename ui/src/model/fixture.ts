/* Small records for tests: everything a record needs, so that a test names only what it is about. */
import type {
  Element,
  Finding,
  Lack,
  Link,
  LinkState,
  Missing,
  Nature,
  Reading,
  Record as Stored,
  View,
  Way,
  Why,
} from "../api/bindings.ts";
import { settingsOf } from "../api/fakeRecords.ts";

const WHY: Why = {
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

type Initiative = Extract<Element, { kind: "initiative" }>;

export function initiative(id: string, title: string, more: Partial<Initiative> = {}): Initiative {
  return {
    ...COMMON,
    id,
    title,
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
    ...more,
  };
}

export function objective(id: string, title: string): Element {
  return { ...COMMON, id, title, kind: "objective", weight: null, horizon: null, perspective: null };
}

export function priority(id: string, title: string): Element {
  return { ...COMMON, id, title, kind: "priority", rank: null, horizon: null };
}

export function driver(id: string, title: string): Element {
  return { ...COMMON, id, title, kind: "driver", valid_from: null, valid_until: null, reference: null };
}

export function indicator(
  id: string,
  title: string,
  more: Partial<Extract<Element, { kind: "indicator" }>> = {},
): Extract<Element, { kind: "indicator" }> {
  return {
    ...COMMON,
    id,
    title,
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
    ...more,
  };
}

export function decision(
  id: string,
  title: string,
  more: Partial<Extract<Element, { kind: "decision" }>> = {},
): Extract<Element, { kind: "decision" }> {
  return {
    ...COMMON,
    id,
    title,
    kind: "decision",
    forum: null,
    decided_on: null,
    ruling: null,
    rationale: null,
    options: [],
    sides: [],
    premises: [],
    ...more,
  };
}

export function term(id: string, title: string, synonyms: string[]): Element {
  return { ...COMMON, id, title, kind: "term", synonyms };
}

export function reading(
  id: string,
  of: string,
  period: string,
  value: number,
  nature: Nature = "actual",
): Reading {
  return {
    id,
    indicator: of,
    period,
    value,
    nature,
    source: null,
    recorded_at: "2026-10-01T08:00:00Z",
    recorded_by: "",
    comment: "",
    grade: null,
  };
}

export function contribution(id: string, from: string, to: string, state: LinkState = "accepted"): Link {
  return {
    id,
    from,
    to,
    kind: "contribution",
    mechanism: "",
    sign: "helps",
    strength: null,
    confidence: null,
    lag_days: null,
    share: null,
    expects: null,
    state,
    proposed_by: "",
    proposed_on: null,
    accepted_by: "",
    valid_from: null,
    valid_until: null,
    evidence: "",
    assumptions: [],
  };
}

export function stored(elements: readonly Element[], links: readonly Link[] = []): Stored[] {
  return [
    { type: "settings", record: settingsOf("Skerry Ferries") },
    { type: "canvas", record: { id: "map", title: "Strategy map", kind: "strategy_map", frames: [] } },
    ...elements.map((record) => ({ type: "element" as const, record })),
    ...links.map((record) => ({ type: "link" as const, record })),
  ];
}

export function viewOf(records: Stored[], more: Partial<View> = {}): View {
  return {
    session: 1,
    path: "/skerry.thru",
    read_only: null,
    revision: 0,
    records,
    findings: [],
    steps: { undo: null, redo: null },
    as_of: "2026-11-01",
    as_of_chosen: false,
    pack: "1",
    ...more,
  };
}

export function finding(code: string, subject: Element, more: Partial<Finding> = {}): Finding {
  return {
    key: `${code}.${subject.id}`,
    code,
    name: "orphan-initiative",
    family: "visible",
    severity: "high",
    result: "violated",
    subject: { id: subject.id, kind: subject.kind, title: subject.title },
    related: [],
    message: `${subject.title} reaches no objective.`,
    evidence: [],
    advice: "it is linked to an objective.",
    missing: [],
    weight: null,
    money: [],
    cause: null,
    path: [],
    accepted: null,
    fix: null,
    first_seen: null,
    ...more,
  };
}

/** Something that keeps a rule from deciding. */
export function lacks(field: Lack, of: Element | null, way: Way = "fill_in"): Missing {
  const named = of === null ? null : { id: of.id, kind: of.kind, title: of.title };
  return { field, way, of: named, text: named === null ? field : `${field} of “${named.title}”` };
}
