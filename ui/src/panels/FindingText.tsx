/* One finding in words: the fault, its evidence, what makes it pass, and what can be done about it at once. */
import { Fragment } from "react";
import type { Evidence, Finding } from "../api/bindings.ts";
import { Button, FindingMark, LinkButton, Popover } from "../kit/index.ts";
import { markOf } from "../model/findings.ts";
import { useWords } from "../words/index.ts";
import type { Asking } from "./Accept.tsx";
import { type Desk, type RuleWords, useDesk, useReadOnly, useStore } from "./desk.tsx";
import { NoiseShare } from "./Judge.tsx";
import { thresholdsOf } from "./thresholds.ts";
import { faultWords, worded } from "./words.ts";

interface EvidenceRowsProps {
  finding: Finding;
  /** So many rows, and how many more there are; all when nothing is said. */
  most?: number;
}

/** Evidence rows: what was seen, when, and where it came from. A few of what is told once of many stand on one line. */
export function EvidenceRows({ finding, most = Number.POSITIVE_INFINITY }: EvidenceRowsProps) {
  const words = useWords();
  const rows = finding.evidence.slice(0, most);
  const count = moreOf(finding, rows);
  const others = count > 0 ? [words.say("findings.moreEvidence", { count })] : [];
  const isFolded = finding.subject === null && rows.length < finding.evidence.length;
  if (isFolded && finding.missing.length === 0)
    return (
      <p className="evidence">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and never move.
          <Fragment key={index}>
            <EvidenceRow row={row} />
            {index < rows.length - 1 || others.length > 0 ? " · " : ""}
          </Fragment>
        ))}
        {others}
      </p>
    );
  return (
    <>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and never move.
        <p className="evidence" key={index}>
          <EvidenceRow row={row} />
        </p>
      ))}
      {others.length === 0 ? null : <p className="evidence c3">{others}</p>}
      {finding.missing.length === 0 ? null : (
        <p className="evidence c3">
          {words.say("findings.missing", { fields: finding.missing.map(({ text }) => text).join(", ") })}
        </p>
      )}
    </>
  );
}

/**
 * How many more there are than the rows show. What is told once of many names the largest of them in its rows, and all
 * of them beside it; a row that sums them up is none of them.
 */
function moreOf({ subject, related, evidence }: Finding, rows: readonly Evidence[]): number {
  const named = (of: readonly Evidence[]) => of.filter(({ element }) => element !== null).length;
  return subject === null && named(evidence) > 1
    ? Math.max(0, related.length - named(rows))
    : evidence.length - rows.length;
}

function EvidenceRow({ row }: { row: Evidence }) {
  const words = useWords();
  const from = [row.source, row.date === null ? "" : words.date(row.date)].filter((part) => part !== "");
  return (
    <>
      {words.told(row.text)}
      {from.length === 0 ? null : <span className="c3">{` · ${from.join(", ")}`}</span>}
    </>
  );
}

export function PassesWhen({ finding }: { finding: Pick<Finding, "advice"> }) {
  const words = useWords();
  if (finding.advice === "") return null;
  return (
    <p className="passes">
      <b>{words.say("findings.passes")}</b> {words.told(finding.advice)}
    </p>
  );
}

/** Carries the fix out; whether there was one that may be carried out. */
export function fix(desk: Desk, finding: Finding): boolean {
  if (finding.fix === null || finding.fix.length === 0 || desk.store.state.readOnly !== null) return false;
  void desk.edit(...finding.fix);
  return true;
}

/** Puts it right, when one way is unambiguous. */
export function FixButton({ finding }: { finding: Finding }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  if (finding.fix === null || finding.fix.length === 0 || isReadOnly) return null;
  return (
    <Button size="small" onPress={() => fix(desk, finding)} data-testid={`fix-${finding.key}`}>
      {words.say("findings.fix")}
    </Button>
  );
}

/** What the rule looks for, why it matters, what to do: the same text as in the documentation. */
export function ExplainButton({ code, finding, ...asking }: { code: string; finding?: Finding } & Asking) {
  const words = useWords();
  const rule = useDesk().rules.get(code);
  if (rule === undefined) return null;
  return (
    <Popover
      {...asking}
      label={rule.name}
      trigger={
        <Button size="small" look="quiet" data-testid={`explain-${code}`}>
          {words.say("findings.explain")}
        </Button>
      }
    >
      {(close) => <Explanation rule={rule} finding={finding} onDone={close} />}
    </Popover>
  );
}

/** What a rule of one's own saw of the element, and what would let it pass: nobody has written a text about it. */
function OwnExplained({ finding }: { finding: Finding }) {
  const words = useWords();
  return (
    <>
      {finding.evidence.length + finding.missing.length === 0 ? null : (
        <>
          <h3>{words.say("findings.saw")}</h3>
          <EvidenceRows finding={finding} />
        </>
      )}
      <PassesWhen finding={finding} />
    </>
  );
}

interface ExplanationProps {
  rule: RuleWords;
  /** What the rule said, where one finding is asked about. */
  finding?: Finding | undefined;
  onDone: () => void;
}

function Explanation({ rule, finding, onDone }: ExplanationProps) {
  const words = useWords();
  const desk = useDesk();
  const setting = useStore((state) => state.portfolio.settings.rules[rule.code]);
  const mark = markOf(setting?.severity ?? rule.severity);
  return (
    <div className="explain">
      <div className="row">
        <FindingMark severity={mark} />
        <b className="heavy">
          {rule.code} {faultWords(words, rule)}
        </b>
      </div>
      <h3>{words.say("findings.what")}</h3>
      <p>{words.told(rule.what)}</p>
      {rule.family === "own" && finding !== undefined ? <OwnExplained finding={finding} /> : null}
      {rule.why === "" ? null : (
        <>
          <h3>{words.say("findings.why")}</h3>
          <p>{words.told(rule.why)}</p>
        </>
      )}
      {rule.how === "" ? null : (
        <>
          <h3>{words.say("findings.how")}</h3>
          <p>{words.told(rule.how)}</p>
        </>
      )}
      {thresholdsOf(rule, setting).map(({ name, unit, usual, now, source }) => (
        <p key={name} className="c3 t12">
          {words.say("findings.threshold", {
            name: worded(words, "threshold", name),
            value: `${words.number(now, 4)}\u00a0${unit}`,
            source: now === usual ? source : words.say("rules.usually", { value: words.number(usual, 4) }),
          })}
        </p>
      ))}
      <NoiseShare code={rule.code} />
      <p>
        <LinkButton
          onPress={() => {
            onDone();
            desk.showRule(rule.code);
          }}
          data-testid="rule-settings"
        >
          {words.say("judge.tune")}
        </LinkButton>
      </p>
    </div>
  );
}
