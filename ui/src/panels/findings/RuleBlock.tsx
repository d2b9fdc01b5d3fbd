/* One cause: a single finding in full, or many of one rule behind one line. */
import { useLayoutEffect, useState } from "react";
import { Button } from "react-aria-components";
import type { Finding } from "../../api/bindings.ts";
import { FindingMark, Icon } from "../../kit/index.ts";
import { markOf, type RuleGroup } from "../../model/findings.ts";
import { useWords } from "../../words/index.ts";
import { AcceptButton } from "../Accept.tsx";
import { useDesk } from "../desk.tsx";
import { EvidenceRows, ExplainButton, FixButton, PassesWhen } from "../FindingText.tsx";

/** Up to this many findings of one rule are shown at once; more fold. */
const SHOWN = 2;
/** Rows that an opened cause shows before it asks again. */
const PAGE = 50;

/** The key of a finding that somebody wants to see; a new value each time that it is wanted. */
export interface Sought {
  readonly finding: string;
}

interface RuleBlockProps {
  rule: RuleGroup;
  sought: Sought | null;
}

export function RuleBlock({ rule, sought }: RuleBlockProps) {
  if (rule.findings.length <= SHOWN) {
    return rule.findings.map((finding) => (
      <FullFinding key={finding.key} finding={finding} isSought={finding.key === sought?.finding} />
    ));
  }
  return <Folded rule={rule} sought={sought} />;
}

function Folded({ rule, sought }: RuleBlockProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(PAGE);
  const wanted = rule.findings.filter((finding) => finding.key === sought?.finding);
  // What is sought comes first: it may be the thousandth.
  const rows =
    wanted.length === 0
      ? rule.findings
      : [...wanted, ...rule.findings.filter((finding) => !wanted.includes(finding))];
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened when it is sought, not whenever findings change.
  useLayoutEffect(() => {
    if (wanted.length > 0) setOpen(true);
  }, [sought]);
  const first = rule.findings[0];
  const mark = markOf(rule.severity);
  return (
    <div className="cause">
      <div className="finding">
        <FindingMark severity={mark} label={words.say(`severity.${rule.severity}`)} />
        <div className="finding-words">
          <Button
            className="finding-title"
            aria-expanded={open}
            onPress={() => setOpen(!open)}
            data-testid={`cause-${rule.code}`}
          >
            {words.told(first?.message ?? rule.name)}
          </Button>
          <p className="evidence">{words.say("findings.many", { count: rule.findings.length - 1 })}</p>
          {first ? <PassesWhen finding={first} /> : null}
        </div>
        <div className="finding-acts">
          <span className="c3 t12">
            {words.say("findings.code", {
              code: rule.code,
              severity: words.say(`severity.${rule.severity}`),
            })}
          </span>
          <ExplainButton code={rule.code} />
          <AcceptButton findings={rule.findings} />
          <Button className="btn small" onPress={() => setOpen(!open)}>
            <Icon name={open ? "down" : "right"} />
            {open
              ? words.say("findings.showFewer")
              : words.say("findings.showAll", { count: rule.findings.length })}
          </Button>
        </div>
        <Figures weight={rule.weight} money={rule.money} />
      </div>
      {open ? (
        <ul className="cause-rows">
          {rows.slice(0, shown).map((finding) => (
            <li key={finding.key}>
              <Row finding={finding} isSought={wanted.includes(finding)} />
            </li>
          ))}
          {rule.findings.length > shown ? (
            <li>
              <Button className="btn small" onPress={() => setShown(shown + PAGE)}>
                {words.say("findings.showAll", { count: rule.findings.length })}
              </Button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}

interface OneProps {
  finding: Finding;
  isSought: boolean;
}

/** One of many: the subject and what differs from the others. */
function Row({ finding, isSought }: OneProps) {
  const words = useWords();
  const show = useShow(finding);
  return (
    <div className="finding-row" aria-current={isSought || undefined} data-testid={`finding-${finding.key}`}>
      <Button className="finding-row-title" onPress={show}>
        <i className="edge" />
        <span className="cut">{finding.subject?.title ?? words.told(finding.message)}</span>
      </Button>
      <span className="cut c2">{words.told(finding.evidence[0]?.text ?? "")}</span>
      <span className="row">
        <FixButton finding={finding} />
        <AcceptButton findings={[finding]} />
      </span>
      <span className="figure">{finding.weight === null ? "–" : words.number(finding.weight)}</span>
      <span className="figure">{finding.money.length === 0 ? "–" : words.monies(finding.money)}</span>
    </div>
  );
}

/** A finding with all that is known about it. */
function FullFinding({ finding, isSought }: OneProps) {
  const words = useWords();
  const show = useShow(finding);
  return (
    <article className="finding" aria-current={isSought || undefined} data-testid={`finding-${finding.key}`}>
      <FindingMark severity={markOf(finding.severity)} label={words.say(`severity.${finding.severity}`)} />
      <div className="finding-words">
        <Button className="finding-title" onPress={show}>
          {words.told(finding.message)}
        </Button>
        <EvidenceRows finding={finding} />
        <PassesWhen finding={finding} />
      </div>
      <div className="finding-acts">
        <span className="c3 t12">
          {words.say("findings.code", {
            code: finding.code,
            severity: words.say(`severity.${finding.severity}`),
          })}
        </span>
        <ExplainButton code={finding.code} />
        <FixButton finding={finding} />
        <AcceptButton findings={[finding]} />
      </div>
      <Figures weight={finding.weight} money={finding.money} />
    </article>
  );
}

function Figures({ weight, money }: Pick<Finding, "weight" | "money"> | Pick<RuleGroup, "weight" | "money">) {
  const words = useWords();
  return (
    <>
      <span className="figure big">{weight === null ? "–" : words.number(weight)}</span>
      <span className="figure big">{money.length === 0 ? "–" : words.monies(money)}</span>
    </>
  );
}

/** Selects what a finding is about and centres it on the map. */
function useShow(finding: Finding): () => void {
  const desk = useDesk();
  const subject = finding.subject ?? finding.related[0];
  return () => {
    if (subject) desk.showOnMap([subject.id]);
  };
}
