/*
 * Rules of one's own: what the portfolio office has written, what came with a file and waits to be read, and the way to
 * write another. A rule is kept as one step when the person saves it.
 */
import { useEffect, useMemo, useState } from "react";
import type { OwnRule, OwnState, PackRow } from "../../api/bindings.ts";
import { Button, Icon } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import type { RuleAsks } from "./asks.ts";
import { newRule } from "./draft.ts";
import { Pack } from "./Pack.tsx";
import { RuleEditor } from "./RuleEditor.tsx";
import { RuleRow } from "./RuleRow.tsx";

export function OwnRules({ asks }: { asks: RuleAsks }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const table = useStore((state) => state.portfolio.ownRules);
  const findings = useStore((state) => state.findings);
  const states = useStates(asks, table, findings);
  const [draft, setDraft] = useState<OwnRule | null>(null);
  const [pack, setPack] = useState<{ path: string; rows: PackRow[] } | null>(null);
  const rules = useMemo(() => [...table.values()].sort((a, b) => (a.code < b.code ? -1 : 1)), [table]);
  const waiting = rules.filter((rule) => states.get(rule.id)?.running === "not_accepted");

  async function save(rule: OwnRule): Promise<void> {
    if ((await desk.edit({ type: "put_own_rule", rule })) !== null) setDraft(null);
  }

  return (
    <section className="own-rules" aria-label={words.say("rules.own")} data-testid="own-rules">
      <div className="row">
        <h3>{words.say("rules.own")}</h3>
        <span className="gap" />
        {isReadOnly ? null : (
          <Button
            look="quiet"
            onPress={() => void asks.choosePack().then(setPack)}
            data-testid="rules-import"
          >
            {words.say("rules.import")}
          </Button>
        )}
        {rules.length === 0 ? null : (
          <Button look="quiet" onPress={() => void asks.exportAll()} data-testid="rules-export">
            {words.say("rules.export")}
          </Button>
        )}
        {isReadOnly || draft !== null ? null : (
          <Button
            onPress={() => setDraft(newRule(rules, words.say("rules.messageFirst", { title: "{title}" })))}
            data-testid="rule-new"
          >
            <Icon name="plus" />
            {words.say("rules.write")}
          </Button>
        )}
      </div>
      <p className="c3 t12">{words.say("rules.ownSays")}</p>
      {waiting.length === 0 ? null : (
        <div className="own-waiting" role="note">
          <p>{words.say("rules.waiting", { count: waiting.length })}</p>
          <Button onPress={() => void asks.accept(waiting.map((rule) => rule.id))} data-testid="rules-accept">
            {words.say("rules.acceptAll", { count: waiting.length })}
          </Button>
        </div>
      )}
      {pack === null ? null : (
        <Pack
          rows={pack.rows}
          onTake={(ids) => void asks.takePack(pack.path, ids).then(() => setPack(null))}
          onClose={() => setPack(null)}
        />
      )}
      <ul>
        {rules.map((rule) =>
          rule.id === draft?.id ? null : (
            <RuleRow
              key={rule.id}
              rule={rule}
              running={states.get(rule.id)?.running ?? null}
              trouble={findings.find((it) => it.code === rule.code && it.subject === null)?.message ?? null}
              onEdit={() => setDraft(rule)}
              onAccept={() => void asks.accept([rule.id])}
            />
          ),
        )}
      </ul>
      {draft === null ? null : (
        <RuleEditor
          key={draft.id}
          rule={draft}
          isNew={!table.has(draft.id)}
          asks={asks}
          onSave={(rule) => void save(rule)}
          onClose={() => setDraft(null)}
        />
      )}
    </section>
  );
}

/** Whether each rule is run, asked again whenever rules or findings are others. */
function useStates(asks: RuleAsks, rules: unknown, findings: unknown): ReadonlyMap<string, OwnState> {
  const [states, setStates] = useState<ReadonlyMap<string, OwnState>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: rules and findings say when to ask, not what.
  useEffect(() => {
    let isCurrent = true;
    void asks.states().then((all) => {
      if (isCurrent && all !== null) setStates(new Map(all.map((it) => [it.rule, it])));
    });
    return () => {
      isCurrent = false;
    };
  }, [asks, rules, findings]);
  return states;
}
