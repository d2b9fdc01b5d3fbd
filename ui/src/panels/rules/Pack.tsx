/* A rule pack before it is taken over: what each rule is and what it runs. What is taken over stays off until accepted. */
import { useState } from "react";
import { Checkbox } from "react-aria-components";
import type { PackRow } from "../../api/bindings.ts";
import { Button } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";

interface PackProps {
  rows: readonly PackRow[];
  onTake: (rules: readonly string[]) => void;
  onClose: () => void;
}

export function Pack({ rows, onTake, onClose }: PackProps) {
  const words = useWords();
  const fresh = rows.filter((row) => row.step !== "already_there").map((row) => row.rule.id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(fresh));
  const choose = (id: string, isChosen: boolean) =>
    setChosen(new Set(fresh.filter((it) => (it === id ? isChosen : chosen.has(it)))));
  return (
    <div className="own-pack" data-testid="rules-pack">
      <p>{words.say("rules.packSays", { count: rows.length })}</p>
      <ul>
        {rows.map(({ rule, step, code_was }) => (
          <li key={rule.id}>
            <Checkbox
              className="own-check"
              isSelected={chosen.has(rule.id)}
              isDisabled={step === "already_there"}
              onChange={(isChosen) => choose(rule.id, isChosen)}
            >
              <span className="own-box" aria-hidden="true" />
              <b>{rule.code}</b> {rule.title === "" ? rule.name : rule.title}
              <span className="c3 t12">
                {words.say(`rules.step.${step}`)}
                {code_was === null ? "" : ` · ${words.say("rules.codeWas", { code: code_was })}`}
              </span>
            </Checkbox>
            <pre>{rule.when}</pre>
          </li>
        ))}
      </ul>
      <div className="row">
        <span className="gap" />
        <Button look="quiet" onPress={onClose}>
          {words.say("rules.cancel")}
        </Button>
        <Button
          look="primary"
          isDisabled={chosen.size === 0}
          onPress={() => onTake([...chosen])}
          data-testid="pack-take"
        >
          {words.say("rules.take", { count: chosen.size })}
        </Button>
      </div>
    </div>
  );
}
