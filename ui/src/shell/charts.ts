/* Which canvases are diagrams, and how each is made: the one table between their kinds and the words of the window. */
import type { CanvasKind } from "../api/index.ts";
import type { Chart } from "../canvas/chart/index.ts";
import {
  AS_WEIGHED,
  capabilityChart,
  deliveryChart,
  type MatrixReading,
  trajectoryChart,
  xMatrixChart,
} from "../canvas/kinds/index.ts";
import type { DiagramKind, MapKind } from "../model/canvases.ts";
import type { Portfolio } from "../model/portfolio.ts";
import type { Words } from "../words/index.ts";
import { capabilitySpeech, deliverySpeech, trajectorySpeech, xMatrixSpeech } from "./chartWords.ts";

/**
 * `passing`: what passes the filter, for charts that show only so much; `null` when nothing is kept back. `reading`: how
 * a matrix is read.
 */
type Made = (
  portfolio: Portfolio,
  asOf: string,
  words: Words,
  passing: ReadonlySet<string> | null,
  reading: MatrixReading,
) => Chart;

const CHARTS: Record<DiagramKind, Made> & Record<MapKind, null> = {
  strategy_map: null,
  scorecard: null,
  benefits_map: null,
  x_matrix: (portfolio, _, words, passing, reading) =>
    xMatrixChart(portfolio, xMatrixSpeech(words), passing, reading),
  capability_map: (portfolio, _, words) => capabilityChart(portfolio, capabilitySpeech(words)),
  trajectory: (portfolio, asOf, words) => trajectoryChart(portfolio, asOf, trajectorySpeech(words)),
  delivery_outcome: (portfolio, asOf, words) => deliveryChart(portfolio, asOf, deliverySpeech(words)),
  free: null,
} satisfies Record<CanvasKind, Made | null>;

export function chartOf(
  kind: DiagramKind,
  portfolio: Portfolio,
  asOf: string,
  words: Words,
  passing: ReadonlySet<string> | null = null,
  reading = AS_WEIGHED,
): Chart {
  return CHARTS[kind](portfolio, asOf, words, passing, reading);
}
