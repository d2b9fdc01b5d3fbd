/*
 * Which rules found something, which hold, which had nothing to look at, and what keeps others from telling. Pure.
 */
import type {
  ElementKind,
  Family,
  Finding,
  IdleRule,
  Lack,
  Missing,
  Named,
  RuleSetting,
  Way,
} from "../api/bindings.ts";

export interface Coverage {
  readonly rules: number;
  /** How many found something. */
  readonly found: number;
  /** Codes of the rules that looked and found nothing wrong. */
  readonly holds: readonly string[];
  /** Codes of the rules that found data missing wherever they looked. */
  readonly undecided: readonly string[];
  /** The rules that had nothing to look at. */
  readonly idle: readonly IdleRule[];
}

interface Rule {
  readonly code: string;
  readonly family: Family;
}

/** The coverage of all rules that are run, or of those of one family. */
export function coverageOf(
  rules: Iterable<Rule>,
  findings: readonly Finding[],
  settings: Readonly<Record<string, RuleSetting>>,
  idle: readonly IdleRule[],
  family: Family | null = null,
): Coverage {
  const violated = new Set<string>();
  const silent = new Set<string>();
  for (const { code, result } of findings) (result === "violated" ? violated : silent).add(code);
  const codes = [...rules]
    .filter((rule) => family === null || rule.family === family)
    .filter(({ code }) => settings[code]?.off !== true)
    .map(({ code }) => code);
  const quiet = new Set(codes.filter((code) => !violated.has(code) && !silent.has(code)));
  const resting = idle.filter(({ code }) => quiet.has(code));
  for (const { code } of resting) quiet.delete(code);
  return {
    rules: codes.length,
    found: codes.filter((code) => violated.has(code)).length,
    holds: [...quiet].sort(),
    undecided: codes.filter((code) => silent.has(code) && !violated.has(code)).sort(),
    idle: resting,
  };
}

/** One sort of thing that is missing on elements of one kind. */
export interface Gap {
  readonly key: string;
  readonly way: Way;
  readonly field: Lack;
  /** `null` for what no element lacks: a source, a rate. */
  readonly kind: ElementKind | null;
  /** The elements that lack it. */
  readonly elements: readonly Named[];
  /** Codes of the rules that cannot tell for want of it. */
  readonly codes: readonly string[];
  readonly findings: readonly Finding[];
}

/** The ways to know more, the one that costs least first. */
export const WAYS: readonly Way[] = ["fill_in", "measure", "agree", "source", "ask"];

/** A gap while it is counted. */
interface Growing {
  readonly missing: Missing;
  readonly elements: Map<string, Named>;
  readonly codes: Set<string>;
  readonly findings: Finding[];
}

/** What is missing, by what one can do about it; what silences most rules first. */
export function gapsOf(findings: readonly Finding[]): Gap[] {
  const gaps = new Map<string, Growing>();
  for (const finding of findings) {
    if (finding.result !== "cannot_tell") continue;
    for (const missing of finding.missing) {
      const key = [missing.way, missing.field, missing.of?.kind ?? ""].join(".");
      const gap: Growing = gaps.get(key) ?? { missing, elements: new Map(), codes: new Set(), findings: [] };
      gaps.set(key, gap);
      if (missing.of !== null) gap.elements.set(missing.of.id, missing.of);
      gap.codes.add(finding.code);
      if (gap.findings.at(-1) !== finding) gap.findings.push(finding);
    }
  }
  return [...gaps]
    .map(([key, { missing, elements, codes, findings }]) => ({
      key,
      way: missing.way,
      field: missing.field,
      kind: missing.of?.kind ?? null,
      elements: [...elements.values()],
      codes: [...codes].sort(),
      findings,
    }))
    .sort(
      (a, b) =>
        WAYS.indexOf(a.way) - WAYS.indexOf(b.way) ||
        b.codes.length - a.codes.length ||
        b.findings.length - a.findings.length,
    );
}
