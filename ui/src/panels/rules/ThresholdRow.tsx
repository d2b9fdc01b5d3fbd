/* One threshold of a rule: what it is, its value with its unit, and where the default comes from. */
import { InPlace, LinkButton } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { plain } from "../decimal.ts";
import { useDesk, useReadOnly } from "../desk.tsx";
import { readNumber } from "../money.ts";
import type { Threshold } from "../thresholds.ts";
import { worded } from "../words.ts";

/** Digits after the point that a threshold is shown with. */
const DIGITS = 4;

interface ThresholdRowProps {
  threshold: Threshold;
  /** The rule is off. */
  isOff: boolean;
  onSet: (value: number) => void;
}

export function ThresholdRow({ threshold, isOff, onSet }: ThresholdRowProps) {
  const words = useWords();
  const desk = useDesk();
  const isReadOnly = useReadOnly();
  const { name, unit, usual, now, source } = threshold;
  const label = worded(words, "threshold", name);
  const number = (value: number) => words.number(value, DIGITS);

  /** Nothing typed asks for the default; the unit may be typed along. */
  function commit(typed: string): void {
    const text = typed.trim().replace(unit, "").replace(/%$/, "").trim();
    const read = text === "" ? null : readNumber(text, words.lang);
    const value = text === "" ? usual : read === null ? Number.NaN : Number(plain(read));
    if (value >= 0 && Number.isFinite(value)) onSet(value);
    else desk.tell(words.say("read.number", { text: typed.trim() }), words.say("rules.numberHint"));
  }

  return (
    <>
      <span className="c3">{label}</span>
      <span className="rule-value">
        <InPlace
          label={`${label}, ${unit}`}
          value={number(now)}
          isReadOnly={isReadOnly || isOff}
          onCommit={commit}
          data-testid={`threshold-${name}`}
        />
        <span>{unit}</span>
      </span>
      <span className="c3 t12 rule-usual">
        {words.say("rules.usually", { value: number(usual) })}
        {" · "}
        {source}
        {now === usual || isReadOnly ? null : (
          <LinkButton onPress={() => onSet(usual)} data-testid={`threshold-back-${name}`}>
            {words.say("rules.back")}
          </LinkButton>
        )}
      </span>
    </>
  );
}
