/*
 * The two bars of an element: how far the work is delivered, and how far the change it promised has come. Each with
 * a standing that somebody reported or that a reading shows; nothing is guessed and absence stays absence.
 */
import type { Element, Indicator, Reading, Status, StatusReport } from "../api/bindings.ts";
import { known } from "./maybe.ts";
import { linksOf, type Portfolio } from "./portfolio.ts";

export type Standing = "ok" | "risk" | "off" | "unknown";

export interface Bar {
  /** 0 to 100; `null` when nobody knows. */
  readonly percent: number | null;
  readonly standing: Standing;
}

const STANDINGS: Record<Status, Standing> = { green: "ok", amber: "risk", red: "off" };

/** Percent complete, with the standing that the IT side reported last. */
export function deliveryOf(portfolio: Portfolio, element: Element): Bar {
  const percent = element.kind === "initiative" ? known(element.percent_complete) : null;
  return { percent, standing: reported(latestReport(portfolio, element.id, "it")) };
}

/** How far the indicator that proves the element has come from its baseline to its target. */
export function outcomeOf(portfolio: Portfolio, element: Element): Bar {
  const proof = proofOf(portfolio, element);
  const reading = proof ? latestReading(portfolio, proof.id) : null;
  const percent = proof && reading ? progress(proof, reading.value) : null;
  const said = reported(latestReport(portfolio, element.id, "business"));
  if (said !== "unknown" || percent === null || !proof || !reading) return { percent, standing: said };
  return { percent, standing: paced(proof, reading, percent) };
}

/** The last report of one side. A report without a date counts as older than any with one. */
export function latestReport(
  portfolio: Portfolio,
  element: string,
  lens: "it" | "business",
): StatusReport | null {
  const reports = (portfolio.statusesOf.get(element) ?? []).filter((report) => report.lens === lens);
  return reports.reduce<StatusReport | null>(
    (last, report) =>
      last === null || (known(report.date) ?? "") >= (known(last.date) ?? "") ? report : last,
    null,
  );
}

export type IndicatorElement = Extract<Element, { kind: "indicator" }>;

/** The indicator named as proof by the why card, or the first one that measures the element. */
export function proofOf(portfolio: Portfolio, element: Element): IndicatorElement | null {
  const named = element.why.proof === null ? undefined : portfolio.elements.get(element.why.proof);
  if (named?.kind === "indicator") return named;
  for (const link of linksOf(portfolio.linksTo, element.id)) {
    const from = link.kind === "measures" ? portfolio.elements.get(link.from) : undefined;
    if (from?.kind === "indicator") return from;
  }
  return null;
}

/** The last actual value. */
export function latestReading(portfolio: Portfolio, indicator: string): Reading | null {
  const actuals = (portfolio.readingsOf.get(indicator) ?? []).filter(
    (reading) => reading.nature === "actual",
  );
  return actuals.reduce<Reading | null>(
    (last, reading) => (last === null || reading.period >= last.period ? reading : last),
    null,
  );
}

function reported(report: StatusReport | null): Standing {
  return report?.status ? STANDINGS[report.status] : "unknown";
}

/** Share of the way from baseline to target, 0 to 100; `null` without both. */
export function progress(indicator: Indicator, value: number): number | null {
  const { baseline, target } = indicator;
  if (baseline === null || target === null || baseline === target) return null;
  return Math.min(100, Math.max(0, ((value - baseline) / (target - baseline)) * 100));
}

const KEEPS_UP = 0.8;
const LAGS = 0.5;

/** Compares the way gone with the time gone; unknown without the dates of baseline and target. */
function paced(indicator: Indicator, reading: Reading, percent: number): Standing {
  if (percent >= 100) return "ok";
  if (indicator.baseline_on === null || indicator.target_on === null) return "unknown";
  const start = Date.parse(indicator.baseline_on);
  const span = Date.parse(indicator.target_on) - start;
  if (!(span > 0)) return "unknown";
  const due = Math.min(1, Math.max(0, (Date.parse(reading.period) - start) / span));
  if (due === 0) return "unknown";
  const pace = percent / 100 / due;
  return pace >= KEEPS_UP ? "ok" : pace >= LAGS ? "risk" : "off";
}
