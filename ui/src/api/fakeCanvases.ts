/* Canvases on plain data, as `fakeEdits.ts` does the other verbs: made, copied, and their cards locked. */

import type { Canvas, CanvasKind, Record as Stored } from "./bindings";
import type { Records } from "./fakeEdits";

/** A canvas with every element in one row where its kind is laid out. */
export function addedCanvas(all: Records, id: string, kind: CanvasKind, title: string): Stored[] {
  const laid = kind === "strategy_map" || kind === "scorecard" || kind === "benefits_map";
  const shown = [...all.values()].flatMap((it) => (laid && it.type === "element" ? [it.record.id] : []));
  const places = shown.map((element, n): Stored => {
    const record = { id: `${id}.${element}`, canvas: id, element, x: 40 + (n % 6) * 264, y: 28 };
    return { type: "placement", record: { ...record, pinned: false, locked: false } };
  });
  return [{ type: "canvas", record: { id, title, kind, frames: [] } }, ...places];
}

export function canvasOf(all: Records, id: string): Canvas {
  const stored = all.get(`canvas:${id}`);
  if (stored?.type !== "canvas") throw new Error(`no canvas ${id}`);
  return stored.record;
}

export function lockedPlaces(
  all: Records,
  canvas: string,
  ids: readonly string[],
  locked: boolean,
): Stored[] {
  return ids.flatMap((id) => {
    const stored = all.get(`placement:${canvas}.${id}`);
    return stored?.type === "placement"
      ? [{ type: "placement" as const, record: { ...stored.record, locked } }]
      : [];
  });
}

/** A canvas with its places and notes under another id. */
export function copied(all: Records, from: string, id: string, title: string): Stored[] {
  const lying = [...all.values()].flatMap((it): Stored[] => {
    if (it.type === "placement" && it.record.canvas === from) {
      return [{ type: "placement", record: { ...it.record, id: `${id}.${it.record.element}`, canvas: id } }];
    }
    if (it.type === "note" && it.record.canvas === from) {
      return [{ type: "note", record: { ...it.record, id: `${id}.${it.record.id}`, canvas: id } }];
    }
    return [];
  });
  return [{ type: "canvas", record: { ...canvasOf(all, from), id, title } }, ...lying];
}
