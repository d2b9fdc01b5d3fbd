/* The column heads: names with their unit, sorting, which of its values are shown, and the box that selects everything. */
import { memo } from "react";
import { Icon } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import type { Unit } from "../money.ts";
import type { Column } from "./columns.ts";
import type { Filters } from "./filters.ts";
import { headName, nextSorting } from "./heads.ts";
import type { Sorting } from "./order.ts";

interface HeadProps {
  columns: readonly Column[];
  units: readonly Unit[];
  sorting: Sorting | null;
  extent: "none" | "some" | "all";
  onAll: () => void;
  onSort: (sorting: Sorting | null) => void;
  /** Columns that keep rows back. */
  filtered: Filters;
  /** Asks for the values of a column, beside its head. */
  onOnly: (column: string, head: HTMLElement) => void;
}

export const Head = memo(function Head(props: HeadProps) {
  const { columns, units, sorting, extent, filtered, onAll, onSort, onOnly } = props;
  const words = useWords();
  return (
    <div className="table-row table-head" role="row" aria-rowindex={1}>
      <div role="columnheader" className="table-cell table-pick">
        <button
          type="button"
          className="table-box"
          tabIndex={-1}
          role="checkbox"
          aria-checked={extent === "all" ? true : extent === "some" ? "mixed" : false}
          aria-label={words.say("table.selectAll")}
          onClick={onAll}
        >
          {extent === "none" ? null : <Icon name={extent === "all" ? "tick" : "minus"} />}
        </button>
      </div>
      <div role="columnheader" className="table-cell">
        <span className="unseen">{words.say("table.col.map")}</span>
      </div>
      {columns.map((column) => {
        const sorted = sorting?.column === column.id ? sorting : null;
        const name = headName(column, units, words);
        return (
          <div
            key={column.id}
            role="columnheader"
            className={column.numeric ? "table-cell num" : "table-cell"}
            data-head={column.id}
            aria-sort={sorted === null ? "none" : sorted.descending ? "descending" : "ascending"}
          >
            <button
              type="button"
              tabIndex={-1}
              title={name}
              className={sorted ? "table-name sorted" : "table-name"}
              onClick={() => onSort(nextSorting(column, sorting))}
            >
              <span className="cut">{name}</span>
              {sorted ? <Icon name="down" className={sorted.descending ? "" : "turned"} /> : null}
            </button>
            {column.id === "title" ? null : (
              <button
                type="button"
                tabIndex={-1}
                className={(filtered[column.id]?.length ?? 0) > 0 ? "table-only on" : "table-only"}
                title={words.say("table.only", { name })}
                aria-label={words.say("table.only", { name })}
                aria-haspopup="dialog"
                onClick={(event) => onOnly(column.id, event.currentTarget)}
                data-testid={`only-${column.id}`}
              >
                <Icon name="filter" />
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
});
