/*
 * Copy and paste on a map, as edits of one step. Elements of this portfolio are placed on a free canvas on which they do
 * not stand yet; everywhere else copies are made, with the links among them. A text becomes notes, one a line. What is
 * too much or cannot be read changes nothing and is said.
 */
import type { Canvas, Edit, Element, Note } from "../api/index.ts";
import { type Box, CARD_H, CARD_W, type CardKind, type PasteTarget } from "../canvas/index.ts";
import { copiesFrom } from "../model/copies.ts";
import {
  type Fragment,
  fragmentOf,
  LONGEST_NOTE,
  type Lying,
  plainText,
  read,
  written,
} from "../model/fragment.ts";
import { newId } from "../model/id.ts";
import { isOnMap } from "../model/kinds.ts";
import type { Portfolio } from "../model/portfolio.ts";

/** As many lines of a text become notes; more are a list, for which there is the import. */
export const MOST_NOTES = 200;
const MINE = "application/x-throughline-fragment";
/** From note to note. */
const GAP = 16;

let last: { readonly text: string; readonly fragment: string } | null = null;

/** Puts elements and notes on the clipboard. */
export function copyOut(
  portfolio: Portfolio,
  from: string,
  lying: readonly Lying[],
  clipboard: DataTransfer,
): void {
  const fragment = fragmentOf(portfolio, nameOf(from), lying);
  const [text, json] = [plainText(fragment), written(fragment)];
  clipboard.setData("text/plain", text);
  clipboard.setData(MINE, json);
  last = { text: unbroken(text), fragment: json };
}

export type Pasted =
  | { readonly edits: readonly Edit[]; readonly ids: readonly string[]; readonly left: number }
  | { readonly refused: "unreadable" | "tooMuch" | "nothing" };

/** What a paste does. `left` counts the lines that became no note. */
export function pasteIn(
  portfolio: Portfolio,
  canvas: Canvas,
  from: string,
  clipboard: Pick<DataTransfer, "getData">,
  target: PasteTarget,
  copyOf: (title: string) => string,
): Pasted {
  const text = clipboard.getData("text/plain");
  const mine = clipboard.getData(MINE) || (last?.text === unbroken(text) ? last.fragment : "");
  const json = mine || (/^\s*\{[\s\S]{0,400}"throughline\.portfolio\//u.test(text) ? text : "");
  if (json === "") return notesFrom(text, canvas.id, target);
  const answer = read(json);
  if ("refused" in answer) return answer;
  const { fragment } = answer;
  if (fragment.elements.length + fragment.notes.length === 0) return { refused: "nothing" };
  return laidDown(portfolio, canvas, fragment, fragment.from === nameOf(from), target, copyOf);
}

function laidDown(
  portfolio: Portfolio,
  canvas: Canvas,
  fragment: Fragment,
  isHome: boolean,
  target: PasteTarget,
  copyOf: (title: string) => string,
): Pasted {
  const isFree = canvas.kind === "free";
  const stands = (id: string) =>
    [...portfolio.placements.values()].some((it) => it.canvas === canvas.id && it.element === id);
  const known = isHome
    ? fragment.elements.filter((it) => portfolio.elements.get(it.id)?.archived === null)
    : [];
  const absent = isFree ? known.filter((it) => !stands(it.id)) : [];
  const names = new Map<string, string>();
  const edits: Edit[] = [];
  const stay = new Set(
    absent.length > 0 ? known.filter((it) => !absent.includes(it)).map((it) => it.id) : [],
  );
  const lying = { ...fragment, places: fragment.places.filter((it) => !stay.has(it.id)) };
  const shift = isFree ? shiftTo(canvas, lying, target) : null;
  const lies = new Map(shift === null ? [] : fragment.places.map((it) => [it.id, shift(it)]));
  if (absent.length > 0) {
    // The same elements, seen on one more canvas.
    for (const { id } of known) names.set(id, id);
    const moves = absent.map((it) => ({ element: it.id, ...(lies.get(it.id) ?? target.middle) }));
    edits.push({ type: "place", canvas: canvas.id, moves });
  } else if (fragment.elements.length > 0) {
    const isAgain = known.length > 0;
    const links = isHome ? fragment.links : fragment.links.map(alone);
    const made = copiesFrom(fragment.elements, links, newId, (title) =>
      isAgain && title !== "" ? copyOf(title) : title,
    );
    edits.push(...made.edits);
    for (const [i, it] of fragment.elements.entries()) names.set(it.id, made.ids[i] ?? "");
    const ids = fragment.elements.map((it) => names.get(it.id) ?? "");
    edits.push({ type: "put_on_maps", elements: ids });
    const moves = placesOf(fragment.elements, canvas, names, lies, target);
    if (moves.length > 0) edits.push({ type: "place", canvas: canvas.id, moves });
  }
  // In bands notes come last: they leave the new cards their places.
  const noted = shift ?? shiftTo(canvas, fragment, target);
  const notes = fragment.notes.map((note): Note => {
    const about = names.get(note.about ?? "") ?? null;
    return { ...note, id: newId(), canvas: canvas.id, about, ...noted(note), locked: false };
  });
  if (notes.length > 0) edits.push({ type: "put_notes", notes });
  return { edits, ids: [...names.values(), ...notes.map((it) => it.id)], left: 0 };
}

/** Where the new elements lie here: as they lay where there are no bands, else at free places of theirs. */
function placesOf(
  elements: readonly Element[],
  canvas: Canvas,
  names: ReadonlyMap<string, string>,
  lies: ReadonlyMap<string, { x: number; y: number }>,
  target: PasteTarget,
): { element: string; x: number; y: number }[] {
  const cards = elements.flatMap((it) => (isOnMap(it.kind) ? [{ id: it.id, kind: it.kind }] : []));
  if (canvas.kind === "free") {
    return cards.map(({ id }) => ({ element: names.get(id) ?? "", ...(lies.get(id) ?? target.middle) }));
  }
  const here = cards.filter(({ kind }) => target.hasRoomFor(kind));
  // Which perspective an objective is seen from comes with it; where it stands there is found by the portfolio.
  if (canvas.kind === "scorecard") return [];
  const spots = target.places(here.map(({ kind }): CardKind => kind));
  return here.flatMap(({ id }, i) => {
    const spot = spots[i];
    return spot === undefined ? [] : [{ element: names.get(id) ?? "", ...spot }];
  });
}

/** A link that does not rest on what is elsewhere. */
function alone(link: Fragment["links"][number]): Fragment["links"][number] {
  return link.kind === "contribution" ? { ...link, assumptions: [] } : link;
}

/**
 * What was copied keeps its shape and comes to lie about the middle of what is looked at, or as near to it as it covers
 * nothing. In bands cards are set down at free places of theirs, and only notes lie where they please.
 */
function shiftTo(
  canvas: Canvas,
  { places, notes }: Fragment,
  target: PasteTarget,
): (at: { x: number; y: number }) => { x: number; y: number } {
  const cards = canvas.kind === "free" ? places : [];
  const boxes = [
    ...cards.map(({ x, y }) => ({ x0: x, y0: y, x1: x + CARD_W, y1: y + CARD_H })),
    ...notes.map((note) => {
      const { w, h } = target.sizeOf(note);
      return { x0: note.x, y0: note.y, x1: note.x + w, y1: note.y + h };
    }),
  ];
  const by = toMiddle(boxes, target);
  return ({ x, y }) => ({ x: bounded(x + by.x), y: bounded(y + by.y) });
}

/** By how much boxes are shifted to lie about the middle of what is looked at, on nothing that lies there. */
function toMiddle(boxes: readonly Box[], { middle, clearing }: PasteTarget): { x: number; y: number } {
  if (boxes.length === 0) return { x: 0, y: 0 };
  const half = (from: readonly number[], to: readonly number[]) =>
    (least(from) - least(to.map((x) => -x))) / 2;
  const dx = Math.round(
    middle.x -
      half(
        boxes.map((it) => it.x0),
        boxes.map((it) => it.x1),
      ),
  );
  const dy = Math.round(
    middle.y -
      half(
        boxes.map((it) => it.y0),
        boxes.map((it) => it.y1),
      ),
  );
  const by = clearing(
    boxes.map((it) => ({ x0: it.x0 + dx, y0: it.y0 + dy, x1: it.x1 + dx, y1: it.y1 + dy })),
  );
  return { x: dx + by.x, y: dy + by.y };
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function bounded(value: number): number {
  return Math.round(Math.max(-1_000_000, Math.min(1_000_000, value)));
}

/** Lines of a text as notes in a block; a bullet before a line and the tabs between cells are not part of what is said. */
function notesFrom(text: string, canvas: string, target: PasteTarget): Pasted {
  const lines: string[] = [];
  let left = 0;
  for (const line of text.split(/\r\n?|\n/u)) {
    const said = line
      .replaceAll(/\t+/gu, " · ")
      .replace(/^[\s·•*–-]+/u, "")
      .trim();
    if (said === "") continue;
    if (lines.length < MOST_NOTES && said.length <= LONGEST_NOTE) lines.push(said);
    else left += 1;
  }
  if (lines.length === 0) return { refused: left > 0 ? "tooMuch" : "nothing" };
  const columns = Math.ceil(Math.sqrt(lines.length));
  const written = lines.map((text) => ({ text, about: null, by: "" }));
  const sizes = written.map(target.sizeOf);
  const boxes: Box[] = [];
  let y = 0;
  for (let row = 0; row < lines.length; row += columns) {
    const here = sizes.slice(row, row + columns);
    boxes.push(
      ...here.map(({ w, h }, n) => ({ x0: n * (w + GAP), y0: y, x1: n * (w + GAP) + w, y1: y + h })),
    );
    // A row is as high as the longest of its notes.
    y += here.reduce((most, { h }) => Math.max(most, h), 0) + GAP;
  }
  const by = toMiddle(boxes, target);
  const notes = written.map((note, i): Note => {
    const { x0 = 0, y0 = 0 } = boxes[i] ?? {};
    const at = { x: bounded(x0 + by.x), y: bounded(y0 + by.y) };
    return { id: newId(), canvas, ...note, ...at, paper: "sand", on: null, locked: false };
  });
  return { edits: [{ type: "put_notes", notes }], ids: notes.map((it) => it.id), left };
}

function unbroken(text: string): string {
  return text.replaceAll(/\r\n?/gu, "\n").replace(/\n$/u, "");
}

/** Tells portfolios apart without saying where they lie. */
function nameOf(path: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const letter of path)
    hash = BigInt.asUintN(64, (hash ^ BigInt(letter.codePointAt(0) ?? 0)) * 0x100000001b3n);
  return hash.toString(16);
}
