/* The parts that all rows of the outline are made of: a cell, and the first one with indentation, glyph and title. */
import type { MouseEvent, PointerEvent, ReactNode } from "react";
import { Icon, KindGlyph } from "../../kit/index.ts";
import type { Found } from "../../model/found.ts";
import type { Row } from "./rows.ts";
import type { Leave } from "./TitleEditor.tsx";
import type { Writing } from "./usePen.ts";

export interface Gestures {
  /** The pointer went down on a row; it may be carried elsewhere. */
  onPress(row: Row, event: PointerEvent): void;
  onRow(row: Row, event: MouseEvent): void;
  onFold(row: Row): void;
  /** Edits the title, or goes along the link. */
  onOpen(row: Row): void;
  onAdd(row: Row): void;
  onLink(row: Row): void;
  onAccept(row: Row): void;
  onDone(row: Row, title: string | null, leave: Leave): void;
  onShift(by: 1 | -1): void;
}

export interface RowProps {
  row: Row;
  id: string;
  /** Counted from 1, the head being the first. */
  index: number;
  top: number;
  isHere: boolean;
  /** The cell in force; `null` when it is the row. */
  cell: number | null;
  isSelected: boolean;
  isReadOnly: boolean;
  /** Beside a canvas there is room for the titles alone. */
  lean: boolean;
  isRenaming: boolean;
  writing: Writing | null;
  found: Found | undefined;
  gestures: Gestures;
}

export function kindOf(row: Row) {
  if (row.type === "element") return row.element.kind;
  if (row.type === "link") return row.end.other.kind;
  return row.type === "group" ? row.owner.kind : row.kind;
}

interface CellProps extends RowProps {
  at: number;
  span?: number;
  children: ReactNode;
}

export function Cell({ id, at, span = 1, isHere, cell, lean, children }: CellProps) {
  if (lean) return null;
  return (
    <div
      role="gridcell"
      id={`${id}-${at}`}
      {...(span === 1 ? {} : { "aria-colspan": span })}
      className={isHere && cell === at ? "outline-cell at" : "outline-cell"}
      style={span === 1 ? undefined : { gridColumnEnd: `span ${span}` }}
    >
      {children}
    </div>
  );
}

/** The first cell: how deep the row stands, whether it opens, what kind it is, and its title. */
export function Title(props: RowProps & { span?: number; children: ReactNode }) {
  const { row, gestures, id, isHere, cell } = props;
  const span = props.lean ? 1 : (props.span ?? 1);
  return (
    <div
      role="gridcell"
      id={`${id}-0`}
      {...(span === 1 ? {} : { "aria-colspan": span })}
      className={isHere && cell === 0 ? "outline-cell outline-title at" : "outline-cell outline-title"}
      style={span === 1 ? undefined : { gridColumnEnd: `span ${span}` }}
    >
      <i className="outline-guides" style={{ "--depth": row.level - 1 } as React.CSSProperties} />
      <span
        className="outline-turn"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          gestures.onFold(row);
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {row.open === null ? null : <Icon name={row.open ? "down" : "right"} />}
      </span>
      {row.type === "group" ? null : (
        <>
          <i className="outline-edge" />
          <KindGlyph kind={kindOf(row)} hued={row.type !== "link"} />
        </>
      )}
      {props.children}
    </div>
  );
}

/** A plus for the mouse; the keyboard has Insert and L. */
export function More({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      className="outline-more"
      aria-label={label}
      title={label}
      onPointerDown={(event) => event.preventDefault()}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Icon name="plus" />
    </button>
  );
}
