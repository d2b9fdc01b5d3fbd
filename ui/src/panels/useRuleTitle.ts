/* What a rule calls its fault over its findings: the rules of the program in the window's language, own rules as written. */
import { useCallback, useMemo } from "react";
import { useWords } from "../words/index.ts";
import { useDesk, useStore } from "./desk.tsx";
import { ruleName } from "./words.ts";

/** Gives the title of a rule by its code; its name in words where nothing has been titled. */
export function useRuleTitle(): (code: string, name: string) => string {
  const words = useWords();
  const { rules } = useDesk();
  const written = useStore((state) => state.portfolio.ownRules);
  const own = useMemo(
    () => new Map([...written.values()].map(({ code, title }) => [code, title])),
    [written],
  );
  return useCallback(
    (code, name) => {
      const title = rules.get(code)?.title ?? own.get(code) ?? "";
      return title === "" ? ruleName(words, name) : words.told(title);
    },
    [rules, own, words],
  );
}
