/*
 * What a key means in the outline while no title is edited: the treegrid's keys, and ours. Pure; the grid carries it
 * out. Letters that command do so only while no title is being spelled.
 */

export type Intent =
  | { readonly does: "step"; readonly by: 1 | -1; readonly extend: boolean }
  | { readonly does: "page"; readonly by: 1 | -1; readonly extend: boolean }
  | { readonly does: "edge"; readonly end: boolean; readonly extend: boolean; readonly far: boolean }
  /** Right opens or goes in, left folds or goes out; `cell` goes along the cells of the row. */
  | { readonly does: "right" | "left"; readonly cell: boolean }
  | { readonly does: "spell"; readonly letter: string }
  | { readonly does: "mark"; readonly extend: boolean }
  | { readonly does: "link"; readonly isDown: boolean }
  | {
      readonly does:
        | "openSiblings"
        | "act"
        | "rename"
        | "add"
        | "show"
        | "moveIn"
        | "moveOut"
        | "remove"
        | "accept"
        | "markAll"
        | "letGo"
        | "seek";
    };

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

interface Standing {
  /** A title is being spelled: every letter belongs to it. */
  readonly isSpelling: boolean;
  /** The row in force is a contribution that waits to be accepted. */
  readonly isProposed: boolean;
}

export function intentOf(pressed: Pressed, at: Standing): Intent | null {
  const mod = pressed.ctrlKey || pressed.metaKey;
  const extend = pressed.shiftKey;
  if (pressed.altKey) {
    if (mod || extend) return null;
    if (pressed.key === "ArrowRight") return { does: "moveIn" };
    return pressed.key === "ArrowLeft" ? { does: "moveOut" } : null;
  }
  switch (pressed.key) {
    case "ArrowDown":
      return { does: "step", by: 1, extend };
    case "ArrowUp":
      return { does: "step", by: -1, extend };
    case "ArrowRight":
      return { does: "right", cell: mod };
    case "ArrowLeft":
      return { does: "left", cell: mod };
    case "Home":
      return { does: "edge", end: false, extend, far: mod };
    case "End":
      return { does: "edge", end: true, extend, far: mod };
    case "PageDown":
      return { does: "page", by: 1, extend };
    case "PageUp":
      return { does: "page", by: -1, extend };
    case "Enter":
      return { does: mod ? "add" : extend ? "show" : "act" };
    case "Insert":
      return mod || extend ? null : { does: "add" };
    case "F2":
      return { does: "rename" };
    case "Delete":
    case "Backspace":
      return mod ? null : { does: "remove" };
    case " ":
      return at.isSpelling ? { does: "spell", letter: " " } : { does: "mark", extend };
    case "Escape":
      return { does: "letGo" };
    case "*":
      return { does: "openSiblings" };
    case "/":
      return { does: "seek" };
  }
  const letter = pressed.key.toLowerCase();
  if (mod) {
    if (letter === "a" && !extend) return { does: "markAll" };
    return letter === "f" && !extend ? { does: "seek" } : null;
  }
  if (!/^[\p{L}\p{N}]$/u.test(letter)) return null;
  if (!at.isSpelling) {
    if (letter === "l") return { does: "link", isDown: extend };
    if (letter === "a" && at.isProposed) return { does: "accept" };
  }
  return { does: "spell", letter };
}
