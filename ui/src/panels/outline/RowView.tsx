/* One row of the outline as it is drawn. Reports gestures; decides nothing and holds nothing. */
import { memo } from "react";
import { levelClass } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { titleOf } from "../words.ts";
import { Cell, kindOf, More, type RowProps, Title } from "./cell.tsx";
import { BarCell, FindingsCell, OwnerCell, StateCell } from "./ElementCells.tsx";
import { LinkCells } from "./LinkCells.tsx";
import { TitleEditor } from "./TitleEditor.tsx";

export const RowView = memo(function RowView(props: RowProps) {
  const { row, gestures } = props;
  const cut = row.type === "element" || row.type === "link" ? { "aria-selected": props.isSelected } : {};
  const names = [
    "outline-row",
    `is-${row.type}`,
    levelClass(kindOf(row)),
    ...(props.isHere ? ["here"] : []),
    ...(props.isSelected ? ["selected"] : []),
  ];
  return (
    <div
      role="row"
      id={props.id}
      aria-rowindex={props.index}
      aria-level={row.level}
      aria-posinset={row.at}
      aria-setsize={row.of}
      {...(row.open === null ? {} : { "aria-expanded": row.open })}
      {...cut}
      className={names.join(" ")}
      style={{ top: props.top }}
      onPointerDown={(event) => gestures.onPress(row, event)}
      onClick={(event) => gestures.onRow(row, event)}
      onDoubleClick={() => gestures.onOpen(row)}
      data-testid={`outline-${row.key}`}
    >
      <Cells {...props} />
    </div>
  );
});

function Cells(props: RowProps) {
  const { row, gestures, isReadOnly } = props;
  const words = useWords();
  switch (row.type) {
    case "lane":
      return (
        <Title {...props} span={6}>
          <b>{words.say("outline.lane", { kind: row.kind })}</b>
          <span className="c3 outline-figure">
            {row.count === row.all
              ? words.number(row.all)
              : words.say("outline.laneCount", { shown: row.count, all: row.all })}
          </span>
          {row.all === 0 ? <span className="c3">{words.say("outline.ask", { kind: row.kind })}</span> : null}
          {isReadOnly ? null : (
            <More label={words.say("action.add", { kind: row.kind })} onPress={() => gestures.onAdd(row)} />
          )}
        </Title>
      );
    case "element": {
      const title = titleOf(words, row.element);
      return (
        <>
          <Title {...props}>
            {props.isRenaming ? (
              <TitleEditor
                label={words.say("outline.rename", { title })}
                begun={row.element.title}
                onDone={(text, leave) => gestures.onDone(row, text, leave)}
              />
            ) : (
              <span className={row.isWay ? "cut c3" : "cut"} title={title}>
                {title}
              </span>
            )}
          </Title>
          <Cell {...props} at={1}>
            <OwnerCell element={row.element} />
          </Cell>
          <Cell {...props} at={2}>
            <StateCell element={row.element} />
          </Cell>
          <Cell {...props} at={3}>
            <BarCell element={row.element} which="delivery" />
          </Cell>
          <Cell {...props} at={4}>
            <BarCell element={row.element} which="outcome" />
          </Cell>
          <Cell {...props} at={5}>
            <FindingsCell id={row.element.id} found={props.found} />
          </Cell>
        </>
      );
    }
    case "group": {
      const name = words.say("outline.group", { name: row.name });
      return (
        <Title {...props} span={6}>
          <span className="c2">{name}</span>
          <span className="c3 outline-figure">
            {row.count === 0 ? words.say("outline.group.none") : words.number(row.count)}
          </span>
          {isReadOnly || row.name === "measures" || row.name === "other" ? null : (
            <More
              label={words.say("outline.group.link", { group: name })}
              onPress={() => gestures.onLink(row)}
            />
          )}
        </Title>
      );
    }
    case "link":
      return <LinkCells {...props} row={row} />;
    case "draft": {
      const { writing } = props;
      if (writing === null) return null;
      return (
        <Title {...props} span={6}>
          {writing.sent === null ? (
            <TitleEditor
              key={writing.number}
              label={words.say("outline.newTitle")}
              begun={writing.begun}
              isNew
              placeholder={words.say("map.newTitle", { kind: row.kind })}
              onDone={(text, leave) => gestures.onDone(row, text, leave)}
              onShift={gestures.onShift}
            />
          ) : (
            <span className="cut">{writing.sent}</span>
          )}
        </Title>
      );
    }
  }
}
