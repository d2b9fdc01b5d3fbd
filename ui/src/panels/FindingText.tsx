/* One finding in words: the fault, its evidence, what makes it pass, and what can be done about it at once. */
import type { Finding } from "../api/bindings.ts";
import { Button, FindingMark, LinkButton, Popover } from "../kit/index.ts";
import { markOf } from "../model/findings.ts";
import { useWords } from "../words/index.ts";
import { type RuleWords, useDesk, useReadOnly, useStore } from "./desk.tsx";
import { thresholdsOf } from "./thresholds.ts";
import { ruleName, worded } from "./words.ts";

/** Evidence rows: what was seen, when, and where it came from. */
export function EvidenceRows({ finding }: { finding: Finding }) {
  const words = useWords();
  return (
    <>
      {finding.evidence.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and never move.
        <p className="evidence" key={index}>
          {words.told(row.text)}
          {row.date === null && row.source === "" ? null : (
            <span className="c3">
              {" · "}
              {[row.source, row.date === null ? "" : words.date(row.date)]
                .filter((part) => part !== "")
                .join(", ")}
            </span>
          )}
        </p>
      ))}
      {finding.missing.length === 0 ? null : (
        <p className="evidence c3">{words.say("findings.missing", { fields: finding.missing.join(", ") })}</p>
      )}
    </>
  );
}

export function PassesWhen({ finding }: { finding: Finding }) {
  const words = useWords();
  if (finding.advice === "") return null;
  return (
    <p className="passes">
      <b>{words.say("findings.passes")}</b> {words.told(finding.advice)}
    </p>
  );
}

/** Puts it right, when one way is unambiguous. */
export function FixButton({ finding }: { finding: Finding }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const { fix } = finding;
  if (fix === null || fix.length === 0 || isReadOnly) return null;
  return (
    <Button size="small" onPress={() => void desk.edit(...fix)} data-testid={`fix-${finding.key}`}>
      {words.say("findings.fix")}
    </Button>
  );
}

/** What the rule looks for, why it matters, what to do: the same text as in the documentation. */
export function ExplainButton({ code }: { code: string }) {
  const words = useWords();
  const rule = useDesk().rules.get(code);
  if (rule === undefined) return null;
  return (
    <Popover label={rule.name} trigger={<LinkButton>{words.say("findings.explain")}</LinkButton>}>
      <Explanation rule={rule} />
    </Popover>
  );
}

function Explanation({ rule }: { rule: RuleWords }) {
  const words = useWords();
  const setting = useStore((state) => state.portfolio.settings.rules[rule.code]);
  const mark = markOf(setting?.severity ?? rule.severity);
  return (
    <div className="explain">
      <div className="row">
        <FindingMark severity={mark} />
        <b className="heavy">
          {rule.code} {ruleName(words, rule.name)}
        </b>
      </div>
      <h3>{words.say("findings.what")}</h3>
      <p>{words.told(rule.what)}</p>
      <h3>{words.say("findings.why")}</h3>
      <p>{words.told(rule.why)}</p>
      <h3>{words.say("findings.how")}</h3>
      <p>{words.told(rule.how)}</p>
      {thresholdsOf(rule, setting, words.lang).map(({ name, unit, usual, now, source }) => (
        <p key={name} className="c3 t12">
          {words.say("findings.threshold", {
            name: worded(words, "threshold", name),
            value: `${words.number(now, 4)}\u00a0${unit}`,
            source: now === usual ? source : words.say("rules.usually", { value: words.number(usual, 4) }),
          })}
        </p>
      ))}
    </div>
  );
}
