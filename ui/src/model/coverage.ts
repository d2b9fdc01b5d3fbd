/*
 * Which rules could say anything, and what keeps the others silent. A rule decided when it found something, or when it
 * met nothing that it could not judge; the program counts the same on a snapshot. Pure.
 */
import type { Family, Finding, RuleSetting } from "../api/bindings.ts";

export interface Coverage {
  readonly rules: number;
  readonly decided: number;
  /** Codes of the rules that found data missing wherever they looked. */
  readonly undecided: readonly string[];
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
  family: Family | null = null,
): Coverage {
  const violated = new Set<string>();
  const silent = new Set<string>();
  for (const { code, result } of findings) (result === "violated" ? violated : silent).add(code);
  const codes = [...rules]
    .filter((rule) => family === null || rule.family === family)
    .filter(({ code }) => settings[code]?.off !== true)
    .map(({ code }) => code);
  const undecided = codes.filter((code) => silent.has(code) && !violated.has(code));
  return { rules: codes.length, decided: codes.length - undecided.length, undecided };
}

/** One sort of data that is missing, wherever it is. */
export interface Gap {
  /** As the rules call it, without the elements it is missing on: “budget”. */
  readonly datum: string;
  /** Titles of the elements that it is missing on. */
  readonly titles: readonly string[];
  /** Codes of the rules that cannot tell for want of it. */
  readonly codes: readonly string[];
  readonly findings: readonly Finding[];
}

/** What is missing, that which silences most rules first. */
export function gapsOf(findings: readonly Finding[]): Gap[] {
  const gaps = new Map<string, { titles: Set<string>; codes: Set<string>; findings: Finding[] }>();
  for (const finding of findings) {
    if (finding.result !== "cannot_tell") continue;
    for (const text of finding.missing) {
      const { datum, titles } = datumOf(text);
      const gap = gaps.get(datum) ?? { titles: new Set(), codes: new Set(), findings: [] };
      gaps.set(datum, gap);
      const named = titles.length > 0 ? titles : [finding.subject?.title ?? ""];
      for (const title of named) if (title !== "") gap.titles.add(title);
      gap.codes.add(finding.code);
      if (gap.findings.at(-1) !== finding) gap.findings.push(finding);
    }
  }
  return [...gaps]
    .map(([datum, { titles, codes, findings }]) => ({
      datum,
      titles: [...titles],
      codes: [...codes].sort(),
      findings,
    }))
    .sort((a, b) => b.codes.length - a.codes.length || b.findings.length - a.findings.length);
}

const QUOTED = /“([^”]*)”|«\s*([^»]*?)\s*»/g;

/** “budget of “Harbour app”” is a budget, and what has none is the harbour app. */
export function datumOf(text: string): { datum: string; titles: string[] } {
  const titles: string[] = [];
  const bare = text.replace(QUOTED, (_, english?: string, french?: string) => {
    titles.push(english ?? french ?? "");
    return "…";
  });
  return { datum: bare.replace(/ (?:of|de(?: la \p{L}+)?) …$/u, "").trim(), titles };
}
