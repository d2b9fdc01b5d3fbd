/*
 * Which links may be drawn between two elements, why the natural one may not, and what may stand instead. Pure; the
 * words for a refusal come from outside. A contribution runs from a lower rung of the chain to a higher one; in time,
 * what comes later waits for what it is drawn from.
 */
import { joins } from "../model/kinds";
import { rankOf } from "./kinds";
import type { CardKind, SceneLinkKind } from "./scene";

export type Refusal = "nothing_there" | "itself" | "same_rung" | "already_linked";

export interface End {
  readonly id: string;
  readonly kind: CardKind;
}

/** A link that may be drawn. */
export interface Offer {
  readonly kind: SceneLinkKind;
  readonly from: string;
  readonly to: string;
}

/**
 * `flip`: the gesture ran from the higher card to the lower one; the link is legal the other way round and
 * `from` and `to` are already exchanged. `offers` are the kinds that may stand where the natural one may not.
 */
export type Verdict =
  | ({ readonly verdict: "legal" | "flip" } & Offer)
  | { readonly verdict: "refused"; readonly reason: Refusal; readonly offers: readonly Offer[] };

/** Whether a link of a kind stands already from one card to another. */
export type Linked = (kind: SceneLinkKind, from: string, to: string) => boolean;

/** Kinds that join two cards, in the order in which they are mostly meant. */
const KINDS: readonly SceneLinkKind[] = [
  "contribution",
  "depends_on",
  "part_of",
  "because",
  "conflicts_with",
];

export function judge(from: End, to: End | null, linked: Linked): Verdict {
  if (to === null) return { verdict: "refused", reason: "nothing_there", offers: [] };
  if (from.id === to.id) return { verdict: "refused", reason: "itself", offers: [] };
  const a = rankOf(from.kind);
  const b = rankOf(to.kind);
  const offers = (): Offer[] => offersOf(from, to, linked).filter((it) => it.kind !== "contribution");
  if (a === b) return { verdict: "refused", reason: "same_rung", offers: offers() };
  const [low, high] = a > b ? [from, to] : [to, from];
  if (linked("contribution", low.id, high.id))
    return { verdict: "refused", reason: "already_linked", offers: offers() };
  return { verdict: a > b ? "legal" : "flip", kind: "contribution", from: low.id, to: high.id };
}

/** As `judge`, where the gesture runs through time: from the end of work to other work, which waits for it. */
export function judgeInTime(first: End, then: End | null, linked: Linked): Verdict {
  if (then === null || first.id === then.id || !joins("depends_on", then.kind, first.kind))
    return judge(first, then, linked);
  // Of two that wait for each other neither would ever begin.
  const waits = linked("depends_on", then.id, first.id) || linked("depends_on", first.id, then.id);
  if (!waits) return { verdict: "legal", kind: "depends_on", from: then.id, to: first.id };
  const offers = offersOf(then, first, linked).filter((it) => it.kind !== "depends_on");
  return { verdict: "refused", reason: "already_linked", offers };
}

/**
 * Every link that may stand between two cards and does not yet. Each kind once, the way it was drawn where that is
 * legal, else the other way round.
 */
export function offersOf(from: End, to: End, linked: Linked): Offer[] {
  const offers: Offer[] = [];
  if (from.id === to.id) return offers;
  for (const kind of KINDS) {
    // Parts form a tree and a conflict is the same from both ends: one of either is enough.
    const either = kind === "part_of" || kind === "conflicts_with";
    if (either && (linked(kind, from.id, to.id) || linked(kind, to.id, from.id))) continue;
    for (const [low, high] of [
      [from, to],
      [to, from],
    ] as const) {
      if (!joins(kind, low.kind, high.kind) || linked(kind, low.id, high.id)) continue;
      offers.push({ kind, from: low.id, to: high.id });
      break;
    }
  }
  return offers;
}
