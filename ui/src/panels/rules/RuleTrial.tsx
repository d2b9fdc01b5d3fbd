/* What the rule would find as it stands, asked a moment after the last key. What was known stays while the next answer is
 * awaited, so that nothing jumps while somebody types. */
import { useEffect, useState } from "react";
import type { OwnRule, RulePreview } from "../../api/bindings.ts";
import { FindingMark } from "../../kit/index.ts";
import { markOf } from "../../model/findings.ts";
import { useWords } from "../../words/index.ts";
import type { RuleAsks } from "./asks.ts";

/** Long enough not to ask for every key, short enough to feel at once. */
const WAIT = 250;
/** Findings that are shown. */
const SHOWN = 6;

export function RuleTrial({ rule, asks }: { rule: OwnRule; asks: RuleAsks }) {
  const words = useWords();
  const [preview, setPreview] = useState<RulePreview | null>(null);
  useEffect(() => {
    if (rule.when.trim() === "") {
      setPreview(null);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      void asks.preview(rule).then((answer) => {
        if (isCurrent && answer !== null) setPreview(answer);
      });
    }, WAIT);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [rule, asks]);

  return (
    <div className="own-trial" aria-live="polite" data-testid="rule-trial">
      {preview === null ? (
        <p className="c3">{words.say("rules.trialEmpty")}</p>
      ) : (
        <>
          {preview.fault === null ? null : (
            <p className="own-trouble" data-testid="rule-fault">
              {preview.fault.place === null
                ? words.say("rules.fault", { message: preview.fault.message })
                : words.say("rules.faultAt", {
                    message: preview.fault.message,
                    line: preview.fault.place.line,
                    column: preview.fault.place.column,
                  })}
            </p>
          )}
          {preview.fault !== null && preview.hits + preview.holds + preview.cannot_tell === 0 ? null : (
            <p>
              <b>{words.say("rules.trial", { hits: preview.hits, of: preview.of })}</b>{" "}
              <span className="c3">
                {words.say("rules.trialRest", { holds: preview.holds, unknown: preview.cannot_tell })}
              </span>
            </p>
          )}
          <ul>
            {preview.first.slice(0, SHOWN).map((finding) => (
              <li key={finding.key} className={finding.result === "cannot_tell" ? "c3" : ""}>
                {finding.result === "cannot_tell" ? null : (
                  <FindingMark
                    severity={markOf(finding.severity)}
                    label={words.say(`severity.${finding.severity}`)}
                  />
                )}
                <span>{words.told(finding.message)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
