/* What was on the table, with what became of each and why. */

import { useState } from "react";
import type { Choice, Element, Fate } from "../../api/bindings.ts";
import { Button, Icon, IconButton, InPlace, Select } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly } from "../desk.tsx";

const FATES: readonly Fate[] = ["chosen", "rejected", "postponed"];

export function Options({ decision }: { decision: Extract<Element, { kind: "decision" }> }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const { options } = decision;
  /** The place of the option that was just added: its title is asked for at once. */
  const [added, setAdded] = useState<number | null>(null);
  const set = (value: Choice[]) =>
    void desk.edit({ type: "set", element: decision.id, patch: { field: "options", value } });
  const change = (at: number, part: Partial<Choice>) =>
    set(options.map((option, index) => (index === at ? { ...option, ...part } : option)));

  return (
    <section className="decision-options" aria-label={words.say("decision.options")}>
      <div className="row">
        <h3>{words.say("decision.options")}</h3>
        <span className="gap" />
        {isReadOnly ? null : (
          <Button
            look="quiet"
            size="small"
            onPress={() => {
              setAdded(options.length);
              set([...options, { title: words.say("decision.newOption"), fate: "rejected", reason: "" }]);
            }}
            data-testid="option-add"
          >
            <Icon name="plus" />
            {words.say("decision.addOption")}
          </Button>
        )}
      </div>
      {options.length === 0 ? <p className="c3">{words.say("decision.noOptions")}</p> : null}
      <ul>
        {options.map((option, at) => (
          // Two options may read alike while one is being typed, so that only the place tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: options have no name but their place
          <li key={at} className={option.fate === "chosen" ? "option chosen" : "option"}>
            <Select
              label={words.say("decision.fate")}
              value={option.fate}
              isDisabled={isReadOnly}
              options={FATES.map((id) => ({ id, text: words.say(`fate.${id}`) }))}
              onChange={(fate) => change(at, { fate })}
            />
            <div>
              <InPlace
                label={words.say("decision.option")}
                value={option.title}
                isReadOnly={isReadOnly}
                autoFocus={at === added}
                onCommit={(title) => change(at, { title })}
                data-testid={`option-${at}`}
              />
              <InPlace
                label={words.say("decision.reason")}
                value={option.reason}
                placeholder={words.say("decision.reasonAsked")}
                asked={option.reason === ""}
                isReadOnly={isReadOnly}
                onCommit={(reason) => change(at, { reason })}
              />
            </div>
            {isReadOnly ? null : (
              <IconButton
                icon="remove"
                size="small"
                label={words.say("decision.removeOption", { title: option.title })}
                onPress={() => set(options.filter((_, index) => index !== at))}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
