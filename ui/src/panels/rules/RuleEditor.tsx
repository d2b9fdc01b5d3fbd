/* The form in which a rule is written, with what it would find beside it. Nothing is kept until it is saved. */
import { useState } from "react";
import type { ElementKind, OwnRule, Severity } from "../../api/bindings.ts";
import { Button, Field, Select, TextField } from "../../kit/index.ts";
import { KINDS } from "../../model/kinds.ts";
import { useWords } from "../../words/index.ts";
import type { RuleAsks } from "./asks.ts";
import { nameOf } from "./draft.ts";
import { RuleHelp } from "./RuleHelp.tsx";
import { RuleTrial } from "./RuleTrial.tsx";

const SEVERITIES: readonly Severity[] = ["blocker", "high", "medium", "low", "info"];

interface RuleEditorProps {
  rule: OwnRule;
  isNew: boolean;
  asks: RuleAsks;
  onSave: (rule: OwnRule) => void;
  onClose: () => void;
}

export function RuleEditor({ rule: given, isNew, asks, onSave, onClose }: RuleEditorProps) {
  const words = useWords();
  const [rule, setRule] = useState(given);
  const set = (part: Partial<OwnRule>) => setRule((before) => ({ ...before, ...part }));
  const isComplete = rule.when.trim() !== "" && rule.message.trim() !== "";
  return (
    <form
      className="own-editor"
      aria-label={words.say(isNew ? "rules.newHead" : "rules.editHead", { code: rule.code })}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) onSave(rule);
      }}
    >
      <h3>{words.say(isNew ? "rules.newHead" : "rules.editHead", { code: rule.code })}</h3>
      <TextField
        label={words.say("rules.title")}
        value={rule.title}
        placeholder={words.say("rules.titleAsk")}
        autoFocus
        onChange={(title) => set(isNew ? { title, name: nameOf(title) } : { title })}
        data-testid="rule-title"
      />
      <div className="own-choices">
        <Field label={words.say("rules.about")}>
          <Select<ElementKind>
            label={words.say("rules.about")}
            value={rule.applies_to}
            options={KINDS.map((id) => ({ id, text: words.say(`kind.${id}`) }))}
            onChange={(applies_to) => set({ applies_to })}
            data-testid="rule-kind"
          />
        </Field>
        <Field label={words.say("rules.severity")}>
          <Select<Severity>
            label={words.say("rules.severity")}
            value={rule.severity}
            options={SEVERITIES.map((id) => ({ id, text: words.say(`severity.${id}`) }))}
            onChange={(severity) => set({ severity })}
          />
        </Field>
      </div>
      <div className="own-code">
        <TextField
          label={words.say("rules.when")}
          value={rule.when}
          placeholder="!has(element.owner)"
          hint={words.say("rules.whenSays")}
          multiline
          onChange={(when) => set({ when })}
          data-testid="rule-when"
        />
      </div>
      <RuleTrial rule={rule} asks={asks} />
      <TextField
        label={words.say("rules.message")}
        value={rule.message}
        hint={words.say("rules.messageSays", { title: "{title}", budget: "{budget}" })}
        onChange={(message) => set({ message })}
        data-testid="rule-message"
      />
      <TextField
        label={words.say("rules.advice")}
        value={rule.advice}
        hint={words.say("rules.adviceSays")}
        onChange={(advice) => set({ advice })}
        data-testid="rule-advice"
      />
      <div className="own-code">
        <TextField
          label={words.say("rules.evidence")}
          value={rule.evidence}
          placeholder="below.map(it, it.title)"
          hint={words.say("rules.evidenceSays")}
          onChange={(evidence) => set({ evidence })}
          data-testid="rule-evidence"
        />
      </div>
      <RuleHelp
        kind={rule.applies_to}
        asks={asks}
        onTake={(text) => set({ when: rule.when === "" ? text : `${rule.when} ${text}` })}
      />
      <div className="row">
        <span className="gap" />
        <Button look="quiet" onPress={onClose}>
          {words.say("rules.cancel")}
        </Button>
        <Button look="primary" isDisabled={!isComplete} onPress={() => onSave(rule)} data-testid="rule-save">
          {words.say("rules.save")}
        </Button>
      </div>
    </form>
  );
}
