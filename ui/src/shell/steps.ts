/* What a step of the history is called, in words: “add objective “…””, “change “…” (owner)”. */
import type { Label } from "../api/index.ts";
import { isKey, type Words } from "../words/index.ts";

export function stepWords(words: Words, label: Label): string {
  const what =
    label.count > 1
      ? words.say("step.many", { verb: label.verb, count: label.count, title: label.title })
      : words.say(`step.${label.verb}`, { kind: label.kind ?? "none", title: label.title });
  const field = fieldWords(words, label.field ?? null);
  return field === null ? what : words.say("history.ofField", { what, field });
}

/**
 * As it is called within a sentence: in words of its own where those beside the field say nothing without it, as “For”. `null`
 * where the step names none, or one without words.
 */
function fieldWords(words: Words, field: string | null): string | null {
  const key = [`history.field.${field}`, `field.${field}`].find(isKey);
  if (key === undefined) return null;
  const name = words.say(key);
  return name.charAt(0).toLocaleLowerCase(words.lang) + name.slice(1);
}
