/*
 * What everything on a canvas is drawn through: the part of the browser's drawing context that is used here. A
 * screen fulfils it, and so does a recorder, which keeps what is drawn for a picture. What only one of the two can
 * do is optional, so drawing code never asks which of them it has before it.
 */
type Used =
  | "setTransform"
  | "translate"
  | "scale"
  | "rotate"
  | "save"
  | "restore"
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "bezierCurveTo"
  | "quadraticCurveTo"
  | "arc"
  | "rect"
  | "roundRect"
  | "closePath"
  | "fill"
  | "stroke"
  | "clip"
  | "fillRect"
  | "strokeRect"
  | "setLineDash"
  | "fillText"
  | "createPattern"
  | "drawImage"
  | "globalAlpha"
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
  | "lineCap"
  | "lineJoin"
  | "font"
  | "textAlign"
  | "textBaseline"
  | "letterSpacing"
  | "shadowColor"
  | "shadowBlur"
  | "shadowOffsetX"
  | "shadowOffsetY";

/** What a recorder wants to know besides. */
interface Told {
  /** A fill that is hatched in a colour, in place of a pattern of pixels. */
  hatching?(colour: string): string;
  /** What follows belongs to this record; `null` when it belongs to none. */
  about?(id: string | null, title: string): void;
}

/** A recorder has no pixels to smooth. */
type OnScreen = Partial<Pick<CanvasRenderingContext2D, "imageSmoothingEnabled">>;

export type Ctx = Pick<CanvasRenderingContext2D, Used> & {
  measureText(text: string): { readonly width: number };
} & Told &
  OnScreen;
