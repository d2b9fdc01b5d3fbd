/*
 * The five beliefs under which organisations take themselves for aligned: whether each is lived here, and the findings
 * that show it. The paragraph is the program’s own; the picture is drawn from what the portfolio says.
 */
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import type { Finding, MythJudgement, MythReport } from "../../api/bindings.ts";
import { FindingMark, Icon, LinkButton, type Standing, Status } from "../../kit/index.ts";
import { markOf } from "../../model/findings.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { EvidenceRows } from "../FindingText.tsx";
import { goToFinding } from "../ShowOn.tsx";
import type { StandingAsks } from "./asks.ts";
import { MythPicture } from "./MythPicture.tsx";
import { useAsked } from "./useAsked.ts";

const SHAPES: Record<MythJudgement, Standing> = {
  lived: "off",
  partly_lived: "risk",
  not_seen: "ok",
  cannot_tell: "unknown",
};
/** Rules named among those that could not decide. */
const UNDECIDED = 6;

export function Myths({ asks }: { asks: StandingAsks }) {
  const words = useWords();
  const answer = useAsked(asks.myths);
  if (answer === null) return <p className="c3 standing-wait">{words.say("myth.wait")}</p>;
  const count = (judgement: MythJudgement) => answer.myths.filter((it) => it.judgement === judgement).length;
  const untold = count("cannot_tell");
  return (
    <>
      <header className="standing-hero">
        <h1 className="standing-sentence">
          {untold === answer.myths.length
            ? words.say("myth.headingUntold")
            : words.say("myth.heading", { lived: count("lived"), partly: count("partly_lived"), untold })}
        </h1>
      </header>
      <ul className="myths">
        {answer.myths.map((it) => (
          <MythCard key={it.myth} report={it} />
        ))}
      </ul>
      {answer.parameters.length === 0 ? null : (
        <details className="myth-parameters c3 t12">
          <summary>{words.say("myth.parameters")}</summary>
          {answer.parameters.map((it) => (
            <p key={it.name}>
              {it.name}: {it.value} ({it.source})
            </p>
          ))}
        </details>
      )}
    </>
  );
}

function MythCard({ report }: { report: MythReport }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const { myth, judgement, decided, undecided } = report;
  return (
    <li className="myth" data-testid={`myth-${myth}`}>
      <MythPicture picture={report.picture} />
      <div className="myth-words">
        <p className="c3 t12">{words.say(`family.${myth}`)}</p>
        <h2>{words.told(report.belief)}</h2>
        <div className="row myth-judgement">
          <Status standing={SHAPES[judgement]} word={words.say(`myth.is.${judgement}`)} />
          <span className="c3 t12">
            {words.say("myth.rules", {
              decided: decided.length,
              rules: decided.length + undecided.length,
            })}
          </span>
        </div>
        <p>{words.told(report.says)}</p>
        {report.findings_count + undecided.length === 0 ? null : (
          <Button className="btn small myth-more" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            <Icon name={isOpen ? "down" : "right"} />
            {words.say("myth.evidence")}
          </Button>
        )}
        {isOpen ? <Evidence report={report} /> : null}
      </div>
    </li>
  );
}

/** The most telling findings, all of them in the list, and the rules that could not decide. */
function Evidence({ report }: { report: MythReport }) {
  const words = useWords();
  const desk = useDesk();
  const open = useStore((state) => state.findings);
  const accepted = useStore((state) => state.accepted);
  const byKey = useMemo(
    () => new Map<string, Finding>([...open, ...accepted].map((it) => [it.key, it])),
    [open, accepted],
  );
  const first = report.findings.find((key) => byKey.has(key));
  return (
    <ul className="myth-evidence">
      {report.strongest
        .flatMap((key) => byKey.get(key) ?? [])
        .map((finding) => (
          <li key={finding.key}>
            <FindingMark
              severity={markOf(finding.severity)}
              label={words.say(`severity.${finding.severity}`)}
            />
            <div>
              <Button className="finding-title" onPress={() => void goToFinding(desk, finding)}>
                {words.told(finding.message)}
              </Button>
              <EvidenceRows finding={finding} most={2} />
            </div>
          </li>
        ))}
      {first === undefined ? null : (
        <li>
          <LinkButton
            onPress={() => desk.showFindings({ finding: first })}
            data-testid={`all-${report.myth}`}
          >
            {words.say("myth.all", { count: report.findings_count })}
          </LinkButton>
        </li>
      )}
      {report.undecided.length === 0 ? null : (
        <li>
          <div className="c2">
            {words.say("myth.undecided")}
            {report.undecided.slice(0, UNDECIDED).map((rule) => (
              <p key={rule.code} className="c3">
                {rule.code} {words.told(rule.title)}
                {rule.missing.length === 0 ? "" : ` · ${rule.missing.map((it) => words.told(it)).join(", ")}`}
              </p>
            ))}
          </div>
        </li>
      )}
    </ul>
  );
}
