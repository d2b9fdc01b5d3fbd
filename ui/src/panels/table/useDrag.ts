/*
 * Dragging over cells with the mouse: from the cell where the button went down to the one under the pointer. Near the
 * upper and lower edge the rows move along.
 */
import { type PointerEvent, type RefObject, useRef } from "react";
import type { At } from "./useCells.ts";

/** Pixels from the edges of the rows in which they begin to move, and how far at once. */
const EDGE = 24;
const STEP = 16;
const HEAD = 31;
const FOOT = 46;

interface Dragging {
  onPointerDown(event: PointerEvent): void;
  onPointerOver(event: PointerEvent): void;
  onPointerMove(event: PointerEvent): void;
}

export function useDrag(
  box: RefObject<HTMLElement | null>,
  reach: (to: At, from: At) => void,
  begin: (row: string) => void,
): Dragging {
  const from = useRef<At | null>(null);
  const begun = useRef(false);
  return {
    onPointerDown(event) {
      begun.current = false;
      from.current = event.button === 0 && !event.shiftKey && !isTypedInto(event) ? cellUnder(event) : null;
    },
    onPointerOver(event) {
      const to = cellUnder(event);
      const start = from.current;
      if (start === null || to === null || (event.buttons & 1) === 0) return;
      if (!begun.current && to.line === start.line && to.cell === start.cell) return;
      if (!begun.current) begin(start.line);
      begun.current = true;
      reach(to, start);
    },
    onPointerMove(event) {
      const inside = box.current?.getBoundingClientRect();
      if (!begun.current || !inside || (event.buttons & 1) === 0) return;
      if (event.clientY > inside.bottom - FOOT - EDGE) box.current?.scrollBy(0, STEP);
      else if (event.clientY < inside.top + HEAD + EDGE) box.current?.scrollBy(0, -STEP);
    },
  };
}

function isTypedInto({ target }: PointerEvent): boolean {
  return target instanceof Element && target.closest(".table-editor") !== null;
}

function cellUnder({ target }: PointerEvent): At | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const line = cell?.closest<HTMLElement>("[data-row]")?.dataset.row;
  const column = cell?.dataset.column;
  return line === undefined || column === undefined ? null : { line, cell: column };
}
