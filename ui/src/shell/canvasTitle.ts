/* What a canvas is called: by its title, or by its kind where it has none; and what a new one would be called. */
import type { Canvas, CanvasKind } from "../api/index.ts";
import type { Words } from "../words/index.ts";

export function canvasTitle(words: Words, { title, kind }: Pick<Canvas, "title" | "kind">): string {
  return title === "" ? words.say(`canvas.kind.${kind}`) : title;
}

/** The name of a kind, with a number where canvases have that name already. */
export function freeTitle(words: Words, kind: CanvasKind, others: Iterable<Canvas>): string {
  const taken = new Set([...others].map((it) => canvasTitle(words, it).trim().toLocaleLowerCase()));
  const name = words.say(`canvas.kind.${kind}`);
  for (let number = 1; ; number += 1) {
    const title = number === 1 ? name : words.say("canvas.numbered", { name, number });
    if (!taken.has(title.toLocaleLowerCase())) return title;
  }
}
