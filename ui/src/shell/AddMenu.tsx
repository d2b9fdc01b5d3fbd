/* The tools on a canvas: one button for each kind of element that it shows. */
import { Button } from "react-aria-components";
import type { CanvasKind } from "../api/index.ts";
import type { CardKind } from "../canvas/index.ts";
import { Hint, Icon, KindGlyph } from "../kit/index.ts";
import { SHOWN } from "../model/canvases.ts";
import { isOnMap } from "../model/kinds.ts";
import { useReadOnly } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";

interface AddMenuProps {
  kind: CanvasKind;
  onAdd: (kind: CardKind) => void;
}

export function AddMenu({ kind: of, onAdd }: AddMenuProps) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  if (isReadOnly) return null;
  return (
    <div className="map-tools" role="toolbar" aria-label={words.say("map.addMenu")}>
      <Icon name="plus" />
      {SHOWN[of].filter(isOnMap).map((kind) => (
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
  );
}
