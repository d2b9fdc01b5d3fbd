/*
 * What lies on the paper of a canvas besides cards: notes and frames, as the engine draws them. Places that nobody
 * could find are brought to where they can be found.
 */
import type { Frame, Note } from "../../api/bindings";
import type { SceneFrame, SceneNote } from "../scene";
import type { Point } from "../view";

/** Farthest from the corner that anything may lie; the portfolio counts the same. */
const FARTHEST = 1_000_000;

export function isSane({ x, y }: Point): boolean {
  return Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST;
}

/** A number within what can be found; nought for what is none. */
export function sane(value: number): number {
  return Number.isFinite(value) ? Math.max(-FARTHEST, Math.min(FARTHEST, value)) : 0;
}

/** A note about an element that has no card here is a note like any other. */
export function shownNotes(notes: Iterable<Note>, cards: ReadonlyMap<string, unknown>): SceneNote[] {
  const out: SceneNote[] = [];
  for (const note of notes) {
    out.push({
      id: note.id,
      x: sane(note.x),
      y: sane(note.y),
      text: note.text,
      paper: note.paper,
      about: note.about !== null && cards.has(note.about) ? note.about : null,
      by: note.by,
      locked: note.locked,
    });
  }
  return out;
}

export function shownFrames(frames: Iterable<Frame>): SceneFrame[] {
  return [...frames].map(({ id, title, x, y, width, height }) => ({
    id,
    title,
    x: sane(x),
    y: sane(y),
    width: sane(width),
    height: sane(height),
  }));
}
