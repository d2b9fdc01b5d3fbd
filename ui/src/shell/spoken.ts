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
  // The outline beside a canvas is not the view.
  const canvas = [...document.querySelectorAll<HTMLElement>(CANVAS)].find(
    (it) => it.closest(".side") === null,
  );
  if (canvas !== undefined && document.activeElement === canvas) toInspector();
  else canvas?.focus({ preventScroll: true });
}

/** The outline beside the canvas takes the keyboard as soon as it stands there; where it has gone, the canvas does. */
export function toOutline(): void {
  // What asked for it may be a list over the page, which gives the keyboard back first.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const grid = document.querySelector<HTMLElement>(".side [role=treegrid]");
      if (grid !== null) grid.focus({ preventScroll: true });
      else if (document.activeElement === document.body) crossOver();
    }),
  );
}
