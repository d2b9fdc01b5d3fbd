/*
 * What every drawing function needs for one frame: context, colours, zoom and the measures of a card at
 * that zoom. Computed once per frame, so that drawing a card allocates nothing.
 */
import {
  CARD_H,
  CARD_W,
  TYPE_MIN,
  ZOOM_FULL,
  ZOOM_LINES,
  ZOOM_META,
  ZOOM_MIDDLE,
  ZOOM_TITLES,
} from "../measures";
import type { Palette } from "../overlay/palette";
import type { Theme } from "../theme";
import type { Lines, TitleBreaker } from "../titles";
import type { View } from "../view";
import type { Ctx } from "./ctx";
import type { Hatch } from "./marks";

export type { Ctx };

/** Between lines that fill a card. */
export const LEAD_TIGHT = 13;
/**
 * In a room a name that would be cut is set so much smaller than all others, and one that would be cut still in four lines
 * so much smaller: there the least is larger than on a desk.
 */
const ROOM_PLAIN = 0.875;
const ROOM_SMALL = 0.8;
const LEAD_SMALL = 10;

/** How much of each part is shown, 0 to 1. The engine fades these when the zoom passes a threshold. */
export interface Detail {
  /** Paper, stripe and title instead of a block. */
  card: number;
  bars: number;
  meta: number;
}

export function detailAt(zoom: number, blocksBelow = ZOOM_MIDDLE): Detail {
  return {
    card: zoom >= blocksBelow ? 1 : 0,
    bars: zoom >= ZOOM_FULL ? 1 : 0,
    meta: zoom >= ZOOM_META ? 1 : 0,
  };
}

/** Measures of a card on screen at one zoom, in CSS pixels. */
export interface CardShape {
  readonly w: number;
  readonly h: number;
  readonly radius: number;
  readonly edge: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly titleSize: number;
  readonly titleLead: number;
  readonly titleLines: Lines;
  /** Its lines fill the card from top to bottom. */
  readonly tight: boolean;
  /** What a title that would be cut is written in instead; the same where it is not smaller. */
  readonly plainSize: number;
  readonly plainLead: number;
  /** In what one is written that would be cut even so, in four lines; null where these have no room. */
  readonly smallSize: number | null;
  readonly metaSize: number;
  readonly metaY: number;
  readonly barH: number;
  readonly bar1: number;
  readonly bar2: number;
  readonly mark: number;
}

/**
 * `striped`: an overlay broadens the left edge, and what stands beside it moves. `room`: the title grows at the expense of
 * the air around it, because from the last row only titles are read.
 */
export function cardShape(zoom: number, striped = false, room = false): CardShape {
  const h = CARD_H * zoom;
  const titleSize = Math.max(TYPE_MIN, (room ? 16 : 13) * zoom);
  const titleLead = Math.max(14, (room ? 19 : 17) * zoom);
  const top = zoom >= 0.8 ? 6 + (zoom - 0.8) * 10 : Math.max(3, 6 - (0.8 - zoom) * 9);
  const pitch = Math.max(6, 10 * zoom);
  const foot =
    zoom >= 1 ? 10 * zoom : zoom >= 0.8 ? 5 + (zoom - 0.8) * 25 : Math.max(3, 5 - (0.8 - zoom) * 7);
  return {
    w: CARD_W * zoom,
    h,
    radius: Math.max(2, 6 * zoom),
    edge: zoom >= 0.8 ? Math.max(4, 4 * zoom) : Math.max(2, 5 * zoom),
    left: Math.max(7, 15 * zoom) + (striped ? Math.max(3, 4 * zoom) : 0),
    right: Math.max(5, 11 * zoom),
    top,
    titleSize,
    titleLead,
    // As long as no bars lie under it a title has all of the card.
    titleLines: zoom < ZOOM_FULL && zoom >= ZOOM_LINES ? 3 : h > 2 * LEAD_TIGHT ? 2 : 1,
    tight: h < 2 * titleLead + 4,
    plainSize: Math.max(TYPE_MIN * (room ? ROOM_PLAIN : 1), 13 * zoom),
    plainLead: zoom < ZOOM_FULL && zoom >= ZOOM_LINES ? LEAD_TIGHT : Math.max(14, 17 * zoom),
    smallSize: room && zoom < ZOOM_FULL && h > 4 * LEAD_SMALL ? TYPE_MIN * ROOM_SMALL : null,
    metaSize: Math.max(TYPE_MIN, 12 * zoom),
    metaY: top + 2 * titleLead + Math.max(8.5, 9 * zoom),
    barH: Math.max(3, 5 * zoom),
    bar1: h - foot - pitch,
    bar2: h - foot,
    // Two shapes under each other never touch; below the bars they have room again, until a name needs all of a card.
    mark:
      zoom < ZOOM_TITLES
        ? 0
        : zoom < ZOOM_FULL
          ? 7
          : Math.min(pitch - 0.75, zoom >= 0.8 ? 7 + (zoom - 0.8) * 5 : 7),
  };
}

export interface Frame {
  readonly ctx: Ctx;
  readonly dpr: number;
  readonly view: View;
  readonly theme: Theme;
  readonly detail: Detail;
  readonly shape: CardShape;
  /** Widths of the title's weight, and of running text, which is narrower. */
  readonly titles: TitleBreaker;
  readonly texts: TitleBreaker;
  readonly hatch: Hatch;
  readonly palette: Palette;
  /** Whether the edge of a card says what the overlay says. */
  readonly overlaid: boolean;
  /** Whether bands stand side by side. */
  readonly columns: boolean;
  /** 0 when nothing is lit, 1 when a throughline is; between the two while it fades in. */
  readonly focus: number;
  readonly titleFont: string;
  readonly plainFont: string;
  readonly smallFont: string;
  readonly metaFont: string;
  readonly gradeFont: string;
  readonly markFont: string;
  readonly laneFont: string;
  readonly labelFont: string;
}

export function fonts(theme: Theme, shape: CardShape) {
  return {
    titleFont: `550 ${round(shape.titleSize)}px ${theme.font}`,
    plainFont: `550 ${round(shape.plainSize)}px ${theme.font}`,
    smallFont: `550 ${round(shape.smallSize ?? shape.plainSize)}px ${theme.font}`,
    metaFont: `400 ${round(shape.metaSize)}px ${theme.font}`,
    gradeFont: `550 ${round(shape.metaSize)}px ${theme.font}`,
    markFont: `650 12px ${theme.font}`,
    laneFont: `550 12px ${theme.font}`,
    labelFont: `400 12px ${theme.font}`,
  };
}

/** Fewer distinct sizes mean fewer glyphs to rasterise while zooming. */
function round(size: number): number {
  return Math.round(size * 4) / 4;
}

/**
 * Nearest whole device pixel, so that edges and type are crisp wherever the view rests. What lies between two of them goes
 * up, however it was reckoned: else a card of which part is kept from another view would be torn.
 */
export function snap(value: number, dpr: number): number {
  return Math.round(value * dpr + 1e-4) / dpr;
}
