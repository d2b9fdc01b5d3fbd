/* Which canvases are diagrams, and how each is made: the one table between their kinds and the words of the window. */
import type { CanvasKind } from "../api/index.ts";
import { type Chart, EMPTY_CHART } from "../canvas/chart/index.ts";
import { capabilityChart, deliveryChart, trajectoryChart } from "../canvas/kinds/index.ts";
import type { DiagramKind, MapKind } from "../model/canvases.ts";
import type { Portfolio } from "../model/portfolio.ts";
import type { Words } from "../words/index.ts";
import { capabilitySpeech, deliverySpeech, trajectorySpeech } from "./chartWords.ts";

type Made = (portfolio: Portfolio, asOf: string, words: Words) => Chart;

const CHARTS: Record<DiagramKind, Made> & Record<MapKind, null> = {
  strategy_map: null,
  scorecard: null,
  benefits_map: null,
  x_matrix: () => EMPTY_CHART,
  capability_map: (portfolio, _, words) => capabilityChart(portfolio, capabilitySpeech(words)),
  trajectory: (portfolio, asOf, words) => trajectoryChart(portfolio, asOf, trajectorySpeech(words)),
  delivery_outcome: (portfolio, asOf, words) => deliveryChart(portfolio, asOf, deliverySpeech(words)),
  free: null,
} satisfies Record<CanvasKind, Made | null>;

export function chartOf(kind: DiagramKind, portfolio: Portfolio, asOf: string, words: Words): Chart {
  return CHARTS[kind](portfolio, asOf, words);
}
