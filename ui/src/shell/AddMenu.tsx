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
  onNote: () => void;
  isEmpty: boolean;
}

export function AddMenu({ onAdd, onNote, isEmpty }: AddMenuProps) {
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
        <Hint text={words.say("map.note")}>
          <Button
            className="map-tool"
            aria-label={words.say("map.note")}
            onPress={onNote}
            data-testid="add-note"
          >
            <svg viewBox="0 0 16 16" className="icon16" aria-hidden="true">
              <path d="M2.6 2.6h10.8v6.8l-4 4H2.6zM13.4 9.4h-4v4M5.2 5.6h5.6M5.2 8.2h2.6" />
            </svg>
          </Button>
        </Hint>
      </div>
    </>
  );
}
