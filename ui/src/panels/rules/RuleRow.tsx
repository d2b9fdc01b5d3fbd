/* One rule in the list: what it is called, what it runs, and whether it is run here. Its condition is always shown, because
 * nobody should accept what they have not read. */
import type { OwnRule, Running } from "../../api/bindings.ts";
import { Button, IconButton } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly } from "../desk.tsx";

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
    <li className="own-rule" data-testid={`rule-${rule.code}`}>
      <div className="row">
        <b>{rule.code}</b>
        <span className="cut">{rule.title === "" ? rule.name : rule.title}</span>
        <span className="c3 t12">
          {words.say(`kind.${rule.applies_to}`)} · {words.say(`severity.${rule.severity}`)}
        </span>
        <span className="gap" />
        {running === null ? null : (
          <span className={`own-state ${running}`} data-testid="rule-state">
            {words.say(`rules.running.${running}`)}
          </span>
        )}
        {running === "not_accepted" ? (
          <Button size="small" onPress={onAccept}>
            {words.say("rules.accept")}
          </Button>
        ) : null}
        {isReadOnly ? null : (
          <>
            <Button size="small" look="quiet" onPress={() => put({ off: !rule.off })}>
              {words.say(rule.off ? "rules.switchOn" : "rules.switchOff")}
            </Button>
            <Button size="small" look="quiet" onPress={onEdit}>
              {words.say("rules.edit")}
            </Button>
            <IconButton
              icon="remove"
              size="small"
              label={words.say("rules.remove", { code: rule.code })}
              onPress={() => void desk.edit({ type: "remove_own_rule", rule: rule.id })}
            />
          </>
        )}
      </div>
      <pre>{rule.when}</pre>
      {rule.evidence === "" ? null : <pre className="c3">{rule.evidence}</pre>}
      {trouble === null ? null : <p className="own-trouble">{words.told(trouble)}</p>}
    </li>
  );
}
