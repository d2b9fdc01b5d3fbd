/*
 * What a finger or a pen does that a mouse does not: resting is a second button, and what is touched is larger
 * than what is pointed at. Pure but for the one clock of a resting finger.
 */
import { type Gesture, wandered } from "./gestures";
import type { Point } from "./view";

/** Milliseconds after which a resting finger means more than a tap. */
export const LONG_PRESS = 450;

export type PointerKind = "mouse" | "pen" | "touch";

export function pointerKind(type: string): PointerKind {
  return type === "touch" || type === "pen" ? type : "mouse";
}

/** How far around a small thing counts as on it, in screen pixels: at least 24 across, for a finger 44. */
export function reachOf(kind: PointerKind): { readonly handle: number; readonly link: number } {
  if (kind === "touch") return { handle: 22, link: 14 };
  return kind === "pen" ? { handle: 14, link: 9 } : { handle: 12, link: 6 };
}

/**
 * What a press becomes when the finger rests on it: on paper the start of a marquee, on a card it joins the
 * selection and what follows drags all of it. Null where resting changes nothing.
 */
export function ripened(
  gesture: Gesture,
): { readonly gesture: Gesture; readonly joins: number | null } | null {
  if (gesture.kind === "pan" && gesture.clears) return { gesture: { kind: "marquee" }, joins: null };
  if (gesture.kind === "press") return { gesture: { ...gesture, additive: false }, joins: gesture.box };
  return null;
}

/** Calls back once when a finger has rested long enough; a tremble is still rest. */
export class Rest {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private from: Point = { x: 0, y: 0 };

  begin(from: Point, ripe: () => void): void {
    this.end();
    this.from = from;
    this.timer = setTimeout(ripe, LONG_PRESS);
  }

  move(to: Point): void {
    if (wandered(this.from, to)) this.end();
  }

  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
