/*
 * The five myths: what people believe, what is really missing, and whether it shows here. The judgement opens to the
 * findings it rests on.
 */
import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import { FindingMark, Icon, LinkButton, type Standing, Status } from "../../kit/index.ts";
import { causesOf, rootsOf } from "../../model/causes.ts";
import { markOf } from "../../model/findings.ts";
import { live } from "../../model/live.ts";
import { type Judged, type Judgement, mythsOf } from "../../model/myths.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useStore } from "../desk.tsx";
import { EvidenceRows } from "../FindingText.tsx";
import { goToFinding } from "../ShowOn.tsx";
import { MythPicture } from "./MythPicture.tsx";

const SHAPES: Record<Judgement, Standing> = { lived: "off", partly: "risk", unseen: "ok", untold: "unknown" };
/** Findings that are told as evidence; all stand in the list. */
const EVIDENCE = 5;

export function Myths() {
  const words = useWords();
  const { rules } = useDesk();
  const findings = useStore((state) => state.findings);
  const accepted = useStore((state) => state.accepted);
  const portfolio = useStore((state) => live(state.portfolio));
  const myths = useMemo(
    () =>
      mythsOf(
        [...rules.values()],
        [...findings, ...accepted],
        portfolio.settings.rules,
        portfolio.elements.size === 0,
      ),
    [rules, findings, accepted, portfolio],
  );
  const counts: Record<Judgement, number> = { lived: 0, partly: 0, unseen: 0, untold: 0 };
  for (const { judgement } of myths) counts[judgement] += 1;
  return (
    <>
      <header className="standing-hero">
        <h1 className="standing-sentence">
          {counts.untold === myths.length
            ? words.say("myth.headingUntold")
            : words.say("myth.heading", counts)}
        </h1>
      </header>
      <ul className="myths">
        {myths.map((it) => (
          <MythCard key={it.myth} judged={it} />
        ))}
      </ul>
    </>
  );
}

function MythCard({ judged }: { judged: Judged }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const { myth, judgement, findings, waiting } = judged;
  return (
    <li className="myth" data-testid={`myth-${myth}`}>
      <MythPicture myth={myth} />
      <div className="myth-words">
        <p className="c3 t12">{words.say(`family.${myth}`)}</p>
        <h2>{words.say(`myth.${myth}.belief`)}</h2>
        <p>{words.say(`myth.${myth}.says`)}</p>
        <div className="row myth-judgement">
          <Status standing={SHAPES[judgement]} word={words.say(`myth.is.${judgement}`)} />
          <span className="c3 t12">
            {words.say("myth.rests", { findings: findings.length, waiting: waiting.length })}
            {judged.rules === 0
              ? ""
              : ` ${words.say("coverage.some", { decided: judged.decided, rules: judged.rules })}.`}
          </span>
          <span className="gap" />
          {findings.length + waiting.length === 0 ? null : (
            <Button className="btn small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
              <Icon name={isOpen ? "down" : "right"} />
              {words.say("myth.evidence")}
            </Button>
          )}
        </div>
        {isOpen ? <Evidence judged={judged} /> : null}
      </div>
    </li>
  );
}

/** The heaviest findings, one for each cause. */
function Evidence({ judged: { findings, waiting } }: { judged: Judged }) {
  const words = useWords();
  const desk = useDesk();
  const causes = causesOf(rootsOf(findings), () => false);
  const heads = causes.flatMap(({ roots }) => roots[0]?.head ?? []);
  const shown = [...heads, ...waiting].slice(0, EVIDENCE);
  const first = findings[0] ?? waiting[0];
  return (
    <ul className="myth-evidence">
      {shown.map((finding) => (
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
          <LinkButton onPress={() => desk.showFindings({ finding: (heads[0] ?? first).key })}>
            {words.say("standing.findings")}
          </LinkButton>
        </li>
      )}
    </ul>
  );
}
