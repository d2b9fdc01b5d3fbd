/*
 * Sums as they are read: one amount for each currency side by side, or one in the currency of the portfolio when
 * declared rates lead there from all of them; always with how many rows they speak of.
 */
import { Fragment } from "react";
import { useWords, type Words } from "../../words/index.ts";
import { plain } from "../decimal.ts";
import { figure, inUnit, type Unit, units as unitsOf, withUnit } from "../money.ts";
import type { Column } from "./columns.ts";
import type { Row } from "./rows.ts";
import {
  type Coverage,
  type CurrencySum,
  converted,
  type MoneyTotal,
  moneyTotal,
  numberTotal,
  type Rates,
} from "./totals.ts";

/** Whether the rows of a column add up to something. */
export function hasSum(column: Column): boolean {
  return column.sets?.input === "money" || column.sums;
}

export interface SumWords {
  /** One for each currency, or the one they were converted into. */
  readonly figures: readonly string[];
  /** The amounts as they stand, when the figure was converted. */
  readonly from: string | null;
}

/**
 * A sum in words: amounts in the units of their column, never one currency added to another. `apart` from the column it
 * is short, as money is everywhere else.
 */
export function sumWords(
  total: MoneyTotal,
  units: readonly Unit[],
  rates: Rates,
  words: Words,
  apart = false,
): SumWords {
  const written = ({ currency, sum }: CurrencySum, always: boolean) => {
    if (apart) return words.money({ amount: plain(sum), currency });
    const unit =
      units.find((it) => it.currency === currency) ?? unitsOf([{ amount: plain(sum), currency }])[0];
    if (unit === undefined) return `${plain(sum)} ${currency}`;
    return (always || units.length > 1 ? withUnit : inUnit)(sum, unit, words.lang);
  };
  const each = total.sums.map((sum) => written(sum, apart));
  const one = converted(total.sums, rates);
  return one === null
    ? { figures: each, from: null }
    : { figures: [written(one, true)], from: each.join(" · ") };
}

const REASONS = ["withheld", "not_reported", "not_required", "unknown"] as const;

/** “86 of 91 known, 5 withheld”; with every reason when there is room for them. */
export function coverageWords(sum: Coverage, words: Words, whole = true): string {
  if (sum.of === 0) return "";
  if (sum.known === sum.of) return words.say("table.sum.allKnown", { all: words.number(sum.of) });
  const known =
    sum.known === 0
      ? words.say("table.sum.noneKnown")
      : words.say("table.sum.money", { known: words.number(sum.known), all: words.number(sum.of) });
  const missing = REASONS.flatMap((reason) => {
    const count = sum.missing[reason] ?? 0;
    return count === 0 ? [] : [words.say(`table.sum.${reason}`, { count })];
  });
  const empty = sum.empty === 0 ? [] : [words.say("table.sum.empty", { count: sum.empty })];
  const why = [...missing, ...empty];
  if (!whole && why.length > 1)
    return `${known}, ${words.say("table.sum.without", { count: sum.of - sum.known })}`;
  return [known, ...why].join(", ");
}

interface SumProps {
  rows: readonly Row[];
  column: Column;
  units: readonly Unit[];
  rates: Rates;
}

/** At the foot: the sum, and below it of how many it speaks and whether it was converted. */
export function FootSum({ rows, column, units, rates, hasRoom }: SumProps & { hasRoom: boolean }) {
  const words = useWords();
  if (column.sets?.input !== "money") {
    const { sum, ...coverage } = numberTotal(rows, column);
    return (
      <Two
        figures={sum === null ? [] : [figure(sum, words.lang)]}
        below={words.say("table.sum.shown", { shown: coverage.known, all: coverage.of })}
        title={coverageWords(coverage, words)}
      />
    );
  }
  const total = moneyTotal(rows, column);
  const { figures, from } = sumWords(total, units, rates, words);
  const known = coverageWords(total, words);
  // There is room for the reasons only where nothing stands to the left, in the second line.
  const below = hasRoom
    ? coverageWords(total, words, false)
    : words.say("table.sum.shown", { shown: words.number(total.known), all: words.number(total.of) });
  return from === null ? (
    <Two figures={figures} below={below} title={known} />
  ) : (
    <Two
      figures={figures}
      below={words.say("table.sum.atRates")}
      title={words.say("table.sum.atRates.from", { amounts: from, known })}
    />
  );
}

function Two({ figures, below, title }: { figures: readonly string[]; below: string; title: string }) {
  return (
    <span className="table-two" title={title}>
      <b className="heavy">
        <Figures figures={figures} />
      </b>
      <span className="c3 t12">{below}</span>
    </span>
  );
}

/** Side by side, with nothing between them that could be read as an addition. */
function Figures({ figures }: { figures: readonly string[] }) {
  if (figures.length === 0) return "–";
  return figures.map((it, index) => (
    <Fragment key={it}>
      {index > 0 ? <span className="c3"> · </span> : null}
      {it}
    </Fragment>
  ));
}

/** In the head of a group: the sum, and of how many when not of all. */
export function GroupSum({ rows, column, units, rates }: SumProps) {
  const words = useWords();
  const isMoney = column.sets?.input === "money";
  const number = isMoney ? null : numberTotal(rows, column);
  const total = number === null ? moneyTotal(rows, column) : { ...number, sums: [] };
  const sum = number === null || number.sum === null ? null : figure(number.sum, words.lang);
  if (total.known === 0) return null;
  const said = sumWords(total, units, rates, words);
  const known = coverageWords(total, words);
  const title =
    said.from === null ? known : words.say("table.sum.atRates.from", { amounts: said.from, known });
  return (
    <span className="table-sum" title={title}>
      {total.known === total.of ? null : (
        <span className="c3 t12">
          {words.say("table.sum.shown", { shown: words.number(total.known), all: words.number(total.of) })}
        </span>
      )}
      <Figures figures={sum === null ? said.figures : [sum]} />
      {said.from === null ? null : <span className="c3 t12">{words.say("table.sum.atRates")}</span>}
    </span>
  );
}
