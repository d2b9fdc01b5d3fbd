/* Which findings stand, as the rules of the house have it: what was put away is not judged, what was accepted not said. */
import type { Finding, Record as Stored } from "./bindings";

export function standing(findings: readonly Finding[], all: readonly Stored[], asOf: string): Finding[] {
  const away = new Set<string>();
  const accepted = new Set<string>();
  for (const it of all) {
    if (it.type === "element" && it.record.archived !== null) away.add(it.record.id);
    if (it.type === "waiver" && (it.record.until ?? asOf) >= asOf) accepted.add(saidOf(it.record));
  }
  // What is told of the portfolio as a whole is accepted for its settings.
  return findings.filter(
    ({ code, subject }) =>
      !away.has(subject?.id ?? "") && !accepted.has(saidOf({ code, subject: subject?.id ?? "settings" })),
  );
}

function saidOf({ code, subject }: { code: string; subject: string }): string {
  return `${code} ${subject}`;
}
