/* The head of a group: its name, how many rows, and a total in each column that has one. */
import { memo } from "react";
import { Icon } from "../../kit/index.ts";
import { known } from "../../model/maybe.ts";
import { isKey, useWords, type Words } from "../../words/index.ts";
import type { Unit } from "../money.ts";
import type { Column } from "./columns.ts";
import type { Gestures } from "./GridRow.tsx";
import type { Group, Grouping } from "./groups.ts";
import { headName } from "./heads.ts";
import { counted } from "./rows.ts";
import { GroupSum, hasSum } from "./Sum.tsx";
import type { Rates } from "./totals.ts";

interface GroupRowProps {
  group: Group;
  grouping: Grouping;
  rates: Rates;
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

/** Columns before the first of ours: the box and the glyph. */
const BEFORE = 3;

export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { group, grouping, folded, columns, gestures, base } = props;
  const words = useWords();
  const name = groupName(group, grouping, columns, words);
  const rows = counted(group.rows);
  const kind = group.rows[0]?.element.kind ?? "initiative";
  const note = noteOf(group, words);
  const summed = columns.flatMap((column, index) => (hasSum(column) ? [{ column, at: index + BEFORE }] : []));
  const end = summed[0]?.at ?? columns.length + BEFORE;
  const state = columns.findIndex((column) => column.id === "state") + BEFORE;
  // The note stands under the state, where there is one before the first total; else beside the name.
  const isApart = note !== "" && state > BEFORE && state < end;
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
        style={{ gridColumn: `1 / ${isApart ? state : end}` }}
        aria-label={words.say(folded ? "table.group.unfold" : "table.group.fold", { name })}
        onClick={() => gestures.onFold(group.key)}
        onKeyDown={(event) => {
          if (event.key === "Enter") gestures.onFold(group.key);
        }}
      >
        <Icon name={folded ? "right" : "down"} />
        <b className="cut">{name}</b>
        <span className="c3">{words.say(`kinds.${kind}`, { count: rows.length })}</span>
        {note !== "" && !isApart ? <span className="c3 cut table-beside">{note}</span> : null}
      </div>
      {isApart ? (
        <div role="gridcell" className="table-cell c3" style={{ gridColumn: `${state} / ${end}` }}>
          <span className="cut">{note}</span>
        </div>
      ) : null}
      {summed.map(({ column, at }) => (
        <div
          key={column.id}
          role="gridcell"
          className="table-cell num heavy"
          style={{ gridColumn: `${at}` }}
          data-testid={`table-group-${props.number}-${column.id}`}
        >
          <GroupSum rows={rows} column={column} units={props.units} rates={props.rates} />
        </div>
      ))}
    </div>
  );
});

function groupName(group: Group, grouping: Grouping, columns: readonly Column[], words: Words): string {
  if (group.title === null) {
    const own = `table.groupless.${grouping}`;
    const column = columns.find((it) => it.id === grouping);
    if (isKey(own)) return words.say(own);
    return column
      ? words.say("table.groupless.column", { name: headName(column, [], words) })
      : words.say("table.filter.empty");
  }
  if (group.head?.kind === "priority" && group.head.rank?.known !== undefined)
    return `${group.head.rank.known} · ${group.title}`;
  return group.title;
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
