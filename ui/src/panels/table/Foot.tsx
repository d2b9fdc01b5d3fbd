/* The line at the foot that counts: how many, how much, and of how many that is known. */
import { memo } from "react";
import type { ElementKind } from "../../api/bindings.ts";
import { type Key, useWords } from "../../words/index.ts";
import type { Unit } from "../money.ts";
import type { Column } from "./columns.ts";
import { counted, type Row } from "./rows.ts";
import { coverageWords, FootSum, hasSum } from "./Sum.tsx";
import { coverageOf, type Rates, totals } from "./totals.ts";

interface FootProps {
  kind: ElementKind;
  /** Rows that pass the filter. */
  passing: readonly Row[];
  /** Rows there are without the filter. */
  all: readonly Row[];
  columns: readonly Column[];
  units: readonly Unit[];
  rates: Rates;
}

export const Foot = memo(function Foot({ kind, passing, all, columns, units, rates }: FootProps) {
  const words = useWords();
  const rows = counted(passing);
  const of = counted(all).length;
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
        <div
          key={column.id}
          role="gridcell"
          className={column.numeric ? "table-cell num" : "table-cell"}
          data-testid={`table-total-${column.id}`}
        >
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
              rows.length < passing.length
                ? words.say("table.archived.apart", { count: passing.length - rows.length })
                : rows.length === of
                  ? null
                  : words.say("table.sum.shown", { shown: words.number(rows.length), all: words.number(of) })
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
      case "end":
        return sum.noEnd === 0 ? null : share(sum.noEnd, "table.sum.noEnd");
      case "findings":
        return sum.findings === 0 ? null : <Two first={words.number(sum.findings)} second={null} />;
      default:
        return hasSum(column) ? (
          <FootSum
            rows={rows}
            column={column}
            units={units}
            rates={rates}
            hasRoom={columns[columns.indexOf(column) - 1]?.id === "serves"}
          />
        ) : (
          filledIn(column)
        );
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

  /** How many tell a date, a word or a choice. */
  function filledIn(column: Column) {
    // A field that can be missing; texts and lists that are empty say nothing.
    if (column.sets === null || !("id" in column.sets) || column.sets.input === "list") return null;
    const coverage = coverageOf(rows, column);
    return (
      <Two
        first={words.say("table.sum.shown", {
          shown: words.number(coverage.known),
          all: words.number(coverage.of),
        })}
        second={words.say("table.sum.filled", { count: coverage.known })}
        title={coverageWords(coverage, words)}
      />
    );
  }
});

interface TwoProps {
  first: React.ReactNode;
  second: string | null;
  /** Keeps the place of the second line free. */
  high?: boolean;
  title?: string;
}

function Two({ first, second, high = false, title }: TwoProps) {
  return (
    <span className={high ? "table-two high" : "table-two"} title={title}>
      <span className="c2 cut">{first}</span>
      {second === null ? null : (
        <span className="c3 t12 cut" title={title ?? second}>
          {second}
        </span>
      )}
    </span>
  );
}
