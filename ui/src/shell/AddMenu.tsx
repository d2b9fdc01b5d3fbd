/* The tools on a canvas: one button for each kind of element that it shows, and the outline to drag from. */
import { Button, ToggleButton } from "react-aria-components";
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
  /** The outline beside the canvas, to drag from. */
  outline: { readonly isShown: boolean; readonly toggle: () => void };
  /** Left out where no notes lie. */
  onNote?: () => void;
}

export function AddMenu({ kind: of, onAdd, outline, onNote }: AddMenuProps) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  if (isReadOnly) return null;
  return (
    <div className="map-tools" data-over role="toolbar" aria-label={words.say("map.addMenu")}>
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
      {onNote === undefined ? null : (
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
      )}
      <Hint text={words.say("action.toggleOutline")}>
        <ToggleButton
          className="map-tool"
          aria-label={words.say("action.toggleOutline")}
          isSelected={outline.isShown}
          onChange={outline.toggle}
          data-testid="toggle-outline"
        >
          <Icon name="outline" />
        </ToggleButton>
      </Hint>
    </div>
  );
}
