/* A card in one sentence, with how many links it has in each direction: what a screen reader hears. */
import type { Stage } from "./stage";

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
  return words.card(card, up, down, space.scene.passing?.has(card.id) ?? true);
}
