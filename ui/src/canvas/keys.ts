/*
 * Which key does what on the map, pure. Letters are compared in lower case; the caller carries commands out.
 */

export type Direction = "left" | "right" | "up" | "down";

export type KeyCommand =
  | { readonly do: "go"; readonly way: Direction }
  | { readonly do: "nudge"; readonly way: Direction }
  | { readonly do: "follow"; readonly way: "up" | "down" }
  | { readonly do: "lane"; readonly step: 1 | -1 }
  | { readonly do: "edit" | "open" | "select" | "throughline" | "escape" | "remove" | "fit" | "all" }
  | { readonly do: "zoom"; readonly step: 1 | -1 };

export interface KeyPress {
  readonly key: string;
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
    if (press.ctrl) return null;
    if (press.alt) return way === "up" || way === "down" ? { do: "follow", way } : null;
    return press.shift ? { do: "nudge", way } : { do: "go", way };
  }
  if (press.alt) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.ctrl) {
    if (key === "Enter") return { do: "open" };
    if (key === "a") return { do: "all" };
    return null;
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
      return { do: "select" };
    case "f":
      return { do: "throughline" };
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
