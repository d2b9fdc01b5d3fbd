/*
 * The two bars of a card, its evidence grade and its rung, read from reports and readings. Pure.
 * Nothing is averaged into a score: of several measures the weakest speaks, because a claim is as strong as
 * its weakest necessary part. What was never measured stays null and is drawn hatched.
 */
import type { Element, Link, Reading, StatusReport } from "../api/bindings";
import { rankOf } from "./kinds";
import type { MapRecords } from "./records";
import type { Bar, CardKind, Rung, Status } from "./scene";
import type { Arc, Carriers } from "./throughline";

const NO_BAR: Bar = { fraction: null, status: "unknown" };
/** Share of the planned movement from which an outcome counts as on track, and as at risk. */
const ON_TRACK = 0.8;
const AT_RISK = 0.5;

export interface Measured {
  readonly bar: Bar;
  /** 0 to 4. */
  readonly grade: number;
}

type Indicator = Extract<Element, { kind: "indicator" }>;

/** Answers questions about cards from one state of the records. */
export class Evidence {
  private readonly elements = new Map<string, Element>();
  private readonly indicators = new Map<string, Indicator[]>();
  private readonly readings = new Map<string, Reading[]>();
  private readonly statuses = new Map<string, StatusReport[]>();
  private readonly own = new Map<string, Measured | null>();
  private readonly carriers: Carriers;
  private readonly ladder: ReadonlyMap<string, Rung> | undefined;

  constructor(records: MapRecords, links: readonly Link[], carriers: Carriers) {
    this.carriers = carriers;
    this.ladder = records.ladder;
    for (const element of records.elements) this.elements.set(element.id, element);
    for (const reading of records.readings) push(this.readings, reading.indicator, reading);
    for (const status of records.statuses) push(this.statuses, status.element, status);
    for (const link of links) {
      const indicator = link.kind === "measures" ? this.elements.get(link.from) : undefined;
      if (indicator?.kind === "indicator") push(this.indicators, link.to, indicator);
    }
  }

  /** How far the work is: of an initiative its own progress, of anything above the work that serves it. */
  delivery(element: Element): Bar {
    const said = this.reported(element.id, "it");
    if (element.kind === "initiative") {
      const done = element.state?.known === "delivered" ? 1 : null;
      const percent = element.percent_complete?.known;
      const fraction = percent === undefined ? done : percent / 100;
      return { fraction, status: said ?? (done === 1 ? "ok" : "unknown") };
    }
    // The counted share of the work below that is done; work that does not report is left out of it.
    let sum = 0;
    let count = 0;
    let worst: Status = "unknown";
    for (const id of this.workAround(element)) {
      const work = this.elements.get(id);
      if (work?.kind !== "initiative") continue;
      const bar = this.delivery(work);
      worst = worse(worst, bar.status);
      if (bar.fraction === null) continue;
      sum += bar.fraction;
      count += 1;
    }
    return { fraction: count === 0 ? null : sum / count, status: said ?? worst };
  }

  /** What changed in the world: own indicator, else that of the nearest element of the line that has one. */
  outcome(element: Element): Measured {
    const said = this.reported(element.id, "business");
    const found = this.measured(element.id) ?? this.nearest(element);
    const status = said ?? found?.bar.status ?? "unknown";
    return {
      bar: found === null ? { fraction: null, status } : { fraction: found.bar.fraction, status },
      grade: found?.grade ?? (element.why.accepted_by === "" ? 0 : 1),
    };
  }

  /** A first estimate of the ladder where the engine's own was not given. */
  rung(element: Element, outcome: Measured): Rung {
    const given = this.ladder?.get(element.id);
    if (given !== undefined) return given;
    const linked =
      (this.carriers.up.get(element.id)?.length ?? 0) > 0 ||
      (this.carriers.down.get(element.id)?.length ?? 0) > 0;
    if (!linked) return 0;
    if (outcome.bar.fraction === null || outcome.grade < 2) return 1;
    return outcome.bar.status === "ok" && outcome.grade >= 3 ? 4 : 3;
  }

  private workAround(element: Element): Set<string> {
    const rank = rankOf(element.kind as CardKind);
    const arcs = rank > 6 ? this.carriers.up : this.carriers.down;
    const seen = new Set([element.id]);
    const queue = [element.id];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      for (const arc of arcs.get(at) ?? []) {
        if (seen.has(arc.to)) continue;
        seen.add(arc.to);
        queue.push(arc.to);
      }
    }
    return seen;
  }

  /** The worse of the nearest measured elements: upwards for what enables, downwards for what directs. */
  private nearest(element: Element): Measured | null {
    const rank = rankOf(element.kind as CardKind);
    const arcs = rank <= 2 ? this.carriers.down : this.carriers.up;
    const seen = new Set([element.id]);
    let ring = [element.id];
    while (ring.length > 0) {
      let weakest: Measured | null = null;
      const next: string[] = [];
      for (const at of ring) {
        for (const arc of arcs.get(at) ?? NO_ARCS) {
          if (seen.has(arc.to)) continue;
          seen.add(arc.to);
          next.push(arc.to);
          const found = this.measured(arc.to);
          if (
            found !== null &&
            (weakest === null || (found.bar.fraction ?? 0) < (weakest.bar.fraction ?? 0))
          ) {
            weakest = found;
          }
        }
      }
      if (weakest !== null) return weakest;
      ring = next;
    }
    return null;
  }

  /** The weakest of an element's own indicators that speak of a difference made; null without any reading. */
  private measured(id: string): Measured | null {
    const known = this.own.get(id);
    if (known !== undefined) return known;
    let weakest: Measured | null = null;
    for (const indicator of this.indicators.get(id) ?? []) {
      if (indicator.indicator_kind === "activity" || indicator.indicator_kind === "output") continue;
      const found = this.read(indicator);
      if (found === null) continue;
      if (weakest === null || (found.bar.fraction ?? 0) < (weakest.bar.fraction ?? 0)) weakest = found;
    }
    this.own.set(id, weakest);
    return weakest;
  }

  private read(indicator: Indicator): Measured | null {
    const actual = (this.readings.get(indicator.id) ?? []).filter((r) => r.nature === "actual");
    const last = actual.reduce<Reading | null>((a, b) => (a === null || b.period > a.period ? b : a), null);
    if (last === null || indicator.target === null || indicator.baseline === null) return null;
    const span = indicator.target - indicator.baseline;
    if (span === 0) return null;
    const moved = (last.value - indicator.baseline) / span;
    const sources = new Set(actual.filter((r) => r.period === last.period).map((r) => r.source));
    const grade = sources.size > 1 ? 4 : last.source !== null ? 3 : last.recorded_by !== "" ? 2 : 0;
    const planned = plannedShare(indicator, last.period);
    const ratio = planned === null ? null : planned <= 0 ? 1 : moved / planned;
    const status: Status =
      ratio === null ? "unknown" : ratio >= ON_TRACK ? "ok" : ratio >= AT_RISK ? "risk" : "off";
    return { bar: { fraction: Math.max(0, Math.min(1, moved)), status }, grade };
  }

  /** The latest report of one lens; undated ones count as oldest. */
  private reported(id: string, lens: StatusReport["lens"]): Status | null {
    let last: StatusReport | null = null;
    for (const report of this.statuses.get(id) ?? []) {
      if (report.lens !== lens || report.status === null) continue;
      if (last === null || (report.date ?? "") >= (last.date ?? "")) last = report;
    }
    if (last === null) return null;
    return last.status === "green" ? "ok" : last.status === "amber" ? "risk" : "off";
  }
}

const NO_ARCS: readonly Arc[] = [];
export const UNMEASURED: Measured = { bar: NO_BAR, grade: 0 };

/** Share of the way from baseline to target that was planned for a day; null without both dates. */
function plannedShare(indicator: Indicator, day: string): number | null {
  if (indicator.baseline_on === null || indicator.target_on === null) return null;
  const start = Date.parse(indicator.baseline_on);
  const end = Date.parse(indicator.target_on);
  const at = Date.parse(day);
  if (!(end > start) || Number.isNaN(at)) return null;
  return Math.min(1, Math.max(0, (at - start) / (end - start)));
}

const ORDER: readonly Status[] = ["unknown", "ok", "risk", "off"];

function worse(a: Status, b: Status): Status {
  return ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
