/*
 * What comes of a link that is drawn, whatever it is drawn on: the note beside it, and at its end the link itself, the
 * question which of several is meant, or a word why there is none.
 */
import type { Offer, Verdict } from "./policy";
import type { LinkWords } from "./words";

/** What is said about a link that would end here. */
export function noteFor(words: LinkWords, verdict: Verdict): string {
  if (verdict.verdict !== "refused") return verdict.verdict === "flip" ? words.flipped : "";
  const [first] = verdict.offers;
  const refusal = words.refusal(verdict.reason);
  return first === undefined ? refusal : words.offered(refusal, first.kind, verdict.offers.length);
}

/** Whether something may come of it: the link itself, or another in its stead. */
export function isOpen(verdict: Verdict): boolean {
  return verdict.verdict !== "refused" || verdict.offers.length > 0;
}

export interface Settling {
  readonly words: LinkWords;
  say(text: string): void;
  connect(link: Offer): void;
  ask(offers: readonly Offer[]): void;
}

/** True when a link was made or is asked for. `chosen` are the kinds to choose from where the natural one is legal too. */
export function settle(verdict: Verdict, chosen: readonly Offer[], to: Settling): boolean {
  const refused = verdict.verdict === "refused";
  const offers = chosen.length > 0 ? chosen : refused ? verdict.offers : [];
  if (refused) to.say(noteFor(to.words, verdict));
  if (offers.length > 0) to.ask(offers);
  else if (!refused) to.connect({ kind: verdict.kind, from: verdict.from, to: verdict.to });
  return offers.length > 0 || !refused;
}
