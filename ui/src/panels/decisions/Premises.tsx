/* The readings that a decision relied on, and whether the indicator says something else by now. */
import { useMemo, useState } from "react";
import type { Element, Reading } from "../../api/bindings.ts";
import { Button, type Find, Finder, Icon, IconButton, Sheet } from "../../kit/index.ts";
import { live } from "../../model/live.ts";
import { known } from "../../model/maybe.ts";
import type { Portfolio } from "../../model/portfolio.ts";
import { among } from "../../model/search.ts";
import { useWords, type Words } from "../../words/index.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";

/** Most readings that the list offers at once. */
const MOST = 60;

export function Premises({ decision }: { decision: Extract<Element, { kind: "decision" }> }) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const portfolio = useStore((state) => state.portfolio);
  const [adding, setAdding] = useState(false);
  const offered = useMemo(
    () => among(adding ? rows(decision.premises, portfolio, words) : []),
    [adding, decision.premises, portfolio, words],
  );
  const set = (value: string[]) =>
    void desk.edit({ type: "set", element: decision.id, patch: { field: "premises", value } });
  const premises = decision.premises.flatMap((id) => portfolio.readings.get(id) ?? []);

  return (
    <section className="decision-premises" aria-label={words.say("decision.premises")}>
      <div className="row">
        <h3>{words.say("decision.premises")}</h3>
        <span className="gap" />
        {isReadOnly || portfolio.readings.size === 0 ? null : (
          <Button look="quiet" size="small" onPress={() => setAdding(true)} data-testid="premise-add">
            <Icon name="plus" />
            {words.say("decision.addPremise")}
          </Button>
        )}
      </div>
      {premises.length === 0 ? <p className="c3">{words.say("decision.noPremises")}</p> : null}
      <ul>
        {premises.map((reading) => {
          const since = newer(reading, portfolio);
          return (
            <li key={reading.id} className="row">
              <span>{named(reading, portfolio, words)}</span>
              {since === null ? null : (
                <span className="premise-since t12">
                  {words.say("decision.since", {
                    value: words.number(since.value, 4),
                    date: words.date(since.period),
                  })}
                </span>
              )}
              <span className="gap" />
              {isReadOnly ? null : (
                <IconButton
                  icon="remove"
                  size="small"
                  label={words.say("decision.removePremise")}
                  onPress={() => set(decision.premises.filter((id) => id !== reading.id))}
                />
              )}
            </li>
          );
        })}
      </ul>
      <Sheet label={words.say("decision.addPremise")} isOpen={adding} onClose={() => setAdding(false)}>
        <Finder
          label={words.say("decision.addPremise")}
          placeholder={words.say("decision.findPremise")}
          nothing={words.say("decision.nothingFound")}
          find={(query) => offered(query, MOST)}
          onTake={({ id }) => {
            setAdding(false);
            set([...decision.premises, id]);
          }}
        />
      </Sheet>
    </section>
  );
}

function named(reading: Reading, portfolio: Portfolio, words: Words): string {
  const indicator = portfolio.elements.get(reading.indicator);
  const unit = indicator?.kind === "indicator" ? (known(indicator.unit) ?? "") : "";
  return words.say("decision.premise", {
    title: indicator?.title ?? "",
    value: unit === "" ? words.number(reading.value, 4) : `${words.number(reading.value, 4)}\u00a0${unit}`,
    date: words.date(reading.period),
  });
}

/** The latest actual value after the one relied on, when there is one. */
function newer(reading: Reading, portfolio: Portfolio): Reading | null {
  let last: Reading | null = null;
  for (const other of portfolio.readingsOf.get(reading.indicator) ?? []) {
    if (other.nature !== "actual" || other.period <= reading.period) continue;
    if (last === null || other.period > last.period) last = other;
  }
  return last;
}

/** Every reading of what counts that is not relied on yet, the latest first. */
function rows(taken: readonly string[], portfolio: Portfolio, words: Words): Find[] {
  const { elements } = live(portfolio);
  return [...portfolio.readings.values()]
    .filter((it) => !taken.includes(it.id) && elements.has(it.indicator))
    .sort((a, b) => (a.period < b.period ? 1 : -1))
    .map((it) => ({ id: it.id, text: named(it, portfolio, words) }));
}
