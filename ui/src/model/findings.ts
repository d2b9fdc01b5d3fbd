/*
 * Findings as a person reads them: by family, then by rule, so that one cause met ninety times is one line. Counts
 * and money are totals, never averages; currencies are never added to each other.
 */
import type { Family, Finding, Money, Severity } from "../api/bindings.ts";
import { total } from "./money.ts";

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

/**
 * Money and strategic points at stake in several findings. One subject counts once, however many findings it has. What
 * stands behind an objective or a source is the money of initiatives that may be named by themselves: subjects of
 * several kinds are not added up, the largest sum stands, so that never more is at stake than there is.
 */
export function atStake(findings: readonly Finding[]): { money: readonly Money[]; weight: number | null } {
  const byKind = new Map<string, Money[]>();
  const seen = new Set<string>();
  let weight: number | null = null;
  for (const finding of findings) {
    const subject = finding.subject?.id ?? finding.key;
    if (seen.has(subject)) continue;
    seen.add(subject);
    if (finding.weight !== null) weight = (weight ?? 0) + finding.weight;
    // A finding about the whole stands for itself.
    const kind = finding.subject?.kind ?? finding.key;
    byKind.set(kind, [...(byKind.get(kind) ?? []), ...finding.money]);
  }
  return { money: largest([...byKind.values()].map(total)), weight };
}

/** The largest amount of each currency. */
function largest(sums: readonly (readonly Money[])[]): Money[] {
  const byCurrency = new Map<string, Money>();
  for (const money of sums.flat()) {
    const other = byCurrency.get(money.currency);
    if (other === undefined || Number(other.amount) < Number(money.amount))
      byCurrency.set(money.currency, money);
  }
  return total([...byCurrency.values()]);
}

/** Findings that name an element as subject, or else as related. */
export function findingsOf(findings: readonly Finding[], id: string): Finding[] {
  return findings.filter(
    (finding) => finding.subject?.id === id || finding.related.some((it) => it.id === id),
  );
}
