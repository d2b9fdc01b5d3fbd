/*
 * The application over a host in memory, for looking at it. The address says what is open: `open=demo`, `open=many`
 * (91 initiatives), `open=big` (5,000 of them), `open=large` (5,000 elements, linked), `open=2000` (2,000 of all kinds),
 * `open=empty`, `open=sample` (the built-in one, where the command line has been built), nothing for the first start; `theme=dark`,
 * `lang=fr`, `windows=2`. `from=ADDRESS` opens what a JSON file holds instead: records, findings, rules and more of what a host
 * can be given. `seen=1` adds what the house says besides findings: the days it looked, the score, the myths.
 */
import "@fontsource-variable/inter/wght.css";
import "../src/kit/index.css";
import { newElement, settingsOf } from "../src/api/fakeRecords.ts";
import { createRoot } from "react-dom/client";
import type { CanvasKind, Element, ElementKind, Finding, ImportReport, Preview, RuleText, Record as Stored } from "../src/api/bindings";
import { type FakeOptions, fakeHost } from "../src/api/fake";
import { OWN, ownOptions } from "./ownRules";
import { type SampleFiles, sampleFindings, sampleRecords, sampleScore } from "./sample";
import { applyTheme } from "../src/kit/theme.ts";
import { App } from "../src/shell/App.tsx";
import { Session } from "../src/shell/session.ts";
import { demo, element } from "./demo";
import { seen, seenOptions } from "./standing";

const query = new URLSearchParams(location.search);
const lang = query.get("lang") === "fr" ? "fr" : "en";
applyTheme(query.get("theme") === "dark" ? "dark" : "light");

const MAP: Stored = { type: "canvas", record: { id: "map", title: "Strategy map", kind: "strategy_map", frames: [] } };

function demoRecords(): Stored[] {
  const rules = query.has("otherwise") ? { D104: { off: false, severity: "high" as const, parameters: { objectives_on_a_map: 18 } }, M510: { off: true, severity: null, parameters: {} } } : {};
  const rates = [{ from: "NOK", to: "EUR", rate: "0.0851237", on: "2026-10-31", source: "Treasury, month end" }];
  const register = { id: "register", title: "projects", description: "All projects above 50 k€. Leaves out what the harbours pay themselves.", owner: { known: "L. Varga" }, every_days: { known: 31 } };
  const survey = { id: "survey", title: "Passenger survey", description: "", owner: null, every_days: null };
  return [
    { type: "settings", record: { ...settingsOf("Skerry Ferries"), currency: "EUR", rates, fiscal_year: { month: 7, day: 1 }, rules } },
    { type: "source", record: register },
    { type: "source", record: survey },
    { type: "import", record: { id: "im1", source: "register", at: "2026-10-31T08:12:00Z", file: "projects.xlsx", hash: "9f2c4e1ab07d33f1c2a4", sheet: "Register", created: 6, quarantined: ["row 14: no title"], ignored: 3 } },
    MAP,
    ...[...demo.elements].map((record) => ({ type: "element" as const, record })),
    ...[...demo.links].map((record) => ({ type: "link" as const, record })),
    ...[...demo.placements].map((record) => ({ type: "placement" as const, record: { ...record, canvas: "map" } })),
    ...[...demo.readings].map((record) => ({ type: "reading" as const, record })),
    ...[...demo.statuses].map((record) => ({ type: "status_report" as const, record })),
  ];
}

const NAMES = ["Permit portal", "Grants renewal", "Border records", "Payroll exit", "Data exchange", "Licence checks", "Archive move"];

function manyRecords(count = 91): Stored[] {
  const elements = Array.from({ length: count }, (_, i) =>
    element(`m${i}`, "initiative", `${NAMES[i % NAMES.length]} ${Math.floor(i / NAMES.length) + 1}`, i % 5 === 0 ? "" : "Department of Roads", {
      budget: i % 9 === 4 ? { missing: { reason: "withheld", said: "nfp" } } : { known: { amount: `${(i + 3) * 731000}.50`, currency: "$" } },
      end: i % 7 === 3 ? { missing: { reason: "unknown", said: "Ongoing" } } : { known: "2027-06-30" },
      state: { known: "active" },
      percent_complete: i % 4 === 0 ? null : { known: (i * 13) % 101 },
    }),
  );
  return [
    { type: "settings", record: settingsOf("digital projects 2026") },
    MAP,
    ...elements.map((record) => ({ type: "element" as const, record })),
    ...elements.map((record, i) => ({
      type: "placement" as const,
      record: { id: `map.${record.id}`, canvas: "map", element: record.id, x: 40 + (i % 10) * 264, y: 28 + Math.floor(i / 10) * 132, pinned: false, locked: false },
    })),
    ...elements.slice(0, 60).map((record, i) => ({
      type: "status_report" as const,
      record: { id: `s${i}`, element: record.id, date: { known: "2026-06-30" }, lens: "it" as const, status: (["green", "amber", "red"] as const)[i % 3] ?? null, said: ["High", "Medium High", "Low"][i % 3] ?? "", comment: "", percent: null, source: null },
    })),
  ];
}

/** Elements with four links to each, trees of parts three deep: enough to feel what is slow. */
function largeRecords(count = 5000): Stored[] {
  const kinds = ["driver", "priority", "objective", "outcome", "change", "capability", "initiative", "system"] as const;
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const elements = Array.from({ length: count }, (_, i) => {
    const kind = kinds[i % 20 < 8 ? i % 8 : 6] ?? "initiative";
    return element(`e${String(i).padStart(4, "0")}`, kind, `${NAMES[i % NAMES.length]} ${i + 1}`, i % 5 === 0 ? "" : "Department of Roads");
  });
  const work = elements.filter((it) => it.kind === "initiative");
  const parts = work.flatMap((it, i) => (i % 10 === 0 ? [] : [{ id: `p${it.id}`, from: it.id, to: work[i - 1 - (i % 3 === 0 ? i % 10 - 1 : 0)]?.id ?? "", kind: "part_of" as const }]));
  const step = new Map<string, number>(kinds.map((kind, at) => [kind, at]));
  const contributions = Array.from({ length: 4 * count - parts.length }, (_, i) => {
    const [a, b] = [elements[next(count)], elements[next(count)]];
    if (!a || !b || a.kind === b.kind) return null;
    const [from, to] = (step.get(a.kind) ?? 0) > (step.get(b.kind) ?? 0) ? [a, b] : [b, a];
    return { id: `c${String(i).padStart(5, "0")}`, from: from.id, to: to.id, kind: "contribution" as const, mechanism: i % 3 === 0 ? "" : "Fewer steps for the same answer", sign: "helps" as const, strength: "strong" as const, confidence: "likely" as const, lag_days: null, share: null, expects: null, proposed_by: "", proposed_on: null, state: i % 4 === 0 ? ("proposed" as const) : ("accepted" as const), accepted_by: "", valid_from: null, valid_until: null, evidence: "", assumptions: [] };
  }).filter((it) => it !== null);
  return [
    { type: "settings", record: settingsOf("Everything at once") },
    MAP,
    ...elements.map((record) => ({ type: "element" as const, record })),
    ...[...parts, ...contributions].map((record) => ({ type: "link" as const, record })),
  ];
}

/** An element that has no place on the map. */
function other(id: string, kind: ElementKind, title: string, owner: string, more: object = {}): Element {
  return { ...newElement(id, kind, title), owner: owner === "" ? null : { known: owner }, ...more } as Element;
}

/** 2,000 of all kinds, with places on the map, readings, decisions, reports and sources. */
function everyRecord(): Stored[] {
  const linked = largeRecords(1700);
  const measured = linked.flatMap((it) => (it.type === "element" && (it.record.kind === "objective" || it.record.kind === "outcome") ? [it.record] : []));
  const indicators = measured.slice(0, 200).map((it, i) => other(`k${i}`, "indicator", `${it.title}, share done in time`, i % 4 === 0 ? "" : "L. Varga", {
    unit: { known: "%" }, indicator_kind: { known: i % 3 === 0 ? "activity" : "outcome" }, direction: { known: "up" }, every_days: { known: 30 },
    baseline: { known: 10 }, baseline_on: { known: "2026-01-01" }, target: { known: 80 }, target_on: { known: "2027-12-31" },
  }));
  const decisions = Array.from({ length: 60 }, (_, i) => other(`d${i}`, "decision", `Committee of ${["January", "April", "July", "October"][i % 4]}, item ${i + 1}`, "A. Moreno", { forum: { known: "Investment committee" }, decided_on: { known: `2026-0${(i % 9) + 1}-15` } }));
  const people = Array.from({ length: 40 }, (_, i) => other(`u${i}`, "person", `Person ${i + 1}`, ""));
  const sources = ["projects", "Finance export", "Risk register", "Passenger survey"].map((title, i) => ({ id: `s${i}`, title, description: "", owner: i % 2 === 0 ? { known: "L. Varga" } : null, every_days: i === 1 ? null : { known: 31 } }));
  const readings = indicators.flatMap((it, i) => Array.from({ length: 6 }, (_, m) => ({ id: `r${i}.${m}`, indicator: it.id, period: `2026-0${m + 3}-28`, value: 10 + ((i * 7 + m * 5) % 60), nature: "actual" as const, source: `s${i % 4}`, recorded_at: "", recorded_by: "", comment: "", grade: null })));
  // As the layout lays them: wrapped in their bands.
  const filled = new Map<ElementKind, number>();
  const places = linked.flatMap((it) => (it.type === "element" ? [it.record] : []));
  return [
    ...linked,
    ...sources.map((record) => ({ type: "source" as const, record })),
    ...[...indicators, ...decisions, ...people].map((record) => ({ type: "element" as const, record })),
    ...indicators.map((it, i) => ({ type: "link" as const, record: { id: `m${i}`, from: it.id, to: measured[i]?.id ?? "", kind: "measures" as const } })),
    ...decisions.map((it, i) => ({ type: "link" as const, record: { id: `t${i}`, from: it.id, to: measured[i]?.id ?? "", kind: "cites" as const } })),
    ...readings.map((record) => ({ type: "reading" as const, record })),
    ...places.map((it) => {
      const n = filled.get(it.kind) ?? 0;
      filled.set(it.kind, n + 1);
      return { type: "placement" as const, record: { id: `map.${it.id}`, canvas: "map", element: it.id, x: 40 + (n % 24) * 264, y: 28 + Math.floor(n / 24) * 132, pinned: false, locked: false } };
    }),
    ...places.filter((it) => it.kind === "initiative").slice(0, 500).map((it, i) => ({
      type: "status_report" as const,
      record: { id: `st${i}`, element: it.id, date: { known: "2026-06-30" }, lens: i % 3 === 0 ? ("business" as const) : ("it" as const), status: (["green", "amber", "red"] as const)[i % 3] ?? null, said: "", comment: "", percent: (i * 13) % 101, source: null },
    })),
  ];
}

function judge(records: Stored[]): Finding[] {
  const served = new Set(records.flatMap((it) => (it.type === "link" ? [it.record.from] : [])));
  return records.flatMap((it) => {
    if (it.type !== "element" || it.record.kind !== "initiative" || it.record.archived !== null) return [];
    const subject = { id: it.record.id, kind: it.record.kind, title: it.record.title };
    const money = it.record.budget?.known ? [it.record.budget.known] : [];
    const base = { severity: "high", result: "violated", subject, related: [], missing: [], weight: null, money, fix: null, cause: null, accepted: null, first_seen: null } as const;
    const found: Finding[] = [];
    if (!served.has(subject.id))
      found.push({ ...base, related: [], missing: [], path: [], money, key: `D103.${subject.id}`, code: "D103", name: "orphan-initiative", family: "visible",
        message: `${subject.title} reaches no objective.`, evidence: [{ text: "No contribution starts here.", element: subject.id, link: null, date: "2026-10-31", source: "projects.xlsx" }],
        advice: "a contribution to an objective, or to something that serves one, is accepted." });
    if (it.record.why.text === "")
      found.push({ ...base, related: [], missing: [], path: [], money, key: `M501.${subject.id}`, code: "M501", name: "no-why", family: "why", severity: "medium",
        message: `${subject.title} has no why.`, evidence: [{ text: "The why card is empty.", element: subject.id, link: null, date: null, source: "" }],
        advice: "somebody writes why it exists, for whom, and what will show it." });
    return found;
  });
}

/** What a file gives, for looking at a portfolio that was judged by the rules themselves. */
const given: (FakeOptions & { found?: Finding[] }) | null = query.has("from") ? await (await fetch(query.get("from") ?? "")).json() : null;

const which = query.get("open");
const prepared = window as { ruleTexts?: RuleText[]; sample?: SampleFiles; inspected?: Preview };
const { sample } = prepared;
const plain = which === "sample" && sample ? sampleRecords(sample) : which === "demo" ? demoRecords() : which === "many" ? manyRecords() : which === "big" ? manyRecords(5000) : which === "large" ? largeRecords() : which === "2000" ? everyRecord() : which === "empty" ? [{ type: "settings" as const, record: settingsOf("New portfolio") }, MAP] : undefined;
/** The same portfolio on a canvas of another kind, with nothing placed by hand; on a free one some cards and notes. */
function as(kind: CanvasKind, from: Stored[]): Stored[] {
  const here = from.filter((it) => it.type !== "placement").map((it): Stored => (it.type === "canvas" ? { ...it, record: { ...it.record, kind } } : it));
  if (kind !== "free") return here;
  const cards = from.flatMap((it) => (it.type === "element" ? [it.record.id] : [])).slice(0, 12);
  const note = { canvas: "map", about: null, by: "", on: null, locked: false };
  return [
    ...here,
    ...cards.map((id, i) => ({ type: "placement" as const, record: { id: `map.${id}`, canvas: "map", element: id, x: (i % 4) * 290, y: Math.floor(i / 4) * 150, pinned: true, locked: i === 2 } })),
    { type: "note", record: { ...note, id: "n1", text: "Who pays for the second pier if the grant is late?", x: 0, y: -150, paper: "sand" } },
    { type: "note", record: { ...note, id: "n2", text: "Parked until May", x: 250, y: -150, paper: "sky" } },
  ];
}
const kind = query.get("kind") as CanvasKind | null;
const records = kind === null || plain === undefined ? plain : as(kind, plain);
const NO_REPORT: ImportReport = { file: "", sheet: "", created: 0, already_there: 0, links_proposed: 0, set_aside: 0, ignored: 0, problems: 0, as_of: null };
const RECENT = [
  { path: "/home/ada/Portfolio/skerry-ferries.thru", title: "Skerry Ferries", opened: "2026-11-20T10:00:00Z" },
  { path: "/home/ada/Portfolio/council-2027.thru", title: "Council programme 2027", opened: "2026-11-02T10:00:00Z" },
];
const host = fakeHost({
  ...(records === undefined ? {} : { records: query.has("rules") ? [...records, ...OWN.map((record) => ({ type: "own_rule" as const, record }))] : records }),
  start: { language: lang, ...(query.has("recent") ? { recent: RECENT } : {}) },
  findings: (all) => {
    if (which === "sample" && sample) return sampleFindings(sample);
    const found = which === "demo" && !query.has("judge") ? [...demo.findings] : judge(all);
    return query.has("seen") ? seen(found) : found;
  },
  rules: prepared.ruleTexts ?? [],
  ...(prepared.inspected ? { imports: { preview: { preview: prepared.inspected, already_there: 0 }, edits: [], report: NO_REPORT } } : {}),
  ...(which === "sample" && sample ? { asOf: sample.asOf, idle: sample.idle, packVersion: sample.pack, score: sampleScore(sample), objectives: sample.score.objectives, myths: sample.myths } : {}),
  paths: ["/tmp/new portfolio.thru"],
  ...(query.has("rules") ? ownOptions : {}),
  ...(query.has("seen") ? seenOptions : {}),
  ...(given === null ? {} : { ...given, findings: () => given.found ?? [] }),
});
// Files held over the window are told by the program around it; here by hand.
host.onFileDrag = (told) => {
  Object.assign(window, { drag: told });
  return () => undefined;
};
const session = new Session(host, lang);
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root.");
Object.assign(window, { session });
if (query.has("windows")) {
  // Two windows of one program, side by side, each half as wide as the page.
  const beside = host.beside();
  beside.onFileDrag = host.onFileDrag;
  root.style.flexDirection = "row";
  for (const [at, one] of [session, new Session(beside, lang)].entries()) {
    const half = document.createElement("div");
    half.style.cssText = `flex: 1; min-width: 0; display: flex; flex-direction: column; overflow: hidden; container-type: inline-size; ${at > 0 ? "border-left: 6px solid var(--ink3)" : ""}`;
    root.append(half);
    createRoot(half).render(<App session={one} />);
  }
} else createRoot(root).render(<App session={session} />);
