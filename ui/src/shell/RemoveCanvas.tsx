/* The question before a canvas goes: what goes with it, what stays, and that it can be brought back. */
import type { Canvas } from "../api/index.ts";
import { Button } from "../kit/index.ts";
import { useDesk, useStore } from "../panels/desk.tsx";
import { withWayBack } from "../panels/removal.ts";
import { useWords } from "../words/index.ts";
import { canvasTitle } from "./canvasTitle.ts";

interface RemoveCanvasProps {
  canvas: Canvas;
  onDone: () => void;
}

export function RemoveCanvas({ canvas, onDone }: RemoveCanvasProps) {
  const words = useWords();
  const desk = useDesk();
  const { placements, notes } = useStore((state) => state.portfolio);
  const here = (all: Iterable<{ readonly canvas: string }>) =>
    [...all].filter((it) => it.canvas === canvas.id).length;
  const goes = (["places", "notes", "frames"] as const).flatMap((what) => {
    const count = {
      places: here(placements.values()),
      notes: here(notes.values()),
      frames: canvas.frames?.length ?? 0,
    }[what];
    return count === 0 ? [] : [words.say(`canvas.remove.${what}`, { count })];
  });
  const act = () => {
    onDone();
    const text = words.say("removed.canvas", { title: canvasTitle(words, canvas) });
    void withWayBack(desk, [{ type: "remove_canvas", canvas: canvas.id }], text);
  };
  return (
    <div className="canvas-remove" data-testid="canvas-remove">
      <h2>{words.say("canvas.remove.head", { title: canvasTitle(words, canvas) })}</h2>
      {goes.length === 0 ? (
        <p>{words.say("canvas.remove.nothing")}</p>
      ) : (
        <>
          <p>{words.say("canvas.remove.goes")}</p>
          <ul>
            {goes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        {words.say("canvas.remove.elements")} {words.say("canvas.remove.undo")}
      </p>
      <div className="row canvas-acts">
        <span className="gap" />
        <Button look="quiet" onPress={onDone}>
          {words.say("common.cancel")}
        </Button>
        <Button look="primary" onPress={act} data-testid="canvas-remove-act">
          {words.say("canvas.remove.act")}
        </Button>
      </div>
    </div>
  );
}
