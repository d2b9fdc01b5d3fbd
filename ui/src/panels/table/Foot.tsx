/* The line at the foot that counts: how many, how much, and of how many that is known. */
import { Fragment, memo } from "react";
import type { ElementKind } from "../../api/bindings.ts";
import { type Key, useWords, type Words } from "../../words/index.ts";
import type { Column } from "./columns.ts";
import { inUnit, type Unit, withUnit } from "./money.ts";
import type { Row } from "./rows.ts";
import { type MoneyTotal, totals } from "./totals.ts";

interface FootProps {
  kind: ElementKind;
  /** Rows that pass the filter. */
  rows: readonly Row[];
  /** How many there are without the filter. */
  all: number;
  columns: readonly Column[];
  units: readonly Unit[];
}

export const Foot = memo(function Foot({ kind, rows, all, columns, units }: FootProps) {
  const words = useWords();
  const sum = totals(rows);
  const count = words.say(`kinds.${kind}`, { count: sum.count });
  return (
    <div
      className="table-row table-foot"
      role="row"
      aria-label={words.say("table.sum.label")}
      data-testid="table-totals"
    >
      <div role="gridcell" className="table-cell" style={{ gridColumn: "1 / 3" }} />
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={column.numeric ? "table-cell num" : "table-cell"}>
          {cell(column)}
        </div>
      ))}
    </div>
  );

  function cell(column: Column) {
    switch (column.id) {
      case "title":
        return (
          <Two
            first={<b className="heavy">{count}</b>}
            second={
              rows.length === all
                ? null
                : words.say("table.sum.shown", { shown: words.number(rows.length), all: words.number(all) })
            }
          />
        );
      case "owner":
        return (
          <Two
            first={words.say("table.sum.owners", { count: sum.owners })}
            second={sum.unowned === 0 ? null : words.say("table.sum.unowned", { count: sum.unowned })}
          />
        );
      case "state":
        return share(sum.active, "table.sum.active");
      case "delivery":
      case "said":
        return share(sum.reported, "table.sum.reported");
      case "outcome":
        return share(sum.measured, "table.sum.measured");
      case "serves":
        if (kind !== "initiative") return null;
        // One line only: the words about the budget reach below it.
        return (
          <Two
            first={
              sum.noObjective === 0
                ? words.say("table.sum.allReach")
                : words.say("table.sum.noObjective", { count: sum.noObjective })
            }
            second={null}
            high
          />
        );
      case "budget":
        return <Money sum={sum.budget} units={units} words={words} />;
      case "spent":
        return <Money sum={sum.spent} units={units} words={words} short />;
      case "end":
        return sum.noEnd === 0 ? null : share(sum.noEnd, "table.sum.noEnd");
      case "findings":
        return sum.findings === 0 ? null : <Two first={words.number(sum.findings)} second={null} />;
      default:
        return null;
    }
  }

  /** So many of all, and what of them. */
  function share(count: number, what: Key) {
    return (
      <Two
        first={words.say("table.sum.shown", { shown: words.number(count), all: words.number(sum.count) })}
        second={words.say(what, { count })}
      />
    );
  }
});

interface TwoProps {
  first: React.ReactNode;
  second: string | null;
  /** Keeps the place of the second line free. */
  high?: boolean;
}

function Two({ first, second, high = false }: TwoProps) {
  return (
    <span className={high ? "table-two high" : "table-two"}>
      <span className="c2 cut">{first}</span>
      {second === null ? null : (
        <span className="c3 t12 cut" title={second}>
          {second}
        </span>
      )}
    </span>
  );
}

interface MoneyProps {
  sum: MoneyTotal;
  units: readonly Unit[];
  words: Words;
  /** Only how many are known; why the others are not stands beside the budget. */
  short?: boolean;
}

const REASONS = ["withheld", "not_reported", "not_required", "unknown"] as const;

/** Sums side by side, one for each currency, and below them of how many they speak. */
function Money({ sum, units, words, short = false }: MoneyProps) {
  const figures = sum.sums.flatMap(({ currency, sum: value }) => {
    const unit = units.find((it) => it.currency === currency);
    return unit ? [(units.length > 1 ? withUnit : inUnit)(value, unit, words.lang)] : [];
  });
  return (
    <span className="table-two">
      <b className="heavy">
        {figures.length === 0
          ? "–"
          : figures.map((figure, index) => (
              <Fragment key={figure}>
                {index > 0 ? <span className="c3"> + </span> : null}
                {figure}
              </Fragment>
            ))}
      </b>
      <span className="c3 t12" title={coverage(sum, words)}>
        {short
          ? words.say("table.sum.shown", { shown: words.number(sum.known), all: words.number(sum.of) })
          : coverage(sum, words, false)}
      </span>
    </span>
  );
}

/** “86 of 91 known, 5 withheld”; with every reason when there is room for them. */
export function coverage(sum: MoneyTotal, words: Words, whole = true): string {
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
