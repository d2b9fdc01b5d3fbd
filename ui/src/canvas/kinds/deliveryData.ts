/*
 * Where work and objectives stand between what was delivered and what it changed, and on which way they came there.
 * Pure. Nothing is guessed: what has only one of the two has no place, and is listed with the reason.
 */
import type { Element, Money, StatusReport } from "../../api/bindings";
import { plusDays } from "../../model/day";
import { carriersOf } from "../../model/line";
import { live } from "../../model/live";
import { known } from "../../model/maybe";
import { total } from "../../model/money";
import { belowIn } from "../../model/network";
import type { Portfolio } from "../../model/portfolio";
import { factsOf, type Standing, Standings, standingsOf } from "../../model/standing";
import { worthIn } from "./worth";

type Placeable = Extract<Element, { kind: "initiative" | "objective" }>;

/** Shares in percent. */
export interface Way {
  readonly delivery: number;
  readonly outcome: number;
}

export interface Spot extends Way {
  readonly element: Placeable;
  readonly delivered: Standing;
  readonly changed: Standing;
  readonly money: readonly Money[];
  /** Its money as a size to compare by; null when nobody knows it. */
  readonly size: number | null;
  /** Earlier places, the oldest first, without those where it already stood. */
  readonly trail: readonly Way[];
  /** Where the trail begins; how far the work was then is null where no report says so. */
  readonly began: { readonly delivery: number | null; readonly outcome: number } | null;
}

export type Reason = "no_outcome" | "no_delivery" | "neither";

export interface Unplaced {
  readonly element: Placeable;
  readonly reason: Reason;
}

/** How far back the way is followed, and in which steps, in days. */
const STEPS_BACK = [360, 270, 180, 120, 60];

export function deliveryData(portfolio: Portfolio, asOf: string): { spots: Spot[]; unplaced: Unplaced[] } {
  const { elements } = live(portfolio);
  const below = belowIn(carriersOf(portfolio));
  const standings = standingsOf(portfolio);
  const worth = worthIn(portfolio.settings, elements.values());
  const reports = reportsOf(portfolio);
  const before = STEPS_BACK.map((days) => {
    const day = plusDays(asOf, -days);
    return { day, standings: pastOf(portfolio, days, day) };
  });
  const spots: Spot[] = [];
  const unplaced: Unplaced[] = [];
  for (const element of elements.values()) {
    if (element.kind !== "initiative" && element.kind !== "objective") continue;
    const delivery = standings.delivery(element);
    const outcome = standings.outcome(element);
    if (delivery.percent === null || outcome.percent === null) {
      const reason =
        delivery.percent !== null ? "no_outcome" : outcome.percent !== null ? "no_delivery" : "neither";
      unplaced.push({ element, reason });
      continue;
    }
    const work = element.kind === "initiative" ? [element.id] : below(element.id);
    const money: Money[] = [];
    for (const id of work) {
      const it = elements.get(id);
      const budget = it?.kind === "initiative" ? known(it.budget) : null;
      if (budget !== null) money.push(budget);
    }
    const sizes = money.flatMap((it) => worth(it) ?? []);
    const now = { delivery: delivery.percent, outcome: outcome.percent };
    const trail: Way[] = [];
    let began: Spot["began"] = null;
    for (const { day, standings: then } of before) {
      const was = then.outcome(element).percent;
      const said = deliveredBy(element, reports.get(element.id) ?? [], day);
      const done = said ?? delivery.percent;
      const last = trail[trail.length - 1];
      if (was === null || (last?.outcome === was && last.delivery === done)) continue;
      began ??= { delivery: said, outcome: was };
      trail.push({ delivery: done, outcome: was });
    }
    const last = trail[trail.length - 1];
    if (last?.outcome === now.outcome && last.delivery === now.delivery) trail.pop();
    spots.push({
      element,
      ...now,
      delivered: delivery.standing,
      changed: outcome.standing,
      money: total(money),
      size: sizes.length === 0 ? null : sizes.reduce((sum, it) => sum + it, 0),
      trail,
      began: trail.length === 0 ? null : began,
    });
  }
  return { spots, unplaced };
}

type ReadingsOf = Portfolio["readingsOf"];

/** For each step back the answers that were asked for last, to go on from. */
const pasts = new Map<number, Standings>();
const readings = new WeakMap<ReadingsOf, Map<string, ReadingsOf>>();
const NOTHING_SAID: Portfolio["statusesOf"] = new Map();

/** What could be told on a day from what had been read by then. */
function pastOf(portfolio: Portfolio, step: number, day: string): Standings {
  const facts = {
    ...factsOf(portfolio),
    readingsOf: readBy(portfolio.readingsOf, day),
    statusesOf: NOTHING_SAID,
  };
  const past = new Standings(facts, pasts.get(step) ?? null);
  pasts.set(step, past);
  return past;
}

function readBy(all: ReadingsOf, day: string): ReadingsOf {
  const days = readings.get(all) ?? new Map<string, ReadingsOf>();
  readings.set(all, days);
  const made =
    days.get(day) ??
    new Map([...all].map(([id, list]) => [id, list.filter((it) => it.period <= day)] as const));
  days.set(day, made);
  return made;
}

/** Reports that say how far the work is, by element, the oldest first. */
function reportsOf({ statuses }: Portfolio): Map<string, { day: string; percent: number }[]> {
  const byElement = new Map<string, { day: string; percent: number }[]>();
  const dated = ({ element, date, percent }: StatusReport): void => {
    const day = known(date);
    if (day === null || percent === null) return;
    const list = byElement.get(element);
    if (list === undefined) byElement.set(element, [{ day, percent }]);
    else list.push({ day, percent });
  };
  for (const report of statuses.values()) dated(report);
  for (const list of byElement.values()) list.sort((a, b) => (a.day < b.day ? -1 : 1));
  return byElement;
}

/** How far the work was on a day, where anything says so. */
function deliveredBy(
  element: Placeable,
  reports: readonly { day: string; percent: number }[],
  day: string,
): number | null {
  const said = reports.findLast((it) => it.day <= day);
  if (said !== undefined) return said.percent;
  const delivered = element.kind === "initiative" ? known(element.delivered_on) : null;
  return delivered !== null && delivered <= day ? 100 : null;
}

export type Corner = "both" | "delivered" | "lagging" | "changed" | "neither";

/** From here on work counts as delivered, and up to here as having changed nothing. */
export const DELIVERED = 75;
export const UNCHANGED = 25;

/** Which corner a place lies in. Delivered and nothing changed is the watermelon: green outside, red inside. */
export function cornerOf({ delivery, outcome }: Way): Corner {
  if (delivery >= DELIVERED && outcome <= UNCHANGED) return "delivered";
  if (delivery >= 50) return outcome >= 50 ? "both" : "lagging";
  return outcome >= 50 ? "changed" : "neither";
}
