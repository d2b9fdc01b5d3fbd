/* The rules explained, fetched once for each language. */
import type { RuleWords } from "../panels/desk.tsx";
import type { Session } from "./session.ts";

const NONE: ReadonlyMap<string, RuleWords> = new Map();

export function useRules(_session: Session, _lang: string): ReadonlyMap<string, RuleWords> {
  return NONE;
}
