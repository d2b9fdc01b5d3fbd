/* The page in one sentence, in which every figure counts something; and what stands there when nothing does. */
import { useMemo } from "react";
import type { Element, Finding } from "../../api/bindings.ts";
import { Button } from "../../kit/index.ts";
import { rootsOf } from "../../model/causes.ts";
import { atStake } from "../../model/stake.ts";
import { useWords } from "../../words/index.ts";

interface HeadingProps {
  findings: readonly Finding[];
  elements: ReadonlyMap<string, Element>;
  /** The day of the latest news, where that is long ago. */
  old: string | null;
  asOf: string;
}

/** “93 findings stand open and come down to 4 causes. At stake: 148.2 M€.” */
export function Heading({ findings, elements, old, asOf }: HeadingProps) {
  const words = useWords();
  const { causes, money } = useMemo(() => {
    const codes = new Set(rootsOf(findings).map(({ head }) => head.code));
    return { causes: codes.size, money: atStake(findings, elements).money };
  }, [findings, elements]);
  return (
    <div>
      <h1>
        {words.say("findings.heading", { open: findings.length, causes })}
        {money.length === 0 ? "" : ` ${words.say("findings.money", { money: words.monies(money) })}`}
      </h1>
      {old === null || findings.length === 0 ? null : (
        <p className="c2" data-testid="old-news">
          {words.say("findings.old", { latest: words.date(old), date: words.date(asOf) })}
        </p>
      )}
    </div>
  );
}

interface NothingProps {
  /** Something stands open, and the filters let none of it through. */
  isKeptBack: boolean;
  /** Nothing is modelled, so that nothing could be found. */
  isUnjudged: boolean;
  canClear: boolean;
  onEverything: () => void;
}

export function Nothing({ isKeptBack, isUnjudged, canClear, onEverything }: NothingProps) {
  const words = useWords();
  const why = isKeptBack ? "keptBack" : isUnjudged ? "unjudged" : "none";
  return (
    <div className="empty">
      <h2>{words.say(`findings.${why}`)}</h2>
      <p>{words.say(`findings.${why}Hint`)}</p>
      {isKeptBack && canClear ? (
        <Button onPress={onEverything} data-testid="findings-all">
          {words.say("filter.clear")}
        </Button>
      ) : null}
    </div>
  );
}
