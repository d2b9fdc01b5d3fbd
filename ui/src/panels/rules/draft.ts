/* A rule while it is being written: a new one, its code and its name. */
import type { OwnRule } from "../../api/bindings.ts";
import { newId } from "../../model/id.ts";

/** The first code that no rule has. */
export function freeCode(rules: Iterable<OwnRule>): string {
  const taken = new Set([...rules].map((rule) => rule.code));
  for (let number = 1; number < 1000; number += 1) {
    const code = `X${String(number).padStart(3, "0")}`;
    if (!taken.has(code)) return code;
  }
  return "X999";
}

/** A name in kebab case made of a title: “No owner!” becomes `no-owner`. */
export function nameOf(title: string): string {
  const plain = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return words.join("-").slice(0, 60).replace(/-+$/, "") || "own-rule";
}

export function newRule(rules: Iterable<OwnRule>, message: string): OwnRule {
  return {
    id: newId(),
    code: freeCode(rules),
    name: "own-rule",
    title: "",
    applies_to: "initiative",
    when: "",
    message,
    evidence: "",
    advice: "",
    severity: "medium",
    written_by: "",
    off: false,
  };
}
