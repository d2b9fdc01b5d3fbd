/* The rules explained, fetched once for each language. */
import { useEffect, useState } from "react";
import type { RuleWords } from "../panels/desk.tsx";
import type { Session } from "./session.ts";

const NONE: ReadonlyMap<string, RuleWords> = new Map();

/** By code; empty until the host has answered. Without them findings still speak for themselves. */
export function useRules(session: Session, lang: string): ReadonlyMap<string, RuleWords> {
  const [rules, setRules] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the host answers in the language that is in force.
  useEffect(() => {
    let wanted = true;
    void session.attempt(session.host.ruleCatalog()).then((texts) => {
      if (wanted && texts !== null) setRules(new Map(texts.map((rule) => [rule.code, rule])));
    });
    return () => {
      wanted = false;
    };
  }, [session, lang]);
  return rules;
}
