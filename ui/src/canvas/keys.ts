/*
 * Which key does what on the map, pure. Letters are compared in lower case; the caller carries commands out.
 */

export type Direction = "left" | "right" | "up" | "down";

export type KeyCommand =
  | { readonly do: "go"; readonly way: Direction }
  /** `fine` is one pixel instead of a step of the grid. */
  | { readonly do: "nudge"; readonly way: Direction; readonly fine: boolean }
  | { readonly do: "follow"; readonly way: "up" | "down" }
  | { readonly do: "lane" | "travel" | "overlay"; readonly step: 1 | -1 }
  | {
      readonly do:
        | "edit"
        | "open"
        | "select"
        | "selectAlso"
        | "throughline"
        | "escape"
        | "remove"
        | "fit"
        | "all";
    }
  | { readonly do: "frameSelection" | "life" | "link" | "duplicate" }
  | { readonly do: "lock" | "note" | "become" | "mirror" }
  | { readonly do: "zoom"; readonly step: 1 | -1 };

export interface KeyPress {
  readonly key: string;
  /** The key by its place on the keyboard, for digits with Shift, which print differently everywhere. */
  readonly code?: string;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly ctrl: boolean;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

export function commandFor(press: KeyPress): KeyCommand | null {
  const way = ARROWS[press.key];
  if (way !== undefined) {
    if (press.ctrl) return press.shift && !press.alt ? { do: "nudge", way, fine: true } : null;
    if (press.alt) {
      if (press.shift) return null;
      if (way === "up" || way === "down") return { do: "follow", way };
      return { do: "travel", step: way === "left" ? -1 : 1 };
    }
    return press.shift ? { do: "nudge", way, fine: false } : { do: "go", way };
  }
  if (press.alt) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.ctrl) {
    if (key === "Enter") return { do: "open" };
    if (key === "a") return { do: "all" };
    if (key === "d" && !press.shift) return { do: "duplicate" };
    if (key === "l" && press.shift) return { do: "lock" };
    return null;
  }
  if (press.shift) {
    if (press.code === "Digit1") return { do: "fit" };
    if (press.code === "Digit2") return { do: "frameSelection" };
    if (press.code === "Digit0") return { do: "life" };
  }
  switch (key) {
    case "[":
      return { do: "lane", step: -1 };
    case "]":
      return { do: "lane", step: 1 };
    case "Enter":
    case "F2":
      return { do: "edit" };
    case " ":
      return { do: press.shift ? "selectAlso" : "select" };
    case "f":
      // With Shift the window keeps what is seen as a frame.
      return press.shift ? null : { do: "throughline" };
    case "l":
      return { do: "link" };
    case "n":
      return { do: "note" };
    case "b":
      return { do: "become" };
    case "m":
      return { do: "mirror" };
    case "o":
      return { do: "overlay", step: press.shift ? -1 : 1 };
    case "Escape":
      return { do: "escape" };
    case "Delete":
    case "Backspace":
      return { do: "remove" };
    case "+":
    case "=":
      return { do: "zoom", step: 1 };
    case "-":
    case "_":
      return { do: "zoom", step: -1 };
    case "0":
      return { do: "fit" };
    default:
      return null;
  }
}
