/* What the cells held together are: how many, and what the amounts among them come to. */
import { useWords } from "../../words/index.ts";
import type { Unit } from "../money.ts";
import { sumWords } from "./Sum.tsx";
import { moneyTotal, type Rates } from "./totals.ts";
import type { Area } from "./useSheet.ts";

interface RangeSumProps {
  area: Area;
  units: readonly Unit[];
  rates: Rates;
}

export function RangeSum({ area, units, rates }: RangeSumProps) {
  const words = useWords();
  const money = area.columns.filter((column) => column.sets?.input === "money");
  // Budget and spent are different things: only the amounts of one column are summed.
  const [only] = money;
  const total = money.length === 1 && only ? moneyTotal(area.rows, only) : null;
  const sums = total === null ? [] : sumWords(total, units, rates, words, true).figures;
  return (
    <span className="c2 table-count" data-testid="table-range">
      <b className="heavy">{words.say("table.cells", { count: area.rows.length * area.columns.length })}</b>
      {sums.length === 0 ? null : ` · ${sums.join(" · ")}`}
    </span>
  );
}
