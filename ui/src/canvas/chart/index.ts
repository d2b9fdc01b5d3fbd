/* What may be used of the chart engine. */
export type { Chart, ChartEvents, ChartWords, Drag, Dragged, Glance, Hub, Mark, Stance, Way } from "./chart";
export { EMPTY_CHART } from "./chart";
export { createChart } from "./engine";
export { Eye } from "./eye";
export type { ChartHandle, ChartOptions } from "./handle";
export { type Lettering, Pen } from "./pen";
