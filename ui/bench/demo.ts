/*
 * A small invented portfolio for looking at the map: an operator of island ferries. Shows every mark of the
 * visual language at least once. Records, not scenes: it passes through the projection like real ones.
 */
import type { Element, Finding, Link, Placement, Reading, StatusReport } from "../src/api/bindings";
import type { MapRecords } from "../src/canvas/records";
import type { CardKind } from "../src/canvas/scene";

const why = {
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

const DETAILS: Record<CardKind, object> = {
  driver: { valid_from: null, valid_until: null, reference: null },
  priority: { rank: null, horizon: null },
  objective: { weight: null, horizon: null, perspective: null },
  outcome: {
    beneficiary: "",
    value_type: null,
    expected_value: null,
    business_owner: null,
    accepted_on: null,
    review_on: null,
    reviewer: null,
    realised_on: null,
    harmful: false,
  },
  change: { change_owner: null, adoption_date: null },
  capability: { importance: null, maturity_now: null, maturity_target: null, pace_layer: null },
  initiative: {
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
  system: { live_from: null, live_until: null, cost: null },
  team: { side: null, capacity: null },
};

const elements: Element[] = [];
const links: Link[] = [];
const placements: Placement[] = [];
const readings: Reading[] = [];
const statuses: StatusReport[] = [];
const findings: Finding[] = [];

export function element(
  id: string,
  kind: CardKind,
  title: string,
  owner: string,
  more: object = {},
): Element {
  const made: unknown = {
    id,
    kind,
    title,
    description: "",
    owner: owner === "" ? null : { known: owner },
    tags: [],
    why,
    external_keys: [],
    extra: {},
    archived: null,
    ...DETAILS[kind],
    ...more,
  };
  return made as Element;
}

/** A card with its place: column in card widths, row of its band. */
function card(
  id: string,
  kind: CardKind,
  title: string,
  owner: string,
  column: number,
  row = 0,
  more: object = {},
) {
  elements.push(element(id, kind, title, owner, more));
  placements.push({
    id: `p-${id}`,
    canvas: "map",
    element: id,
    x: 40 + column * 264,
    y: 28 + row * 132,
    pinned: true,
    locked: false,
  });
}

const STRENGTH = ["marginal", "weak", "moderate", "strong", "decisive"] as const;
const CONFIDENCE = ["guess", "doubtful", "plausible", "likely", "certain"] as const;

export function contribution(
  from: string,
  to: string,
  strength = 3,
  confidence = 4,
  more: object = {},
): Link {
  return {
    id: `${from}>${to}`,
    from,
    to,
    kind: "contribution",
    mechanism: "",
    sign: "helps",
    strength: STRENGTH[strength - 1] ?? null,
    confidence: CONFIDENCE[confidence - 1] ?? null,
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
    ...more,
  } as Link;
}

function link(from: string, to: string, strength?: number, confidence?: number, more?: object) {
  links.push(contribution(from, to, strength, confidence, more));
}

/** What the indicators are called. */
const MEASURED: Record<string, string> = {
  o1: "Shifts without a crew member",
  o2: "Sailings that left on time",
  o3: "Passengers left on the quay",
  o4: "Crossings on battery",
  u2: "Minutes in port",
  u3: "Seats filled on summer crossings",
  u4: "Energy cost per crossing",
};

/** An indicator with a plan and one reading: share of the way gone, of the way planned by then. */
function measure(
  of: string,
  gone: number,
  planned: number,
  source: string | null = "survey",
  second = false,
) {
  const id = `i-${of}`;
  const start = Date.parse("2026-01-01");
  const end = start + (Date.parse("2026-09-30") - start) / planned;
  elements.push({
    id,
    kind: "indicator",
    title: MEASURED[of] ?? "How far it has come",
    description: "",
    owner: null,
    tags: [],
    why,
    external_keys: [],
    extra: {},
    archived: null,
    indicator_kind: { known: "outcome" },
    unit: { known: "%" },
    direction: { known: "up" },
    every_days: { known: 30 },
    definition: null,
    population: null,
    baseline: { known: 0 },
    baseline_on: { known: "2026-01-01" },
    target: { known: 100 },
    target_on: { known: new Date(end).toISOString().slice(0, 10) },
    tolerance: null,
  });
  links.push({ id: `m-${of}`, from: id, to: of, kind: "measures" } as Link);
  for (const [at, period] of ["2026-03-31", "2026-06-30"].entries()) {
    readings.push({
      id: `r-${of}-${period}`,
      indicator: id,
      period,
      value: Math.round(gone * (20 + at * 45)),
      nature: "actual",
      source,
      recorded_at: period,
      recorded_by: "K. Lund",
      comment: "",
      grade: null,
    });
  }
  for (const from of second ? [source, "audit"] : [source]) {
    readings.push({
      id: `r-${of}-${from}`,
      indicator: id,
      period: "2026-09-30",
      value: gone * 100,
      nature: "actual",
      source: from,
      recorded_at: "2026-10-02",
      recorded_by: "K. Lund",
      comment: "",
      grade: null,
    });
  }
}

function report(of: string, status: StatusReport["status"], lens: StatusReport["lens"] = "it") {
  statuses.push({
    id: `s-${of}-${lens}`,
    element: of,
    date: { known: "2026-10-31" },
    lens,
    status,
    said: "",
    comment: "",
    percent: null,
    source: null,
  });
}

/** Faults of our own invention, with what would make each pass. */
const FAULTS = [
  ["IT says on track, the business says off track.", "both sides look at the same proof."],
  ["No change in what people do leads from here to an outcome.", "somebody says who will do what differently."],
  ["Nothing has been read since it was delivered.", "a reading younger than one quarter is there."],
] as const;

function found(of: string, count: number, severity: Finding["severity"]) {
  for (let i = 0; i < count; i += 1) {
    const [message, advice] = FAULTS[i % FAULTS.length] ?? FAULTS[0];
    findings.push({
      key: `${of}-${i}`,
      code: "D000",
      name: "demo",
      family: "visible",
      severity,
      result: "violated",
      subject: { id: of, kind: "initiative", title: elements.find((it) => it.id === of)?.title ?? "" },
      related: [],
      message,
      evidence: [],
      advice,
      missing: [],
      weight: null,
      money: [],
      fix: null, cause: null, path: [], accepted: null,
      first_seen: null,
    });
  }
}

const money = (millions: number) => ({
  budget: { known: { amount: String(millions * 1_000_000), currency: "EUR" } },
});
const done = (percent: number) => ({ percent_complete: { known: percent } });

// why
card("d1", "driver", "A third of the crew retires by 2030", "", 0.12, 0, { reference: { known: "Crew census 2025" } });
card("d2", "driver", "Islanders wait too long for a car place", "", 1.24, 0, {
  reference: { known: "Council, Mar 2026" },
});
card("d3", "driver", "Harbours must be free of diesel smoke by 2029", "", 2.5, 0, {
  reference: { known: "Port act 2024" },
});
card("d4", "driver", "Public grant capped until 2028", "", 3.62, 0, { reference: { known: "Grant letter" } });
// direction
card("p2", "priority", "Crews that stay", "A. Moreno", 0.22, 0, { rank: { known: 2 } });
card("p1", "priority", "A place for everyone on board", "I. Falk", 1.32, 0, { rank: { known: 1 } });
card("p3", "priority", "Quiet, clean crossings", "J. Aaltonen", 2.62, 0, { rank: { known: 3 } });
card("p4", "priority", "Live within the grant", "T. Roche", 3.72, 0, { rank: { known: 4 } });
card("o1", "objective", "Unfilled shifts under 3 %", "A. Moreno", 0, 0, { weight: { known: 16 } });
card("o2", "objective", "Nineteen sailings in twenty leave on time", "M. Osei", 1, 0, { weight: { known: 22 } });
card("o3", "objective", "Nobody is left on the quay in summer", "I. Falk", 2, 0, { weight: { known: 27 } });
card("o4", "objective", "Half of all crossings on battery by 2028", "J. Aaltonen", 3, 0, { weight: { known: 20 } });
card("o5", "objective", "Fares cover 41 % of running cost", "T. Roche", 4, 0, { weight: { known: 15 } });
card("o6", "objective", "Freight pays its own way", "T. Roche", 5, 0, { weight: { known: 0 } });
// value
card("u1", "outcome", "Deckhands stay beyond their second season", "A. Moreno", 0);
card("u2", "outcome", "Ships turn round in under 18 minutes", "M. Osei", 1);
card("u3", "outcome", "Car decks sail full, not oversold", "I. Falk", 2);
card("u4", "outcome", "Energy cost per crossing falls by 20 %", "J. Aaltonen", 3);
card("u6", "outcome", "Hauliers book a week ahead", "", 5);
card("c1", "change", "Crews swap watches among themselves", "A. Moreno", 0);
card("c2", "change", "Masters sail to the plan, not to the clock", "S. Brenner", 1);
card("c4", "change", "Chief engineers plan charging by tide", "J. Aaltonen", 3);
// ability
card("a1", "capability", "Crew planning", "A. Moreno", 0.25);
card("a2", "capability", "Live traffic control", "S. Brenner", 1.25);
card("a3", "capability", "Booking and deck loading", "L. Varga", 2.25);
card("a4", "capability", "Shore power management", "J. Aaltonen", 3.25);
card("a5", "capability", "Revenue control on board", "T. Roche", 4.25);
// work
card("w1", "initiative", "Self-service rostering", "A. Moreno", 0, 0, { ...money(1.7), ...done(100) });
card("w2", "initiative", "Harbour control room", "S. Brenner", 1, 0, { ...money(6.2), ...done(58) });
card("w3", "initiative", "One Booking app", "L. Varga", 2, 0, { ...money(3.8), ...done(92) });
card("w4", "initiative", "Northport battery charging", "J. Aaltonen", 3, 0, { ...money(17.5), ...done(34) });
card("w5", "initiative", "Data lake, phase 2", "", 4, 0, { ...money(2.4), ...done(61) });
card("w6", "initiative", "Freight portal", "T. Roche", 5, 0, { ...money(0.9), ...done(12) });
// ground
card("s1", "system", "Crewboard", "A. Moreno", 0.04);
card("s2", "system", "Vessel tracking", "S. Brenner", 1.08);
card("s3", "system", "Deckpoint reservation", "L. Varga", 2.12);
card("s4", "system", "Shore charging network", "J. Aaltonen", 3.14);

link("p2", "d1", 4, 4);
link("p1", "d2", 5, 5);
link("p2", "d2", 3, 4);
link("p3", "d3", 5, 5);
link("p4", "d4", 4, 4);
link("o1", "p2", 3, 4);
link("o2", "p2", 5, 5);
link("o2", "p1", 3, 4);
link("o3", "p1", 5, 5);
link("o4", "p3", 5, 5);
link("o4", "p4", 2, 3, { sign: "harms" });
link("o5", "p4", 4, 5);
link("u1", "o1", 4, 2);
link("u2", "o2", 5, 4);
link("u2", "o3", 3, 3);
link("u3", "o3", 4, 4);
link("u4", "o4", 2, 3);
link("u4", "o5", 2, 2, { sign: "harms" });
link("u6", "o6", 2, 2, { state: "proposed" });
link("c1", "u1", 3, 1);
link("c2", "u2", 4, 4);
link("c4", "u4", 4, 3);
link("c2", "u3", 2, 3, { state: "proposed" });
link("a1", "c1", 4, 3);
link("a2", "c2", 4, 4);
link("a3", "u3", 5, 4);
link("a4", "c4", 3, 3);
link("a2", "c4", 1, 2, { state: "proposed" });
link("w1", "a1", 4, 4);
link("w2", "a2", 5, 4);
link("w3", "a3", 5, 5);
link("w4", "a4", 5, 4);
link("w2", "a1", 1, 2, { state: "proposed" });
link("w3", "a2", 1, 2, { state: "proposed" });
link("w3", "o5", 2, 2);
link("w6", "u6", 3, 3, { state: "proposed" });
link("s1", "a1", 3, 4);
link("s2", "a2", 4, 4);
link("s3", "w3", 4, 5);
link("s4", "a4", 4, 3);
link("s2", "w3", 1, 2, { state: "proposed" });
links.push({ id: "dep", from: "w3", to: "w2", kind: "depends_on", needed_by: null } as Link);

measure("o1", 0.52, 0.9);
measure("o2", 0.47, 0.7);
measure("o3", 0.14, 0.7, "counter", true);
measure("o4", 0.28, 0.5, null);
measure("u2", 0.44, 0.6);
measure("u3", 0.05, 0.7);
measure("u4", 0.5, 0.8, null);
report("w1", "green");
report("w2", "green");
report("w3", "green");
report("w4", "amber");
report("w5", "green");
report("w6", "red");
report("o3", "green");
statuses.push({
  id: "s-w3-business",
  element: "w3",
  date: { known: "2026-10-15" },
  lens: "business",
  status: "red",
  said: "Not used on the islands",
  comment: "Two quays of nine sell through it; the kiosks still do the rest.",
  percent: null,
  source: null,
});
statuses.push({
  id: "s-w3-it-2",
  element: "w3",
  date: { known: "2026-07-31" },
  lens: "it",
  status: "amber",
  said: "Medium High",
  comment: "",
  percent: null,
  source: null,
});
found("o1", 1, "high");
found("o2", 1, "high");
found("o3", 2, "high");
found("p4", 1, "medium");
found("o5", 1, "medium");
found("u1", 1, "high");
found("u3", 1, "high");
found("c1", 1, "medium");
found("w1", 1, "high");
found("w3", 3, "high");
found("w4", 1, "medium");
found("w5", 2, "high");
found("u6", 1, "low");

export const demo: MapRecords = { elements, links, placements, readings, statuses, findings };
