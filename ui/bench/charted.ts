/* Portfolios for looking at charts: the built-in sample, the ferries, a bare list, many of everything, and a deep tree. */
import type { Element, Link, Record as Stored } from "../src/api/bindings";
import { newElement, settingsOf } from "../src/api/fakeRecords";
import { demo, element } from "./demo";
import { random } from "./generate";
import hospitalEn from "../../src-tauri/portfolio/samples/hospital.en.json";
import hospitalFr from "../../src-tauri/portfolio/samples/hospital.fr.json";
import { type SampleFiles, sampleRecords } from "./sample";

/** Fields that the file writes bare and the records hold as known or missing. */
const PLAIN = new Set(["id", "title", "kind", "description", "tags", "why", "external_keys", "extra", "archived", "options", "sides", "premises", "harmful", "synonyms"]);

function whole(raw: object): object {
  return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, PLAIN.has(name) || value === null || (typeof value === "object" && ("known" in value || "missing" in value)) ? value : { known: value }]));
}

export function sampled(lang: "en" | "fr"): Stored[] {
  const raw: unknown = lang === "fr" ? hospitalFr : hospitalEn;
  const document = raw as SampleFiles["document"];
  const elements = document.elements.map(whole) as SampleFiles["document"]["elements"];
  return sampleRecords({ document: { ...document, placements: [], elements } });
}

export function ferries(): Stored[] {
  const levels = [[5, 2, 4], [4, 1, 4], [5, 3, 5], [3, 2, 3]];
  const elements = [...demo.elements].map((it) => {
    if (it.kind === "capability") {
      const rated = levels[Number(it.id.slice(1)) - 1];
      return rated ? { ...it, importance: { known: rated[0] ?? 1 }, maturity_now: { known: rated[1] ?? 1 }, maturity_target: { known: rated[2] ?? 1 } } : it;
    }
    if (it.kind !== "initiative" || it.id === "w5") return it;
    const n = Number(it.id.slice(1));
    return { ...it, start: { known: `2025-0${n}-03` }, end: { known: `2027-0${n}-28` }, state: { known: n === 1 ? ("delivered" as const) : ("active" as const) }, delivered_on: n === 1 ? { known: "2026-03-12" } : null };
  });
  return [
    { type: "settings", record: { ...settingsOf("Skerry Ferries"), currency: "EUR", fiscal_year: { month: 7, day: 1 }, cycle: "quarter" } },
    ...elements.map((record) => ({ type: "element" as const, record })),
    ...[...demo.links].map((record) => ({ type: "link" as const, record })),
    ...[...demo.readings].map((record) => ({ type: "reading" as const, record })),
    ...[...demo.statuses].map((record) => ({ type: "status_report" as const, record })),
  ];
}

const NAMES = ["Permit portal", "Grants renewal", "Border records modernisation", "Payroll exit", "Data exchange for regional councils", "Licence checks", "Archive move", "Case management replacement"];

/** What an official list gives: owner, dates, budget and a rating, nothing linked. */
export function bare(count = 91): Stored[] {
  const rnd = random(5);
  const day = (at: number) => new Date(Date.parse("2021-07-01") + at * 86_400_000).toISOString().slice(0, 10);
  const elements = Array.from({ length: count }, (_, i) => {
    const start = Math.floor(rnd() * 1500);
    return element(`m${i}`, "initiative", `${NAMES[i % NAMES.length]} ${Math.floor(i / NAMES.length) + 1}`, i % 5 === 0 ? "" : "Department of Roads", {
      budget: i % 9 === 4 ? { missing: { reason: "withheld", said: "nfp" } } : { known: { amount: `${Math.round(2 ** (rnd() * 9)) * 731000}`, currency: "AUD" } },
      start: i % 11 === 6 ? null : { known: day(start) },
      end: i % 7 === 3 ? { missing: { reason: "unknown", said: "Ongoing" } } : { known: day(start + 200 + Math.floor(rnd() * 1400)) },
      state: { known: "active" },
      percent_complete: i % 4 === 0 ? null : { known: (i * 13) % 101 },
    });
  });
  return [
    { type: "settings", record: { ...settingsOf("digital projects 2026"), fiscal_year: { month: 7, day: 1 } } },
    ...elements.map((record) => ({ type: "element" as const, record })),
    ...elements.slice(0, 80).map((record, i) => ({ type: "status_report" as const, record: { id: `s${i}`, element: record.id, date: { known: "2026-06-30" }, lens: "it" as const, status: (["green", "amber", "red"] as const)[i % 3] ?? null, said: "", comment: "", percent: null, source: null } })),
  ];
}

/** `count` elements of all kinds with everything that charts read. */
export function many(count = 2000): Stored[] {
  const rnd = random(11);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(rnd() * list.length)] as T;
  const day = (at: number) => new Date(Date.parse("2024-01-01") + Math.floor(at) * 86_400_000).toISOString().slice(0, 10);
  const elements: Element[] = [];
  const links: Link[] = [];
  const join = (kind: "part_of" | "measures" | "depends_on", from: string, to: string) => links.push({ id: `${kind}.${from}.${to}`, kind, from, to, ...(kind === "depends_on" ? { needed_by: null } : {}) } as Link);
  const serve = (from: string, to: string) => links.push({ id: `c.${from}.${to}`, from, to, kind: "contribution", mechanism: "", sign: "helps", strength: "strong", confidence: "likely", lag_days: null, share: null, expects: null, state: "accepted", proposed_by: "", proposed_on: null, accepted_by: "", valid_from: null, valid_until: null, evidence: "", assumptions: [] } as Link);
  const made = (kind: "objective" | "outcome" | "capability" | "initiative", share: number, more: (i: number) => object) =>
    Array.from({ length: Math.round(count * share) }, (_, i) => {
      const it = element(`${kind}${i}`, kind, `${pick(NAMES)} ${kind} ${i + 1}`, "L. Varga", more(i));
      elements.push(it);
      return it;
    });
  const objectives = made("objective", 0.03, (i) => ({ weight: { known: (i * 7) % 20 } }));
  const outcomes = made("outcome", 0.07, () => ({}));
  const abilities = made("capability", 0.2, (i) => (i % 6 === 2 ? {} : { importance: { known: 1 + Math.floor(rnd() * 5) }, maturity_now: { known: 1 + Math.floor(rnd() * 4) }, maturity_target: { known: 1 + Math.floor(rnd() * 5) } }));
  const work = made("initiative", 0.7, (i) => {
    const start = rnd() * 1300;
    const state = pick(["idea", "planned", "active", "active", "active", "paused", "delivered", "stopped"] as const);
    return { state: { known: state }, budget: i % 12 === 0 ? null : { known: { amount: String(Math.round(2 ** (rnd() * 9)) * 40_000), currency: "EUR" } }, start: i % 15 === 3 ? null : { known: day(start) }, end: i % 15 === 3 || i % 20 === 7 ? null : { known: day(start + 60 + rnd() * 700) }, delivered_on: state === "delivered" ? { known: day(start + 200) } : null, percent_complete: i % 7 === 0 ? null : { known: Math.floor(rnd() * 101) } };
  });
  outcomes.forEach((it) => serve(it.id, pick(objectives).id));
  abilities.forEach((it, i) => {
    if (i >= 14) join("part_of", it.id, abilities[i < 90 ? i % 14 : 14 + (i % 76)]?.id ?? "");
    else serve(it.id, pick(outcomes).id);
  });
  work.forEach((it, i) => {
    if (i % 9 !== 0) serve(it.id, pick(i % 2 === 0 ? outcomes : objectives).id);
    if (i % 3 === 0) serve(it.id, pick(abilities).id);
    if (i % 8 === 0) join("depends_on", it.id, pick(work).id);
  });
  const indicators = [...outcomes, ...objectives.slice(0, 30)].map((it, i) => {
    const id = `k${i}`;
    join("measures", id, it.id);
    return { ...newElement(id, "indicator", `Share of ${it.title.toLowerCase()} done in time`), indicator_kind: { known: "outcome" }, unit: { known: "%" }, baseline: { known: 10 }, baseline_on: { known: "2025-06-01" }, target: { known: 80 }, target_on: { known: day(1000 + rnd() * 600) } } as Element;
  });
  const readings = indicators.flatMap((it, i) => Array.from({ length: 6 }, (_, m) => ({ id: `r${i}.${m}`, indicator: it.id, period: day(700 + m * 60), value: 10 + Math.min(80, rnd() * 14 * (m + 1)), nature: "actual" as const, source: null, recorded_at: "", recorded_by: "K", comment: "", grade: null })));
  return [
    { type: "settings", record: { ...settingsOf("Everything"), currency: "EUR", cycle: "quarter" } },
    ...[...elements, ...indicators].map((record) => ({ type: "element" as const, record })),
    ...links.map((record) => ({ type: "link" as const, record })),
    ...readings.map((record) => ({ type: "reading" as const, record })),
    ...work.slice(0, 700).map((it, i) => ({ type: "status_report" as const, record: { id: `st${i}`, element: it.id, date: { known: "2026-09-30" }, lens: "it" as const, status: (["green", "amber", "red"] as const)[i % 3] ?? null, said: "", comment: "", percent: (i * 7) % 101, source: null } })),
  ];
}

/** A chain of parts two hundred deep beside a small tree. */
export function deep(): Stored[] {
  const rated = (i: number) => ({ importance: { known: 1 + (i % 5) }, maturity_now: { known: 1 + (i % 3) }, maturity_target: { known: 4 } });
  const chain = Array.from({ length: 200 }, (_, i) => element(`c${i}`, "capability", `Capability at depth ${i + 1}`, "", rated(i)));
  const tree = Array.from({ length: 9 }, (_, i) => element(`t${i}`, "capability", i === 0 ? "Serve customers where they are" : `Ability ${i}`, "", i % 4 === 3 ? {} : rated(i)));
  const parts = [...chain.slice(1).map((it, i) => [it.id, `c${i}`]), ...tree.slice(1).map((it) => [it.id, "t0"])];
  return [
    { type: "settings", record: settingsOf("Deep") },
    ...[...chain, ...tree].map((record) => ({ type: "element" as const, record })),
    ...parts.map(([from, to]) => ({ type: "link" as const, record: { id: `${from}.${to}`, kind: "part_of" as const, from: from ?? "", to: to ?? "" } })),
  ];
}
