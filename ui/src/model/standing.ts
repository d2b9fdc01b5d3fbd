/*
 * The two bars of an element, read from reports and readings: how far the work is, and how far the change that it
 * promised has come. The only place where they are made; map, inspector and table show the same.
 * Nothing is averaged into a score: of several measures the weakest speaks, because a claim is as strong as its
 * weakest necessary part. What nobody measured stays unknown.
 */
import type { Element, Indicator, Link, Reading, Status, StatusReport } from "../api/bindings.ts";
import { stepOf } from "./kinds.ts";
import { type Arc, type Carriers, carriersOf } from "./line.ts";
import { live } from "./live.ts";
import { known } from "./maybe.ts";
import type { Portfolio } from "./portfolio.ts";

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
/** Share of the planned movement from which a change counts as on track, and as at risk (ours). */
const ON_TRACK = 0.8;
const AT_RISK = 0.5;
/** Two sources agree when their values differ by no more than this share (the tolerance of rule M301). */
const AGREE = 0.02;
const INITIATIVE = 6;
const OBJECTIVE = 2;

interface Records {
  readonly elements: Iterable<Element>;
  readonly links: Iterable<Link>;
  readonly readings: Iterable<Reading>;
  readonly statuses: Iterable<StatusReport>;
}

/** Answers for one state of the records. */
export class Standings {
  private readonly elements = new Map<string, Element>();
  private readonly indicators = new Map<string, IndicatorElement[]>();
  private readonly readings = new Map<string, Reading[]>();
  private readonly statuses = new Map<string, StatusReport[]>();
  private readonly own = new Map<string, Outcome | null>();

  constructor(
    records: Records,
    private readonly carriers: Carriers,
  ) {
    for (const element of records.elements) this.elements.set(element.id, element);
    for (const reading of records.readings) push(this.readings, reading.indicator, reading);
    for (const status of records.statuses) push(this.statuses, status.element, status);
    for (const link of records.links) {
      const indicator = link.kind === "measures" ? this.elements.get(link.from) : undefined;
      if (indicator?.kind === "indicator") push(this.indicators, link.to, indicator);
    }
  }

  /** Of an initiative its own progress; of anything else the mean of the work on its line that reports. */
  delivery(element: Element): Bar {
    const said = this.said(element.id, "it");
    if (element.kind === "initiative") {
      const done = known(element.state) === "delivered" ? 100 : null;
      const standing = said === "unknown" && done !== null ? "ok" : said;
      return { percent: known(element.percent_complete) ?? done, standing };
    }
    let sum = 0;
    let count = 0;
    let worst: Standing = "unknown";
    for (const id of this.workAround(element)) {
      const work = this.elements.get(id);
      if (work?.kind !== "initiative") continue;
      const bar = this.delivery(work);
      worst = worse(worst, bar.standing);
      if (bar.percent === null) continue;
      sum += bar.percent;
      count += 1;
    }
    return { percent: count === 0 ? null : sum / count, standing: said === "unknown" ? worst : said };
  }

  /** By its own indicator, else by that of the nearest element of the line that has one; the business side's word
   * can only make it worse. */
  outcome(element: Element): Outcome {
    const said = this.said(element.id, "business");
    const found = this.measured(element) ?? this.nearest(element);
    if (found === null) {
      return { percent: null, standing: said, grade: element.why.accepted_by === "" ? 0 : 1 };
    }
    return { ...found, standing: worse(found.standing, said) };
  }

  private workAround(element: Element): ReadonlySet<string> {
    const arcs = (stepOf(element.kind) ?? 0) > INITIATIVE ? this.carriers.up : this.carriers.down;
    const seen = new Set([element.id]);
    const queue = [element.id];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const arc of arcs.get(at) ?? NO_ARCS) {
        if (seen.has(arc.to)) continue;
        seen.add(arc.to);
        queue.push(arc.to);
      }
    }
    return seen;
  }

  /** The weakest of the nearest measured elements: downwards for what directs, upwards for what enables. */
  private nearest(element: Element): Outcome | null {
    const arcs = (stepOf(element.kind) ?? 0) <= OBJECTIVE ? this.carriers.down : this.carriers.up;
    const seen = new Set([element.id]);
    let ring = [element.id];
    while (ring.length > 0) {
      let weakest: Outcome | null = null;
      const next: string[] = [];
      for (const at of ring) {
        for (const arc of arcs.get(at) ?? NO_ARCS) {
          if (seen.has(arc.to)) continue;
          seen.add(arc.to);
          next.push(arc.to);
          const other = this.elements.get(arc.to);
          weakest = weaker(weakest, other ? this.measured(other) : null);
        }
      }
      if (weakest !== null) return weakest;
      ring = next;
    }
    return null;
  }

  private measured(element: Element): Outcome | null {
    const before = this.own.get(element.id);
    if (before !== undefined) return before;
    const proof = element.why.proof === null ? undefined : this.elements.get(element.why.proof);
    const all = new Set(this.indicators.get(element.id) ?? []);
    if (proof?.kind === "indicator") all.add(proof);
    let weakest: Outcome | null = null;
    for (const indicator of all) {
      if (speaks(indicator, element)) weakest = weaker(weakest, this.read(indicator));
    }
    this.own.set(element.id, weakest);
    return weakest;
  }

  private read(indicator: IndicatorElement): Outcome | null {
    const actuals = (this.readings.get(indicator.id) ?? []).filter((it) => it.nature === "actual");
    const last = actuals.reduce<Reading | null>((a, b) => (a === null || b.period > a.period ? b : a), null);
    const percent = last === null ? null : progress(indicator, last.value);
    if (last === null || percent === null) return null;
    const same = actuals.filter((it) => it.period === last.period);
    return { percent, standing: paced(indicator, last, percent), grade: gradeOf(last, same) };
  }

  /** The last report of one side that gives a status. A report without a date counts as older than any with one. */
  private said(id: string, lens: StatusReport["lens"]): Standing {
    const reports = (this.statuses.get(id) ?? []).filter((it) => it.lens === lens && it.status !== null);
    const last = newest(reports);
    return last?.status ? STANDINGS[last.status] : "unknown";
  }
}

const standings = new WeakMap<Portfolio, Standings>();

/** The answers for what counts in a portfolio, made once for each state of it. */
export function standingsOf(portfolio: Portfolio): Standings {
  const { elements, links } = live(portfolio);
  const records = {
    elements: elements.values(),
    links: links.values(),
    readings: portfolio.readings.values(),
    statuses: portfolio.statuses.values(),
  };
  const made = standings.get(portfolio) ?? new Standings(records, carriersOf(portfolio));
  standings.set(portfolio, made);
  return made;
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

/** Share of the way from baseline to target, 0 to 100; `null` without both. */
export function progress(indicator: Indicator, value: number): number | null {
  const baseline = known(indicator.baseline);
  const target = known(indicator.target);
  if (baseline === null || target === null || baseline === target) return null;
  return Math.min(100, Math.max(0, ((value - baseline) / (target - baseline)) * 100));
}

const NO_ARCS: readonly Arc[] = [];

/** Activity and output say what was done, not what changed; adoption speaks of a change in what people do. */
function speaks(indicator: Indicator, element: Element): boolean {
  switch (known(indicator.indicator_kind)) {
    case "activity":
    case "output":
      return false;
    case "adoption":
      return element.kind === "change";
    default:
      return true;
  }
}

function gradeOf(last: Reading, samePeriod: readonly Reading[]): number {
  const other = samePeriod.find((it) => it.source !== last.source && it.source !== null);
  if (other && last.source !== null) {
    const span = Math.abs(other.value - last.value);
    if (span <= AGREE * Math.max(Math.abs(other.value), Math.abs(last.value))) return 4;
  }
  if (last.source !== null) return 3;
  return last.recorded_by === "" ? 0 : 2;
}

/** Compares the way gone with the time gone; unknown without the dates of baseline and target. */
function paced(indicator: Indicator, reading: Reading, percent: number): Standing {
  if (percent >= 100) return "ok";
  const from = known(indicator.baseline_on);
  const until = known(indicator.target_on);
  if (from === null || until === null) return "unknown";
  const start = Date.parse(from);
  const span = Date.parse(until) - start;
  const due = Math.min(1, Math.max(0, (Date.parse(reading.period) - start) / span));
  if (!(span > 0) || !(due > 0)) return "unknown";
  const pace = percent / 100 / due;
  return pace >= ON_TRACK ? "ok" : pace >= AT_RISK ? "risk" : "off";
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

function weaker(a: Outcome | null, b: Outcome | null): Outcome | null {
  if (a === null || b === null) return a ?? b;
  return (b.percent ?? 0) < (a.percent ?? 0) ? b : a;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
