/*
 * The fixed measures of the map, in world units (one unit is one CSS pixel at zoom 1).
 * Stored placements count in these units, so a change here moves every picture: change with care.
 */

export const CARD_W = 240;
export const CARD_H = 88;
/** Left edge of the first column. */
export const MARGIN_X = 40;
/** Distance from one card to the next in a row, and from one row to the next. */
export const PITCH_X = 264;
export const PITCH_Y = 132;
/** Room above the first row of a band (lane title, curves) and below its last row; the layout counts the same. */
export const BAND_HEAD = 28;
export const BAND_FOOT = PITCH_Y - CARD_H - BAND_HEAD;

/** Bands lie under each other, with cards side by side in them, or stand side by side. */
export type Axis = "rows" | "columns";

/** The measures of a band: along it, from card to card, and across it, from one line of cards to the next. */
export interface Grain {
  readonly length: number;
  readonly breadth: number;
  readonly pitch: number;
  readonly next: number;
  /** Where the first card stands, along the band and across it, and the room after the last line. */
  readonly start: number;
  readonly head: number;
  readonly foot: number;
}

const COLUMN_PITCH_X = 300;
const COLUMN_PITCH_Y = 112;

export const GRAINS: Readonly<Record<Axis, Grain>> = {
  rows: {
    length: CARD_W,
    breadth: CARD_H,
    pitch: PITCH_X,
    next: PITCH_Y,
    start: MARGIN_X,
    head: BAND_HEAD,
    foot: BAND_FOOT,
  },
  columns: {
    length: CARD_H,
    breadth: CARD_W,
    pitch: COLUMN_PITCH_Y,
    next: COLUMN_PITCH_X,
    start: BAND_HEAD,
    head: MARGIN_X,
    foot: COLUMN_PITCH_X - CARD_W - MARGIN_X,
  },
};

/** Left and top as a distance along a band and one across it, and back. */
export function turned(axis: Axis, p: { readonly x: number; readonly y: number }): { x: number; y: number } {
  return axis === "rows" ? { x: p.x, y: p.y } : { x: p.y, y: p.x };
}

export const ZOOM_MIN = 0.02;
export const ZOOM_MAX = 2.5;
/** From here up the bars are drawn; between the two only stripe, title and state; below, a block. */
export const ZOOM_FULL = 0.5;
export const ZOOM_MIDDLE = 0.25;
/** From here up a card holds two lines of its title; blocks stay until then. */
export const ZOOM_TITLES = 0.365;
/** From here up it holds three. */
export const ZOOM_LINES = 0.445;
/** From here up owner and grade fit at 12 px. */
export const ZOOM_META = 0.72;

/** No type is ever drawn smaller than this on screen; content leaves instead. */
export const TYPE_MIN = 12;
