/*
 * The list of findings from top to bottom: heads of groups, causes, findings, and what follows from a finding that was
 * opened. A cause of a few findings shows them at once, one of many is a line that opens. Pure.
 */
import type { Element, Family, Finding, Money, Severity } from "../../api/bindings.ts";
import { type Cause, causesOf, type Root, rootsOf } from "../../model/causes.ts";
import { daysBetween } from "../../model/day.ts";
import { FAMILIES, severityRank } from "../../model/findings.ts";
import { atStake } from "../../model/stake.ts";
import type { By, Settings } from "./kept.ts";

/** Up to this many findings of one rule are shown at once; more fold. */
const AT_ONCE = 2;
/** Causes to begin with. */
const FIRST = 5;
/** What is said of the portfolio as a whole is nobody's alone. */
const WHOLE = "whole";

export interface Group {
  /** `first`, `rest`, `whole`, a family, or `owner:` and a name. */
  readonly id: string;
  readonly family: Family | null;
  readonly causes: readonly Cause[];
  readonly count: number;
  readonly severities: Readonly<Partial<Record<Severity, number>>>;
  readonly money: readonly Money[];
  readonly weight: number | null;
}

export type Line =
  | { readonly type: "group"; readonly key: string; readonly group: Group }
  | {
      readonly type: "cause";
      readonly key: string;
      readonly cause: Cause;
      readonly isOpen: boolean;
    }
  | {
      readonly type: "finding";
      readonly key: string;
      readonly finding: Finding;
      readonly follows: readonly Finding[];
      readonly level: 1 | 2 | 3;
      readonly isOpen: boolean;
      /** The line that it is folded into. */
      readonly parent: string | null;
    };

export interface Means {
  /** Empty when nobody has taken it. */
  readonly ownerOf: (finding: Finding) => string;
  readonly isNoise: (finding: Finding) => boolean;
  readonly compare: (a: string, b: string) => number;
  readonly elements: ReadonlyMap<string, Element>;
}

/** What the bar lets through. `asOf` is the day from which ages are counted. */
export function narrowed(
  findings: readonly Finding[],
  { severities, kind, since, about }: Pick<Settings, "severities" | "kind" | "since" | "about">,
  asOf: string,
): readonly Finding[] {
  const wanted = new Set(about);
  return findings.filter(
    (it) =>
      (severities.size === 0 || severities.has(it.severity)) &&
      (kind === null || (it.subject ?? it.related[0])?.kind === kind) &&
      (since === null || (it.first_seen !== null && daysBetween(it.first_seen, asOf) <= since)) &&
      (wanted.size === 0 || concerns(it, wanted)),
  );
}

/** Whether a finding speaks of an element or of a link: as subject, beside it, in its evidence or its proof. */
function concerns({ subject, related, evidence, path }: Finding, wanted: ReadonlySet<string>): boolean {
  return (
    (subject !== null && wanted.has(subject.id)) ||
    related.some(({ id }) => wanted.has(id)) ||
    evidence.some(({ link }) => link !== null && wanted.has(link)) ||
    path.some((link) => wanted.has(link))
  );
}

/** The groups in their order, with their causes, the heaviest first. */
export function groupsOf(findings: readonly Finding[], by: By, only: Family | null, means: Means): Group[] {
  // What follows from a cause elsewhere stands for itself where only its own family is asked for.
  const roots = rootsOf(only === null ? findings : findings.filter(({ family }) => family === only));
  const group = (id: string, family: Family | null, causes: readonly Cause[]) =>
    groupOf(id, family, causes, means.elements);
  switch (by) {
    case "weight": {
      const causes = causesOf(roots, means.elements, means.isNoise);
      const loud = causes.filter(({ isNoise }) => !isNoise);
      const first = loud.slice(0, FIRST);
      return [
        group("first", null, first),
        group(
          "rest",
          null,
          causes.filter((it) => !first.includes(it)),
        ),
      ].filter(({ causes }) => causes.length > 0);
    }
    case "myth":
      return FAMILIES.flatMap((family) => {
        const own = roots.filter(({ head }) => head.family === family);
        return own.length === 0 ? [] : [group(family, family, causesOf(own, means.elements, means.isNoise))];
      });
    case "owner": {
      const byOwner = new Map<string, Root[]>();
      for (const root of roots) {
        const owner = root.head.subject === null ? WHOLE : `owner:${means.ownerOf(root.head)}`;
        const own = byOwner.get(owner);
        if (own === undefined) byOwner.set(owner, [root]);
        else own.push(root);
      }
      return [...byOwner]
        .map(([owner, own]) => group(owner, null, causesOf(own, means.elements, means.isNoise)))
        .sort(
          (a, b) =>
            severityRank(a.causes[0]?.severity ?? "info") - severityRank(b.causes[0]?.severity ?? "info") ||
            (b.weight ?? 0) - (a.weight ?? 0) ||
            means.compare(a.id, b.id),
        );
    }
  }
}

function groupOf(
  id: string,
  family: Family | null,
  causes: readonly Cause[],
  elements: ReadonlyMap<string, Element>,
): Group {
  const severities: Partial<Record<Severity, number>> = {};
  const findings = causes.flatMap(({ roots }) => roots.flatMap(({ head, follows }) => [head, ...follows]));
  for (const { severity } of findings) severities[severity] = (severities[severity] ?? 0) + 1;
  return { id, family, causes, count: findings.length, severities, ...atStake(findings, elements) };
}

/** The lines of some groups. */
export function linesOf(groups: readonly Group[], opened: ReadonlySet<string>): Line[] {
  const lines: Line[] = [];
  for (const it of groups) {
    lines.push({ type: "group", key: `group:${it.id}`, group: it });
    for (const cause of it.causes) {
      if (cause.roots.length <= AT_ONCE) {
        for (const root of cause.roots) addRoot(lines, root, 1, null, opened);
        continue;
      }
      const key = causeKey(it, cause.code);
      const isOpen = opened.has(key);
      lines.push({ type: "cause", key, cause, isOpen });
      if (isOpen) for (const root of cause.roots) addRoot(lines, root, 2, key, opened);
    }
  }
  return lines;
}

export function causeKey(group: Pick<Group, "id">, code: string): string {
  return `${group.id}/${code}`;
}

function addRoot(
  lines: Line[],
  { head, follows }: Root,
  level: 1 | 2,
  parent: string | null,
  opened: ReadonlySet<string>,
): void {
  const isOpen = opened.has(head.key);
  lines.push({ type: "finding", key: head.key, finding: head, follows, level, isOpen, parent });
  if (!isOpen) return;
  for (const finding of follows) {
    lines.push({
      type: "finding",
      key: finding.key,
      finding,
      follows: [],
      level: level === 1 ? 2 : 3,
      isOpen: opened.has(finding.key),
      parent: head.key,
    });
  }
}

/** What has to be open for a finding to be seen. */
export function wayTo(groups: readonly Group[], finding: string): string[] {
  for (const it of groups) {
    for (const { code, roots } of it.causes) {
      const root = roots.find(
        ({ head, follows }) => head.key === finding || follows.some(({ key }) => key === finding),
      );
      if (root === undefined) continue;
      const fold = roots.length <= AT_ONCE ? [] : [causeKey(it, code)];
      return root.head.key === finding ? fold : [...fold, root.head.key];
    }
  }
  return [];
}
