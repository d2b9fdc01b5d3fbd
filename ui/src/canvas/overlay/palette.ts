/*
 * Colours of an overlay by tone, from the theme, and which tones are left hollow. Categories and states have a shape besides.
 */
import type { Theme } from "../theme";
import type { OverlayKind } from "./overlay";

export interface Palette {
  readonly colours: readonly string[];
  /** The tone that is an outline without ink: nothing there; −1 for none. */
  readonly hollow: number;
  /** The shape of each tone, by its number; none where a scale of ink is enough. */
  readonly shapes: readonly number[];
}

const NONE: readonly number[] = [];
/** On track, at risk, off track, as everywhere: circle, triangle, square. */
export const STATUS_SHAPES: readonly number[] = [0, 2, 1];
const EACH: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8];

export function paletteOf(kind: OverlayKind | null, theme: Theme): Palette {
  switch (kind) {
    case "severity":
      return {
        colours: [theme.track, theme.severity.low, theme.severity.medium, theme.severity.high],
        hollow: 0,
        shapes: NONE,
      };
    case "delivery":
    case "outcome":
      return { colours: [theme.bar.ok, theme.bar.risk, theme.bar.off], hollow: -1, shapes: STATUS_SHAPES };
    case "money":
      return { colours: theme.ladder.slice(1), hollow: -1, shapes: NONE };
    case "freshness":
      return { colours: theme.ladder.slice(1).reverse(), hollow: -1, shapes: NONE };
    case "owner":
    case "source":
      return { colours: theme.categories, hollow: -1, shapes: EACH };
    default:
      return { colours: theme.ladder, hollow: 0, shapes: NONE };
  }
}
