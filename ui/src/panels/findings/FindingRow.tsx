/* One finding of many: the subject and what differs from the others, in one line of the list. */
import { memo } from "react";
import { Button } from "react-aria-components";
import { FindingMark, Icon, levelClass } from "../../kit/index.ts";
import { markOf } from "../../model/findings.ts";
import { useWords } from "../../words/index.ts";
import { AcceptButton } from "../Accept.tsx";
import { useDesk } from "../desk.tsx";
import { FixButton } from "../FindingText.tsx";
import { goToFinding } from "../ShowOn.tsx";
import { isNew } from "./Age.tsx";
import { Figures } from "./Figures.tsx";
import type { FindingProps } from "./FindingCard.tsx";

interface FindingRowProps extends FindingProps {
  asOf: string;
  /** It follows from another one, and so is told by its fault and not by its subject. */
  isFollowing: boolean;
}

export const FindingRow = memo(function FindingRow(props: FindingRowProps) {
  const { finding, asked, onAsk, isFollowing } = props;
  const words = useWords();
  const desk = useDesk();
  const said = words.told(finding.message);
  const subject = finding.subject?.title ?? "";
  const isTold = isFollowing || subject === "";
  return (
    <div className={isTold ? "finding-row told" : "finding-row"}>
      <Button
        className="finding-fold"
        aria-label={words.say("findings.all-of-it")}
        aria-expanded={false}
        onPress={() => props.onToggle(finding.key)}
        data-testid={`more-${finding.key}`}
      >
        <Icon name="right" />
      </Button>
      <Button className="finding-row-title" onPress={() => void goToFinding(desk, finding)}>
        {isFollowing ? (
          <FindingMark
            severity={markOf(finding.severity)}
            label={words.say(`severity.${finding.severity}`)}
          />
        ) : (
          <i className={`edge ${finding.subject === null ? "" : levelClass(finding.subject.kind)}`} />
        )}
        <span className="cut" title={said}>
          {isTold ? said : subject}
        </span>
        {isNew(finding, props.asOf, props.began) ? (
          <span className="new-mark">{words.say("age.new")}</span>
        ) : null}
      </Button>
      <span className="cut c2">
        {props.follows.length > 0
          ? words.say("findings.follows", { count: props.follows.length })
          : isTold
            ? finding.code
            : words.told(finding.evidence[0]?.text ?? "")}
      </span>
      <span className="row">
        <AcceptButton
          findings={[finding]}
          follows={props.follows}
          isOpen={asked === "accept"}
          onOpenChange={(open) => onAsk(finding.key, open ? "accept" : null)}
        />
        <FixButton finding={finding} />
      </span>
      <Figures weight={finding.weight} money={finding.money} look="plain" />
    </div>
  );
});
