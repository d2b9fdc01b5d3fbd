/* The map and what stands over it: tools, the overlay with its legend, and the field that finds on it. */
import { type RefObject, useCallback } from "react";
import { type CardKind, OVERLAYS, type View } from "../canvas/index.ts";
import { useWords } from "../words/index.ts";
import { AddMenu } from "./AddMenu.tsx";
import { MapFind } from "./MapFind.tsx";
import { type MapHandle, MapView } from "./MapView.tsx";
import { OverlayControl } from "./OverlayControl.tsx";
import type { MapScene } from "./useScene.ts";

interface MapPlaceProps {
  map: RefObject<MapHandle | null>;
  shown: MapScene;
  place: RefObject<View | null>;
  isFinding: boolean;
  onFinding: (open: boolean) => void;
  onLinked: (link: string) => void;
  onAnnounce: (text: string) => void;
}

export function MapPlace({ map, shown, place, isFinding, onFinding, ...rest }: MapPlaceProps) {
  const words = useWords();
  const { scene, canvas, overlay, setOverlay, mirror, setFound } = shown;
  const { onAnnounce } = rest;
  const point = useCallback((id: string | null) => map.current?.mark(id), [map]);
  const next = (step: 1 | -1) => {
    const all = [null, ...OVERLAYS];
    const kind = all[(all.indexOf(overlay) + step + all.length) % all.length] ?? null;
    setOverlay(kind);
    onAnnounce(words.say("overlay.by", { what: words.say(`overlay.${kind ?? "none"}`) }));
  };
  return (
    <section className="map-place" aria-label={words.say("nav.map")}>
      <MapView
        ref={map}
        scene={scene}
        canvas={canvas}
        place={place}
        onOverlay={next}
        onMirror={mirror}
        {...rest}
      />
      {scene.cards.length === 0 ? null : <OverlayControl overlay={scene.overlay} onChoose={setOverlay} />}
      <AddMenu
        onAdd={(kind: CardKind) => void map.current?.add(kind)}
        onNote={() => map.current?.run("note")}
        isEmpty={scene.cards.length === 0}
      />
      {isFinding ? (
        <MapFind
          scene={scene}
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
