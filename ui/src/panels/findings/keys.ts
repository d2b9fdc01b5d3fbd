/* What a key means in the list of findings. Pure; letters are the same in both languages. */
import { PLACE_KEYS, PLACES, type Place } from "../places.ts";

export type Intent =
  | { readonly does: "go"; readonly by: number }
  | { readonly does: "first" | "last" | "open" | "close" | "enter" | "fix" | "accept" | "explain" }
  | { readonly does: "judge"; readonly verdict: "useful" | "noise" }
  | { readonly does: "show"; readonly place: Place };

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const LETTERS = new Map(PLACES.map((place) => [PLACE_KEYS[place].toLowerCase(), place]));

/** `page` is how many lines a page has; `onRow` whether the row itself has the keyboard and none of its buttons. */
export function intentOf(press: Press, page: number, onRow: boolean): Intent | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  switch (press.key) {
    case "ArrowDown":
      return { does: "go", by: 1 };
    case "ArrowUp":
      return { does: "go", by: -1 };
    case "PageDown":
      return { does: "go", by: page };
    case "PageUp":
      return { does: "go", by: -page };
    case "Home":
      return { does: "first" };
    case "End":
      return { does: "last" };
    case "ArrowRight":
      return { does: "open" };
    case "ArrowLeft":
      return { does: "close" };
    case "Enter":
      return onRow ? { does: "enter" } : null;
  }
  const letter = press.key.toLowerCase();
  switch (letter) {
    case "f":
      return { does: "fix" };
    case "a":
      return { does: "accept" };
    case "e":
      return { does: "explain" };
    case "u":
      return { does: "judge", verdict: "useful" };
    case "n":
      return { does: "judge", verdict: "noise" };
  }
  const place = LETTERS.get(letter);
  return place === undefined ? null : { does: "show", place };
}
