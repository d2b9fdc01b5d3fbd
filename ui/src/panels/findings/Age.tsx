/* Since when a finding has been seen: “since 12 Nov 2026, 14 days”. One that came in the last days is marked as new. */
import type { Finding } from "../../api/bindings.ts";
import { daysBetween } from "../../model/day.ts";
import { useWords } from "../../words/index.ts";
import { useStore } from "../desk.tsx";

/** Days for which a finding is new. */
export const NEW_FOR = 7;

/** Whether it came lately. What was there when counting began came at a time that nobody knows. */
export function isNew({ first_seen }: Finding, asOf: string, began: string | null): boolean {
  return (
    first_seen !== null && began !== null && first_seen > began && daysBetween(first_seen, asOf) <= NEW_FOR
  );
}

export function Age({ finding, began }: { finding: Finding; began: string | null }) {
  const words = useWords();
  const asOf = useStore((state) => state.asOf);
  if (finding.first_seen === null) return null;
  const days = Math.max(0, daysBetween(finding.first_seen, asOf));
  return (
    <>
      {isNew(finding, asOf, began) ? <span className="new-mark">{words.say("age.new")}</span> : null}
      <span>{words.say("age.since", { date: words.date(finding.first_seen), days })}</span>
    </>
  );
}
