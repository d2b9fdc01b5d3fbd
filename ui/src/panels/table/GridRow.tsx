/* One line of the grid: a row of cells or the head of a group. Draws and reports gestures; decides nothing. */
import { type MouseEvent, memo } from "react";
import type { Patch } from "../../api/bindings.ts";
import { Icon, KindGlyph, levelClass } from "../../kit/index.ts";
import { known } from "../../model/maybe.ts";
import { isKey, useWords, type Words } from "../../words/index.ts";
import { CellContent } from "./CellContent.tsx";
import { CellEditor, type Leave } from "./CellEditor.tsx";
import type { Column } from "./columns.ts";
import { coverage } from "./Foot.tsx";
import type { Group, Grouping } from "./groups.ts";
import { inUnit, type Unit, withUnit } from "./money.ts";
import type { Row } from "./rows.ts";
import { moneyTotal } from "./totals.ts";

/** The cells before those of the columns. */
export const SELECT = "select";
export const GLYPH = "map";

export interface Gestures {
  onCell(row: string, cell: string, event: MouseEvent): void;
  onOpen(row: string, cell: string): void;
  onTick(row: string, extend: boolean): void;
  onShow(row: string): void;
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
  active: string | null;
  editing: { readonly column: string; readonly begun: string | null } | null;
  owners: readonly string[];
  base: string;
  grouped: boolean;
  gestures: Gestures;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, columns, active, editing, gestures, base } = props;
  const words = useWords();
  const title = row.element.title;
  const cell = (id: string) => (active === id ? "table-cell at" : "table-cell");
  return (
    <div
      role="row"
      id={`${base}-${row.id}`}
      aria-rowindex={props.index}
      aria-selected={props.selected}
      {...(props.grouped ? { "aria-level": 2 } : {})}
      className={`table-row${props.selected ? " selected" : ""}${editing === null ? "" : " editing"}`}
      style={{ top: props.top }}
      data-testid={`table-row-${row.id}`}
    >
      <div
        role="gridcell"
        id={`${base}-${row.id}-${SELECT}`}
        className={`${cell(SELECT)} table-pick`}
        onClick={(event) => gestures.onTick(row.id, event.shiftKey)}
      >
        <span className="table-box" role="img" aria-label={words.say("table.selectRow", { title })}>
          {props.selected ? <Icon name="tick" /> : null}
        </span>
      </div>
      <div
        role="gridcell"
        id={`${base}-${row.id}-${GLYPH}`}
        className={`${cell(GLYPH)} table-glyph ${levelClass(row.element.kind)}`}
        aria-label={words.say("table.showOne", { title })}
        title={words.say("table.showOnMap")}
        onClick={(event) => gestures.onCell(row.id, GLYPH, event)}
        onDoubleClick={() => gestures.onShow(row.id)}
      >
        <i className="table-edge" />
        <KindGlyph kind={row.element.kind} />
      </div>
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          id={`${base}-${row.id}-${column.id}`}
          className={`${cell(column.id)}${editing?.column === column.id ? " editing" : ""}${column.numeric ? " num" : column.editing === "date" ? " date" : ""}${column.id === "title" ? " strong" : ""}`}
          aria-readonly={column.editing === null}
          onClick={(event) => gestures.onCell(row.id, column.id, event)}
          onDoubleClick={() => gestures.onOpen(row.id, column.id)}
        >
          {editing?.column === column.id ? (
            <CellEditor
              row={row}
              column={column}
              units={props.units}
              begun={editing.begun}
              owners={props.owners}
              onDone={(patch, leave) => gestures.onDone(row.id, patch, leave)}
            />
          ) : (
            <CellContent row={row} column={column} units={props.units} />
          )}
        </div>
      ))}
    </div>
  );
});

interface GroupRowProps {
  group: Group;
  grouping: Grouping;
  folded: boolean;
  /** Counted from 0 among the groups. */
  number: number;
  index: number;
  top: number;
  columns: readonly Column[];
  units: readonly Unit[];
  active: boolean;
  base: string;
  gestures: Gestures;
}

export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { group, grouping, folded, columns, gestures, base } = props;
  const words = useWords();
  const name = groupName(group, grouping, words);
  const budget = columns.findIndex((column) => column.id === "budget");
  const kind = group.rows[0]?.element.kind ?? "initiative";
  const note = noteOf(group, words);
  const end = budget < 0 ? -1 : budget + 3;
  const state = columns.findIndex((column) => column.id === "state");
  const after = note !== "" && state >= 0 && (budget < 0 || state < budget) ? state + 3 : end;
  return (
    <div
      role="row"
      id={`${base}-${props.number}`}
      aria-rowindex={props.index}
      aria-level={1}
      aria-expanded={!folded}
      className={props.active ? "table-row table-group at" : "table-row table-group"}
      style={{ top: props.top }}
      data-testid={`table-group-${props.number}`}
    >
      <div
        role="gridcell"
        tabIndex={-1}
        className="table-group-head"
        style={{ gridColumn: `1 / ${after}` }}
        aria-label={words.say(folded ? "table.group.unfold" : "table.group.fold", { name })}
        onClick={() => gestures.onFold(group.key)}
        onKeyDown={(event) => {
          if (event.key === "Enter") gestures.onFold(group.key);
        }}
      >
        <Icon name={folded ? "right" : "down"} />
        <b className="cut">{name}</b>
        <span className="c3">{words.say(`kinds.${kind}`, { count: group.rows.length })}</span>
      </div>
      {note === "" ? null : (
        <div role="gridcell" className="table-cell c3" style={{ gridColumn: `${after} / ${end}` }}>
          <span className="cut">{note}</span>
        </div>
      )}
      {budget < 0 ? null : (
        <div role="gridcell" className="table-cell num heavy" style={{ gridColumn: `${budget + 3}` }}>
          <GroupSum group={group} units={props.units} />
        </div>
      )}
    </div>
  );
});

export function groupName(group: Group, grouping: Grouping, words: Words): string {
  if (group.title === null) {
    return grouping === "none" ? "" : words.say(`table.groupless.${grouping}`);
  }
  if (group.head?.kind === "priority" && group.head.rank !== null)
    return `${group.head.rank} · ${group.title}`;
  const state = `state.${group.title}`;
  return grouping === "state" && isKey(state) ? words.say(state) : group.title;
}

function noteOf(group: Group, words: Words): string {
  const { head } = group;
  if (head === null) return "";
  const weight =
    head.kind === "objective" && head.weight?.known !== undefined
      ? words.say("table.group.note.weight", { weight: words.number(head.weight.known) })
      : null;
  return [known(head.owner) ?? words.say("common.noOwner"), weight]
    .filter((part) => part !== null)
    .join(" · ");
}

function GroupSum({ group, units }: { group: Group; units: readonly Unit[] }) {
  const words = useWords();
  const sum = moneyTotal(group.rows, "budget");
  const text = sum.sums.flatMap(({ currency, sum: value }) => {
    const unit = units.find((it) => it.currency === currency);
    return unit ? [(units.length > 1 ? withUnit : inUnit)(value, unit, words.lang)] : [];
  });
  return (
    <span className="table-sum" title={coverage(sum, words)}>
      {sum.known === sum.of ? null : (
        <span className="c3 t12">{words.say("table.sum.shown", { shown: sum.known, all: sum.of })}</span>
      )}
      {text.length === 0 ? "–" : text.join(" + ")}
    </span>
  );
}
