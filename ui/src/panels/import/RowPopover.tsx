/* What can be said about a whole row: read it, leave it out, take it as the header. */
import type { RefObject } from "react";
import type { Mapping, PreviewRow } from "../../api/index.ts";
import { Anchored, Button } from "../../kit/index.ts";
import { useWords } from "../../words/index.ts";
import { withHeader, withRow } from "./mapping.ts";

interface RowPopoverProps {
  row: PreviewRow;
  anchor: RefObject<HTMLElement | null>;
  onChoose: (change: (mapping: Mapping) => Mapping) => void;
  onClose: () => void;
}

export function RowPopover({ row, anchor, onChoose, onClose }: RowPopoverProps) {
  const words = useWords();
  const title = words.say("import.row", { number: row.number });
  const act = (change: (mapping: Mapping) => Mapping) => {
    onChoose(change);
    onClose();
  };
  const inBody = row.kind !== "above" && row.kind !== "header";
  return (
    <Anchored label={title} anchor={anchor} isOpen onClose={onClose}>
      <div className="import-pop import-row-pop">
        <b className="heavy">{title}</b>
        {inBody && row.kind !== "data" ? (
          <Button look="quiet" onPress={() => act((mapping) => withRow(mapping, row.number, true))}>
            {words.say("import.row.read")}
          </Button>
        ) : null}
        {row.kind === "data" ? (
          <Button look="quiet" onPress={() => act((mapping) => withRow(mapping, row.number, false))}>
            {words.say("import.row.leave")}
          </Button>
        ) : null}
        {row.kind === "header" ? null : (
          <Button look="quiet" onPress={() => act((mapping) => withHeader(mapping, row.number))}>
            {words.say("import.row.header")}
          </Button>
        )}
      </div>
    </Anchored>
  );
}
