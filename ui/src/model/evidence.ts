/*
 * What one reading of an indicator says: how much of the way has been gone, whether in time, and how good the evidence is.
 */
import type { Element, Indicator, Reading } from "../api/bindings.ts";
import { known } from "./maybe.ts";
import type { Standing } from "./standing.ts";

/** Share of the planned movement from which a change counts as on track, and as at risk (ours). */
const ON_TRACK = 0.8;
const AT_RISK = 0.5;
/** Two sources agree when their values differ by no more than this share (the tolerance of rule M301). */
const AGREE = 0.02;

/** Share of the way from baseline to target, 0 to 100; `null` without both. */
export function progress(indicator: Indicator, value: number): number | null {
  const baseline = known(indicator.baseline);
  const target = known(indicator.target);
  if (baseline === null || target === null || baseline === target) return null;
  return Math.min(100, Math.max(0, ((value - baseline) / (target - baseline)) * 100));
}

/** Activity and output say what was done, not what changed; adoption speaks of a change in what people do. */
export function speaks(indicator: Indicator, element: Element): boolean {
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

export function gradeOf(last: Reading, samePeriod: readonly Reading[]): number {
  const other = samePeriod.find((it) => it.source !== last.source && it.source !== null);
  if (other && last.source !== null) {
    const span = Math.abs(other.value - last.value);
    if (span <= AGREE * Math.max(Math.abs(other.value), Math.abs(last.value))) return 4;
  }
  if (last.source !== null) return 3;
  return last.recorded_by === "" ? 0 : 2;
}

/** Compares the way gone with the time gone; unknown without the dates of baseline and target. */
export function paced(indicator: Indicator, reading: Reading, percent: number): Standing {
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
