/*
 * What gestures on a map mean for the records, pure: moves, notes, locks, removals, a note that becomes an element. Each
 * gives the edits of one step; the engine reports gestures and knows no records.
 */
import type { Edit, Note, Patch } from "../api/index.ts";
import {
  type AddRequest,
  type CardKind,
  isPerspective,
  type Move,
  type NoteMove,
  type Point,
} from "../canvas/index.ts";
import { copiesOf } from "../model/copies.ts";
import { newId } from "../model/id.ts";
import { isOnMap } from "../model/kinds.ts";
import type { Portfolio } from "../model/portfolio.ts";

/** A title holds at most so many letters. */
const LONGEST_TITLE = 300;

/** A card that was taken to another perspective says so before it is placed there: saying it moves it elsewhere. */
export function moveEdits(
  portfolio: Portfolio,
  canvas: string,
  moves: readonly Move[],
  notes: readonly NoteMove[],
): Edit[] {
  const edits: Edit[] = moves.flatMap(({ id, band }) =>
    band === undefined ? [] : [{ type: "set", element: id, patch: perspectiveOf(band) } as const],
  );
  if (moves.length > 0) {
    edits.push({ type: "place", canvas, moves: moves.map(({ id, x, y }) => ({ element: id, x, y })) });
  }
  const put = notes.flatMap(({ id, x, y }) => {
    const note = portfolio.notes.get(id);
    return note === undefined ? [] : [{ ...note, x, y }];
  });
  if (put.length > 0) edits.push({ type: "put_notes", notes: put });
  return edits;
}

function perspectiveOf(band: NonNullable<Move["band"]>): Patch {
  return { field: "perspective", value: isPerspective(band) ? { known: band } : null };
}

/** Elements that do not stand on a free canvas yet, at free places of it; null where each does, or is never on a map. */
export function placeEdit(
  portfolio: Portfolio,
  canvas: string,
  ids: readonly string[],
  places: (kinds: readonly CardKind[]) => readonly Point[] | undefined,
): Extract<Edit, { type: "place" }> | null {
  const placed = [...portfolio.placements.values()].filter((it) => it.canvas === canvas);
  const here = new Set(placed.map((it) => it.element));
  const absent = ids.flatMap((id) => {
    const it = portfolio.elements.get(id);
    if (it === undefined || it.archived !== null || here.has(id) || !isOnMap(it.kind)) return [];
    return [{ id, kind: it.kind }];
  });
  const spots = places(absent.map((it) => it.kind)) ?? [];
  const moves = absent.flatMap(({ id }, i) => (spots[i] === undefined ? [] : [{ element: id, ...spots[i] }]));
  return moves.length === 0 ? null : { type: "place", canvas, moves };
}

/** Copies of cards and notes at these places, and their ids. */
export function copyEdits(
  portfolio: Portfolio,
  canvas: string,
  spots: readonly NoteMove[],
  notes: readonly NoteMove[],
  copyOf: (title: string) => string,
): { readonly edits: readonly Edit[]; readonly made: readonly string[] } {
  const originals = spots.map((spot) => spot.id);
  const { edits, ids } = copiesOf(portfolio, originals, newId, copyOf);
  const moves = spots.map(({ x, y }, i) => ({ element: ids[i] ?? "", x, y }));
  const put = notes.flatMap(({ id, x, y }) => {
    const note = portfolio.notes.get(id);
    return note === undefined ? [] : [{ ...note, id: newId(), x, y, locked: false }];
  });
  const all: Edit[] = [...edits];
  if (edits.length > 0) all.push({ type: "place", canvas, moves });
  if (put.length > 0) all.push({ type: "put_notes", notes: put });
  return { edits: all, made: [...ids, ...put.map((it) => it.id)] };
}

/** Changed notes; those that are gone meanwhile are left out. */
export function noteEdits(portfolio: Portfolio, ids: readonly string[], change: Partial<Note>): Edit[] {
  const notes = ids.flatMap((id) => {
    const note = portfolio.notes.get(id);
    return note === undefined ? [] : [{ ...note, ...change }];
  });
  return notes.length === 0 ? [] : [{ type: "put_notes", notes }];
}

export function lockEdits(
  portfolio: Portfolio,
  canvas: string,
  cards: readonly string[],
  notes: readonly string[],
  locked: boolean,
): Edit[] {
  const elements = cards.filter((id) => portfolio.elements.has(id));
  return [
    ...(elements.length === 0 ? [] : [{ type: "lock", canvas, elements, locked } satisfies Edit]),
    ...noteEdits(portfolio, notes, { locked }),
  ];
}

/** A new element of a request, named, where it was asked for. */
export function addEdits(
  canvas: string,
  id: string,
  title: string,
  request: Omit<AddRequest, "level"> | null,
): Edit[] {
  const kind = request?.kind ?? "objective";
  const { band = null, x = 0, y = 0 } = request ?? {};
  const spot = request === null || isCrossing(band) ? null : { canvas, x, y };
  const edits: Edit[] = [{ type: "add_element", id, kind, title, spot }];
  if (band === null || !isCrossing(band)) return edits;
  edits.push({ type: "set", element: id, patch: perspectiveOf(band) });
  edits.push({ type: "place", canvas, moves: [{ element: id, x, y }] });
  return edits;
}

/** Whether standing in a band says from where an objective is seen. */
function isCrossing(band: AddRequest["band"]): boolean {
  return band !== null && (isPerspective(band) || band === "unseen");
}

/** What a new element is to be linked to. */
export interface Ends {
  readonly above: string | null;
  readonly below: string | null;
}

/** The links of a new element; what is gone meanwhile is not linked. */
export function joinEdits({ elements }: Portfolio, id: string, ends: Ends | null): Edit[] {
  const join = (from: string, to: string): Edit => ({
    type: "connect",
    id: newId(),
    from,
    to,
    kind: "contribution",
  });
  const { above = null, below = null } = ends ?? {};
  return [
    ...(above !== null && elements.has(above) ? [join(id, above)] : []),
    ...(below !== null && elements.has(below) ? [join(below, id)] : []),
  ];
}

/** The first line names the element, the rest describes it; the note is gone in the same step. */
export function becomeEdits(
  portfolio: Portfolio,
  canvas: string,
  noteId: string,
  id: string,
  request: AddRequest,
  untitled: string,
): Edit[] {
  const note = portfolio.notes.get(noteId);
  if (note === undefined) return [];
  const lines = note.text.trim().split("\n");
  const first = lines[0]?.trim() ?? "";
  const isLong = first.length > LONGEST_TITLE;
  const title = isLong ? `${first.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : first;
  const rest = isLong ? note.text.trim() : lines.slice(1).join("\n").trim();
  const edits = addEdits(canvas, id, title === "" ? untitled : title, request);
  if (rest !== "") edits.push({ type: "set", element: id, patch: { field: "description", value: rest } });
  edits.push({ type: "remove_notes", notes: [noteId] });
  return edits;
}
