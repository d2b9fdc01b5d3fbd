/*
 * Copy, cut and paste on the map, by the page's clipboard events, which are the only way in and out in every system
 * that it runs on. What is copied and what becomes of what is pasted is decided outside; the engine says what is
 * meant and where there is room.
 */

import { clearing } from "./clearing";
import type { PasteTarget } from "./events";
import { bandOf, fromBand } from "./gestures";
import { meant, movable } from "./locking";
import { CARD_H, CARD_W } from "./measures";
import { kindsHere } from "./notes/become";
import { noteSize } from "./notes/layout";
import { bandFor, freePlaces, middleOf } from "./setDown";
import type { Stage } from "./stage";
import { type Box, toWorld } from "./view";

/** Returns the function that stops listening. */
export function listen(surface: HTMLElement, stage: Stage): () => void {
  const off = new AbortController();
  const on = { signal: off.signal };
  const here = (): boolean => document.activeElement === surface;
  const copy = (event: ClipboardEvent, cut: boolean): void => {
    if (!here() || event.clipboardData === null) return;
    const ids = cut && !stage.readOnly ? movable(stage, meant(stage)) : meant(stage);
    if (ids.length === 0) return;
    event.preventDefault();
    const { index, x, y } = stage.space;
    const lying = ids.map((id) => ({ id, x: x[index.get(id) ?? -1] ?? 0, y: y[index.get(id) ?? -1] ?? 0 }));
    stage.events.onCopy?.(lying, event.clipboardData, cut && !stage.readOnly);
  };
  document.addEventListener("copy", (event) => copy(event, false), on);
  document.addEventListener("cut", (event) => copy(event, true), on);
  document.addEventListener(
    "paste",
    (event) => {
      if (!here() || event.clipboardData === null || stage.readOnly) return;
      event.preventDefault();
      stage.events.onPaste?.(event.clipboardData, targetOf(stage));
    },
    on,
  );
  // WebKit asks beforehand whether there is anything to copy where nothing is selected as text.
  for (const kind of ["beforecopy", "beforecut", "beforepaste"])
    document.addEventListener(kind, (event) => here() && event.preventDefault(), on);
  return () => off.abort();
}

export function targetOf(stage: Stage): PasteTarget {
  const { space, view, size } = stage;
  const taken: Box[] = [];
  return {
    middle: toWorld(view, { x: size.w / 2, y: size.h / 2 }),
    hasRoomFor: (kind) => kindsHere(stage).includes(kind),
    places: (kinds, promised = []) => {
      const bands = kinds.map((kind) => bandFor(space, kind));
      const spots = freePlaces(space, bands, middleOf(space, view, size), { promised });
      spots.forEach((spot, i) => {
        const { x, y } = fromBand(bandOf(space.scene.lanes, bands[i] ?? null), spot);
        taken.push({ x0: x, y0: y, x1: x + CARD_W, y1: y + CARD_H });
      });
      return spots;
    },
    sizeOf: (note) => noteSize(note, stage.texts),
    clearing: (things) => clearing(space, things, taken),
  };
}
