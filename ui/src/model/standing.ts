/*
 * The two bars of an element, read from reports and readings: how far the work is, and how far the change that it
 * promised has come. The only place where they are made; map, inspector and table show the same.
 * Nothing is averaged into a score: of several measures the weakest speaks, because a claim is as strong as its
 * weakest necessary part. What nobody measured stays unknown.
 */
import type { Element, Reading, Status, StatusReport } from "../api/bindings.ts";
import { gradeOf, paced, progress, speaks } from "./evidence.ts";
import { stepOf } from "./kinds.ts";
import { type Carriers, carriersOf, measuresOf } from "./line.ts";
import { live } from "./live.ts";
import { known } from "./maybe.ts";
import { Nearest } from "./nearest.ts";
import type { Portfolio } from "./portfolio.ts";
import { Work } from "./work.ts";

export type Standing = "ok" | "risk" | "off" | "unknown";

export interface Bar {
  /** 0 to 100; `null` when nobody knows. */
  readonly percent: number | null;
  readonly standing: Standing;
}

/** How far the change has come, and on what grade of evidence (0 asserted … 4 two sources agree). */
export interface Outcome extends Bar {
  readonly grade: number;
}

export type IndicatorElement = Extract<Element, { kind: "indicator" }>;

const STANDINGS: Record<Status, Standing> = { green: "ok", amber: "risk", red: "off" };
const WORSE: readonly Standing[] = ["unknown", "ok", "risk", "off"];
const INITIATIVE = 6;
const OBJECTIVE = 2;

/** What the bars are read from. Tables and lists keep their identity while nothing in them changes. */
export interface Facts {
  readonly elements: ReadonlyMap<string, Element>;
  readonly readingsOf: ReadonlyMap<string, readonly Reading[]>;
  readonly statusesOf: ReadonlyMap<string, readonly StatusReport[]>;
  /** Ids of the indicators that measure an element. */
  readonly measures: ReadonlyMap<string, readonly string[]>;
  readonly carriers: Carriers;
}

/** Answers for one state of the records. Made from the answers for another state it takes over what still holds. */
export class Standings {
  private readonly facts: Facts;
  private work: Work | null = null;
  /** Bars of the initiatives that are in `work`. */
  private bars: ReadonlyMap<string, Bar> = new Map();
  private own: ReadonlyMap<string, Outcome> | null = null;
  private near: Nearest<Outcome> | null = null;

  constructor(facts: Facts, before: Standings | null = null) {
    this.facts = facts;
    if (before !== null && before.facts.carriers === facts.carriers) this.takeOver(before);
  }

  /** Of an initiative its own progress; of anything else the mean of the work on its line that reports. */
  delivery(element: Element): Bar {
    if (element.kind === "initiative") return this.progressOf(element);
    const said = this.said(element.id, "it");
    const side = (stepOf(element.kind) ?? 0) > INITIATIVE ? "above" : "below";
    const { percent, standing } = this.sums().around(element.id, side);
    return { percent, standing: said === "unknown" ? standing : said };
  }

  /** By its own indicator, else by that of the nearest element of the line that has one; the business side's word
   * can only make it worse. */
  outcome(element: Element): Outcome {
    const said = this.said(element.id, "business");
    // Downwards for what directs, upwards for what enables.
    const way = (stepOf(element.kind) ?? 0) <= OBJECTIVE ? "down" : "up";
    const found = this.measured().get(element.id) ?? this.nearest().of(element.id, way);
    if (found === null) {
      return { percent: null, standing: said, grade: element.why.accepted_by === "" ? 0 : 1 };
    }
    return said === "unknown" ? found : { ...found, standing: worse(found.standing, said) };
  }

  /** What holds of the answers before, where only records changed and not what links carry. */
  private takeOver(before: Standings): void {
    const { facts } = this;
    const old = before.facts;
    const touched = differing(old.elements, facts.elements);
    if (before.work !== null) {
      const reported = differing(old.statusesOf, facts.statusesOf);
      this.takeWork(before, before.work, new Set([...touched, ...reported]));
    }
    const isRead = old.readingsOf !== facts.readingsOf || old.measures !== facts.measures;
    const isMeasuredAnew = (id: string): boolean => {
      const [was, is] = [old.elements.get(id), facts.elements.get(id)];
      return is?.kind === "indicator" || was?.kind !== is?.kind || was?.why.proof !== is?.why.proof;
    };
    if (isRead || touched.some(isMeasuredAnew)) return;
    this.own = before.own;
    this.near = before.near;
  }

  /** Initiatives whose bar is another one are taken out of the sums and put in again. */
  private takeWork(before: Standings, work: Work, ids: Iterable<string>): void {
    const [out, into] = [new Map<string, Bar>(), new Map<string, Bar>()];
    for (const id of ids) {
      const element = this.facts.elements.get(id);
      const is = element?.kind === "initiative" ? this.progressOf(element) : undefined;
      const was = before.bars.get(id);
      if (was?.percent === is?.percent && was?.standing === is?.standing) continue;
      if (was !== undefined) out.set(id, was);
      if (is !== undefined) into.set(id, is);
    }
    const isSame = out.size + into.size === 0;
    this.work = isSame ? work : work.with(out, into);
    this.bars = isSame
      ? before.bars
      : new Map([...before.bars].filter(([id]) => !out.has(id)).concat([...into]));
  }

  private sums(): Work {
    if (this.work !== null) return this.work;
    const bars = new Map<string, Bar>();
    for (const element of this.facts.elements.values()) {
      if (element.kind === "initiative") bars.set(element.id, this.progressOf(element));
    }
    this.bars = bars;
    this.work = Work.of(this.facts.carriers, bars);
    return this.work;
  }

  private progressOf(element: Extract<Element, { kind: "initiative" }>): Bar {
    const said = this.said(element.id, "it");
    const done = known(element.state) === "delivered" ? 100 : null;
    const standing = said === "unknown" && done !== null ? "ok" : said;
    return { percent: known(element.percent_complete) ?? done, standing };
  }

  private nearest(): Nearest<Outcome> {
    this.near ??= new Nearest(this.facts.carriers, this.measured(), weaker);
    return this.near;
  }

  /** What has indicators of its own that speak of it and were read. */
  private measured(): ReadonlyMap<string, Outcome> {
    if (this.own !== null) return this.own;
    const own = new Map<string, Outcome>();
    for (const element of this.facts.elements.values()) {
      const outcome = this.measure(element);
      if (outcome !== null) own.set(element.id, outcome);
    }
    this.own = own;
    return own;
  }

  private measure(element: Element): Outcome | null {
    const { elements, measures } = this.facts;
    const all = new Set(measures.get(element.id));
    if (element.why.proof !== null) all.add(element.why.proof);
    let weakest: Outcome | null = null;
    for (const id of all) {
      const indicator = elements.get(id);
      if (indicator?.kind !== "indicator" || !speaks(indicator, element)) continue;
      const read = this.read(indicator);
      if (read !== null) weakest = weakest === null ? read : weaker(weakest, read);
    }
    return weakest;
  }

  private read(indicator: IndicatorElement): Outcome | null {
    const actuals = (this.facts.readingsOf.get(indicator.id) ?? []).filter((it) => it.nature === "actual");
    const last = actuals.reduce<Reading | null>((a, b) => (a === null || b.period > a.period ? b : a), null);
    const percent = last === null ? null : progress(indicator, last.value);
    if (last === null || percent === null) return null;
    const same = actuals.filter((it) => it.period === last.period);
    return { percent, standing: paced(indicator, last, percent), grade: gradeOf(last, same) };
  }

  /** The last report of one side that gives a status. A report without a date counts as older than any with one. */
  private said(id: string, lens: StatusReport["lens"]): Standing {
    const all = this.facts.statusesOf.get(id);
    if (all === undefined) return "unknown";
    const last = newest(all.filter((it) => it.lens === lens && it.status !== null));
    return last?.status ? STANDINGS[last.status] : "unknown";
  }
}

/** Keys whose values are not the same objects in both. */
function differing<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): string[] {
  if (before === after) return [];
  const keys: string[] = [];
  for (const [key, value] of after) if (before.get(key) !== value) keys.push(key);
  if (keys.length > 0 || before.size !== after.size)
    for (const key of before.keys()) if (!after.has(key)) keys.push(key);
  return keys;
}

const standings = new WeakMap<Portfolio, Standings>();
/** Those that were asked for last: what the next state has in common with it is taken over. */
let latest: Standings | null = null;

/** The answers for what counts in a portfolio, made once for each state of it. */
export function standingsOf(portfolio: Portfolio): Standings {
  const made = standings.get(portfolio);
  if (made !== undefined) return made;
  latest = new Standings(factsOf(portfolio), latest);
  standings.set(portfolio, latest);
  return latest;
}

export function factsOf(portfolio: Portfolio): Facts {
  const { readingsOf, statusesOf } = portfolio;
  const { elements } = live(portfolio);
  return {
    elements,
    readingsOf,
    statusesOf,
    measures: measuresOf(portfolio),
    carriers: carriersOf(portfolio),
  };
}

export function deliveryOf(portfolio: Portfolio, element: Element): Bar {
  return standingsOf(portfolio).delivery(element);
}

export function outcomeOf(portfolio: Portfolio, element: Element): Outcome {
  return standingsOf(portfolio).outcome(element);
}

/** The last report of one side, with or without a status. */
export function latestReport(
  portfolio: Portfolio,
  element: string,
  lens: StatusReport["lens"],
): StatusReport | null {
  return newest((portfolio.statusesOf.get(element) ?? []).filter((report) => report.lens === lens));
}

function newest(reports: readonly StatusReport[]): StatusReport | null {
  return reports.reduce<StatusReport | null>(
    (last, report) =>
      last === null || (known(report.date) ?? "") >= (known(last.date) ?? "") ? report : last,
    null,
  );
}

function worse(a: Standing, b: Standing): Standing {
  return WORSE.indexOf(b) > WORSE.indexOf(a) ? b : a;
}

/** Of two that have come equally far the one that stands worse, then the one with less evidence. */
function weaker(a: Outcome, b: Outcome): Outcome {
  const by =
    (a.percent ?? 0) - (b.percent ?? 0) ||
    WORSE.indexOf(b.standing) - WORSE.indexOf(a.standing) ||
    a.grade - b.grade;
  return by > 0 ? b : a;
}
