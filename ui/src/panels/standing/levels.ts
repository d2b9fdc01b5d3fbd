/* The six levels in their order, and the class that draws each. The ramp is ink, never hue; unknown is hatched. */
import type { Rung } from "../../api/bindings.ts";

export const LEVELS: readonly Rung[] = ["unlinked", "linked", "plausible", "measured", "proven", "sustained"];

/** As the bars are read: the surest at the left, what nobody knows at the right. */
export const FROM_THE_TOP: readonly (Rung | null)[] = [...LEVELS.toReversed(), null];

export function numberOf(level: Rung): number {
  return LEVELS.indexOf(level);
}

/** The class of a level in the stylesheet. */
export function levelName(level: Rung | null): string {
  return level === null ? "rung-unknown" : `rung-${numberOf(level)}`;
}
