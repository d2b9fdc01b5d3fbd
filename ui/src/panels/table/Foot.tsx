/* The line at the foot that counts: how many, how much, and of how many that is known. */
import { Fragment } from "react";
import type { ElementKind } from "../../api/bindings.ts";
import { useWords, type Words } from "../../words/index.ts";
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

export function Foot({ kind, rows, all, columns, units }: FootProps) {
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
            second={rows.length === all ? null : words.say("table.sum.shown", { shown: rows.length, all })}
          />
        );
      case "owner":
        return <Two first={words.say("table.sum.owners", { count: sum.owners })} second={null} />;
      case "state":
        return <Two first={words.say("table.sum.active", { count: sum.active })} second={null} />;
      case "delivery":
        return (
          <Two
            first={words.say("table.sum.reported", { count: sum.reported, all: sum.count })}
            second={null}
          />
        );
      case "outcome":
        return (
          <Two
            first={words.say("table.sum.measured", { count: sum.measured, all: sum.count })}
            second={null}
          />
        );
      case "serves":
        return kind === "initiative" ? <Two first={reach()} second={null} /> : null;
      case "budget":
        return <Money sum={sum.budget} units={units} words={words} />;
      case "spent":
        return <Money sum={sum.spent} units={units} words={words} short />;
      case "end":
        return sum.noEnd === 0 ? null : (
          <Two first={words.say("table.sum.noEnd", { count: sum.noEnd })} second={null} />
        );
      case "findings":
        return sum.findings === 0 ? null : <Two first={words.number(sum.findings)} second={null} />;
      default:
        return null;
    }
  }

  function reach(): string {
    return sum.noObjective === 0
      ? words.say("table.sum.allReach")
      : words.say("table.sum.noObjective", { count: sum.noObjective });
  }
}

function Two({ first, second }: { first: React.ReactNode; second: string | null }) {
  return (
    <span className="table-two">
      <span className="c2">{first}</span>
      {second === null ? null : <span className="c3 t12">{second}</span>}
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
        {short ? words.say("table.sum.shown", { shown: sum.known, all: sum.of }) : coverage(sum, words)}
      </span>
    </span>
  );
}

/** “86 of 91 known, 5 withheld”. */
export function coverage(sum: MoneyTotal, words: Words): string {
  if (sum.of === 0) return "";
  if (sum.known === sum.of) return words.say("table.sum.allKnown", { all: sum.of });
  const known =
    sum.known === 0
      ? words.say("table.sum.noneKnown")
      : words.say("table.sum.money", { known: sum.known, all: sum.of });
  const missing = REASONS.flatMap((reason) => {
    const count = sum.missing[reason] ?? 0;
    return count === 0 ? [] : [words.say(`table.sum.${reason}`, { count })];
  });
  const empty = sum.empty === 0 ? [] : [words.say("table.sum.empty", { count: sum.empty })];
  return [known, ...missing, ...empty].join(", ");
}
