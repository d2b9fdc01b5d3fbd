/* The rules explained, in the language and with the thresholds that are in force. */
import { useEffect, useState } from "react";
import type { Settings } from "../api/bindings.ts";
import type { RuleWords } from "../panels/desk.tsx";
import type { Session } from "./session.ts";

const NONE: ReadonlyMap<string, RuleWords> = new Map();

/** By code; empty until the host has answered. Without them findings still speak for themselves. */
export function useRules(session: Session, lang: string, settings: Settings): ReadonlyMap<string, RuleWords> {
  const [rules, setRules] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the host answers by the language and the settings that are in force.
  useEffect(() => {
    let wanted = true;
    void session.attempt(session.host.ruleCatalog()).then((texts) => {
      if (wanted && texts !== null) setRules(new Map(texts.map((rule) => [rule.code, rule])));
    });
    return () => {
      wanted = false;
    };
  }, [session, lang, settings.rules]);
  return rules;
}
