/* The line above the outline: what is shown, how much of it, and what can be done with the row in force. */
import type { RefObject } from "react";
import { Button, Icon, IconButton } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { ownerOf, type Row } from "./rows.ts";
import type { Outlined } from "./useOutline.ts";

interface OutlineBarProps {
  outline: Outlined;
  /** Beside a canvas: what finds, and no tools. */
  lean: boolean;
  row: Row | undefined;
  field: RefObject<HTMLInputElement | null>;
  onLeave: () => void;
}

export function OutlineBar({ outline, lean, row, field, onLeave }: OutlineBarProps) {
  const { settings, kept, rows } = outline;
  const words = useWords();
  const lanes = rows.flatMap((it) => (it.type === "lane" ? [it] : []));
  const shown = lanes.reduce((sum, it) => sum + it.count, 0);
  const { shownAll } = outline;
  return (
    <div className="outline-bar" role="toolbar" aria-label={words.say("nav.outline")}>
      <label className="outline-filter">
        <Icon name="search" />
        <input
          ref={field}
          value={settings.text}
          placeholder={words.say("outline.filter")}
          aria-label={words.say("outline.filterBy")}
          title={words.say("outline.filterBy")}
          spellCheck={false}
          onChange={(event) => kept.filter({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === "Escape" && settings.text !== "") {
              event.stopPropagation();
              kept.filter({ text: "" });
            } else if (event.key === "ArrowDown" || event.key === "Enter") {
              event.preventDefault();
              onLeave();
            }
          }}
          data-testid="outline-filter"
        />
        {settings.text === "" ? null : (
          <IconButton
            icon="close"
            size="small"
            label={words.say("outline.filter.clear")}
            onPress={() => kept.filter({ text: "" })}
          />
        )}
      </label>
      {lean && !settings.onlyFound ? null : (
        <Button
          look="quiet"
          pressed={settings.onlyFound}
          onPress={() => kept.filter({ onlyFound: !settings.onlyFound })}
          data-testid="outline-only-found"
        >
          <Icon name="findings" />
          {words.say("outline.onlyFound")}
        </Button>
      )}
      <span className="outline-count c3 cut" role="status">
        {outline.isFiltered
          ? words.say("outline.countOf", { shown, count: shownAll })
          : words.say("outline.count", { count: shownAll })}
      </span>
      {lean ? null : <Tools outline={outline} row={row} />}
    </div>
  );
}

/** What can be done with what is selected and with the row in force. */
function Tools({ outline, row }: Pick<OutlineBarProps, "outline" | "row">) {
  const { isReadOnly, selected } = outline;
  const words = useWords();
  return (
    <>
      <span className="gap" />
      {selected.length > 1 ? (
        <span className="outline-count">
          <b>{words.say("outline.selected", { count: selected.length })}</b>
        </span>
      ) : null}
      {selected.length > 0 ? (
        <Button look="quiet" onPress={() => outline.showSelected()} data-testid="outline-show">
          <Icon name="map" />
          {words.say("outline.show")}
        </Button>
      ) : null}
      {isReadOnly ? null : (
        <>
          <Button
            onPress={() => outline.link(row, false)}
            isDisabled={ownerOf(row) === null}
            data-testid="outline-link"
          >
            <Icon name="link" />
            {words.say("outline.link")}
          </Button>
          <Button
            onPress={() => outline.pen.add(row)}
            isDisabled={row === undefined}
            data-testid="outline-add"
          >
            <Icon name="plus" />
            {words.say("outline.add")}
          </Button>
        </>
      )}
    </>
  );
}
