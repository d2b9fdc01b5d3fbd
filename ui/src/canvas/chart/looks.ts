/*
 * Where to look on a chart, asked by a key, a button or the palette: back and forward through views, the selection, the
 * size of life. The same names as on the map.
 */
import { LOOKS, type MapCommand } from "../commands";
import type { Trail } from "../trail";
import type { Board } from "./board";
import { fitted, zoomed } from "./eye";

export type Look = (typeof LOOKS)[number];

export function isLook(command: MapCommand): command is Look {
  return (LOOKS as readonly string[]).includes(command);
}

/** `viewed` is told when the view was moved to somewhere new. */
export function look(board: Board, trail: Trail, viewed: () => void, how: Look): void {
  const { chart, size, heading } = board;
  if (how === "back" || how === "forward") {
    const view = trail.go(how === "back" ? -1 : 1);
    if (view !== null) board.show(view, true);
    return;
  }
  if (how === "life") {
    const middle = board.eye.flat({ x: (size.w + chart.left) / 2, y: size.h / 2 });
    board.show(zoomed(chart, heading, middle, 1), true);
  } else board.show(fitted(chart, board.around(board.selection) ?? chart.bounds, size), true);
  viewed();
}
