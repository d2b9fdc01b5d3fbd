/* What a step of the history is called, in words: “add objective “…””, “change “…” (owner)”. */
import type { Label } from "../api/index.ts";
import { isKey, type Key, type Words } from "../words/index.ts";

/** Fields whose words stand elsewhere. */
const ELSEWHERE: Readonly<Record<string, Key>> = {
  description: "inspector.description",
  options: "decision.options",
  premises: "decision.premises",
  sides: "decision.sides",
};

export function stepWords(words: Words, label: Label): string {
  const what =
    label.count > 1
      ? words.say("step.many", { verb: label.verb, count: label.count, title: label.title })
      : words.say(`step.${label.verb}`, { kind: label.kind ?? "none", title: label.title });
  const field = fieldWords(words, label.field ?? null);
  return field === null ? what : words.say("history.ofField", { what, field });
}

/** As it is called beside the field, within a sentence; `null` where the step names none, or one without words. */
function fieldWords(words: Words, field: string | null): string | null {
  if (field === null) return null;
  const key = ELSEWHERE[field] ?? `field.${field}`;
  if (!isKey(key)) return null;
  const name = words.say(key);
  return name.charAt(0).toLocaleLowerCase(words.lang) + name.slice(1);
}
