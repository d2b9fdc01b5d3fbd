/*
 * How the words of a note are broken into lines and how large that makes its paper. At full detail every word is
 * there and the paper grows; farther away type keeps its least size and what no longer fits leaves.
 */
import { TYPE_MIN, ZOOM_META } from "../measures";
import type { SceneNote } from "../scene";
import type { TitleBreaker } from "../titles";
import type { Size } from "../view";

/** Units of the world. A note is as wide as a card is without its edge; a comment is smaller. */
export const NOTE_W = 224;
export const NOTE_H = 96;
export const COMMENT_W = 192;
export const COMMENT_H = 40;
export const PAD = 12;
/** Type and line of a note at zoom 1: all of it can be read from where a map opens. */
export const TYPE = TYPE_MIN / ZOOM_META;
export const LEAD = 21;
/** Room for who wrote it. */
const BY = 20;

export function isComment(note: SceneNote): boolean {
  return note.about !== null;
}

/** All lines of a note, as they stand wherever its type is not at its least size. */
export function allLines(note: Pick<SceneNote, "text" | "about">, texts: TitleBreaker): readonly string[] {
  const w = note.about === null ? NOTE_W : COMMENT_W;
  return wrapped(note.text, ((w - 2 * PAD) * 12) / TYPE, texts);
}

/** The whole of a note at zoom 1. */
export function noteSize(note: Pick<SceneNote, "text" | "about" | "by">, texts: TitleBreaker): Size {
  const w = note.about === null ? NOTE_W : COMMENT_W;
  const lines = allLines(note, texts).length;
  const h = 2 * PAD + Math.max(1, lines) * LEAD - 4 + (note.by === "" ? 0 : BY);
  return { w, h: Math.max(note.about === null ? NOTE_H : COMMENT_H, h) };
}

export interface NoteType {
  readonly size: number;
  readonly lead: number;
  readonly pad: number;
}

export function noteType(zoom: number): NoteType {
  const size = Math.max(TYPE_MIN, TYPE * zoom);
  return { size, lead: Math.max(15, LEAD * zoom), pad: Math.max(6, PAD * zoom) };
}

/** The lines that are seen in so much room of the screen; the last one says that more follows. */
export function seenLines(text: string, room: Size, type: NoteType, texts: TitleBreaker): readonly string[] {
  const all = wrapped(text, (room.w * 12) / type.size, texts);
  const most = Math.max(0, Math.floor((room.h + 4) / type.lead));
  if (all.length <= most) return all;
  const shown = all.slice(0, most);
  const last = shown.pop();
  if (last === undefined) return [];
  return [...shown, `${last.replace(/[\s,.;:–-]+$/u, "")}…`];
}

const known = new WeakMap<TitleBreaker, Map<string, readonly string[]>>();
/** As many broken texts are remembered. */
const MOST = 4000;

/** Lines of a text in a column of so many pixels at 12 px type; line breaks that were typed are kept. */
export function wrapped(text: string, room: number, texts: TitleBreaker): readonly string[] {
  const column = Math.max(24, Math.floor(room / 2) * 2);
  let of = known.get(texts);
  if (of === undefined || of.size > MOST) {
    of = new Map();
    known.set(texts, of);
  }
  const key = `${column} ${text}`;
  let lines = of.get(key);
  if (lines === undefined) {
    lines = text.split("\n").flatMap((line) => broken(line, column, texts));
    of.set(key, lines);
  }
  return lines;
}

/** Widths were measured with another typeface. */
export function forgetLines(texts: TitleBreaker): void {
  known.delete(texts);
}

function broken(line: string, room: number, texts: TitleBreaker): string[] {
  const space = texts.width(" ");
  const out: string[] = [];
  let now = "";
  let used = 0;
  for (const word of line.split(/[ \t]+/u).flatMap((it) => pieces(it, room, texts))) {
    const width = texts.width(word);
    if (now !== "" && used + space + width > room) {
      out.push(now);
      now = "";
    }
    used = now === "" ? width : used + space + width;
    now = now === "" ? word : `${now} ${word}`;
  }
  out.push(now);
  return out;
}

/** A word that is longer than a line, in parts that are not. */
function pieces(word: string, room: number, texts: TitleBreaker): string[] {
  if (texts.width(word) <= room) return [word];
  const out: string[] = [];
  let now = "";
  let used = 0;
  for (const letter of word) {
    const width = texts.width(letter);
    if (now !== "" && used + width > room) {
      out.push(now);
      now = "";
      used = 0;
    }
    now += letter;
    used += width;
  }
  out.push(now);
  return out;
}
