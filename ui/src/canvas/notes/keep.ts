/*
 * Words that somebody was typing about something that was taken away elsewhere: they are kept as a note where they
 * were typed, and that is said. Nothing typed is lost because somebody else deleted.
 */
import type { Stage } from "../stage";
import { type Point, toWorld } from "../view";

/** What somebody typed, where it says something else than before. */
export function newWords(text: string, before: string): string | null {
  const said = text.trim();
  return said === "" || said === before.trim() ? null : said;
}

/** `at` is a place of the screen. */
export function keepTyped(stage: Stage, text: string, before: string, at: Point): void {
  const said = stage.readOnly ? null : newWords(text, before);
  stage.events.onAnnounce?.(said === null ? stage.words.gone : stage.words.goneKept);
  if (said === null) return;
  const { x, y } = toWorld(stage.view, at);
  const place = { x: Math.round(x), y: Math.round(y) };
  stage.events.onNote?.({ ...place, text: said, paper: "grey", about: null });
}
