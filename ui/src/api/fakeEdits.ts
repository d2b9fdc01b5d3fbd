/* The verbs on plain data, enough for component tests and for looking at the page in a browser. The real ones
 * are in the crate `portfolio`; nothing here checks what they check. */

import type { Change, Diff, Edit, Element, Link, Settings, Record as Stored } from "./bindings";
import { addedCanvas, canvasOf, copied, lockedPlaces } from "./fakeCanvases";
import { linkDetail, newElement, settingsOf } from "./fakeRecords";
import { divided } from "./fakeSplit";

export type Records = ReadonlyMap<string, Stored>;

/** One name for each record, whatever its kind. */
export function nameOf(stored: Stored): string {
  return stored.type === "settings" ? "settings" : `${stored.type}:${stored.record.id}`;
}

function place(canvas: string, element: string, x: number, y: number, pinned = true): Stored {
  return {
    type: "placement",
    record: { id: `${canvas}.${element}`, canvas, element, x, y, pinned, locked: false },
  };
}

/** Beside what stands already, on every canvas; one row serves all bands. */
function placeEverywhere(all: Records, elements: readonly string[]): Stored[] {
  const stored = [...all.values()];
  const taken = stored.filter((it) => it.type === "placement").length;
  return stored
    .filter((it) => it.type === "canvas")
    .flatMap((it) => elements.map((id, at) => place(it.record.id, id, (taken + at) * 264, 0, false)));
}

/** What goes with an element when it goes. */
function hangsOn(stored: Stored, gone: ReadonlySet<string>): boolean {
  switch (stored.type) {
    case "element":
      return gone.has(stored.record.id);
    case "link":
      return gone.has(stored.record.from) || gone.has(stored.record.to);
    case "placement":
    case "status_report":
      return gone.has(stored.record.element);
    case "note":
      return stored.record.about !== null && gone.has(stored.record.about);
    case "reading":
      return gone.has(stored.record.indicator);
    default:
      return false;
  }
}

function settingsNow(all: Records): Settings {
  const stored = all.get("settings");
  return stored?.type === "settings" ? stored.record : settingsOf("");
}

/** The elements named, each with some of its fields replaced. */
function elements(all: Records, ids: readonly string[], more: Partial<Element>): Stored[] {
  return ids.map((id) => ({
    type: "element",
    record: { ...changed(all, "element", id), ...more } as Element,
  }));
}

/** What a merge leaves: links, readings and reports of the others now belong to the one that stays. */
function merged(all: Records, into: string, from: readonly string[]): { put: Stored[]; take: string[] } {
  const gone = new Set(from);
  const moved = (id: string) => (gone.has(id) ? into : id);
  const put: Stored[] = [];
  const take = from.map((id) => `element:${id}`);
  for (const stored of all.values()) {
    if (!hangsOn(stored, gone) || stored.type === "element") continue;
    const record = stored.record as { from?: string; to?: string; element?: string; indicator?: string };
    const next = { ...record };
    for (const end of ["from", "to", "element", "indicator"] as const) {
      if (record[end] !== undefined) next[end] = moved(record[end]);
    }
    if (stored.type === "placement" || (next.from !== undefined && next.from === next.to)) {
      take.push(nameOf(stored));
    } else put.push({ type: stored.type, record: next } as Stored);
  }
  return { put, take };
}

function changed<T extends "element" | "link">(all: Records, type: T, id: string): Element | Link {
  const stored = all.get(`${type}:${id}`);
  if (stored?.type !== type) throw new Error(`no ${type} ${id}`);
  return stored.record as Element | Link;
}

/** The records that an edit puts, and the names of those it takes away. */
function effect(all: Records, edit: Edit): { put: Stored[]; take: string[] } {
  const put = (...stored: Stored[]) => ({ put: stored, take: [] });
  switch (edit.type) {
    case "add_element": {
      const element: Stored = { type: "element", record: newElement(edit.id, edit.kind, edit.title) };
      const { id, spot } = edit;
      return put(element, ...(spot ? [place(spot.canvas, id, spot.x, spot.y)] : placeEverywhere(all, [id])));
    }
    case "insert_element":
      return put({ type: "element", record: edit.element });
    case "insert_link":
      return put({ type: "link", record: edit.link });
    case "insert_reading":
      return put({ type: "reading", record: edit.reading });
    case "insert_status":
      return put({ type: "status_report", record: edit.status });
    case "insert_source":
      return put({ type: "source", record: edit.source });
    case "insert_import":
      return put({ type: "import", record: edit.import });
    case "insert_canvas":
      return put({ type: "canvas", record: edit.canvas });
    case "insert_placement":
      return put({ type: "placement", record: edit.placement });
    case "set": {
      const { field, value } = edit.patch;
      return put({
        type: "element",
        record: { ...changed(all, "element", edit.element), [field]: value } as Element,
      });
    }
    case "set_link": {
      const { field, value } = edit.patch;
      return put({ type: "link", record: { ...changed(all, "link", edit.link), [field]: value } as Link });
    }
    case "connect": {
      const { id, from, to, kind } = edit;
      return put({ type: "link", record: { id, from, to, ...linkDetail(kind) } });
    }
    case "remove": {
      const gone = new Set(edit.elements);
      return { put: [], take: [...all].filter(([, it]) => hangsOn(it, gone)).map(([name]) => name) };
    }
    case "disconnect":
      return { put: [], take: edit.links.map((id) => `link:${id}`) };
    case "place":
      return put(...edit.moves.map((move) => place(edit.canvas, move.element, move.x, move.y)));
    case "put_on_maps":
      return put(...placeEverywhere(all, edit.elements));
    case "set_title":
      return put({ type: "settings", record: { ...settingsNow(all), title: edit.title } });
    case "set_settings":
      return put({ type: "settings", record: edit.settings });
    case "set_rule": {
      const settings = settingsNow(all);
      const { [edit.code]: _, ...others } = settings.rules;
      const { off, severity, parameters } = edit.setting;
      const says = off || severity !== null || Object.keys(parameters).length > 0;
      const rules = says ? { ...others, [edit.code]: edit.setting } : others;
      return put({ type: "settings", record: { ...settings, rules } });
    }
    case "set_reading":
      return put({ type: "reading", record: edit.reading });
    case "remove_readings":
      return { put: [], take: edit.readings.map((id) => `reading:${id}`) };
    case "set_status":
      return put({ type: "status_report", record: edit.status });
    case "remove_statuses":
      return { put: [], take: edit.statuses.map((id) => `status_report:${id}`) };
    case "set_source":
      return put({ type: "source", record: edit.source });
    case "remove_source":
      return { put: [], take: [`source:${edit.source}`] };
    case "archive":
      return put(...elements(all, edit.elements, { archived: { on: edit.on, reason: edit.reason } }));
    case "restore":
      return put(...elements(all, edit.elements, { archived: null }));
    case "merge":
      return merged(
        all,
        edit.into,
        edit.from.filter((id) => id !== edit.into),
      );
    case "split": {
      const links = [...all.values()].flatMap((it) => (it.type === "link" ? [it.record] : []));
      const parts = edit.parts.map((part) => part.id);
      const left = divided(changed(all, "element", edit.element) as Element, links, edit.parts);
      return put(...left, ...placeEverywhere(all, parts));
    }
    case "waive":
      return put({ type: "waiver", record: edit.waiver });
    case "unwaive":
      return { put: [], take: [`waiver:${edit.waiver}`] };
    case "put_own_rule":
      return put({ type: "own_rule", record: edit.rule });
    case "remove_own_rule":
      return { put: [], take: [`own_rule:${edit.rule}`] };
    case "insert_note":
      return put({ type: "note", record: edit.note });
    case "put_notes":
      return put(...edit.notes.map((record) => ({ type: "note" as const, record })));
    case "remove_notes":
      return { put: [], take: edit.notes.map((id) => `note:${id}`) };
    case "unplace":
      return { put: [], take: edit.elements.map((id) => `placement:${edit.canvas}.${id}`) };
    case "lock":
      return put(...lockedPlaces(all, edit.canvas, edit.elements, edit.locked));
    case "add_canvas":
      return put(...addedCanvas(edit.id, edit.kind, edit.title));
    case "rename_canvas":
      return put({ type: "canvas", record: { ...canvasOf(all, edit.canvas), title: edit.title } });
    case "set_frames":
      return put({ type: "canvas", record: { ...canvasOf(all, edit.canvas), frames: edit.frames } });
    case "copy_canvas":
      return put(...copied(all, edit.canvas, edit.id, edit.title));
    case "remove_canvas": {
      const lies = (it: Stored) =>
        (it.type === "placement" || it.type === "note") && it.record.canvas === edit.canvas;
      const take = [...all].filter(([, it]) => lies(it)).map(([name]) => name);
      return { put: [], take: [...take, `canvas:${edit.canvas}`] };
    }
    case "tidy":
      return put();
  }
}

export function patched(all: Records, diff: Diff): Records {
  const next = new Map(all);
  for (const { before, after } of diff.changes) {
    if (after) next.set(nameOf(after), after);
    else if (before) next.delete(nameOf(before));
  }
  return next;
}

export function inverse(diff: Diff): Diff {
  return {
    changes: diff.changes.toReversed().map(({ before, after }) => ({ before: after, after: before })),
  };
}

/** Carries a batch out; throws when a record is not there. */
export function apply(all: Records, edits: readonly Edit[]): Diff {
  const changes = new Map<string, Change>();
  let now = all;
  const note = (name: string, after: Stored | null) => {
    const before = all.get(name) ?? null;
    if (before ?? after) changes.set(name, { before, after });
  };
  for (const edit of edits) {
    const { put, take } = effect(now, edit);
    for (const stored of put) note(nameOf(stored), stored);
    for (const name of take) note(name, null);
    now = patched(all, { changes: [...changes.values()] });
  }
  return { changes: [...changes.values()] };
}
