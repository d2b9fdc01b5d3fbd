/* Canvases on plain data, as `fakeEdits.ts` does the other verbs: made, copied, and their cards locked. */

import type { Canvas, CanvasKind, Record as Stored } from "./bindings";
import type { Records } from "./fakeEdits";

/** A canvas on which nothing has a place yet; whoever draws it lays it out for itself. */
export function addedCanvas(id: string, kind: CanvasKind, title: string): Stored[] {
  return [{ type: "canvas", record: { id, title, kind } }];
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
