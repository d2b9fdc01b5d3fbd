/* The canvas in sight as it is presented: as it is shown, with its frames and what is selected on it. */
import { useMemo } from "react";
import type { Canvas, Host } from "../../api/index.ts";
import type { Presented } from "../../canvas/show/index.ts";
import { isDiagram } from "../../model/canvases.ts";
import { useSelected, useStore } from "../../panels/desk.tsx";
import { useWords } from "../../words/index.ts";
import { chartOf } from "../charts.ts";
import { canvasWords } from "../mapWords.ts";
import type { MapScene } from "../useScene.ts";
import { Present } from "./Present.tsx";

interface PresentCanvasProps {
  host: Host;
  canvas: Canvas | null;
  shown: MapScene;
  onLeave: () => void;
}

export function PresentCanvas({ host, canvas, shown, onLeave }: PresentCanvasProps) {
  const words = useWords();
  const selected = useSelected();
  const portfolio = useStore((state) => state.portfolio);
  const asOf = useStore((state) => state.asOf);
  const { scene, reading } = shown;
  const presented = useMemo<Presented>(() => {
    if (canvas === null || !isDiagram(canvas.kind)) {
      return { kind: "map", scene, words: canvasWords(words) };
    }
    const among = canvas.kind === "x_matrix" ? scene.passing : null;
    return {
      kind: "chart",
      chart: chartOf(canvas.kind, portfolio, asOf, words, among, reading),
      passing: scene.passing,
    };
  }, [canvas, scene, portfolio, asOf, words, reading]);
  const count =
    presented.kind === "map"
      ? presented.scene.cards.length + presented.scene.notes.length
      : presented.chart.marks.length;
  return (
    <Present
      host={host}
      presented={presented}
      isEmpty={count === 0}
      frames={canvas?.frames ?? []}
      selection={selected}
      onLeave={onLeave}
    />
  );
}
