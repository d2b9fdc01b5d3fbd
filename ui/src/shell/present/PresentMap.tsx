/* The map as it is presented: its scene as it is shown, its frames, and what is selected on it. */
import { useMemo } from "react";
import type { Presented } from "../../canvas/show/index.ts";
import { useSelected, useStore } from "../../panels/desk.tsx";
import { useWords } from "../../words/index.ts";
import { canvasWords } from "../mapWords.ts";
import type { MapScene } from "../useScene.ts";
import { Present } from "./Present.tsx";

export function PresentMap({ shown, onLeave }: { shown: MapScene; onLeave: () => void }) {
  const words = useWords();
  const selected = useSelected();
  const { scene, canvas } = shown;
  const frames = useStore((state) => state.portfolio.canvases.get(canvas)?.frames);
  const presented = useMemo<Presented>(
    () => ({ kind: "map", scene, words: canvasWords(words) }),
    [scene, words],
  );
  return (
    <Present
      presented={presented}
      isEmpty={scene.cards.length === 0}
      frames={frames ?? []}
      selection={selected}
      onLeave={onLeave}
    />
  );
}
