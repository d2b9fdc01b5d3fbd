/*
 * The picture of one indicator as plain geometry: actual values as a line with points, forecasts dashed, the planned
 * way from baseline to target, and where each of these is named. Pure; drawn by Chart.tsx.
 */
import type { Element, Reading } from "../../api/bindings.ts";
import { known } from "../../model/maybe.ts";
import { latest } from "../series.ts";

type Indicator = Extract<Element, { kind: "indicator" }>;

export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly date: string;
  readonly value: number;
}

export interface Picture {
  readonly actual: readonly Mark[];
  readonly forecast: readonly Mark[];
  readonly baseline: Mark | null;
  readonly target: Mark | null;
  /** Horizontal lines with their values. */
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  readonly dates: readonly { readonly x: number; readonly date: string }[];
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** `null` when there is nothing to draw. */
export function picture(indicator: Indicator, readings: readonly Reading[], frame: Frame): Picture | null {
  const of = (nature: Reading["nature"]) =>
    latest(readings.filter((it) => it.nature === nature)).map((it) => ({ date: it.period, value: it.value }));
  const actual = of("actual");
  const forecast = of("forecast");
  const baseline = said(known(indicator.baseline), known(indicator.baseline_on)) ?? of("baseline")[0] ?? null;
  const target = said(known(indicator.target), known(indicator.target_on)) ?? of("target").at(-1) ?? null;
  const dated = [...actual, ...forecast, baseline, target].filter((it) => it !== null);
  if (dated.length === 0) return null;
  const times = dated.map((it) => Date.parse(it.date));
  const [from, until] = widened(Math.min(...times), Math.max(...times), 15 * 86_400_000);
  const values = dated.map((it) => it.value);
  const scale = ticksFor(Math.min(...values), Math.max(...values));
  const x = (date: string) =>
    frame.left + ((Date.parse(date) - from) / (until - from)) * (frame.width - frame.left - frame.right);
  const span = scale.high - scale.low;
  const y = (value: number) =>
    frame.height - frame.bottom - ((value - scale.low) / span) * (frame.height - frame.top - frame.bottom);
  const mark = (it: { date: string; value: number }): Mark => ({ ...it, x: x(it.date), y: y(it.value) });
  const lastActual = actual.at(-1);
  const ahead = forecast.filter((it) => lastActual === undefined || it.date > lastActual.date);
  return {
    actual: actual.map(mark),
    // A forecast goes on from the last value that was seen.
    forecast: (lastActual === undefined || ahead.length === 0 ? ahead : [lastActual, ...ahead]).map(mark),
    baseline: baseline === null ? null : mark(baseline),
    target: target === null ? null : mark(target),
    ticks: scale.ticks.map((value) => ({ value, y: y(value) })),
    dates: datesFor(from, until).map((date) => ({ date, x: x(date) })),
  };
}

function said(value: number | null, date: string | null): { date: string; value: number } | null {
  return value === null || date === null ? null : { date, value };
}

function widened(low: number, high: number, by: number): [number, number] {
  return low === high ? [low - by, high + by] : [low, high];
}

/** Three to six round steps that hold all values. */
export function ticksFor(low: number, high: number): { low: number; high: number; ticks: number[] } {
  const [from, until] = low === high ? widened(low, high, Math.abs(low) / 4 || 1) : [low, high];
  const rough = (until - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((it) => it * power >= rough) ?? 10) * power;
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(until / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, at) =>
    Number(((first + at) * step).toPrecision(12)),
  );
  return { low: ticks[0] ?? from, high: ticks.at(-1) ?? until, ticks };
}

/**
 * At most eight days on which a date is written, at the ends of months or years: there stands the value of a period,
 * and September’s must not seem to be October’s.
 */
function datesFor(from: number, until: number): string[] {
  const start = new Date(from);
  const months = (until - from) / (30.4 * 86_400_000);
  const step = [1, 2, 3, 6, 12, 24, 60].find((it) => months / it <= 6) ?? 120;
  const dates: string[] = [];
  for (let at = 0; dates.length < 8; at += step) {
    const day = Date.UTC(start.getUTCFullYear(), Math.ceil(start.getUTCMonth() / step) * step + at, 0);
    if (day > until) break;
    if (day >= from) dates.push(new Date(day).toISOString().slice(0, 10));
  }
  return dates;
}
