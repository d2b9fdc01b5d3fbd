/* What a key means in the grid while no cell is being edited. Pure; the grid carries it out. */

export type Intent =
  /** `extend` reaches further with the range of cells. */
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
  | { readonly type: "fillDown" }
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
    case "ArrowUp": {
      const end = pressed.key === "ArrowDown";
      return command
        ? { type: "edge", axis: "row", end, extend }
        : { type: "move", rows: end ? 1 : -1, columns: 0, extend };
    }
    case "ArrowRight":
    case "ArrowLeft": {
      const end = pressed.key === "ArrowRight";
      if (onGroup) return { type: "fold", open: end };
      return command
        ? { type: "edge", axis: "column", end, extend }
        : { type: "move", rows: 0, columns: end ? 1 : -1, extend };
    }
    case "Home":
    case "End":
      return { type: "edge", axis: command ? "row" : "column", end: pressed.key === "End", extend };
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
      break;
    case "d":
    case "D":
      if (command && !extend) return { type: "fillDown" };
  }
  const writes = !command && !pressed.altKey && [...pressed.key].length === 1;
  return writes && !onGroup ? { type: "edit", text: pressed.key } : null;
}
