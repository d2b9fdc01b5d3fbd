/*
 * What was found wrong with each element, as every view counts it: what is told of the element itself, or, where nothing
 * is, what is told once of many with it among them. One cause of the whole portfolio so stays in sight on each card it
 * concerns and shouts on none. What a rule cannot tell is no fault of anything. Pure.
 */
import type { Finding, Severity } from "../api/bindings.ts";
import { severityRank } from "./findings.ts";

export interface Found {
  /** The heaviest first, as the findings come. */
  readonly findings: readonly Finding[];
  /** All of it is told of many at once, nothing of this element alone. */
  readonly isShared: boolean;
}

/** By the id of the element. */
export function foundOf(findings: readonly Finding[]): ReadonlyMap<string, Found> {
  const own = new Map<string, Finding[]>();
  const shared = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.result !== "violated") continue;
    if (finding.subject !== null) add(own, finding.subject.id, finding);
    else for (const { id } of finding.related) add(shared, id, finding);
  }
  const found = new Map<string, Found>();
  for (const [id, findings] of shared) found.set(id, { findings, isShared: true });
  for (const [id, findings] of own) found.set(id, { findings, isShared: false });
  return found;
}

function add(to: Map<string, Finding[]>, id: string, finding: Finding): void {
  const list = to.get(id);
  if (list === undefined) to.set(id, [finding]);
  else list.push(finding);
}

/** The heaviest severity of some findings. */
export function worstOf(findings: readonly Finding[]): Severity {
  return findings.reduce<Severity>(
    (worst, { severity }) => (severityRank(severity) < severityRank(worst) ? severity : worst),
    "info",
  );
}
