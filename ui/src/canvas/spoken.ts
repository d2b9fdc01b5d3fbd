/* A card in one sentence, with how many links it has in each direction: what a screen reader hears. */
import type { SceneCard } from "./scene";
import type { Stage } from "./stage";
import type { CanvasWords } from "./words";

interface Spoken {
  readonly words: CanvasWords;
  readonly up: number;
  readonly down: number;
  readonly passes: boolean;
  readonly text: string;
}

/** A card that says the same is the same object, and writing its sentence takes longer than drawing it. */
const known = new WeakMap<SceneCard, Spoken>();

export function spokenCard(stage: Stage, i: number): string {
  const { space, words } = stage;
  const card = space.card(i);
  if (card === undefined) return "";
  let up = 0;
  let down = 0;
  for (const l of space.linksOf(i)) {
    if (space.from[l] === i) up += 1;
    else down += 1;
  }
  const passes = space.scene.passing?.has(card.id) ?? true;
  const before = known.get(card);
  if (before?.words === words && before.up === up && before.down === down && before.passes === passes)
    return before.text;
  const text = words.card(card, up, down, passes);
  known.set(card, { words, up, down, passes, text });
  return text;
}
