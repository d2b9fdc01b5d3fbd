/*
 * Breaking a title into at most four lines. Widths are measured once per word at one size and scaled,
 * because measuring whole strings in a frame costs more than drawing them.
 * A word is never cut when it fits on a line of its own; a number never parts from its unit.
 */
import { chopped, lettersOf } from "./hyphens";

/** How many lines a title may have. */
export type Lines = 1 | 2 | 3 | 4;

/** Width of a word at the reference size of 12 px. */
export type MeasureWord = (word: string) => number;

export interface Broken {
  readonly lines: readonly string[];
  /** False when not even the first word fits; the caller then draws no title. */
  readonly fits: boolean;
}

const UNIT = /^(?:%|‰|°C|[kKMG]?[€$£]|[kKMG]€|CHF|EUR|USD|km|kg|kWh|MWh|min|h)[.,;:)]?$/u;
/** From afar a line that is less full than this takes letters of the next word, so many at least. */
const FULL_ENOUGH = 0.6;
const LEAST_LETTERS = 3;
/** Two words and more that have so many letters together say enough: none of another is begun behind them. */
const TOLD_ENOUGH = 9;
/** What no sign of an end follows. */
const TAIL = /[,.;:\u00A0·–-]+$/u;
type How = "whole" | "strict" | "afar";
const HOW: Readonly<Record<How, number>> = { whole: 0, strict: 1, afar: 2 };
export const NOTHING: Broken = { lines: [], fits: false };

/** Whether a title was left short. */
export function isCut({ lines }: Broken): boolean {
  return lines.at(-1)?.endsWith("…") ?? false;
}

/** Splits at ordinary spaces only; joins a number with its unit and a lone sign with what precedes it. */
export function words(title: string): string[] {
  const out: string[] = [];
  for (const part of title.split(/[ \t\n\r]+/u)) {
    if (part === "") continue;
    const last = out[out.length - 1];
    if (last !== undefined && ((/\d$/u.test(last) && UNIT.test(part)) || /^[:;?!»·–—&+/]$/u.test(part))) {
      out[out.length - 1] = `${last}\u00A0${part}`;
    } else out.push(part);
  }
  return out;
}

/** What was measured and broken lately. */
interface Memory {
  readonly widths: Map<string, number>;
  readonly split: Map<string, Parts>;
  /** By title, then by column, lines and strictness in one number. */
  readonly broken: Map<string, Map<number, Broken>>;
  /** Results in `broken`. */
  count: number;
}

interface Parts {
  readonly parts: string[];
  readonly widths: Float32Array;
}

/** So many results are a few ways through all zooms of what a window shows. */
const MOST = 15_000;

function blank(): Memory {
  return { widths: new Map(), split: new Map(), broken: new Map(), count: 0 };
}

export class TitleBreaker {
  /** When the one is full it becomes the other, and what of that was not asked for again is forgotten with it. */
  private now = blank();
  private before = blank();
  private readonly measure: MeasureWord;

  constructor(measure: MeasureWord) {
    this.measure = measure;
  }

  /** Forgets every width: the font changed. */
  clear(): void {
    this.now = blank();
    this.before = blank();
  }

  /** Width of a short text at 12 px, remembered. */
  width(text: string): number {
    const known = this.now.widths.get(text);
    if (known !== undefined) return known;
    const w = this.before.widths.get(text) ?? this.measure(text);
    this.now.widths.set(text, w);
    return w;
  }

  /**
   * Lines for a title in a column of `room` pixels at 12 px type (scale the room, not the text).
   * With `strict` a first word that is too long gives no lines at all instead of a hyphenated one.
   */
  lines(title: string, room: number, maxLines: Lines, strict: boolean): Broken {
    return this.known(title, room, maxLines, strict ? "strict" : "whole");
  }

  /** As strict, but where that would say next to nothing the first letters of the next word stay: a cut name says more. */
  afar(title: string, room: number, maxLines: Lines): Broken {
    return this.known(title, room, maxLines, "afar");
  }

  private known(title: string, room: number, maxLines: Lines, how: How): Broken {
    // Steps of two pixels keep the number of remembered results small while somebody zooms.
    const column = Math.floor(room / 2) * 2;
    const key = column * 16 + (maxLines - 1) * 4 + HOW[how];
    const known = this.now.broken.get(title)?.get(key);
    if (known !== undefined) return known;
    if (this.now.count >= MOST) {
      this.before = this.now;
      this.now = blank();
    }
    const result =
      this.before.broken.get(title)?.get(key) ??
      (how === "afar"
        ? this.lettered(title, column, maxLines)
        : this.compute(title, column, maxLines, how === "strict"));
    let of = this.now.broken.get(title);
    if (of === undefined) {
      of = new Map();
      this.now.broken.set(title, of);
    }
    of.set(key, result);
    this.now.count += 1;
    return result;
  }

  private lettered(title: string, room: number, maxLines: Lines): Broken {
    const { parts } = this.parts(title);
    const strict = this.compute(title, room, maxLines, true);
    const lines = [...strict.lines];
    const last = (lines.pop() ?? "").replace(/…$/u, "");
    const told = lines.concat(last === "" ? [] : [last]).flatMap((line) => line.split(" ")).length;
    const next = parts[told];
    const cut = strict.lines.at(-1) ?? "";
    if (next === undefined && (cut.endsWith("…") || last === parts.slice(-last.split(" ").length).join(" ")))
      return strict;
    if (told > 1 && cut.endsWith("…") && lines.concat(last).join(" ").length >= TOLD_ENOUGH) return strict;
    if (maxLines > 1 && told === 0) {
      const halved = this.compute(title, room, 2, false);
      if (/[-/_.@]$/u.test(halved.lines[0] ?? "") && parts[0]?.startsWith(halved.lines[0] ?? "-"))
        return halved;
    }
    const whole = (line: string): Broken => ({ lines: [...lines, line], fits: true });
    if (next !== undefined) {
      const isFree = last !== "" && lines.length + 1 < maxLines;
      const begun = this.letters("", next, room);
      if (isFree && begun !== "") return { lines: [...lines, last, begun], fits: true };
      if (last === "") return begun === "" ? strict : whole(begun);
      const more = this.width(last) < room * FULL_ENOUGH ? this.letters(`${last} `, next, room) : "";
      if (more !== "") return whole(more);
    }
    if (cut.endsWith("…")) return strict;
    // A last word that fills its line makes room for the sign that something is missing.
    const before = last.split(" ").slice(0, -1).join(" ");
    const short = this.letters(before === "" ? "" : `${before} `, last.split(" ").at(-1) ?? "", room);
    return short === "" ? strict : whole(short);
  }

  /** A text with as many letters of a word behind it as fit before the sign; empty for fewer than three. */
  private letters(before: string, word: string, room: number): string {
    const letters = lettersOf(word);
    for (let n = letters.length - 1; n >= LEAST_LETTERS; n -= 1) {
      const text = `${before}${letters.slice(0, n).join("").replace(TAIL, "")}…`;
      if (this.width(text) <= room) return text;
    }
    return "";
  }

  private parts(title: string): Parts {
    let known = this.now.split.get(title) ?? this.before.split.get(title);
    if (known === undefined) {
      const parts = words(title);
      known = { parts, widths: Float32Array.from(parts, (p) => this.width(p)) };
    }
    this.now.split.set(title, known);
    return known;
  }

  private compute(title: string, room: number, maxLines: Lines, strict: boolean): Broken {
    let { parts, widths } = this.parts(title);
    if (parts.length === 0 || room < 8) return NOTHING;
    if (widths.some((w) => w > room)) {
      if (strict) {
        const stop = widths.findIndex((w) => w > room);
        if (stop === 0) return NOTHING;
        // The long word leaves with all that follows; the sign that something is missing stays.
        return this.laid(parts.slice(0, stop), widths.subarray(0, stop), room, maxLines, true);
      }
      parts = parts.flatMap((p) =>
        this.width(p) > room ? chopped(p, room, (text) => this.width(text)) : [p],
      );
      widths = Float32Array.from(parts, (p) => this.width(p));
    }
    return this.laid(parts, widths, room, maxLines, false);
  }

  /** Words in lines; `isShort` where the end of the title is left out already. */
  private laid(
    parts: string[],
    widths: Float32Array,
    room: number,
    maxLines: Lines,
    isShort: boolean,
  ): Broken {
    const space = this.width(" ");
    const lines: string[] = [];
    let at = 0;
    let end = this.fill(widths, at, room, space);
    while (end < parts.length && lines.length + 1 < maxLines) {
      const next = this.fill(widths, end, room, space);
      const isLast = next >= parts.length && !isShort;
      const cut = isLast ? this.balanced(widths, at, end, room, space) : end;
      lines.push(join(parts, at, cut));
      at = cut;
      end = this.fill(widths, at, room, space);
    }
    const isWhole = end >= parts.length && !isShort;
    lines.push(isWhole ? join(parts, at, end) : this.ellipsis(parts, widths, at, end, room));
    return { lines, fits: true };
  }

  /** Index after the last word that fits on a line starting at `start`. */
  private fill(widths: Float32Array, start: number, room: number, space: number): number {
    let used = widths[start] ?? 0;
    let i = start + 1;
    while (i < widths.length) {
      used += space + (widths[i] ?? 0);
      if (used > room) break;
      i += 1;
    }
    return i;
  }

  /** Pulls a word down when the last line would otherwise be one short remnant. */
  private balanced(widths: Float32Array, start: number, end: number, room: number, space: number): number {
    let second = -space;
    for (let i = end; i < widths.length; i += 1) second += (widths[i] ?? 0) + space;
    if (second >= room * 0.28 || end - start < 2) return end;
    const pulled = second + space + (widths[end - 1] ?? 0);
    return pulled <= room * 0.7 ? end - 1 : end;
  }

  /** The words of a line that must end in "…", dropping whole words until the sign fits. */
  private ellipsis(parts: string[], widths: Float32Array, start: number, end: number, room: number): string {
    const sign = this.width("…");
    const space = this.width(" ");
    let used = -space;
    for (let i = start; i < end; i += 1) used += space + (widths[i] ?? 0);
    let stop = end;
    while (stop > start + 1 && used + sign > room) {
      stop -= 1;
      used -= space + (widths[stop] ?? 0);
    }
    const text = join(parts, start, stop);
    // A word as wide as its line keeps its letters; the sign would not fit beside it.
    if (used + sign <= room + 2) return `${text.replace(TAIL, "")}…`;
    // The first half of a word of which the other half is left out ends in the sign, not in a hyphen.
    return text.endsWith("-") ? this.letters("", text.replace(TAIL, ""), room) || text : text;
  }
}

function join(parts: string[], start: number, end: number): string {
  return parts.slice(start, end).join(" ");
}
