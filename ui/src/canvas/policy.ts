/*
 * Which contributions may be drawn, and why not. Pure; the words for a refusal come from outside.
 * A contribution runs from a lower rung of the chain to a higher one.
 */
import { rankOf } from "./kinds";
import type { CardKind } from "./scene";

export type Refusal = "nothing_there" | "itself" | "same_rung" | "already_linked";

export interface End {
  readonly id: string;
  readonly kind: CardKind;
}

/**
 * `flip`: the gesture ran from the higher card to the lower one; the link is legal the other way round and
 * `from` and `to` are already exchanged.
 */
export type Verdict =
  | { readonly verdict: "legal"; readonly from: string; readonly to: string }
  | { readonly verdict: "flip"; readonly from: string; readonly to: string }
  | { readonly verdict: "refused"; readonly reason: Refusal };

export function judge(from: End, to: End | null, linked: (from: string, to: string) => boolean): Verdict {
  if (to === null) return { verdict: "refused", reason: "nothing_there" };
  if (from.id === to.id) return { verdict: "refused", reason: "itself" };
  const a = rankOf(from.kind);
  const b = rankOf(to.kind);
  if (a === b) return { verdict: "refused", reason: "same_rung" };
  const [low, high] = a > b ? [from, to] : [to, from];
  if (linked(low.id, high.id)) return { verdict: "refused", reason: "already_linked" };
  return { verdict: a > b ? "legal" : "flip", from: low.id, to: high.id };
}
