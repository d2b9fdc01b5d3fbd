/* The canvas in sight: a map of cards or a diagram, by its kind, each with where it was looked at last. */
import type { ComponentProps } from "react";
import { isDiagram } from "../model/canvases.ts";
import { ChartPlace } from "./ChartPlace.tsx";
import { MapPlace } from "./MapPlace.tsx";
import type { Sight } from "./sight.ts";

interface CanvasPlaceProps extends Omit<ComponentProps<typeof MapPlace>, "place"> {
  sight: Sight;
  /** Removes what is selected; a map of cards knows by itself what to take off and what to remove. */
  onRemove: () => void;
}

export function CanvasPlace({ sight, onRemove, ...props }: CanvasPlaceProps) {
  const { canvas, shown, onLinked: _, ...rest } = props;
  const place = sight.placeOf(canvas?.id ?? "");
  // Each canvas is mounted for itself: its view and its way back are its own.
  if (canvas === null || !isDiagram(canvas.kind))
    return <MapPlace key={canvas?.id} place={place} {...props} />;
  const { kind } = canvas;
  return (
    <ChartPlace
      key={canvas.id}
      canvas={{ ...canvas, kind }}
      place={place}
      passing={shown.scene.passing}
      reading={shown.reading}
      onRead={shown.setReading}
      onFound={shown.setFound}
      onRemove={onRemove}
      {...rest}
    />
  );
}
