/*
 * Colours of an overlay by tone, from the theme, and which tones are left hollow. Categories have a shape besides.
 */
import type { Theme } from "../theme";
import type { OverlayKind } from "./overlay";

export interface Palette {
  readonly colours: readonly string[];
  /** The tone that is an outline without ink: nothing there; −1 for none. */
  readonly hollow: number;
  readonly shapes: boolean;
}

export function paletteOf(kind: OverlayKind | null, theme: Theme): Palette {
  switch (kind) {
    case "severity":
      return {
        colours: [theme.track, theme.severity.low, theme.severity.medium, theme.severity.high],
        hollow: 0,
        shapes: false,
      };
    case "delivery":
    case "outcome":
      return { colours: [theme.bar.ok, theme.bar.risk, theme.bar.off], hollow: -1, shapes: false };
    case "money":
      return { colours: theme.ladder.slice(1), hollow: -1, shapes: false };
    case "freshness":
      return { colours: theme.ladder.slice(1).reverse(), hollow: -1, shapes: false };
    case "owner":
    case "source":
      return { colours: theme.categories, hollow: -1, shapes: true };
    default:
      return { colours: theme.ladder, hollow: 0, shapes: false };
  }
}
