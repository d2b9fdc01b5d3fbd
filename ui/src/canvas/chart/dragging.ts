/*
 * Moving one mark along its axis, pure but for where the field keeps it meanwhile: which part was gripped, and
 * where its ends come to lie. Ends never pass each other; both snap by the rule of the mark.
 */
import type { Box, Point } from "../view";
import type { Drag, Dragged, Mark } from "./chart";
import type { Field } from "./field";

/** Pixels at each end of a mark that grip the end alone, while enough is left to grip it whole. */
const GRIP = 7;

/** Which part of a mark is gripped at a point; null when it cannot be dragged. */
export function gripped(mark: Mark, at: Point, box: Box): Dragged["part"] | null {
  if (mark.drag === undefined) return null;
  if (mark.drag.fresh !== undefined) return "whole";
  const grip = Math.min(GRIP, (box.x1 - box.x0) / 4);
  if (mark.drag.start && at.x - box.x0 <= grip) return "start";
  if (mark.drag.end && box.x1 - at.x <= grip) return "end";
  return "whole";
}

/** The mark that is dragged by another, or that other itself. */
export function heldBy(field: Field, i: number): number {
  return field.index.get(field.mark(i)?.grip ?? "") ?? i;
}

/**
 * Moves a mark by a distance in world units from where its records have it, to the nearest place it may take. What lies
 * nowhere yet begins where the pointer is.
 */
export function dragBy(
  field: Field,
  i: number,
  part: Dragged["part"],
  { from, to }: { readonly from: number; readonly to: number },
  zoom: number,
): void {
  const mark = field.mark(i);
  const drag = mark?.drag;
  if (mark === undefined || drag === undefined) return;
  if (drag.fresh !== undefined) {
    const x0 = drag.snap(to, zoom);
    field.moved.set(i, { x0, x1: drag.fresh.until(x0) });
    return;
  }
  const dx = to - from;
  const { x0, x1 } = mark.box;
  if (part === "whole") {
    const at = anchor(drag, mark.box);
    const by = drag.snap(at + dx, zoom) - at;
    field.moved.set(i, { x0: x0 + by, x1: x1 + by });
  } else if (part === "start") {
    field.moved.set(i, { x0: Math.min(drag.snap(x0 + dx, zoom), drag.step(x1, zoom, -1)), x1 });
  } else field.moved.set(i, { x0, x1: Math.max(drag.snap(x1 + dx, zoom), drag.step(x0, zoom, 1)) });
}

/** Moves a mark one step on from where it lies now. */
export function nudge(field: Field, i: number, part: Dragged["part"], zoom: number, way: 1 | -1): void {
  const mark = field.mark(i);
  const drag = mark?.drag;
  if (mark === undefined || drag === undefined) return;
  const { fresh } = drag;
  if (fresh !== undefined && (part === "whole" || !field.moved.has(i))) {
    const now = field.moved.get(i);
    const to = now === undefined ? drag.snap(fresh.from, zoom) : drag.step(now.x0, zoom, way);
    field.moved.set(i, { x0: to, x1: fresh.until(to) });
    return;
  }
  const { x0, x1 } = field.boxOf(i);
  if (part === "start") {
    field.moved.set(i, { x0: Math.min(drag.step(x0, zoom, way), drag.step(x1, zoom, -1)), x1 });
    return;
  }
  if (part === "end") {
    field.moved.set(i, { x0, x1: Math.max(drag.step(x1, zoom, way), drag.step(x0, zoom, 1)) });
    return;
  }
  const at = anchor(drag, { x0, x1 });
  const by = drag.step(at, zoom, way) - at;
  field.moved.set(i, { x0: x0 + by, x1: x1 + by });
}

/** The end that clings to places when the whole is moved: the first one that somebody gave. */
function anchor({ open }: Drag, { x0, x1 }: { readonly x0: number; readonly x1: number }): number {
  return open === "start" ? x1 : x0;
}
