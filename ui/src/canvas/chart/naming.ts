/*
 * Where the field for a title lies over a mark: on its name where the mark is large, about its middle where it is a bar
 * or a point, and always whole on the screen.
 */
import type { TitlePlace } from "../titleField";
import type { Board } from "./board";

/** Narrower than this nobody can read what they type, and wider than this nobody has to. */
const LEAST = { w: 220, h: 44 };
const MOST = 420;
const LEAD = 18;

export function titlePlace(board: Board, i: number): TitlePlace {
  const mark = board.field.mark(i);
  const at = board.field.screenBox(i, board.eye);
  const { h } = LEAST;
  const isTall = at.y1 - at.y0 > 2 * h;
  const inset = isTall && mark?.pin === undefined ? 6 : 0;
  const w = Math.min(MOST, Math.max(at.x1 - at.x0 - 2 * inset, LEAST.w));
  // Names of columns are written upwards and begin at the foot.
  const top = mark?.pin === "top" ? at.y1 - h : isTall ? at.y0 + inset : (at.y0 + at.y1 - h) / 2;
  const within = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));
  return {
    // What begins out of sight is named where it comes into sight.
    left: within(at.x0 + inset, (mark?.pin === undefined ? board.chart.left : 0) + 4, board.size.w - w - 4),
    top: within(top, 4, board.size.h - h - 4),
    w,
    h,
    size: 13,
    lead: LEAD,
  };
}
