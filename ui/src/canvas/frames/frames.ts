/*
 * The frames of a canvas as a list, pure: made from a part of the world, put in another order, taken away. The order is
 * that of a presentation. Every change gives the whole list, as one edit stores it.
 */
import type { Frame } from "../../api/bindings";
import type { Box } from "../view";

/** As many as a canvas keeps. */
export const MOST_FRAMES = 200;
/** Smaller than half a card nothing could be shown. */
export const LEAST = { w: 120, h: 48 };
/** Beyond this nothing is kept, as for cards. */
const EDGE = 1_000_000;

export function boxOf(frame: Frame): Box {
  return { x0: frame.x, y0: frame.y, x1: frame.x + frame.width, y1: frame.y + frame.height };
}

/** A box on whole units, never too small to be seen and never out of the world. */
export function placed(box: Box): Pick<Frame, "x" | "y" | "width" | "height"> {
  const within = (value: number): number =>
    Number.isFinite(value) ? Math.max(-EDGE, Math.min(EDGE, Math.round(value))) : 0;
  const [x, y] = [within(box.x0), within(box.y0)];
  return {
    x,
    y,
    width: Math.max(LEAST.w, within(box.x1) - x),
    height: Math.max(LEAST.h, within(box.y1) - y),
  };
}

/** With air around what is framed. */
export function grown(box: Box, by: number): Box {
  return { x0: box.x0 - by, y0: box.y0 - by, x1: box.x1 + by, y1: box.y1 + by };
}

/** With one more at the end; the same list when there is no room for it. */
export function added(frames: readonly Frame[], id: string, title: string, box: Box): readonly Frame[] {
  return frames.length >= MOST_FRAMES ? frames : [...frames, { id, title, ...placed(box) }];
}

export function renamed(frames: readonly Frame[], id: string, title: string): readonly Frame[] {
  const to = tidied(title);
  return changed(frames, id, (it) => (to === "" || to === it.title ? it : { ...it, title: to }));
}

/** A title as it is kept: on one line. */
export function tidied(title: string): string {
  return title.replace(/\s+/gu, " ").trim();
}

export function reshaped(frames: readonly Frame[], id: string, box: Box): readonly Frame[] {
  const to = placed(box);
  return changed(frames, id, (it) =>
    to.x === it.x && to.y === it.y && to.width === it.width && to.height === it.height
      ? it
      : { ...it, ...to },
  );
}

export function removed(frames: readonly Frame[], id: string): readonly Frame[] {
  const left = frames.filter((it) => it.id !== id);
  return left.length === frames.length ? frames : left;
}

/** One frame at another place of the order, counted from 0 among the others. */
export function reordered(frames: readonly Frame[], id: string, to: number): readonly Frame[] {
  const from = frames.findIndex((it) => it.id === id);
  const frame = frames[from];
  const at = Math.max(0, Math.min(frames.length - 1, to));
  if (frame === undefined || at === from) return frames;
  const others = frames.filter((it) => it.id !== id);
  return [...others.slice(0, at), frame, ...others.slice(at)];
}

/** The same list while nothing changed, so that nobody makes a step of nothing. */
function changed(frames: readonly Frame[], id: string, to: (it: Frame) => Frame): readonly Frame[] {
  const next = frames.map((it) => (it.id === id ? to(it) : it));
  return next.some((it, i) => it !== frames[i]) ? next : frames;
}
