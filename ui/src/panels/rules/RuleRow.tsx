/* One rule in the list: what it is called, what it runs, and whether it is run here. Its condition is always shown, because
 * nobody should accept what they have not read. */
import type { OwnRule, Running } from "../../api/bindings.ts";
import { Button, FindingMark, Icon, IconButton } from "../../kit/index.ts";
import { markOf } from "../../model/findings.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly } from "../desk.tsx";
import { withWayBack } from "../removal.ts";

interface RuleRowProps {
  rule: OwnRule;
  /** `null` until it is known. */
  running: Running | null;
  /** Why it could not be run, or was switched off. */
  trouble: string | null;
  onEdit: () => void;
  onAccept: () => void;
}

export function RuleRow({ rule, running, trouble, onEdit, onAccept }: RuleRowProps) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const put = (part: Partial<OwnRule>) =>
    void desk.edit({ type: "put_own_rule", rule: { ...rule, ...part } });
  return (
    <li className={rule.off ? "rule own-rule off" : "rule own-rule"} data-testid={`rule-${rule.code}`}>
      <div className="rule-line">
        <Icon name="edit" />
        <span className="rule-code num">{rule.code}</span>
        <span className="cut">{rule.title === "" ? rule.name : rule.title}</span>
        <span className="gap" />
        <span className="rule-state">{words.say(`kind.${rule.applies_to}`)}</span>
        {running === null ? null : (
          <span className={`own-state ${running}`} data-testid="rule-state">
            {words.say(`rules.running.${running}`)}
          </span>
        )}
        <span className="rule-severity">
          <FindingMark severity={markOf(rule.severity)} />
          {words.say(`severity.${rule.severity}`)}
        </span>
      </div>
      <pre className="selectable">{rule.when}</pre>
      {rule.evidence === "" ? null : <pre className="c3 selectable">{rule.evidence}</pre>}
      {trouble === null ? null : <p className="own-trouble">{words.told(trouble)}</p>}
      {isReadOnly && running !== "not_accepted" ? null : (
        <div className="row rule-acts">
          {running === "not_accepted" ? (
            <Button size="small" onPress={onAccept}>
              {words.say("rules.accept")}
            </Button>
          ) : null}
          {isReadOnly ? null : (
            <>
              <Button size="small" look="quiet" onPress={onEdit}>
                {words.say("rules.edit")}
              </Button>
              <Button size="small" look="quiet" onPress={() => put({ off: !rule.off })}>
                {words.say(rule.off ? "rules.switchOn" : "rules.switchOff")}
              </Button>
              <IconButton
                icon="remove"
                size="small"
                label={words.say("rules.remove", { code: rule.code })}
                onPress={() =>
                  void withWayBack(
                    desk,
                    [{ type: "remove_own_rule", rule: rule.id }],
                    words.say("removed.rule", { code: rule.code }),
                  )
                }
              />
            </>
          )}
        </div>
      )}
    </li>
  );
}
