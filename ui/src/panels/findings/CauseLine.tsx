/* Many findings of one rule behind one line: what is wrong, how often, what is at stake, what makes it pass. */
import { memo } from "react";
import { Button } from "react-aria-components";
import { FindingMark, Icon } from "../../kit/index.ts";
import type { Cause } from "../../model/causes.ts";
import { markOf } from "../../model/findings.ts";
import { useWords } from "../../words/index.ts";
import { AcceptButton } from "../Accept.tsx";
import { useDesk } from "../desk.tsx";
import { ExplainButton, PassesWhen } from "../FindingText.tsx";
import { useRuleTitle } from "../useRuleTitle.ts";
import { Figures } from "./Figures.tsx";
import type { Asked } from "./FindingCard.tsx";
import { SeverityCounts } from "./SeverityCounts.tsx";

interface CauseLineProps {
  /** Key of the line. */
  name: string;
  cause: Cause;
  isOpen: boolean;
  asked: Asked;
  onToggle: (key: string) => void;
  onAsk: (key: string, asked: Asked) => void;
}

/** Titles named before the rest is counted. */
const NAMED = 3;

export const CauseLine = memo(function CauseLine({
  name,
  cause,
  isOpen,
  asked,
  onToggle,
  onAsk,
}: CauseLineProps) {
  const words = useWords();
  const titleOf = useRuleTitle();
  const heads = cause.roots.map(({ head }) => head);
  const follows = cause.roots.flatMap((root) => root.follows);
  const first = heads[0];
  const titles = heads.flatMap(({ subject }) =>
    subject === null || subject.title === "" ? [] : [subject.title],
  );
  // What makes them pass is said of them all: where each has its own, the rule says it.
  const how = useDesk().rules.get(cause.code)?.how ?? "";
  const isAlike = how === "" || heads.every(({ advice }) => advice === first?.advice);
  const counts = { [cause.severity]: 0 };
  for (const { severity } of heads) counts[severity] = (counts[severity] ?? 0) + 1;
  return (
    <article className="finding cause">
      <FindingMark severity={markOf(cause.severity)} label={words.say(`severity.${cause.severity}`)} />
      <div className="finding-words">
        <Button
          className="finding-title"
          aria-expanded={isOpen}
          onPress={() => onToggle(name)}
          data-testid={`cause-${cause.code}`}
        >
          {words.say("findings.times", {
            title: titleOf(cause.code, cause.name),
            count: heads.length,
          })}
        </Button>
        {titles.length === 0 ? null : (
          <p className="evidence">
            {words.say("findings.named", {
              titles: titles.slice(0, NAMED).join(", "),
              more: Math.max(0, titles.length - NAMED),
            })}
          </p>
        )}
        {first ? <PassesWhen finding={isAlike ? first : { advice: how }} /> : null}
        <div className="finding-acts">
          <span className="finding-meta c3 t12">
            <span>{cause.code}</span>
            <SeverityCounts counts={counts} />
            <Button className="finding-more" aria-expanded={isOpen} onPress={() => onToggle(name)}>
              <Icon name={isOpen ? "down" : "right"} />
              {isOpen
                ? words.say("findings.showFewer")
                : words.say("findings.showAll", { count: heads.length })}
            </Button>
          </span>
          <span className="gap" />
          <span className="finding-quiet">
            <ExplainButton
              code={cause.code}
              isOpen={asked === "explain"}
              onOpenChange={(open) => onAsk(name, open ? "explain" : null)}
            />
          </span>
          <AcceptButton
            findings={heads}
            follows={follows}
            isOpen={asked === "accept"}
            onOpenChange={(open) => onAsk(name, open ? "accept" : null)}
          />
        </div>
      </div>
      <Figures weight={cause.weight} money={cause.money} />
    </article>
  );
});
