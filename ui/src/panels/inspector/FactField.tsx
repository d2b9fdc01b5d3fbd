/*
 * One fact, read and typed in place. What cannot be read is refused in words and the field stays as it was; a value
 * that is missing for a reason shows the reason and the words that stood in the file.
 */
import type { Money, Patch } from "../../api/bindings.ts";
import { InPlace, Select } from "../../kit/index.ts";
import { known } from "../../model/maybe.ts";
import { type Key, useWords, type Words } from "../../words/index.ts";
import { useDesk } from "../desk.tsx";
import { readDate } from "../table/dates.ts";
import { plain } from "../table/decimal.ts";
import { readGap } from "../table/gaps.ts";
import { readMoney, readNumber } from "../table/money.ts";
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
    const text = typed.trim();
    const patch = text === "" ? emptied(fact) : read(fact, text, words);
    if (patch === null) {
      const [said, hint] = REFUSALS[fact.input];
      tell(words.say(said, { text }), hint === null ? undefined : words.say(hint));
    } else onPatch(patch);
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

const REFUSALS: Record<Fact["input"], readonly [Key, Key | null]> = {
  text: ["read.number", null],
  choice: ["read.number", null],
  date: ["read.date", "read.dateHint"],
  money: ["read.money", "read.moneyHint"],
  number: ["read.number", "read.numberHint"],
};

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
          return words.say("field.weightPoints", { value: words.number(value) });
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

function emptied(fact: Fact): Patch {
  return fact.patch(null);
}

/** The patch that typed words mean, or `null` when they cannot be read. */
function read(fact: Fact, text: string, words: Words): Patch | null {
  const gap = readGap(text);
  if (gap !== null) return fact.patch({ missing: gap });
  switch (fact.input) {
    case "text":
      return fact.patch({ known: text });
    case "choice":
      return fact.patch({ known: text });
    case "date": {
      const date = readDate(text, fact.edge);
      return date === null ? null : fact.patch({ known: date });
    }
    case "money": {
      const before: Money | null = known(fact.value);
      const unit =
        before === null
          ? null
          : { currency: before.currency, symbol: before.currency, power: 0 as const, places: 2 };
      const money = readMoney(text, unit, words.lang);
      return money === null ? null : fact.patch({ known: money });
    }
    case "number": {
      const digits = text.replace(/\s*%$/, "").replace(/^([-+\d.,\s\u00a0\u202f]+).*$/s, "$1");
      const value = readNumber(digits.trim(), words.lang);
      return value === null ? null : fact.patch({ known: Number(plain(value)) });
    }
  }
}
