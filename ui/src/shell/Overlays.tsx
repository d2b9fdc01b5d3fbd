/* What stands over the frame for a moment: the palette, the keys, and who made this. */
import { type RefObject, useEffect } from "react";
import { Sheet } from "../kit/index.ts";
import { useDesk, useStore } from "../panels/desk.tsx";
import { useWords } from "../words/index.ts";
import { About } from "./About.tsx";
import type { Situation, Verbs } from "./actions.ts";
import { Gallery } from "./Gallery.tsx";
import { Help } from "./Help.tsx";
import type { MapHandle } from "./MapView.tsx";
import { Palette } from "./Palette.tsx";
import { PictureSheet } from "./PictureSheet.tsx";
import { PresentCanvas } from "./present/PresentCanvas.tsx";
import { RemoveCanvas } from "./RemoveCanvas.tsx";
import { searchesOf } from "./searches.ts";
import type { Session } from "./session.ts";
import type { MapScene } from "./useScene.ts";

/** The filter, the day and the title of the canvas are drawn by the top bar; while one is open it stands in front like the others. */
export type Overlay =
  | "palette"
  | "help"
  | "about"
  | "filter"
  | "as-of"
  | "picture"
  | "present"
  | "gallery"
  | "rename-canvas"
  | "remove-canvas"
  | null;

/** How long nothing must have changed for a moment to be quiet. */
const QUIET_MS = 800;

interface OverlaysProps {
  overlay: Overlay;
  onClose: () => void;
  verbs: Verbs;
  situation: Situation;
  session: Session;
  map: RefObject<MapHandle | null>;
  shown: MapScene;
}

export function Overlays({ overlay, onClose, verbs, situation, session, map, shown }: OverlaysProps) {
  const words = useWords();
  const { store } = useDesk();
  const elements = useStore((state) => state.portfolio.elements);
  const findings = useStore((state) => state.findings);

  // A large portfolio is read for the palette in a quiet moment, not when the palette is asked for.
  useEffect(() => {
    const timer = setTimeout(() => searchesOf(store, { elements, findings }, words), QUIET_MS);
    return () => clearTimeout(timer);
  }, [store, elements, findings, words]);

  return (
    <>
      <Sheet label={words.say("palette.label")} isOpen={overlay === "palette"} onClose={onClose}>
        <Palette verbs={verbs} situation={situation} onDone={onClose} />
      </Sheet>
      <Sheet label={words.say("help.title")} isOpen={overlay === "help"} onClose={onClose}>
        <Help situation={situation} />
      </Sheet>
      <Sheet label={words.say("action.about")} isOpen={overlay === "about"} onClose={onClose}>
        <About session={session} />
      </Sheet>
      <Sheet label={words.say("picture.title")} isOpen={overlay === "picture"} onClose={onClose}>
        <PictureSheet session={session} map={map} canvas={situation.canvas} onDone={onClose} />
      </Sheet>
      <Sheet label={words.say("canvas.new")} isOpen={overlay === "gallery"} onClose={onClose}>
        <Gallery onMade={verbs.goCanvas} onDone={onClose} />
      </Sheet>
      <Sheet
        label={words.say("action.remove-canvas")}
        isOpen={overlay === "remove-canvas" && situation.canvas !== null}
        onClose={onClose}
      >
        {situation.canvas === null ? null : <RemoveCanvas canvas={situation.canvas} onDone={onClose} />}
      </Sheet>
      {overlay === "present" ? (
        <PresentCanvas
          host={session.host}
          canvas={situation.canvas}
          shown={shown}
          onLeave={() => {
            onClose();
            // What lies below takes the keyboard only when it is no longer inert.
            requestAnimationFrame(() => map.current?.focus());
          }}
        />
      ) : null}
    </>
  );
}
