/* The last row of a matrix: how many links each column has, and in a tooltip what their rows are worth. */
import type { VirtualItem } from "@tanstack/react-virtual";
import { useWords } from "../../words/index.ts";
import type { Matrix } from "./matrix.ts";

export const FOOT = 32;

interface MatrixFootProps {
  columns: Matrix["columns"];
  /** The columns in sight. */
  places: readonly VirtualItem[];
  size: { readonly width: number; readonly side: number; readonly column: number };
}

export function MatrixFoot({ columns, places, size }: MatrixFootProps) {
  const words = useWords();
  return (
    <div className="matrix-foot" role="row" style={{ width: size.width, height: FOOT }}>
      <div className="matrix-side" role="rowheader" style={{ width: size.side }}>
        {words.say("matrix.total")}
      </div>
      {places.map((item) => {
        const line = columns[item.index];
        return line === undefined ? null : (
          <div
            key={line.element.id}
            role="gridcell"
            className={line.count === 0 ? "matrix-sum none" : "matrix-sum"}
            style={{ left: size.side + item.start, width: size.column }}
            title={words.monies(line.money)}
          >
            {line.count === 0 ? "○" : words.number(line.count)}
          </div>
        );
      })}
    </div>
  );
}
