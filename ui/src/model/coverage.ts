/*
 * Which rules found something, and what keeps others silent. A rule that did neither holds or met nothing to judge: from
 * here the two cannot be told apart, so nothing is said of what could be decided. Pure.
 */
import type { Family, Finding, RuleSetting } from "../api/bindings.ts";

export interface Coverage {
  readonly rules: number;
  /** How many found something. */
  readonly found: number;
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
  return { rules: codes.length, found: codes.filter((code) => violated.has(code)).length, undecided };
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

/**
 * What is missing, that which silences most rules first. What is quoted is a title only where an element bears it: a
 * report may be quoted too, by the word of its rating.
 */
export function gapsOf(findings: readonly Finding[], isTitle: (text: string) => boolean): Gap[] {
  const gaps = new Map<string, { titles: Set<string>; codes: Set<string>; findings: Finding[] }>();
  for (const finding of findings) {
    if (finding.result !== "cannot_tell") continue;
    for (const text of finding.missing) {
      const { datum, titles } = datumOf(text, isTitle);
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
function datumOf(text: string, isTitle: (text: string) => boolean): { datum: string; titles: string[] } {
  const titles: string[] = [];
  const bare = text.replace(QUOTED, (_, english?: string, french?: string) => {
    const quoted = english ?? french ?? "";
    if (!isTitle(quoted)) return "";
    titles.push(quoted);
    return "…";
  });
  return { datum: bare.replace(/ (?:of|de(?: la \p{L}+)?) …$/u, "").trim(), titles };
}
