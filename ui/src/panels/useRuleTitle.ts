/* What a rule calls its fault over its findings: the rules of the program in the window's language, own rules as written. */
import { useCallback, useMemo } from "react";
import { useWords } from "../words/index.ts";
import { useDesk, useStore } from "./desk.tsx";
import { faultWords } from "./words.ts";

/** Gives the fault that a rule finds, by its code; its name in words while it is not known. */
export function useRuleTitle(): (code: string, name: string) => string {
  const words = useWords();
  const { rules } = useDesk();
  const written = useStore((state) => state.portfolio.ownRules);
  const own = useMemo(() => new Map([...written.values()].map((rule) => [rule.code, rule])), [written]);
  return useCallback(
    (code, name) => faultWords(words, rules.get(code) ?? own.get(code), name),
    [rules, own, words],
  );
}
