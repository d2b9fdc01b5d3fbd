/*
 * What was done to a canvas, in a sentence for those who do not see it, and the way of the keyboard between a canvas and
 * what is known of its elements.
 */
import type { Offer } from "../canvas/index.ts";
import type { Portfolio } from "../model/portfolio.ts";
import { nameOf } from "../panels/words.ts";
import type { Words } from "../words/index.ts";

/** A link that was made, by its two ends. */
export function linkWords(words: Words, portfolio: Portfolio, { kind, from, to }: Offer): string {
  const what = words.say("map.linkOffer", {
    from: nameOf(words, portfolio, from),
    link: words.say(`map.offer.${kind}`),
    to: nameOf(words, portfolio, to),
  });
  return words.say("spoken.linked", { what });
}

/** What stands beside the canvas takes the keyboard, at its title: as soon as it shows what was selected. */
export function toInspector(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(".insp textarea");
    (field ?? document.querySelector<HTMLElement>(".insp :is(button, input, [tabindex='0'])"))?.focus();
  });
}

const CANVAS = ".views :is(.tl-canvas-surface, [role=treegrid])";

/** From the canvas or the outline to the inspector; from anywhere else to the canvas, which is found as it was left. */
export function crossOver(): void {
  if (document.activeElement?.matches(CANVAS) === true) toInspector();
  else document.querySelector<HTMLElement>(CANVAS)?.focus({ preventScroll: true });
}
