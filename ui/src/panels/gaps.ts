/*
 * Words that stand where a value should: each tells why there is none. Typed or pasted here, they are kept as that
 * reason. The same words as an import knows, but for those that could be a value.
 */
import type { Gap, Maybe, Reason } from "../api/bindings.ts";
import { folded } from "../model/search.ts";

export const REASONS: readonly Reason[] = ["withheld", "not_reported", "not_required", "unknown"];

const WORDS: Readonly<Record<Reason, readonly string[]>> = {
  withheld: [
    "nfp",
    "not for publication",
    "not published",
    "withheld",
    "exempt",
    "confidential",
    "commercial in confidence",
    "redacted",
    "confidentiel",
    "confidentielle",
    "non divulgue",
    "non publie",
    "non communicable",
  ],
  not_required: [
    "n/a",
    "na",
    "not applicable",
    "not required",
    "ongoing",
    "sans objet",
    "s/o",
    "s.o.",
    "so",
    "non applicable",
    "non requis",
  ],
  not_reported: [
    "not reported",
    "not provided",
    "not available",
    "not disclosed",
    "unavailable",
    "no data",
    "nr",
    "nc",
    "n/c",
    "nd",
    "n/d",
    "non communique",
    "non renseigne",
    "non fourni",
    "non disponible",
    "indisponible",
  ],
  unknown: [
    "tbd",
    "tba",
    "tbc",
    "to be determined",
    "to be defined",
    "to be confirmed",
    "unknown",
    "not known",
    "?",
    "a definir",
    "a determiner",
    "a preciser",
    "a confirmer",
    "inconnu",
    "inconnue",
    "en attente",
    "en cours",
  ],
};

const REASON_OF = new Map(REASONS.flatMap((reason) => WORDS[reason].map((word) => [word, reason] as const)));

/** The reason that a text gives, or `null` when it is a value like any other. */
export function readGap(text: string): Gap | null {
  const tidy = text.trim();
  const reason = REASON_OF.get(folded(tidy).replaceAll(/\s+/g, " "));
  return reason === undefined ? null : { reason, said: tidy };
}

/** Why there is no value, when somebody said. */
export function gapOf<T>(field: Maybe<T> | null): Gap | null {
  return field?.missing ?? null;
}
