/* One row of the sheet as it stands in the file. A row that is not read is struck through and says so in words. */
import type { VirtualItem } from "@tanstack/react-virtual";
import type { RefObject } from "react";
import type { ColumnFacts, Mark, PreviewRow, Problem } from "../../api/index.ts";
import { Icon, StatusShape } from "../../kit/index.ts";
import { isKey, useWords } from "../../words/index.ts";
import { isNumeric, shownText, spotKey } from "./places.ts";

interface SheetRowProps {
  row: PreviewRow;
  top: number;
  height: number;
  width: number;
  /** The columns in sight. */
  seen: readonly VirtualItem[];
  base: string;
  /** The cell in force, −1 for the row's number. */
  active: number | null;
  numeric: readonly ColumnFacts[];
  problems: ReadonlyMap<string, readonly Problem[]>;
  /** Repaired cells by their spot. */
  repairs: ReadonlyMap<string, string>;
  /** Kept at the cell in force, for the popover beside it. */
  anchor: RefObject<HTMLElement | null>;
  onOpen: (column: number, element: HTMLElement) => void;
}

export function SheetRow(props: SheetRowProps) {
  const { row, active, base, numeric: columns, onOpen } = props;
  const words = useWords();
  const kind = `import.kind.${row.kind}`;
  const hold = (column: number) => (element: HTMLElement | null) => {
    if (element && active === column) props.anchor.current = element;
  };
  return (
    <div
      role="row"
      aria-rowindex={row.number}
      className={`import-row is-${row.kind}`}
      style={{ top: props.top, height: props.height, width: props.width }}
      {...(row.kind === "header" ? { "data-testid": "import-header-row" } : {})}
    >
      <div
        role="rowheader"
        id={`${base}-${row.number}--1`}
        ref={hold(-1)}
        className={active === -1 ? "import-number at" : "import-number"}
        aria-label={words.say("import.row", { number: row.number })}
        onClick={(event) => onOpen(-1, event.currentTarget)}
      >
        {row.number}
      </div>
      {props.seen.map((item) => {
        const cell = row.cells[item.index];
        const column = columns[item.index];
        if (cell === undefined || column === undefined) return null;
        const own = props.problems.get(spotKey(row.number, item.index));
        const mark = own ? graver(own, cell.mark) : cell.mark;
        const repaired = props.repairs.has(spotKey(row.number, item.index));
        const looks = [
          "import-cell",
          isNumeric(column) ? "num" : "",
          repaired ? "repaired" : `mark-${mark}`,
          column.role === "ignore" ? "dropped" : "",
          active === item.index ? "at" : "",
        ];
        return (
          <div
            key={column.letter}
            role="gridcell"
            id={`${base}-${row.number}-${item.index}`}
            ref={hold(item.index)}
            className={looks.filter((look) => look !== "").join(" ")}
            style={{ left: item.start, width: item.size }}
            title={mark === "spread" ? words.say("import.grid.spread") : cell.text}
            onClick={(event) => onOpen(item.index, event.currentTarget)}
          >
            <span className={overflows(row) ? "" : "cut"}>{shownText(cell.text)}</span>
            {repaired ? <Icon name="tick" /> : <MarkShape mark={mark} message={own?.[0]?.message} />}
          </div>
        );
      })}
      {isKey(kind) ? <span className="import-kind">{words.say(kind)}</span> : null}
    </div>
  );
}

/** Lines above the table run over the cells beside them, as in a spreadsheet. */
function overflows(row: PreviewRow): boolean {
  return row.kind === "above" || row.kind === "section" || row.kind === "note";
}

function graver(problems: readonly Problem[], mark: Mark): Mark {
  if (problems.some((problem) => problem.severity === "error")) return "error";
  return problems.some((problem) => problem.severity === "warning") ? "warning" : mark;
}

function MarkShape({ mark, message }: { mark: Mark; message: string | undefined }) {
  if (mark !== "error" && mark !== "warning") return null;
  return (
    <StatusShape
      standing={mark === "error" ? "off" : "risk"}
      {...(message === undefined ? {} : { label: message })}
    />
  );
}
