/* What a key means in the grid while no cell is being edited. Pure; the grid carries it out. */

export type Intent =
  | { readonly type: "move"; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | {
      readonly type: "edge";
      readonly axis: "row" | "column";
      readonly end: boolean;
      readonly extend: boolean;
    }
  | { readonly type: "page"; readonly down: boolean; readonly extend: boolean }
  /** Tab within the grid leaves it, so that a keyboard never gets caught. */
  | { readonly type: "act" }
  | { readonly type: "edit"; readonly text: string | null }
  | { readonly type: "select"; readonly extend: boolean }
  | { readonly type: "selectAll" }
  | { readonly type: "clear" }
  | { readonly type: "remove" }
  | { readonly type: "letGo" }
  | { readonly type: "fold"; readonly open: boolean };

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export function intentOf(pressed: Pressed, onGroup: boolean): Intent | null {
  const command = pressed.ctrlKey || pressed.metaKey;
  const extend = pressed.shiftKey;
  switch (pressed.key) {
    case "ArrowDown":
      return { type: "move", rows: 1, columns: 0, extend };
    case "ArrowUp":
      return { type: "move", rows: -1, columns: 0, extend };
    case "ArrowRight":
      return onGroup ? { type: "fold", open: true } : { type: "move", rows: 0, columns: 1, extend: false };
    case "ArrowLeft":
      return onGroup ? { type: "fold", open: false } : { type: "move", rows: 0, columns: -1, extend: false };
    case "Home":
      return { type: "edge", axis: command ? "row" : "column", end: false, extend: extend && command };
    case "End":
      return { type: "edge", axis: command ? "row" : "column", end: true, extend: extend && command };
    case "PageDown":
      return { type: "page", down: true, extend };
    case "PageUp":
      return { type: "page", down: false, extend };
    case "Enter":
      return { type: "act" };
    case "F2":
      return { type: "edit", text: null };
    case " ":
      return { type: "select", extend };
    case "Escape":
      return { type: "letGo" };
    case "Delete":
    case "Backspace":
      return command ? { type: "remove" } : { type: "clear" };
    case "a":
    case "A":
      if (command) return { type: "selectAll" };
  }
  const writes = !command && !pressed.altKey && [...pressed.key].length === 1;
  return writes && !onGroup ? { type: "edit", text: pressed.key } : null;
}
