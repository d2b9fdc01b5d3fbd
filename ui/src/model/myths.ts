/*
 * Whether an organisation lives by a myth, as its rules saw it. A high finding is enough: the myth shows where it does
 * harm, not how often. A family of which no rule could decide tells nothing, which is not the same as a clean one. Pure.
 */
import type { Family, Finding, RuleSetting } from "../api/bindings.ts";
import { coverageOf } from "./coverage.ts";
import { markOf } from "./findings.ts";

export const MYTHS = ["why", "rituals", "progress", "tools", "agile"] as const satisfies readonly Family[];
export type Myth = (typeof MYTHS)[number];

/** `untold`: what would tell is missing. */
export type Judgement = "lived" | "partly" | "unseen" | "untold";

export interface Judged {
  readonly myth: Myth;
  readonly judgement: Judgement;
  /** What it rests on, also what somebody lives with: accepting a finding makes no myth untrue. */
  readonly findings: readonly Finding[];
  readonly rules: number;
  readonly decided: number;
  /** Questions that wait for data. */
  readonly waiting: readonly Finding[];
}

interface Rule {
  readonly code: string;
  readonly family: Family;
}

export function mythsOf(
  rules: readonly Rule[],
  findings: readonly Finding[],
  settings: Readonly<Record<string, RuleSetting>>,
  isEmpty: boolean,
): Judged[] {
  return MYTHS.map((myth) => {
    const own = findings.filter(({ family }) => family === myth);
    const violated = own.filter(({ result }) => result === "violated");
    const { rules: run, decided } = coverageOf(rules, findings, settings, myth);
    const judgement = judgementOf(violated, isEmpty || (rules.length > 0 && decided === 0));
    const waiting = own.filter(({ result }) => result === "cannot_tell");
    return { myth, judgement, findings: violated, rules: run, decided, waiting };
  });
}

function judgementOf(violated: readonly Finding[], tellsNothing: boolean): Judgement {
  if (violated.some(({ severity }) => markOf(severity) === "high")) return "lived";
  if (violated.length > 0) return "partly";
  return tellsNothing ? "untold" : "unseen";
}
