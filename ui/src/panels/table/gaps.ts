/* Words that stand where a value should: each tells why there is none. Typed here, they are kept as that reason. */
import type { Gap, Maybe, Reason } from "../../api/bindings.ts";

const WORDS: readonly (readonly [Reason, RegExp])[] = [
  ["withheld", /^(nfp|withheld|exempt|confidential|not for publication|confidentiel|non divulgu[ée])$/],
  ["not_required", /^(n\/a|na|not applicable|not required|sans objet|non requis|so|s\.o\.)$/],
  [
    "not_reported",
    /^(not reported|unavailable|not provided|non renseign[ée]|non communiqu[ée]|nr|indisponible)$/,
  ],
  ["unknown", /^(tbd|tbc|unknown|\?|ongoing|inconnue?|[àa] d[ée]finir|[àa] pr[ée]ciser|en cours)$/],
];

/** The reason that a text gives, or `null` when it is a value like any other. */
export function readGap(text: string): Gap | null {
  const tidy = text.trim();
  const low = tidy.toLowerCase();
  const reason = WORDS.find(([, pattern]) => pattern.test(low))?.[0];
  return reason === undefined ? null : { reason, said: tidy };
}

/** Why there is no value, when somebody said. */
export function gapOf<T>(field: Maybe<T> | null): Gap | null {
  return field?.missing ?? null;
}
