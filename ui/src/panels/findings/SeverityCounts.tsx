/* How many findings of each severity, the worst first, as small diamonds with their number and word. */
import type { Severity } from "../../api/bindings.ts";
import { FindingMark } from "../../kit/index.ts";
import { markOf, SEVERITIES } from "../../model/findings.ts";
import { useWords } from "../../words/index.ts";

export function SeverityCounts({ counts }: { counts: Readonly<Partial<Record<Severity, number>>> }) {
  const words = useWords();
  return (
    <span className="severity-counts">
      {SEVERITIES.filter((it) => (counts[it] ?? 0) > 0).map((it) => (
        <span key={it}>
          <FindingMark severity={markOf(it)} />
          {words.say("findings.ofSeverity", { count: counts[it] ?? 0, severity: it })}
        </span>
      ))}
    </span>
  );
}
