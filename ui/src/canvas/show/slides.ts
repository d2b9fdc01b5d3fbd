/*
 * What a presentation shows, one after the other, pure: the frames in their order; on a canvas without frames everything,
 * and then what is selected. And where one goes from a slide, and by which key of a keyboard or a clicker.
 */
import type { Frame } from "../../api/bindings";
import { boxOf } from "../frames/frames";
import type { Box } from "../view";

export type SlidePart = "whole" | "selection" | { readonly box: Box };

export interface Slide {
  readonly id: string;
  /** Empty where the slide has no name of its own. */
  readonly title: string;
  readonly part: SlidePart;
}

export function slidesOf(frames: readonly Frame[], hasSelection: boolean): readonly Slide[] {
  if (frames.length > 0)
    return frames.map((it) => ({ id: it.id, title: it.title, part: { box: boxOf(it) } }));
  const whole: Slide = { id: "whole", title: "", part: "whole" };
  return hasSelection ? [whole, { id: "selection", title: "", part: "selection" }] : [whole];
}

export type ShowCommand =
  | { readonly do: "next" | "previous" | "first" | "last" | "black" | "white" | "laser" | "leave" }
  | { readonly do: "enter" }
  | { readonly do: "digit"; readonly digit: number };

const KEYS: Readonly<Record<string, ShowCommand>> = {
  ArrowRight: { do: "next" },
  ArrowDown: { do: "next" },
  PageDown: { do: "next" },
  " ": { do: "next" },
  n: { do: "next" },
  Enter: { do: "enter" },
  ArrowLeft: { do: "previous" },
  ArrowUp: { do: "previous" },
  PageUp: { do: "previous" },
  Backspace: { do: "previous" },
  p: { do: "previous" },
  Home: { do: "first" },
  End: { do: "last" },
  b: { do: "black" },
  ".": { do: "black" },
  w: { do: "white" },
  ",": { do: "white" },
  l: { do: "laser" },
  // Clickers begin and end a show by F5 and Escape, on one key.
  F5: { do: "leave" },
  Escape: { do: "leave" },
};

/** `code` tells digits of keyboards that print signs without Shift. */
export function showCommand(key: string, code: string): ShowCommand | null {
  const digit = /^\d$/.test(key) ? key : /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return { do: "digit", digit: Number(digit) };
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

/** A number that is being typed; it never grows beyond what a canvas has. */
export function typed(before: number | null, digit: number): number | null {
  const next = (before ?? 0) * 10 + digit;
  if (next > 999) return before;
  return next === 0 ? null : next;
}

/** The slide that a command leads to from `at`, or `at` itself at the ends. */
export function gone(command: ShowCommand["do"], at: number, count: number, number: number | null): number {
  const within = (i: number): number => Math.max(0, Math.min(count - 1, i));
  switch (command) {
    case "next":
      return within(at + 1);
    case "previous":
      return within(at - 1);
    case "first":
      return 0;
    case "last":
      return within(count - 1);
    case "enter":
      return within(number === null ? at + 1 : number - 1);
    default:
      return at;
  }
}
