/*
 * How a frame is taken hold of, pure: by its title it moves, by an edge or a corner it becomes larger or smaller. An edge
 * that is pulled beyond the other stops before it.
 */
import type { Box } from "../view";
import { LEAST } from "./frames";

export const GRIPS = ["nw", "n", "ne", "e", "se", "s", "sw", "w"] as const;
export type Grip = (typeof GRIPS)[number] | "move";

/** Where a frame lies after its grip was dragged by so much, in world units. */
export function pulled(box: Box, grip: Grip, dx: number, dy: number): Box {
  if (grip === "move") return { x0: box.x0 + dx, y0: box.y0 + dy, x1: box.x1 + dx, y1: box.y1 + dy };
  const has = (side: string): boolean => grip.includes(side);
  return {
    x0: has("w") ? Math.min(box.x0 + dx, box.x1 - LEAST.w) : box.x0,
    x1: has("e") ? Math.max(box.x1 + dx, box.x0 + LEAST.w) : box.x1,
    y0: has("n") ? Math.min(box.y0 + dy, box.y1 - LEAST.h) : box.y0,
    y1: has("s") ? Math.max(box.y1 + dy, box.y0 + LEAST.h) : box.y1,
  };
}

/** What an arrow does on the title of a frame: it moves, with Shift the far corner follows. */
export function pushed(
  key: string,
  shift: boolean,
  across: number,
  down = across,
): { grip: Grip; dx: number; dy: number } | null {
  const ways: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-across, 0],
    ArrowRight: [across, 0],
    ArrowUp: [0, -down],
    ArrowDown: [0, down],
  };
  const way = ways[key];
  return way === undefined ? null : { grip: shift ? "se" : "move", dx: way[0], dy: way[1] };
}
