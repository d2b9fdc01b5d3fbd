/*
 * The kinds of card: order in the chain, level, and the band each one lives in.
 * One table; policy, projection and drawing read it, nothing else decides about order.
 */
import type { CardKind, Level } from "./scene";

interface KindFacts {
  /** Position in the chain from driver (0) to ground (7). */
  readonly rank: number;
  readonly level: Level;
}

export const KINDS: Readonly<Record<CardKind, KindFacts>> = {
  driver: { rank: 0, level: 1 },
  priority: { rank: 1, level: 2 },
  objective: { rank: 2, level: 2 },
  outcome: { rank: 3, level: 3 },
  change: { rank: 4, level: 3 },
  capability: { rank: 5, level: 4 },
  initiative: { rank: 6, level: 5 },
  system: { rank: 7, level: 6 },
  team: { rank: 7, level: 6 },
};

/** The bands of the map from top to bottom; a band belongs to exactly one lane. */
export const BANDS: readonly { readonly level: Level; readonly kind: CardKind }[] = [
  { level: 1, kind: "driver" },
  { level: 2, kind: "priority" },
  { level: 2, kind: "objective" },
  { level: 3, kind: "outcome" },
  { level: 3, kind: "change" },
  { level: 4, kind: "capability" },
  { level: 5, kind: "initiative" },
  { level: 6, kind: "system" },
  { level: 6, kind: "team" },
];

export const LEVELS: readonly Level[] = [1, 2, 3, 4, 5, 6];

export function rankOf(kind: CardKind): number {
  return KINDS[kind].rank;
}

export function isCardKind(kind: string): kind is CardKind {
  return Object.hasOwn(KINDS, kind);
}

/** Steps that a line must not pass over: without them nobody can say what the work is good for. */
const NECESSARY: readonly CardKind[] = ["objective", "outcome", "change"];

/** The necessary steps that a contribution between two kinds passes over, from the top; a leap has some. */
export function skippedSteps(from: CardKind, to: CardKind): CardKind[] {
  return NECESSARY.filter((kind) => rankOf(kind) > rankOf(to) && rankOf(kind) < rankOf(from));
}
