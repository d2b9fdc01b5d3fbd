/*
 * One fact, read and typed in place. What cannot be read is refused in words and the field stays as it was; a value
 * that is missing for a reason shows the reason and the words that stood in the file.
 */
import type { Money, Patch } from "../../api/bindings.ts";
import { InPlace, Select } from "../../kit/index.ts";
import { known } from "../../model/maybe.ts";
import { useWords, type Words } from "../../words/index.ts";
import { useDesk } from "../desk.tsx";
import type { Unit } from "../money.ts";
import { readCell } from "../reading.ts";
import { patchOf } from "../values.ts";
import { gapWords, worded } from "../words.ts";
import type { Fact } from "./facts.ts";

interface FactFieldProps {
  fact: Fact;
  isReadOnly: boolean;
  /** Of several elements that differ. */
  various?: boolean;
  onPatch: (patch: Patch) => void;
}

export function FactField({ fact, isReadOnly, various = false, onPatch }: FactFieldProps) {
  const words = useWords();
  const { tell } = useDesk();
  const label = worded(words, "field", fact.id);
  const missing = fact.value?.missing
    ? gapWords(words, fact.value.missing)
    : words.say(various ? "inspector.various" : "inspector.notGiven");

  if (fact.input === "choice") {
    return (
      <Select
        plain
        label={label}
        value={known(fact.value)}
        placeholder={missing}
        isDisabled={isReadOnly}
        options={fact.options.map((id) => ({ id, text: worded(words, fact.words, id) }))}
        onChange={(id) => onPatch(fact.patch({ known: id }))}
        data-testid={`field-${fact.id}`}
      />
    );
  }

  function commit(typed: string): void {
    const read = readCell(typed, fact, unitOf(fact), words);
    if (read.type === "value") onPatch(patchOf(null, fact, read.value));
    else tell(words.say("read.refused", { text: typed.trim() }), words.say(read.why));
  }

  return (
    <InPlace
      label={label}
      value={shown(fact, words)}
      placeholder={missing}
      isReadOnly={isReadOnly}
      onCommit={commit}
      data-testid={`field-${fact.id}`}
    />
  );
}

/** A bare amount is in the currency that stands there; where none stands, it must be said. */
function unitOf(fact: Fact): Unit | null {
  const money: Money | null = fact.input === "money" ? known(fact.value) : null;
  return money === null ? null : { currency: money.currency, symbol: money.currency, power: 0, places: 2 };
}

/** The fact as it stands in the field; empty when there is no value. */
function shown(fact: Fact, words: Words): string {
  if (fact.value?.known === undefined) return "";
  switch (fact.input) {
    case "date":
      return words.date(known(fact.value) ?? "");
    case "money": {
      const money: Money | null = known(fact.value);
      return money === null ? "" : words.moneyExact(money);
    }
    case "number": {
      const value = known(fact.value) ?? 0;
      if (fact.unit === "percent") return words.percent(value);
      switch (fact.unit) {
        case "points":
          return words.say("field.weightPoints", { count: value });
        case "days":
          return words.say("field.days", { count: value });
        case "people":
          return words.say("field.people", { count: value });
        default:
          return words.number(value, 6);
      }
    }
    default:
      return known(fact.value) ?? "";
  }
}
