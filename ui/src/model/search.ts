/*
 * Finding things in a few letters: words in any order, starts of words before middles, titles before what else is
 * written, slips forgiven where little answers without. What is worth more is said here; where words stand is the
 * concordance's to know. Pure.
 */
import { Concordance, type Entry, MIDDLE, WHOLE } from "./concordance.ts";
import { folded, isLittle, termsOf, WORD } from "./spelling.ts";

export { folded };

/** What a word counts by the field it stands in. The first field is the title. */
export type Weights = readonly (readonly [name: string, weight: number])[];

export interface Found<T> {
  readonly thing: T;
  /** Larger is better; comparable between searches with the same query. */
  readonly points: number;
  /** The fields that answer where the title does not; none when the title answers alone. */
  readonly beside: readonly string[];
  /** Answers only when a slip is forgiven. */
  readonly isGuess: boolean;
}

/** A piece of a text, from a letter up to but without another. */
export type Span = readonly [from: number, to: number];

/** What a word is worth by how it answers: a slip at its start, a slip, its middle, its start, the whole of it. */
const WORTH = [0, 20, 35, 40, 70, 100];

/** What answers letter by letter comes before initials, and these before slips. */
const EXACT = 2000;
const LOOSE = 1000;
const SLIPPED = 0;

/** With fewer answers than this, initials and slips are taken too; beside better ones no more than make up for it. */
const FEW = 5;
/** Among titles that answer alike the shorter comes first; beyond these letters all are long. */
const LONG = 80;

interface Hit<T> {
  readonly entry: Entry<T>;
  readonly points: number;
  readonly isLast: boolean;
}

export class Search<T> {
  readonly #names: readonly string[];
  readonly #weights: readonly number[];
  readonly #isLast: (thing: T) => boolean;
  readonly #words: Concordance<T>;

  /** `isLast` tells what comes after all others, however well it answers. */
  constructor(
    weights: Weights,
    textsOf: (thing: T) => readonly string[],
    isLast: (thing: T) => boolean = () => false,
  ) {
    this.#names = weights.map(([name]) => name);
    this.#weights = weights.map(([, weight]) => weight);
    this.#isLast = isLast;
    this.#words = new Concordance(weights.length, textsOf);
  }

  /** Searches these from now on. What was held before, by identity, is not read again. */
  hold(things: Iterable<T>): this {
    this.#words.hold(things);
    return this;
  }

  /** The best answers, best first, equal ones in their order; nothing for nothing. `only` names the one field asked. */
  find(query: string, most: number, only?: string): Found<T>[] {
    const terms = termsOf(query);
    if (terms.length === 0) return [];
    const hits = this.#answering(terms, EXACT, only);
    if (hits.length < FEW) {
      const known = new Set(hits.map((hit) => hit.entry));
      const more = [
        ...(only === undefined ? this.#loosely(terms) : []),
        ...this.#answering(terms, SLIPPED, only),
      ];
      const room = hits.length === 0 ? most : FEW;
      for (const hit of more) {
        if (hits.length >= room) break;
        if (!known.has(hit.entry)) hits.push(hit);
        known.add(hit.entry);
      }
      hits.sort(inOrder);
    }
    const shown = hits.slice(0, most);
    const beside = this.#beside(new Set(shown.map((hit) => hit.entry.slot)), terms, only);
    return shown.map(({ entry, points }) => ({
      thing: entry.thing,
      points,
      beside: beside.get(entry.slot) ?? [],
      isGuess: points < LOOSE - 1,
    }));
  }

  /** The pieces of a text that answer, in their order. */
  spans(query: string, text: string): Span[] {
    const terms = termsOf(query);
    const binding = bindingOf(terms);
    return [...text.matchAll(WORD)].flatMap((match) => {
      const { number, word } = this.#words.word(match[0]);
      let longest: Span | undefined;
      for (const term of terms) {
        const how = this.#words.answersTo(term, true).get(number) ?? 0;
        if (how === 0 || (how < WHOLE && !binding.includes(term))) continue;
        // A slip is not found letter by letter, nor is anything where folding changed the length.
        const isPart = how >= MIDDLE && word.length === match[0].length;
        const from = match.index + (isPart ? word.indexOf(term) : 0);
        const to = isPart ? from + term.length : match.index + match[0].length;
        if (longest === undefined || to - from > longest[1] - longest[0]) longest = [from, to];
      }
      return longest === undefined ? [] : [longest];
    });
  }

  /** Things in which every term that binds is found, in order. */
  #answering(terms: readonly string[], stage: number, only: string | undefined): Hit<T>[] {
    const { slots } = this.#words;
    const phrase = ` ${terms.join(" ")}`;
    const binding = bindingOf(terms);
    const sums = new Float32Array(slots.length);
    const counts = new Uint8Array(slots.length);
    const inTitle = new Uint8Array(slots.length);
    for (const term of terms) {
      const binds = binding.includes(term);
      const best = new Float32Array(slots.length);
      this.#words.places(term, stage === SLIPPED, (slot, field, how) => {
        if (only !== undefined && this.#names[field] !== only) return;
        if (field === 0) inTitle[slot] = 1;
        const points = this.#worth(field, how);
        if (points > (best[slot] ?? 0)) best[slot] = points;
      });
      for (let slot = 0; slot < best.length; slot += 1) {
        const points = best[slot] ?? 0;
        if (points === 0) continue;
        sums[slot] = (sums[slot] ?? 0) + (binds ? points : points / 10);
        if (binds) counts[slot] = (counts[slot] ?? 0) + 1;
      }
    }
    const hits: Hit<T>[] = [];
    for (let slot = 0; slot < slots.length; slot += 1) {
      const entry = slots[slot];
      if (entry === undefined || counts[slot] !== binding.length) continue;
      const long = inTitle[slot] ? Math.min(entry.title.length, LONG) / LONG : 1;
      const points = stage + (sums[slot] ?? 0) / terms.length + inPhrase(entry.title, phrase) - long;
      hits.push({ entry, points, isLast: this.#isLast(entry.thing) });
    }
    return hits.sort(inOrder);
  }

  /** Titles by their initials, or with the words run together or torn apart. */
  #loosely(terms: readonly string[]): Hit<T>[] {
    const letters = terms.join("");
    if (letters.length < 2) return [];
    const hits: Hit<T>[] = [];
    for (const entry of this.#words.slots) {
      if (entry === undefined) continue;
      const byInitials = terms.length === 1 && entry.initials.startsWith(letters);
      if (!byInitials && !(letters.length > 4 && entry.together.includes(letters))) continue;
      const points = LOOSE - Math.min(entry.title.length, LONG) / LONG;
      hits.push({ entry, points, isLast: this.#isLast(entry.thing) });
    }
    return hits.sort(inOrder);
  }

  /** By slot, the fields in which those terms are found best that the title does not have. */
  #beside(slots: ReadonlySet<number>, terms: readonly string[], only: string | undefined) {
    const beside = new Map<number, string[]>();
    for (const term of bindingOf(terms)) {
      const best = new Map<number, { readonly field: number; readonly points: number }>();
      this.#words.places(term, true, (slot, field, how) => {
        if (!slots.has(slot) || (only !== undefined && this.#names[field] !== only)) return;
        const points = field === 0 ? Number.POSITIVE_INFINITY : this.#worth(field, how);
        if (points > (best.get(slot)?.points ?? 0)) best.set(slot, { field, points });
      });
      for (const [slot, { field }] of best) {
        const names = beside.get(slot) ?? [];
        const name = this.#names[field] ?? "";
        if (field > 0 && !names.includes(name)) beside.set(slot, [...names, name]);
      }
    }
    return beside;
  }

  #worth(field: number, how: number): number {
    return (WORTH[how] ?? 0) * (this.#weights[field] ?? 0);
  }
}

function inOrder<T>(a: Hit<T>, b: Hit<T>): number {
  return Number(a.isLast) - Number(b.isLast) || b.points - a.points || a.entry.place - b.entry.place;
}

/** The terms that must be found: all but little words, unless there is nothing else. */
function bindingOf(terms: readonly string[]): readonly string[] {
  const binding = terms.filter((term) => !isLittle(term));
  return binding.length > 0 ? binding : terms;
}

/** A title that says the words as they were typed comes before one that has them somewhere. */
function inPhrase(title: string, phrase: string): number {
  if (title === phrase) return 200;
  if (title.startsWith(phrase)) return 60;
  return title.includes(phrase) ? 30 : 0;
}

/**
 * Rows that answer by their text, which is read once for all letters typed: the best first, each with the letters
 * that answer, and all of them as they are while nothing is asked.
 */
export function among<T extends { readonly text: string }>(
  rows: readonly T[],
): (query: string, most: number) => (T & { readonly spans?: readonly Span[] })[] {
  let search: Search<T> | undefined;
  return (query, most) => {
    if (query.trim() === "") return rows.slice(0, most);
    search ??= new Search<T>([["text", 1]], (row) => [row.text]).hold(rows);
    const held = search;
    return held.find(query, most).map(({ thing }) => ({ ...thing, spans: held.spans(query, thing.text) }));
  };
}

/** The best of some things that are asked once, equal ones in their order, and all of them while nothing is asked. */
export function best<T>(
  query: string,
  things: readonly T[],
  textOf: (thing: T) => string,
  most: number,
): T[] {
  if (query.trim() === "") return things.slice(0, most);
  const search = new Search<T>([["text", 1]], (thing) => [textOf(thing)]).hold(things);
  return search.find(query, most).map((found) => found.thing);
}
