/*
 * Work on a line of time, pure: initiatives under the objective or priority they reach, what shows whether it came
 * true, what was decided, and what waits for what. What has no date is listed apart, never placed by guess.
 */
import type { Element, Reading } from "../../api/bindings";
import { progress } from "../../model/evidence";
import { type Arc, carriersOf } from "../../model/line";
import { live } from "../../model/live";
import { known } from "../../model/maybe";
import type { Portfolio } from "../../model/portfolio";
import { type Standing, standingsOf } from "../../model/standing";
import { dayNumber } from "./calendar";

export type Initiative = Extract<Element, { kind: "initiative" }>;
export type Aim = Extract<Element, { kind: "objective" | "priority" }>;

export interface Bar {
  readonly element: Initiative;
  /** Day numbers; the end is the last day itself. */
  readonly start: number | null;
  readonly end: number | null;
  readonly delivered: number | null;
  readonly percent: number | null;
  readonly standing: Standing;
  /** Aims it reaches beside the one it stands under. */
  readonly others: number;
}

export interface Milestone {
  readonly indicator: Extract<Element, { kind: "indicator" }>;
  readonly measured: Element;
  readonly day: number;
  /** Whether the last value has reached the target; null while nothing was measured. */
  readonly reached: boolean | null;
}

export interface Group {
  /** Null for work that reaches no objective and no priority. */
  readonly aim: Aim | null;
  readonly bars: readonly Bar[];
  readonly milestones: readonly Milestone[];
  readonly readings: readonly number[];
}

export interface Call {
  readonly element: Extract<Element, { kind: "decision" }>;
  readonly day: number;
  /** The initiative or aim whose row it stands on; null when it cites none that is here. */
  readonly about: string | null;
}

export interface Wait {
  /** The initiative that waits, and the one it waits for. */
  readonly from: string;
  readonly to: string;
  /** What it waits for ends after the day it is needed by, or after the waiting itself should be done. */
  readonly late: boolean;
}

export interface Trajectory {
  readonly groups: readonly Group[];
  readonly undated: readonly Bar[];
  readonly calls: readonly Call[];
  readonly waits: readonly Wait[];
}

export function trajectoryData(portfolio: Portfolio): Trajectory {
  const { elements, links } = live(portfolio);
  const { up } = carriersOf(portfolio);
  const standings = standingsOf(portfolio);
  const groups = new Map<
    string | null,
    { aim: Aim | null; bars: Bar[]; milestones: Milestone[]; readings: number[] }
  >();
  const group = (aim: Aim | null) => {
    const made = groups.get(aim?.id ?? null) ?? { aim, bars: [], milestones: [], readings: [] };
    groups.set(aim?.id ?? null, made);
    return made;
  };
  const undated: Bar[] = [];
  for (const element of elements.values()) {
    if (element.kind !== "initiative") continue;
    const aims = aimsOf(element.id, elements, up);
    const delivery = standings.delivery(element);
    const [start, end] = ordered(dayNumber(known(element.start)), dayNumber(known(element.end)));
    const bar: Bar = {
      element,
      start,
      end,
      delivered: dayNumber(known(element.delivered_on)),
      percent: delivery.percent,
      standing: delivery.standing,
      others: Math.max(0, aims.length - 1),
    };
    if (start === null && end === null && bar.delivered === null) undated.push(bar);
    else group(aims[0] ?? null).bars.push(bar);
  }
  const calls: Call[] = [];
  const waits: Wait[] = [];
  const cited = new Map<string, string[]>();
  for (const link of links.values()) {
    const [from, to] = [elements.get(link.from), elements.get(link.to)];
    if (from === undefined || to === undefined) continue;
    if (link.kind === "cites") cited.set(from.id, [...(cited.get(from.id) ?? []), to.id]);
    if (link.kind === "depends_on" && from.kind === "initiative" && to.kind === "initiative") {
      const done = dayNumber(known(to.end));
      const needed = dayNumber(link.needed_by) ?? dayNumber(known(from.end));
      waits.push({ from: from.id, to: to.id, late: done !== null && needed !== null && done > needed });
    }
    if (link.kind !== "measures" || from.kind !== "indicator") continue;
    const aim = isAim(to) ? to : aimsOf(to.id, elements, up)[0];
    if (aim === undefined || to.kind === "initiative") continue;
    const readings = (portfolio.readingsOf.get(from.id) ?? []).filter(({ nature }) => nature === "actual");
    const here = group(aim);
    here.readings.push(...readings.flatMap(({ period }) => dayNumber(period) ?? []));
    const day = dayNumber(known(from.target_on));
    if (day !== null)
      here.milestones.push({ indicator: from, measured: to, day, reached: reachedBy(from, readings) });
  }
  for (const element of elements.values()) {
    const day = element.kind === "decision" ? dayNumber(known(element.decided_on)) : null;
    if (element.kind !== "decision" || day === null) continue;
    const about = (cited.get(element.id) ?? []).find(
      (id) => elements.get(id)?.kind === "initiative" || groups.has(id),
    );
    calls.push({ element, day, about: about ?? null });
  }
  const sorted = [...groups.values()].sort(byWeight);
  for (const it of sorted) it.bars.sort(byStart);
  undated.sort((a, b) => (a.element.title < b.element.title ? -1 : 1));
  return { groups: sorted, undated, calls, waits };
}

/** A start after its end is a slip of the pen; drawn it is a bar all the same. */
function ordered(start: number | null, end: number | null): [number | null, number | null] {
  return start !== null && end !== null && start > end ? [end, start] : [start, end];
}

function isAim(element: Element): element is Aim {
  return element.kind === "objective" || element.kind === "priority";
}

/** Objectives that an element leads to, the nearest first; priorities where it reaches no objective. */
function aimsOf(
  id: string,
  elements: ReadonlyMap<string, Element>,
  up: ReadonlyMap<string, readonly Arc[]>,
): Aim[] {
  const seen = new Set([id]);
  let ring = [id];
  const objectives: Aim[] = [];
  const priorities: Aim[] = [];
  while (ring.length > 0) {
    const next: string[] = [];
    for (const at of ring) {
      for (const { to } of up.get(at) ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        const element = elements.get(to);
        if (element?.kind === "objective") objectives.push(element);
        else if (element?.kind === "priority") priorities.push(element);
        else next.push(to);
      }
    }
    ring = next;
  }
  return objectives.length > 0 ? objectives : priorities;
}

function reachedBy(indicator: Milestone["indicator"], readings: readonly Reading[]): boolean | null {
  const last = readings.reduce<Reading | null>((a, b) => (a === null || b.period > a.period ? b : a), null);
  const way = last === null ? null : progress(indicator, last.value);
  return way === null ? null : way >= 100;
}

/** Objectives by weight, then priorities by rank, then what reaches neither. */
function byWeight(a: Group, b: Group): number {
  const place = ({ aim }: Group): number =>
    aim === null
      ? 2e9
      : aim.kind === "priority"
        ? 1e9 + (known(aim.rank) ?? 1e6)
        : -(known(aim.weight) ?? -1);
  return place(a) - place(b) || ((a.aim?.title ?? "") < (b.aim?.title ?? "") ? -1 : 1);
}

function byStart(a: Bar, b: Bar): number {
  const first = ({ start, end, delivered }: Bar): number => start ?? end ?? delivered ?? 0;
  return first(a) - first(b) || (a.element.title < b.element.title ? -1 : 1);
}
