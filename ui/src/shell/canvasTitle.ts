/* What a canvas is called: by its title, or by its kind where it has none. */
import type { Canvas } from "../api/index.ts";
import type { Words } from "../words/index.ts";

export function canvasTitle(words: Words, { title, kind }: Pick<Canvas, "title" | "kind">): string {
  return title === "" ? words.say(`canvas.kind.${kind}`) : title;
}
