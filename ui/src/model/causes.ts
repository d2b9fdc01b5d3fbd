/*
 * Findings by what they come from. A missing baseline trips several rules: its heaviest finding is the head, the others
 * follow from it. Heads of one rule are one cause, so that the same fault met ninety times is one line. Pure.
 */
import type { Element, Finding, Money, Severity } from "../api/bindings.ts";
import { severityRank } from "./findings.ts";
import { atStake } from "./stake.ts";

/** One root: the finding that is told, and those that go when it goes. */
export interface Root {
  readonly head: Finding;
  readonly follows: readonly Finding[];
}

/** What one rule found, as often as it found it. */
export interface Cause {
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** The heaviest first, what was called noise last. */
  readonly roots: readonly Root[];
  /** With all that follows. */
  readonly count: number;
  readonly money: readonly Money[];
  readonly weight: number | null;
  /** Nobody needs any of it. */
  readonly isNoise: boolean;
}

/** Roots in the order of their heads. Findings come the heaviest first, so the first of a cause is its head. */
export function rootsOf(findings: readonly Finding[]): Root[] {
  const byCause = new Map<string, { head: Finding; follows: Finding[] }>();
  const roots: { head: Finding; follows: Finding[] }[] = [];
  for (const finding of findings) {
    const known = finding.cause === null ? undefined : byCause.get(finding.cause);
    if (known !== undefined) {
      known.follows.push(finding);
      continue;
    }
    const root = { head: finding, follows: [] };
    roots.push(root);
    if (finding.cause !== null) byCause.set(finding.cause, root);
  }
  return roots;
}

/**
 * The causes of some roots, the heaviest first: by severity, then weight, then money, then how often. What is told once of
 * the portfolio as a whole is a cause of its own, so that it is never folded among what the same rule says of elements.
 */
export function causesOf(
  roots: readonly Root[],
  elements: ReadonlyMap<string, Element>,
  isNoise: (finding: Finding) => boolean = () => false,
): Cause[] {
  const alike = new Map<string, Root[]>();
  for (const root of roots) {
    const { code, key, subject } = root.head;
    const by = subject === null ? `once ${key}` : code;
    const same = alike.get(by);
    if (same === undefined) alike.set(by, [root]);
    else same.push(root);
  }
  return [...alike.values()].map((own) => causeOf(own, elements, isNoise)).sort(heaviest);
}

function causeOf(
  own: readonly Root[],
  elements: ReadonlyMap<string, Element>,
  isNoise: (finding: Finding) => boolean,
): Cause {
  const roots = [...own].sort(
    (a, b) =>
      Number(isNoise(a.head)) - Number(isNoise(b.head)) ||
      severityRank(a.head.severity) - severityRank(b.head.severity) ||
      (b.head.weight ?? 0) - (a.head.weight ?? 0) ||
      most(b.head.money) - most(a.head.money),
  );
  const all = roots.flatMap((root) => [root.head, ...root.follows]);
  const first = roots[0]?.head;
  return {
    code: first?.code ?? "",
    name: first?.name ?? "",
    severity: first?.severity ?? "info",
    roots,
    count: all.length,
    isNoise: first !== undefined && isNoise(first),
    ...atStake(all, elements),
  };
}

function heaviest(a: Cause, b: Cause): number {
  return (
    Number(a.isNoise) - Number(b.isNoise) ||
    severityRank(a.severity) - severityRank(b.severity) ||
    (b.weight ?? 0) - (a.weight ?? 0) ||
    most(b.money) - most(a.money) ||
    b.count - a.count ||
    (a.code < b.code ? -1 : 1)
  );
}

/** Only to sort by: never shown, so comparing currencies harms nobody. */
function most(money: readonly Money[]): number {
  return Math.max(0, ...money.map(({ amount }) => Number(amount)));
}
