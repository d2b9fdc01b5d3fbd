/* What a canvas says while nothing stands on it: what it needs, and the first steps. */
import type { CanvasKind } from "../api/index.ts";
import type { CardKind } from "../canvas/index.ts";
import { Button } from "../kit/index.ts";
import { useReadOnly } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";

/** What to begin with; a free canvas begins with whatever is put there. */
const FIRST: Readonly<Record<CanvasKind, CardKind | null>> = {
  strategy_map: "driver",
  scorecard: "objective",
  benefits_map: "objective",
  x_matrix: "objective",
  capability_map: "capability",
  trajectory: "initiative",
  delivery_outcome: "initiative",
  free: null,
};

interface EmptyCanvasProps {
  kind: CanvasKind;
  onAdd: (kind: CardKind) => void;
  onImport: () => void;
}

export function EmptyCanvas({ kind, onAdd, onImport }: EmptyCanvasProps) {
  const words = useWords();
  const isReadOnly = useReadOnly();
  const first = FIRST[kind];
  return (
    <div className="map-empty" data-testid="canvas-empty">
      <h2>{words.say(`canvas.empty.${kind}`)}</h2>
      <p>{words.say(`canvas.emptyHint.${kind}`)}</p>
      {isReadOnly || first === null ? null : (
        <div className="map-empty-ways">
          <Button look="primary" onPress={() => onAdd(first)} data-testid="canvas-first">
            {words.say("action.add", { kind: first })}
          </Button>
          <Button onPress={onImport}>{words.say("canvas.importList")}</Button>
        </div>
      )}
    </div>
  );
}
