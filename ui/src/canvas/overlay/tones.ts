/*
 * The marks of the overlay card by card as numbers. Without an overlay the far view shows the ladder of evidence.
 */
import type { Scene } from "../scene";
import { toneOf, UNKNOWN_TONE } from "./overlay";

export function tonesOf({ cards, overlay }: Scene): Uint8Array {
  const tones = new Uint8Array(cards.length);
  cards.forEach((card, i) => {
    if (overlay === null) tones[i] = card.ladder ?? UNKNOWN_TONE;
    else tones[i] = toneOf(overlay.marks.get(card.id) ?? "none");
  });
  return tones;
}
