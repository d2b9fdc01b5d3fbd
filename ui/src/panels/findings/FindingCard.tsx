/* One finding with all that is known about it: the fault, its evidence, what makes it pass, and what can be done. */
import { memo } from "react";
import { Button } from "react-aria-components";
import type { Finding } from "../../api/bindings.ts";
import { FindingMark, Icon, LinkButton } from "../../kit/index.ts";
import { markOf } from "../../model/findings.ts";
import { useWords } from "../../words/index.ts";
import { AcceptButton } from "../Accept.tsx";
import { useDesk } from "../desk.tsx";
import { EvidenceRows, ExplainButton, FixButton, PassesWhen } from "../FindingText.tsx";
import { JudgeButtons } from "../Judge.tsx";
import { goToFinding, ShowOn } from "../ShowOn.tsx";
import { Age } from "./Age.tsx";
import { FaultPicture } from "./FaultPicture.tsx";
import { Figures } from "./Figures.tsx";

/** What a key of the list opened. */
export type Asked = "accept" | "explain" | null;

export interface FindingProps {
  finding: Finding;
  /** The others that go with it. */
  follows: readonly Finding[];
  isOpen: boolean;
  asked: Asked;
  /** The first day that was counted. */
  began: string | null;
  onToggle: (key: string) => void;
  onAsk: (key: string, asked: Asked) => void;
}

/** Evidence shown before a finding is opened. */
const EVIDENCE = 2;

export const FindingCard = memo(function FindingCard(props: FindingProps) {
  const { finding, follows, isOpen, asked, onAsk } = props;
  const words = useWords();
  const desk = useDesk();
  const hasMore = follows.length > 0 || finding.evidence.length > EVIDENCE || finding.related.length > 0;
  return (
    <article className="finding">
      <FindingMark severity={markOf(finding.severity)} label={words.say(`severity.${finding.severity}`)} />
      <div className="finding-words">
        <Button className="finding-title" onPress={() => void goToFinding(desk, finding)}>
          {words.told(finding.message)}
        </Button>
        <EvidenceRows finding={finding} {...(isOpen ? {} : { most: EVIDENCE })} />
        <PassesWhen finding={finding} />
        {isOpen ? <Related finding={finding} /> : null}
        <div className="finding-acts">
          <span className="finding-meta c3 t12">
            <span>
              {words.say("findings.code", {
                code: finding.code,
                severity: words.say(`severity.${finding.severity}`),
              })}
            </span>
            <Age finding={finding} began={props.began} />
            {hasMore ? (
              <Button
                className="finding-more"
                aria-expanded={isOpen}
                onPress={() => props.onToggle(finding.key)}
                data-testid={`more-${finding.key}`}
              >
                <Icon name={isOpen ? "down" : "right"} />
                {follows.length > 0
                  ? words.say("findings.follows", { count: follows.length })
                  : words.say("findings.all-of-it")}
              </Button>
            ) : null}
          </span>
          <span className="gap" />
          <span className="finding-quiet">
            <JudgeButtons finding={finding} />
            <ExplainButton
              code={finding.code}
              finding={finding}
              isOpen={asked === "explain"}
              onOpenChange={(open) => onAsk(finding.key, open ? "explain" : null)}
            />
            <ShowOn finding={finding} />
          </span>
          <AcceptButton
            findings={[finding]}
            follows={follows}
            isOpen={asked === "accept"}
            onOpenChange={(open) => onAsk(finding.key, open ? "accept" : null)}
          />
          <FixButton finding={finding} />
        </div>
      </div>
      <FaultPicture finding={finding} />
      <Figures weight={finding.weight} money={finding.money} />
    </article>
  );
});

/** Links shown beside a finding; the rest is found on the map. */
const RELATED = 12;

/** What else it concerns; each opens in its place. */
function Related({ finding }: { finding: Finding }) {
  const words = useWords();
  const desk = useDesk();
  if (finding.related.length === 0) return null;
  return (
    <p className="evidence related">
      <span className="c3">{words.say("findings.related")}</span>
      {finding.related.slice(0, RELATED).map((it) => (
        <LinkButton
          key={it.id}
          onPress={() => void goToFinding(desk, { subject: it, related: [], path: [] })}
        >
          {it.title === "" ? words.say("common.untitled") : it.title}
        </LinkButton>
      ))}
      {finding.related.length > RELATED ? (
        <span className="c3">
          {words.say("findings.moreEvidence", { count: finding.related.length - RELATED })}
        </span>
      ) : null}
    </p>
  );
}
