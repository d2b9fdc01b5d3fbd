/* What a drawing context has set at a moment: what `save` keeps and `restore` brings back. */
import { IDENTITY, type Matrix } from "./matrix";

export type Fill = CanvasRenderingContext2D["fillStyle"];

/** Where nothing is drawn beyond: its number, and its box when it is a plain rectangle. */
export interface Clip {
  readonly index: number;
  readonly box: readonly [number, number, number, number] | null;
}

export class State {
  matrix: Matrix = IDENTITY;
  clipped: Clip | null = null;
  dash: readonly number[] = [];
  globalAlpha = 1;
  fillStyle: Fill = "#000000";
  strokeStyle: Fill = "#000000";
  lineWidth = 1;
  lineCap: CanvasLineCap = "butt";
  lineJoin: CanvasLineJoin = "miter";
  font = "400 12px sans-serif";
  textAlign: CanvasTextAlign = "start";
  textBaseline: CanvasTextBaseline = "alphabetic";
  letterSpacing = "0px";
  shadowColor = "#00000000";
  shadowBlur = 0;
  shadowOffsetX = 0;
  shadowOffsetY = 0;
}

const KEYS = Object.keys(new State()) as (keyof State)[];

export function copied(state: State): State {
  const copy = new State();
  for (const key of KEYS) Object.assign(copy, { [key]: state[key] });
  return copy;
}
