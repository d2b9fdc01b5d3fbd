/*
 * How far one contribution is expected to move an indicator at its target date: the likely movement first, then the ends of
 * what is thought possible and, where it is not plain, which indicator. Each field is one step.
 */
import { useMemo } from "react";
import type { Expectation } from "../../api/bindings.ts";
import { InPlace } from "../../kit/index.ts";
import { live } from "../../model/live.ts";
import { known } from "../../model/maybe.ts";
import { linksOf } from "../../model/portfolio.ts";
import { type Key, useWords } from "../../words/index.ts";
import { plain } from "../decimal.ts";
import { useDesk, useReadOnly, useStore } from "../desk.tsx";
import { readNumber } from "../money.ts";
import { useAsk } from "../useAsk.ts";
import { titleOf } from "../words.ts";
import type { Contribution } from "./commonLinks.ts";
import { ElementField } from "./ElementField.tsx";
import { Named } from "./Named.tsx";

type Part = "low" | "likely" | "high";

interface ExpectsProps {
  link: Contribution;
  onSet: (value: Expectation | null) => void;
}

export function Expects({ link, onSet }: ExpectsProps) {
  const words = useWords();
  const question = useAsk();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const portfolio = useStore((state) => live(state.portfolio));
  const { expects } = link;
  /** The one that measures the receiving element, when there is only one. */
  const meant = useMemo(() => {
    const measures = linksOf(portfolio.linksTo, link.to).filter(({ kind }) => kind === "measures");
    const [only] = measures.length === 1 ? measures : [];
    return only === undefined ? undefined : portfolio.elements.get(only.from);
  }, [portfolio, link.to]);
  const named = expects?.indicator == null ? meant : portfolio.elements.get(expects.indicator);
  const unit = named?.kind === "indicator" ? (known(named.unit) ?? "") : "";

  function commit(part: Part, typed: string): void {
    const text = typed.trim();
    const figure = (unit !== "" && text.endsWith(unit) ? text.slice(0, -unit.length) : text).trim();
    const read = figure === "" ? null : readNumber(figure.replace("−", "-"), words.lang);
    if (figure !== "" && read === null) {
      desk.tell(words.say("read.number", { text }), words.say("read.numberHint"));
      return;
    }
    const value = read === null ? null : Number(plain(read));
    if (part === "likely" && value === null) {
      onSet(null);
      return;
    }
    const base = expects ?? { indicator: null, likely: value ?? 0, low: null, high: null };
    const next = { ...base, [part]: value };
    if ((next.low ?? next.likely) > next.likely || (next.high ?? next.likely) < next.likely) {
      desk.tell(words.say("links.expectsOrder"), words.say("links.expectsOrderHint"));
    } else onSet(next);
  }

  function field(part: Part, name: Key, ask: Key) {
    const value = expects?.[part] ?? null;
    return (
      <Named name={words.say(name)}>
        <InPlace
          label={words.say(name)}
          value={value === null ? "" : signed(value)}
          placeholder={question(ask)}
          isReadOnly={isReadOnly}
          onCommit={(text) => commit(part, text)}
          data-testid={`link-expects-${part}`}
        />
      </Named>
    );
  }
  function signed(value: number): string {
    const figure = `${value > 0 ? "+" : ""}${words.number(value, 4)}`;
    return unit === "" ? figure : `${figure}\u00a0${unit}`;
  }

  return (
    <>
      {field("likely", "links.expects", "links.expectsAsk")}
      {expects === null ? null : (
        <>
          {field("low", "links.expectsLow", "links.asLikely")}
          {field("high", "links.expectsHigh", "links.asLikely")}
          <Named name={words.say("links.expectsOf")}>
            <ElementField
              label={words.say("links.expectsOf")}
              kind="indicator"
              value={expects.indicator}
              placeholder={meant === undefined ? question("links.expectsOfAsk") : titleOf(words, meant)}
              nothing={words.say("why.noIndicators")}
              onChoose={(indicator) => onSet({ ...expects, indicator })}
              data-testid="link-expects-indicator"
            />
          </Named>
        </>
      )}
    </>
  );
}
