/*
 * What the house would say of the island ferries besides its findings: the days it looked, the score, the myths, and some
 * questions that it could not answer. Invented, to be looked at; every level and every judgement is there once.
 */
import type { Finding, MythReport, Myths, ObjectiveLine, ObjectiveScore, RuleText, Rung, ScoreBar, ScoreView, SeenDay } from "../src/api/bindings";
import type { FakeOptions } from "../src/api/fake";

const RUNGS: readonly Rung[] = ["unlinked", "linked", "plausible", "measured", "proven", "sustained"];

function day(on: string, pack: string, medium: number, high: number): SeenDay {
  return { day: on, pack, open: [
    { family: "why", severity: "low", count: 2 },
    { family: "visible", severity: "medium", count: medium },
    { family: "progress", severity: "high", count: high },
    { family: "common", severity: "blocker", count: 1 },
  ], cannot_tell: 4, accepted: 1 };
}

function bar(shares: readonly number[], behind: readonly string[][], total: number | null): ScoreBar {
  const segments = [...RUNGS, null].map((level, at) => ({
    level,
    share: (shares[at] ?? 0) / 100,
    percent: shares[at] ?? 0,
    amount: total === null ? null : { amount: String((total * (shares[at] ?? 0)) / 100), currency: "EUR" },
    elements: behind[at] ?? [],
  }));
  return { total: total === null ? null : { amount: String(total), currency: "EUR" }, segments, without_width: total === null ? ["o6"] : [] };
}

const LEVELS: readonly (readonly [string, string, number | null, Rung | null])[] = [
  ["o3", "Nobody is left on the quay in summer", 27, "plausible"],
  ["o2", "Nineteen sailings in twenty leave on time", 22, "measured"],
  ["o4", "Half of all crossings on battery by 2028", 20, null],
  ["o1", "Unfilled shifts under 3 %", 16, "linked"],
  ["o5", "Fares cover 41 % of running cost", 15, "proven"],
  ["o6", "Freight pays its own way", null, "unlinked"],
];

const lines: ObjectiveLine[] = LEVELS.map(([id, title, weight, level]) => ({
  objective: { id, kind: "objective", title },
  weight,
  level,
  floor: level ?? "linked",
  ceiling: level ?? "measured",
  limit: "reading",
  keeps: "There is no reading of its outcome with source and definition.",
  lift: "Read it and name the source; write down what is counted.",
  evidence: [],
  missing: [],
  cut: false,
  sufficiency: null,
  realised: null,
}));

const objectives: ObjectiveScore[] = lines.map((it) => ({
  ...it,
  sufficiency: { low: 0.6, middle: 0.9, high: 1.2, complete: false },
  indicators: [],
  coverage: [],
  flow: [],
  stages: [
    { need: "path", rung: "linked", answer: "holds", text: "2 initiatives lead here.", lift: "", evidence: [{ text: "“Booking app”", element: "w1", link: null, date: null, source: "" }], missing: [] },
    { need: "sufficiency", rung: "plausible", answer: "cannot_tell", text: "Whether it is enough cannot be told.", lift: "Write on each contribution how far it moves the indicator.", evidence: [], missing: [] },
    { need: "reading", rung: "measured", answer: "fails", text: it.keeps, lift: it.lift, evidence: [{ text: "Latest value", element: null, link: null, date: "2026-06-30", source: "Passenger survey" }], missing: [] },
  ],
}));

const score: ScoreView = {
  as_of: "2026-11-01",
  pack: "2026.2",
  says: "",
  sentence: [
    { text: "15\u00a0%", elements: ["o5"] },
    { text: " of what matters is proven, ", elements: [] },
    { text: "22\u00a0%", elements: ["o2"] },
    { text: " measured, ", elements: [] },
    { text: "43\u00a0%", elements: ["o1", "o3"] },
    { text: " assumed, ", elements: [] },
    { text: "20\u00a0%", elements: ["o4"] },
    { text: " not known (measured at most); ", elements: [] },
    { text: "18\u00a0%", elements: ["w3"] },
    { text: " of spend in\u00a0€ and ", elements: [] },
    { text: "4\u00a0%", elements: ["w1"] },
    { text: " in\u00a0$ reach no objective.", elements: [] },
  ],
  clauses: [],
  by_weight: bar([0, 16, 27, 22, 15, 0, 20], [[], ["o1"], ["o3"], ["o2"], ["o5"], [], ["o4"]], null),
  by_money: [bar([24, 20, 22, 18, 8, 0, 8], [["w3"], ["w1"], ["w2"], ["w4"], ["w5"], [], ["w6"]], 9400000)],
  measured: { share: 0.37, low: 0.29, high: 0.46, unknown: 0.2, draws: 1000 },
  spend: [
    { total: { amount: "9400000", currency: "EUR" }, reaches: { amount: "4100000", currency: "EUR" }, unknown: { amount: "900000", currency: "EUR" }, leaks: { amount: "4400000", currency: "EUR" }, nowhere: { amount: "2256000", currency: "EUR" }, nowhere_by: ["w3"] },
  ],
  objectives: lines,
  remarks: [{ kind: "proposed", text: "Proposed contributions wait for acceptance and count for nothing.", count: 2, elements: [], links: [], readings: [] }],
};

const profile = (measured: number) => ({ measured, proven: 0, bars: [] });
const untouched = { objectives: [], objectives_count: 0, initiatives: [], initiatives_count: 0, weight: null, money: [], whole: false, extent: 0 };

function report(more: Pick<MythReport, "judgement" | "belief" | "says" | "picture"> & Partial<MythReport>): MythReport {
  return { myth: more.picture.of, concerned: untouched, findings: [], findings_count: 0, strongest: [], decided: ["R1", "R2"], undecided: [], not_asked: [], ...more };
}

const share = (quality: "good" | "missing" | "circular" | "expired", count: number) => ({ quality, count, weight: null, money: [], elements: [] });
const month = (at: number, with_aim: number, without_aim: number) => ({ forum: "Board", month: `2026-${String(at).padStart(2, "0")}-01`, with_aim, without_aim });
const point = (initiative: string, delivered: number | null, moved: number | null, status: "green" | "amber" | "red" | null) => ({ initiative, delivered, moved, budget: null, status });

const myths: Myths = {
  as_of: "2026-11-01",
  pack: "2026.2",
  parameters: [{ name: "lived_from", value: "50 %", default: 50, unit: "%", source: "ours" }],
  myths: [
    report({ judgement: "partly_lived", belief: "“The why is self-evident”", says: "Six of fifteen things that matter have no why that holds.", concerned: { ...untouched, weight: 0.31, objectives_count: 2, initiatives_count: 3 }, findings: ["M501.w1"], findings_count: 6, strongest: ["M501.w1"], picture: { of: "why", data: { shares: [share("good", 9), share("missing", 4), share("circular", 1), share("expired", 1)] } } }),
    report({ judgement: "lived", belief: "“We meet regularly, so we are aligned”", says: "Of nineteen decisions of six months four name an objective.", concerned: { ...untouched, whole: true }, picture: { of: "rituals", data: { months: [month(5, 1, 3), month(6, 0, 4), month(7, 0, 2), month(8, 1, 0), month(9, 1, 4), month(10, 1, 2)], undated: 1 } } }),
    report({ judgement: "lived", belief: "“We track progress closely”", says: "Delivery is reported green where the outcome has not moved.", concerned: { ...untouched, money: [{ amount: { amount: "4100000", currency: "EUR" }, share: 0.44 }] }, picture: { of: "progress", data: { points: [point("w1", 0.92, 0.05, "green"), point("w2", 0.6, 0.5, "amber"), point("w3", 0.4, 0.1, "red"), point("w4", 0.8, null, null), point("w5", null, 0.4, "green")], points_count: 5, without: 2 } } }),
    report({ judgement: "not_seen", belief: "“Our tools align us”", says: "What could be looked at shows little of it.", picture: { of: "tools", data: { sources: [{ source: "projects", last_import: "2026-10-31", linked: 6, linked_money: [], unlinked: 1, unlinked_money: [] }] } } }),
    report({ judgement: "cannot_tell", belief: "“We are agile, so continuously aligned”", says: "Too little was delivered with a day to say.", decided: [], undecided: [{ code: "M401", title: "Delivered and never measured", missing: ["delivery date of “Booking app”"] }], picture: { of: "agile", data: { bands: [], points: [] } } }),
  ],
};

/** Twelve weeks: looked at weekly, then not for a month over the summer, then twice in one week and after a new rule pack. */
const WEEKS: SeenDay[] = [
  day("2026-08-10", "2026.1", 9, 2),
  day("2026-08-17", "2026.1", 9, 4),
  day("2026-08-24", "2026.1", 7, 4),
  day("2026-09-21", "2026.1", 12, 6),
  day("2026-09-28", "2026.1", 10, 6),
  day("2026-10-01", "2026.2", 14, 7),
  day("2026-10-05", "2026.2", 11, 5),
  day("2026-10-12", "2026.2", 11, 3),
  day("2026-10-13", "2026.2", 8, 3),
  day("2026-10-26", "2026.2", 5, 3),
];

function rule(code: string, family: RuleText["family"], title: string): RuleText {
  return { code, name: title.toLowerCase().replaceAll(" ", "-"), title, family, severity: "high", what: "What it fires on.", why: "Why it matters.", how: "What to do about it.", parameters: [] };
}

export const seenOptions: FakeOptions = {
  rules: [rule("D103", "visible", "Work that reaches no objective"), rule("M501", "why", "Nobody has written why"), rule("D102", "visible", "Objectives without funded work")],
  trend: WEEKS,
  score,
  objectives,
  scoreSince: {
    since: "2026-10-02",
    begins: "2026-08-10",
    change: {
      before: profile(0.31),
      after: profile(0.37),
      effects: [{ cause: "readings", moved: profile(-0.05) }, { cause: "links", moved: profile(0.12) }, { cause: "weights", moved: profile(0.02) }, { cause: "scope", moved: profile(-0.03) }, { cause: "rules", moved: profile(0) }],
      yardsticks: profile(-0.02),
      moves: [
        { objective: "o3", cause: "readings", before: { is: "at", level: "measured" }, after: { is: "at", level: "plausible" } },
        { objective: "o4", cause: "links", before: { is: "at", level: "unlinked" }, after: { is: "unknown" } },
        { objective: "o6", cause: "scope", before: { is: "absent" }, after: { is: "at", level: "unlinked" } },
      ],
      traces: [
        { kind: "target_eased", text: "The target of “Sailings on time” was made easier after the fact.", elements: [], links: [], readings: [] },
        { kind: "links_accepted", text: "Contributions that count now and did not before: 4.", elements: [], links: [], readings: [] },
      ],
      warning: "More than half of this improvement comes from links, not from what was observed.",
    },
  },
  myths,
};

/** The findings as somebody has seen them before, and questions that wait for data. */
export function seen(findings: Finding[]): Finding[] {
  const [first] = findings;
  const dated = findings.map((it, at) => ({ ...it, first_seen: ["2026-08-10", "2026-09-21", "2026-10-05", "2026-10-29"][at % 4] ?? null }));
  if (first === undefined) return dated;
  const untold: Finding = { ...first, key: "D102.untold", code: "D102", name: "unfunded-objective", result: "cannot_tell", severity: "info", message: "Whether it is funded cannot be told: no budget on its path is known.", missing: [["i1", "Booking app"], ["i2", "Pier repair"]].map(([id = "", title = ""]) => ({ field: "budget" as const, way: "fill_in" as const, of: { id, title, kind: "initiative" as const }, text: `budget of “${title}”` })), money: [], cause: null };
  return [...dated, untold];
}
