/* One row of the grid with its cells. Draws and reports gestures; decides nothing. */
import { type MouseEvent, memo, type PointerEvent } from "react";
import type { Patch } from "../../api/bindings.ts";
import { Icon, KindGlyph, levelClass } from "../../kit/index.ts";
import { isOnMap } from "../../model/kinds.ts";
import { useWords } from "../../words/index.ts";
import type { Unit } from "../money.ts";
import { CellContent } from "./CellContent.tsx";
import { CellEditor, type Leave } from "./CellEditor.tsx";
import type { Column } from "./columns.ts";
import type { Row } from "./rows.ts";
import type { Editing } from "./useGrid.ts";

/** The cells before those of the columns. */
export const SELECT = "select";
export const GLYPH = "map";

export interface Gestures {
  onCell(row: string, cell: string, event: MouseEvent): void;
  onOpen(row: string, cell: string): void;
  onTick(row: string, extend: boolean): void;
  onShow(row: string): void;
  /** The pointer went down on what a row is carried by. */
  onPress(row: string, event: PointerEvent): void;
  onDone(row: string, patch: Patch | null, leave: Leave): void;
  onFold(group: string): void;
}

interface GridRowProps {
  row: Row;
  /** Counted from 1, the header being the first. */
  index: number;
  top: number;
  columns: readonly Column[];
  units: readonly Unit[];
  selected: boolean;
  readOnly: boolean;
  active: string | null;
  editing: Editing | null;
  /** The first and last column of the range in this row; nothing when the last is before the first. */
  heldFrom: number;
  heldTo: number;
  isHeldTop: boolean;
  isHeldBottom: boolean;
  suggest: (column: string) => readonly string[];
  base: string;
  grouped: boolean;
  gestures: Gestures;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, columns, active, editing, gestures, base } = props;
  const words = useWords();
  const title = row.element.title;
  const archived = row.element.archived !== null;
  const cell = (id: string) => (active === id ? "table-cell at" : "table-cell");
  // Only what a canvas can show is taken there.
  const isCarried = isOnMap(row.element.kind) && !archived && !props.readOnly;
  const isHeld = (index: number) => index >= props.heldFrom && index <= props.heldTo;
  return (
    <div
      role="row"
      id={`${base}-${row.id}`}
      aria-rowindex={props.index}
      aria-selected={props.selected}
      {...(props.grouped ? { "aria-level": 2 } : {})}
      className={`table-row${props.selected ? " selected" : ""}${editing === null ? "" : " editing"}${archived ? " archived" : ""}`}
      style={{ top: props.top }}
      data-row={row.id}
      data-testid={`table-row-${row.id}`}
    >
      <div
        role="gridcell"
        id={`${base}-${row.id}-${SELECT}`}
        className={`${cell(SELECT)} table-pick`}
        aria-selected={active === SELECT}
        onClick={(event) => gestures.onTick(row.id, event.shiftKey)}
      >
        <span className="table-box" role="img" aria-label={words.say("table.selectRow", { title })}>
          {props.selected ? <Icon name="tick" /> : null}
        </span>
      </div>
      <div
        role="gridcell"
        id={`${base}-${row.id}-${GLYPH}`}
        className={`${cell(GLYPH)} table-glyph${isCarried ? " carries" : ""} ${levelClass(row.element.kind)}`}
        aria-label={words.say("table.showOne", { title })}
        title={words.say(isCarried ? "table.glyphHint" : "table.showOnMap")}
        aria-selected={active === GLYPH}
        onClick={(event) => gestures.onCell(row.id, GLYPH, event)}
        onDoubleClick={() => gestures.onShow(row.id)}
        onPointerDown={(event) => isCarried && gestures.onPress(row.id, event)}
      >
        <i className="table-edge" />
        <KindGlyph kind={row.element.kind} />
      </div>
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          id={`${base}-${row.id}-${column.id}`}
          className={`${cell(column.id)}${looks(column, editing?.column === column.id)}${isHeld(index) ? edges(index) : ""}`}
          aria-readonly={column.sets === null}
          aria-selected={isHeld(index) || active === column.id}
          data-column={column.id}
          onClick={(event) => gestures.onCell(row.id, column.id, event)}
          onDoubleClick={() => gestures.onOpen(row.id, column.id)}
        >
          {editing?.column === column.id ? (
            <CellEditor
              row={row}
              column={column}
              units={props.units}
              begun={editing.begun}
              suggest={props.suggest}
              onDone={(patch, leave) => gestures.onDone(row.id, patch, leave)}
            />
          ) : (
            <CellContent row={row} column={column} units={props.units} />
          )}
        </div>
      ))}
    </div>
  );

  /** The outline of the range runs along the cells at its edges. */
  function edges(index: number): string {
    return [
      " held",
      props.isHeldTop ? " held-top" : "",
      props.isHeldBottom ? " held-bottom" : "",
      index === props.heldFrom ? " held-left" : "",
      index === props.heldTo ? " held-right" : "",
    ].join("");
  }
});

function looks(column: Column, isEdited: boolean): string {
  return [
    isEdited ? " editing" : "",
    column.numeric ? " num" : column.sets?.input === "date" ? " date" : "",
    column.id === "title" ? " strong" : "",
  ].join("");
}
