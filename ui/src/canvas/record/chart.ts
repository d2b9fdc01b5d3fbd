/*
 * The picture of a chart: painted by the same code as on the screen into a recorder, as large as the part that is
 * wanted. The strips with names and axes stand beside every part, so that a cut-out can be read by itself.
 */
import type { Drawing } from "../../api/bindings";
import { Board } from "../chart/board";
import { opening } from "../chart/eye";
import { paint } from "../chart/paint";
import type { Theme } from "../theme";
import { TitleBreaker } from "../titles";
import type { Box, Size, View } from "../view";
import { drawFoot, footHeight } from "./foot";
import { Recorder, type Ruler } from "./recorder";
import type { Foot, Part, Wish } from "./wish";

/** Air around what is cut out, in pixels. */
const AIR = 24;
/** Beside the strips there is at least so much, or they would tell of nothing. */
const LEAST: Size = { w: 360, h: 96 };
const NOTHING = "#00000000";

export function drawChart(shown: Board, wish: Wish, colours: Theme, ruler: Ruler): Drawing {
  const theme = wish.backdrop ? colours : { ...colours, paper: NOTHING };
  const titleFont = `550 12px ${theme.font}`;
  const textFont = `400 12px ${theme.font}`;
  const sheet = new Board({
    theme,
    titles: new TitleBreaker((text) => ruler.width(text, titleFont)),
    texts: new TitleBreaker((text) => ruler.width(text, textFont)),
    words: shown.parts.words,
    events: {},
    readOnly: true,
    stillness: () => true,
    schedule: () => undefined,
    recorded: true,
  });
  sheet.setChart(shown.chart);
  sheet.passing = wish.part === "selection" ? null : shown.passing;
  if (wish.lit && wish.part !== "selection") {
    sheet.selection = shown.selection;
    sheet.line = shown.line;
  }
  const { view, size } = chartFramed(shown, wish.part);
  // Set and not shown: a cut-out at an edge is not to be pushed back to the middle, as a window would.
  sheet.view = view;
  sheet.size = size;
  const recorder = new Recorder(ruler);
  paint(sheet, recorder);
  const { foot } = wish;
  const widths = sheet.parts;
  if (foot !== null) drawFoot(recorder, foot, theme, size.h, size.w, widths);
  return recorder.finish({
    width: size.w,
    height: size.h + (foot === null ? 0 : footHeight(foot, size.w, widths)),
    paper: wish.backdrop ? theme.paper : null,
    title: wish.title,
    lang: wish.lang,
  });
}

/** How large the picture of a part would be, with its foot. */
export function chartExtent(board: Board, part: Part, foot: Foot | null): Size {
  const { w, h } = chartFramed(board, part).size;
  return { w, h: h + (foot === null ? 0 : footHeight(foot, w, board.parts)) };
}

/** The view of a part and how large that is: a plane at life size, time at the scale that suits the window. */
export function chartFramed(board: Board, part: Part): { view: View; size: Size } {
  const { chart } = board;
  if (part === "view") return { view: board.view, size: board.size };
  const flat = chart.axes === "x";
  const zoom = flat ? (part === "whole" ? opening(chart, board.size).zoom : board.view.zoom) : 1;
  const ky = flat ? 1 : zoom;
  const box = boxOf(board, part);
  const air = part === "whole" && flat ? 0 : AIR;
  // Strips in the midst part the body, and stand beside what is cut out of one side of it.
  const { w: aside, h: between } = chart.hub ?? { w: 0, h: 0 };
  const w = (box.x1 - box.x0) * zoom + 2 * air + aside;
  const h = (box.y1 - box.y0) * ky + 2 * air + between;
  const spare = { x: Math.max(0, LEAST.w - w) / 2, y: Math.max(0, LEAST.h - h) / 2 };
  return {
    view: {
      x: Math.round(chart.left + air + spare.x - box.x0 * zoom),
      y: Math.round(chart.top + air + spare.y - box.y0 * ky),
      zoom,
    },
    size: {
      w: Math.ceil(chart.left + w + 2 * spare.x),
      h: Math.ceil(chart.top + h + 2 * spare.y) + (chart.bottom ?? 0),
    },
  };
}

function boxOf(board: Board, part: Exclude<Part, "view">): Box {
  if (typeof part === "object") return part.box;
  return (part === "selection" ? board.around(board.selection) : null) ?? board.chart.bounds;
}
