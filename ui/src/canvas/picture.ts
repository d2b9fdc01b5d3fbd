/*
 * A picture of what a mounted map shows, in its own colours or those that were wished for.
 */
import type { Drawing } from "../api/bindings";
import { drawMap, screenRuler, type Wish } from "./record";
import type { Stage } from "./stage";
import { themeNamed } from "./theme";

export function pictureOf(stage: Stage, surface: HTMLElement, wish: Wish): Drawing {
  const { space, selection, view, size, words } = stage;
  const shown = { scene: space.scene, selection, view, size, words };
  const theme = wish.colours === "shown" ? stage.theme : themeNamed(surface, wish.colours);
  return drawMap(shown, wish, theme, screenRuler());
}
