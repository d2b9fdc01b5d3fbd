/*
 * Words that somebody was typing about something that was taken away elsewhere: they are kept as a note where they
 * were typed, and that is said. Nothing typed is lost because somebody else deleted.
 */
import type { Stage } from "../stage";
import { type Point, toWorld } from "../view";

/** `at` is a place of the screen. */
export function keepTyped(stage: Stage, text: string, before: string, at: Point): void {
  const said = text.trim();
  const isNew = said !== "" && said !== before.trim() && !stage.readOnly;
  stage.events.onAnnounce?.(isNew ? stage.words.goneKept : stage.words.gone);
  if (!isNew) return;
  const { x, y } = toWorld(stage.view, at);
  const place = { x: Math.round(x), y: Math.round(y) };
  stage.events.onNote?.({ ...place, text: said, paper: "grey", about: null });
}
