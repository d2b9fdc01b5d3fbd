/*
 * One rule that comes with Throughline: a line that says what it finds and how it stands here, and below it why it is
 * there and everything that this portfolio may set about it. Each change is one step.
 */
import { useId } from "react";
import type { RuleSetting, Severity } from "../../api/bindings.ts";
import { Button, FindingMark, Icon, LinkButton, Select } from "../../kit/index.ts";
import { markOf } from "../../model/findings.ts";
import { useWords } from "../../words/index.ts";
import { type RuleWords, useDesk, useReadOnly } from "../desk.tsx";
import { AS_IT_COMES, isSetOtherwise, thresholdsOf, withThreshold } from "../thresholds.ts";
import { ThresholdRow } from "./ThresholdRow.tsx";

export const SEVERITIES: readonly Severity[] = ["info", "low", "medium", "high", "blocker"];

interface BuiltInRuleProps {
  rule: RuleWords;
  setting: RuleSetting | undefined;
  /** Open findings of the rule. */
  found: number;
  /** What it would need, where it has nothing to look at. */
  needs: string | null;
  isOpen: boolean;
  onToggle: () => void;
}

export function BuiltInRule({ rule, setting, found, needs, isOpen, onToggle }: BuiltInRuleProps) {
  const words = useWords();
  const id = useId();
  const severity = setting?.severity ?? rule.severity;
  const isOff = setting?.off ?? false;
  return (
    <li className={isOff ? "rule off" : "rule"} data-testid={`rule-${rule.code}`}>
      <button
        type="button"
        className="rule-line"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={onToggle}
        data-testid={`open-${rule.code}`}
      >
        <Icon name={isOpen ? "down" : "right"} />
        <span className="rule-code num">{rule.code}</span>
        <span className="cut">{rule.title}</span>
        <span className="gap" />
        {isSetOtherwise(setting) ? (
          <span className="rule-otherwise">{words.say("rules.otherwise")}</span>
        ) : null}
        {isOff ? (
          <span className="rule-state">{words.say("rules.off")}</span>
        ) : (
          <>
            {needs === null || found > 0 ? null : (
              <span className="rule-state" data-testid={`idle-${rule.code}`}>
                {words.say("coverage.nothing")}
              </span>
            )}
            {found === 0 ? null : (
              <span className="rule-state num">{words.say("rules.found", { count: found })}</span>
            )}
            <span className="rule-severity">
              <FindingMark severity={markOf(severity)} />
              {words.say(`severity.${severity}`)}
            </span>
          </>
        )}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen ? (
          <Body rule={rule} setting={setting ?? AS_IT_COMES} needs={found > 0 ? null : needs} />
        ) : null}
      </div>
    </li>
  );
}

interface BodyProps {
  rule: RuleWords;
  setting: RuleSetting;
  needs: string | null;
}

function Body({ rule, setting, needs }: BodyProps) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const set = (next: RuleSetting) => void desk.edit({ type: "set_rule", code: rule.code, setting: next });
  const thresholds = thresholdsOf(rule, setting);
  const severities = SEVERITIES.map((id) => {
    const text = words.say(`severity.${id}`);
    return { id, text: id === rule.severity ? words.say("rules.asItComes", { value: text }) : text };
  });
  return (
    <div className="rule-body">
      <dl className="rule-says selectable">
        <dt>{words.say("findings.what")}</dt>
        <dd>{words.told(rule.what)}</dd>
        {needs === null ? null : (
          <>
            <dt>{words.say("coverage.nothing")}</dt>
            <dd>{words.say("coverage.needs", { needs: words.told(needs) })}</dd>
          </>
        )}
        <dt>{words.say("findings.why")}</dt>
        <dd>{words.told(rule.why)}</dd>
        <dt>{words.say("findings.how")}</dt>
        <dd>{words.told(rule.how)}</dd>
      </dl>
      <div className="rule-sets">
        <span className="c3">{words.say("rules.severity")}</span>
        <Select
          label={words.say("rules.severity")}
          value={setting.severity ?? rule.severity}
          isDisabled={isReadOnly || setting.off}
          options={severities}
          onChange={(id) => set({ ...setting, severity: id === rule.severity ? null : id })}
          data-testid={`rule-severity-${rule.code}`}
        />
        <span className="c3 t12 rule-usual">
          {setting.severity === null
            ? ""
            : words.say("rules.usually", { value: words.say(`severity.${rule.severity}`) })}
        </span>
        {thresholds.map((threshold) => (
          <ThresholdRow
            key={threshold.name}
            threshold={threshold}
            isOff={setting.off}
            onSet={(value) => set(withThreshold(setting, threshold, value))}
          />
        ))}
      </div>
      {isReadOnly ? null : (
        <div className="row rule-acts">
          <Button
            size="small"
            onPress={() => set({ ...setting, off: !setting.off })}
            data-testid={`rule-switch-${rule.code}`}
          >
            {words.say(setting.off ? "rules.switchOn" : "rules.switchOff")}
          </Button>
          {isSetOtherwise(setting) ? (
            <LinkButton
              onPress={() => set({ ...AS_IT_COMES, off: setting.off })}
              data-testid={`rule-reset-${rule.code}`}
            >
              {words.say("rules.reset")}
            </LinkButton>
          ) : null}
        </div>
      )}
    </div>
  );
}
