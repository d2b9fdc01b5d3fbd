/*
 * A picture of what a mounted map shows, in its own colours or those that were wished for; and what stands below any
 * canvas at the foot of a page.
 */
import type { Drawing } from "../api/bindings";
import {
  type Foot,
  footAlone,
  inTurns,
  mapSteps,
  screenRuler,
  typefaceReady,
  type Watch,
  type Wish,
} from "./record";
import type { Stage } from "./stage";
import { readTheme, themeNamed } from "./theme";

/** Somebody who waits until it is done. */
export const PATIENT: Watch = { told: () => undefined, isWanted: () => true };

export async function pictureOf(
  stage: Stage,
  surface: HTMLElement,
  wish: Wish,
  watch: Watch,
): Promise<Drawing | null> {
  await typefaceReady(stage.theme.font);
  const { space, selection, view, size, words } = stage;
  const shown = { scene: space.scene, selection, view, size, words };
  const theme = wish.colours === "shown" ? stage.theme : themeNamed(surface, wish.colours);
  return inTurns(mapSteps(shown, wish, theme, screenRuler()), watch);
}

/** What stands at the foot of a page that is so many pixels wide between its margins. */
export async function pictureOfFoot(foot: Foot, wish: Wish, width: number): Promise<Drawing> {
  const page = document.body;
  const theme = wish.colours === "shown" ? readTheme(page) : themeNamed(page, wish.colours);
  await typefaceReady(theme.font);
  return footAlone(foot, wish, width, theme, screenRuler());
}
