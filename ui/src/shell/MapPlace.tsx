/* The map and what stands over it: tools, the overlay with its legend, and the field that finds on it. */
import { type RefObject, useCallback } from "react";
import type { Canvas } from "../api/index.ts";
import { type CardKind, OVERLAYS, type View } from "../canvas/index.ts";
import { useWords } from "../words/index.ts";
import { AddMenu } from "./AddMenu.tsx";
import { canvasTitle } from "./canvasTitle.ts";
import { EmptyCanvas } from "./EmptyCanvas.tsx";
import { FramesPanel } from "./frames/FramesPanel.tsx";
import type { Frames } from "./frames/useFrames.ts";
import { useLanding } from "./landing.ts";
import { MapFind } from "./MapFind.tsx";
import { type MapHandle, MapView } from "./MapView.tsx";
import { OverlayControl } from "./OverlayControl.tsx";
import type { MapScene } from "./useScene.ts";

interface MapPlaceProps {
  map: RefObject<MapHandle | null>;
  canvas: Canvas | null;
  shown: MapScene;
  place: { current: View | null };
  frames: Frames;
  /** The outline stands beside the canvas; it is asked for there, or sent away. */
  isOutlined: boolean;
  onOutline: () => void;
  isFinding: boolean;
  onFinding: (open: boolean) => void;
  onImport: () => void;
  onLinked: (link: string) => void;
  onAnnounce: (text: string) => void;
}

export function MapPlace(props: MapPlaceProps) {
  const { map, canvas, shown, frames, isOutlined, onOutline, isFinding, onFinding, onImport, ...rest } =
    props;
  const outline = { isShown: isOutlined, toggle: onOutline };
  const words = useWords();
  const landing = useLanding(map);
  const kind = canvas?.kind ?? "strategy_map";
  const { scene, overlay, setOverlay, mirror, setFound } = shown;
  const { onAnnounce } = rest;
  const point = useCallback((id: string | null) => map.current?.mark(id), [map]);
  const add = (kind: CardKind) => void map.current?.add(kind);
  const next = (step: 1 | -1) => {
    const all = [null, ...OVERLAYS];
    const kind = all[(all.indexOf(overlay) + step + all.length) % all.length] ?? null;
    setOverlay(kind);
    onAnnounce(words.say("overlay.by", { what: words.say(`overlay.${kind ?? "none"}`) }));
  };
  return (
    <section
      ref={landing}
      className="map-place"
      data-axis={scene.axis ?? "none"}
      aria-label={canvas === null ? words.say("nav.map") : canvasTitle(words, canvas)}
    >
      <MapView
        ref={map}
        scene={scene}
        canvas={shown.canvas}
        draft={frames.draft}
        onOverlay={next}
        onMirror={mirror}
        {...rest}
      />
      {scene.cards.length === 0 && scene.notes.length === 0 ? (
        <EmptyCanvas kind={kind} onAdd={add} onImport={onImport} />
      ) : (
        <OverlayControl overlay={scene.overlay} onChoose={setOverlay} />
      )}
      <AddMenu kind={kind} onAdd={add} outline={outline} onNote={() => map.current?.run("note")} />
      <FramesPanel frames={frames} onHold={(id) => map.current?.holdFrame(id)} />
      {isFinding ? (
        <MapFind
          cards={scene.cards}
          onFound={setFound}
          onPoint={point}
          onClose={() => {
            onFinding(false);
            map.current?.focus();
          }}
        />
      ) : null}
    </section>
  );
}
