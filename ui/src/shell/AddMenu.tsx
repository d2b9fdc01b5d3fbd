/* The tools on the map: one button for each kind that has a place on it, and what an empty map says. */
import { Button } from "react-aria-components";
import type { CardKind } from "../canvas/index.ts";
import { Hint, Icon, KindGlyph } from "../kit/index.ts";
import { useReadOnly } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";

const KINDS: readonly CardKind[] = [
  "driver",
  "priority",
  "objective",
  "outcome",
  "change",
  "capability",
  "initiative",
  "system",
  "team",
];

interface AddMenuProps {
  onAdd: (kind: CardKind) => void;
  isEmpty: boolean;
}

export function AddMenu({ onAdd, isEmpty }: AddMenuProps) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  if (isReadOnly) return null;
  return (
    <>
      {isEmpty ? (
        <div className="map-empty">
          <h2>{words.say("map.empty")}</h2>
          <p>{words.say("map.emptyHint")}</p>
        </div>
      ) : null}
      <div className="map-tools" role="toolbar" aria-label={words.say("map.addMenu")}>
        <Icon name="plus" />
        {KINDS.map((kind) => (
          <Hint key={kind} text={words.say("action.add", { kind })}>
            <Button
              className="map-tool"
              aria-label={words.say("action.add", { kind })}
              onPress={() => onAdd(kind)}
              data-testid={`add-${kind}`}
            >
              <KindGlyph kind={kind} hued />
            </Button>
          </Hint>
        ))}
      </div>
    </>
  );
}
