/* The canvases that are diagrams: each makes a chart from the records, in words that it is given. */
export { type CapabilitySpeech, capabilityChart } from "./capability";
export { type DeliverySpeech, deliveryChart } from "./delivery";
export { trajectoryChart } from "./trajectory";
export type { TrajectorySpeech } from "./trajectoryMarks";
export { datesOf } from "./trajectoryWork";
export { xMatrixChart } from "./xmatrix";
export { CellMark, HeadMark, spoken, type XMatrixSpeech } from "./xmatrixCell";
export { answerTo, type Stroke, strokeOfKey } from "./xmatrixEdits";
export { AS_WEIGHED, MATRIX_ORDERS, type MatrixReading } from "./xmatrixOrder";
