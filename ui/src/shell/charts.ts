/* Which canvases are diagrams, and how each is made: the one table between their kinds and the words of the window. */
import type { Chart } from "../canvas/chart/index.ts";
import { capabilityChart, deliveryChart, trajectoryChart, xMatrixChart } from "../canvas/kinds/index.ts";
import type { Portfolio } from "../model/portfolio.ts";
import type { Words } from "../words/index.ts";
import { capabilitySpeech, deliverySpeech, trajectorySpeech, xMatrixSpeech } from "./chartWords.ts";

export type ChartKind = "capability" | "delivery" | "trajectory" | "xmatrix";

/** `passing`: what passes the filter, for charts that show only so much; `null` when nothing is kept back. */
export function chartOf(
  kind: ChartKind,
  portfolio: Portfolio,
  asOf: string,
  words: Words,
  passing: ReadonlySet<string> | null = null,
): Chart {
  switch (kind) {
    case "capability":
      return capabilityChart(portfolio, capabilitySpeech(words));
    case "delivery":
      return deliveryChart(portfolio, asOf, deliverySpeech(words));
    case "trajectory":
      return trajectoryChart(portfolio, asOf, trajectorySpeech(words));
    case "xmatrix":
      return xMatrixChart(portfolio, xMatrixSpeech(words), passing);
  }
}
