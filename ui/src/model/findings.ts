/*
 * Findings as a person reads them: by family, then by rule, so that one cause met ninety times is one line.
 */
import type { Family, Finding, Severity } from "../api/bindings.ts";

export const FAMILIES: readonly Family[] = [
  "why",
  "rituals",
  "progress",
  "tools",
  "agile",
  "visible",
  "common",
  "ground",
  "value",
  "own",
];

export const SEVERITIES: readonly Severity[] = ["blocker", "high", "medium", "low", "info"];

/** Blocker is 0. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** The mark that a severity is drawn with. */
export function markOf(severity: Severity): "high" | "medium" | "low" {
  if (severity === "blocker" || severity === "high") return "high";
  return severity === "medium" ? "medium" : "low";
}

/** What is told once of the portfolio as a whole is accepted for it under the name of its settings. */
export const WHOLE = "settings";

/** What a finding is accepted for. */
export function acceptedFor({ subject }: Pick<Finding, "subject">): string {
  return subject?.id ?? WHOLE;
}

/** The heaviest first, as the rules themselves tell them; everything else equal, by key. */
export function byWeight(a: Finding, b: Finding): number {
  const most = (it: Finding) => Math.max(0, ...it.money.map((money) => Number(money.amount)));
  return (
    severityRank(a.severity) - severityRank(b.severity) ||
    Number(a.result === "cannot_tell") - Number(b.result === "cannot_tell") ||
    FAMILIES.indexOf(a.family) - FAMILIES.indexOf(b.family) ||
    compare(a.code, b.code) ||
    (b.weight ?? 0) - (a.weight ?? 0) ||
    most(b) - most(a) ||
    compare(a.key, b.key)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Findings that name an element as subject, or else as related. */
export function findingsOf(findings: readonly Finding[], id: string): Finding[] {
  return findings.filter(
    (finding) => finding.subject?.id === id || finding.related.some((it) => it.id === id),
  );
}
