/* What a step of the history is called, in words: “add objective “…””. */
import type { Label } from "../api/index.ts";
import type { Words } from "../words/index.ts";

export function stepWords(words: Words, label: Label): string {
  if (label.count > 1)
    return words.say("step.many", { verb: label.verb, count: label.count, title: label.title });
  return words.say(`step.${label.verb}`, { kind: label.kind ?? "none", title: label.title });
}
