/*
 * Finding things in a few letters: words in any order, starts of words before middles, titles before what else is
 * written, slips forgiven where little answers without. Every text is cut into words once; a query is held against
 * the words, of which there are few, and by number against the things, of which there are many. Pure.
 */
import { folded, isLittle, slips, termsOf, WORD } from "./spelling.ts";

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

/** How a word answers a term, and what that is worth. */
const [SLIP_START, SLIP, MIDDLE, START, WHOLE] = [1, 2, 3, 4, 5];
const WORTH = [0, 20, 35, 40, 70, 100];

/** What answers letter by letter comes before initials, and these before slips. */
const EXACT = 2000;
const LOOSE = 1000;
const SLIPPED = 0;

/** Every field. */
const ALL = -1;

/** With fewer answers than this, initials and slips are taken too; beside better ones no more than make up for it. */
const FEW = 5;
/** Terms whose answers are kept for the next letter and for the rows that are shown. */
const KEPT = 24;
/** Among titles that answer alike the shorter comes first; beyond these letters all are long. */
const LONG = 80;

interface Doc<T> {
  readonly thing: T;
  /** The words of all fields by number, and where each field ends. */
  readonly words: Int32Array;
  readonly ends: readonly number[];
  /** The words of the title with a space before each, the same run together, and how its greater words begin. */
  readonly title: string;
  readonly together: string;
  readonly initials: string;
  readonly isLast: boolean;
}

interface Hit<T> {
  readonly doc: Doc<T>;
  readonly points: number;
}

export class Search<T> {
  readonly #names: readonly string[];
  readonly #weights: readonly number[];
  readonly #textsOf: (thing: T) => readonly string[];
  readonly #isLast: (thing: T) => boolean;
  #docs = new Map<T, Doc<T>>();
  /** Every word met, folded, and its number by each way it was written. None is forgotten: there are few. */
  readonly #words: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #answers = new Map<string, Uint8Array>();

  /** `isLast` tells what comes after all others, however well it answers. */
  constructor(
    weights: Weights,
    textsOf: (thing: T) => readonly string[],
    isLast: (thing: T) => boolean = () => false,
  ) {
    this.#names = weights.map(([name]) => name);
    this.#weights = weights.map(([, weight]) => weight);
    this.#textsOf = textsOf;
    this.#isLast = isLast;
  }

  /** Searches these from now on. What was held before, by identity, is not read again. */
  hold(things: Iterable<T>): this {
    const docs = new Map<T, Doc<T>>();
    for (const thing of things) docs.set(thing, this.#docs.get(thing) ?? this.#read(thing));
    this.#docs = docs;
    return this;
  }

  /** The best answers, best first, equal ones in their order; nothing for nothing. `only` names the one field asked. */
  find(query: string, most: number, only?: string): Found<T>[] {
    const terms = termsOf(query);
    if (terms.length === 0) return [];
    const hits = this.#answering(terms, EXACT, only).sort(inOrder);
    if (hits.length < FEW) {
      const known = new Set(hits.map((hit) => hit.doc));
      const more = [
        ...(only === undefined ? this.#loosely(terms).sort(inOrder) : []),
        ...this.#answering(terms, SLIPPED, only).sort(inOrder),
      ];
      const room = hits.length === 0 ? most : FEW;
      for (const hit of more) {
        if (hits.length >= room) break;
        if (!known.has(hit.doc)) hits.push(hit);
        known.add(hit.doc);
      }
      hits.sort(inOrder);
    }
    return hits.slice(0, most).map(({ doc, points }) => ({
      thing: doc.thing,
      points,
      beside: this.#beside(doc, terms, only),
      isGuess: points < LOOSE - 1,
    }));
  }

  /** The pieces of a text that answer, in their order. */
  spans(query: string, text: string): Span[] {
    const terms = termsOf(query);
    const binding = bindingOf(terms);
    return [...text.matchAll(WORD)].flatMap((match) => {
      const number = this.#numberOf(match[0]);
      let longest: Span | undefined;
      for (const term of terms) {
        const how = this.#answersTo(term, true)[number] ?? 0;
        if (how === 0 || (how < WHOLE && !binding.includes(term))) continue;
        const word = this.#words[number] ?? "";
        // A slip is not found letter by letter, nor is anything where folding changed the length.
        const isPart = how >= MIDDLE && word.length === match[0].length;
        const from = match.index + (isPart ? word.indexOf(term) : 0);
        const to = isPart ? from + term.length : match.index + match[0].length;
        if (longest === undefined || to - from > longest[1] - longest[0]) longest = [from, to];
      }
      return longest === undefined ? [] : [longest];
    });
  }

  #read(thing: T): Doc<T> {
    const words: number[] = [];
    const ends: number[] = [];
    let title = "";
    let initials = "";
    for (const [field, text] of this.#textsOf(thing).entries()) {
      for (const written of text.match(WORD) ?? []) {
        const number = this.#numberOf(written);
        words.push(number);
        if (field > 0) continue;
        const word = this.#words[number] ?? "";
        title += ` ${word}`;
        if (!isLittle(word)) initials += word.charAt(0);
      }
      ends.push(words.length);
    }
    const together = title.replaceAll(" ", "");
    return {
      thing,
      words: Int32Array.from(words),
      ends,
      title,
      together,
      initials,
      isLast: this.#isLast(thing),
    };
  }

  #numberOf(written: string): number {
    const known = this.#numbers.get(written);
    if (known !== undefined) return known;
    const word = folded(written);
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#words.push(word) - 1;
      this.#numbers.set(word, number);
    }
    this.#numbers.set(written, number);
    return number;
  }

  /** How every word answers a term, by the number of the word. */
  #answersTo(term: string, forgiving: boolean): Uint8Array {
    const key = forgiving ? `~${term}` : term;
    const kept = this.#answers.get(key);
    if (kept !== undefined && kept.length === this.#words.length) return kept;
    const answers = new Uint8Array(this.#words.length);
    if (forgiving) {
      for (const number of slips(this.#words, term)) {
        const word = this.#words[number] ?? "";
        answers[number] = Math.abs(word.length - term.length) <= 1 ? SLIP : SLIP_START;
      }
    }
    // Two letters stand in the middle of nearly every word; where words are not parted by spaces even one may.
    const inMiddle = term.length > 2 || /[^a-z0-9]/.test(term);
    for (const [number, word] of this.#words.entries()) {
      const at = word.indexOf(term);
      if (at === 0) answers[number] = word.length === term.length ? WHOLE : START;
      else if (at > 0 && inMiddle) answers[number] = MIDDLE;
    }
    if (this.#answers.size >= KEPT) this.#answers.delete(this.#answers.keys().next().value ?? "");
    this.#answers.set(key, answers);
    return answers;
  }

  /** Things in which every term that binds is found. */
  #answering(terms: readonly string[], stage: number, only: string | undefined): Hit<T>[] {
    const phrase = ` ${terms.join(" ")}`;
    const field = only === undefined ? ALL : this.#names.indexOf(only);
    const binding = bindingOf(terms);
    const answersTo = (term: string) => this.#answersTo(term, stage === SLIPPED);
    // Long words are rare: held first, they spare most things the others.
    const must = [...binding].sort((a, b) => b.length - a.length).map(answersTo);
    const may = terms.filter((term) => !binding.includes(term)).map(answersTo);
    const hits: Hit<T>[] = [];
    for (const doc of this.#docs.values()) {
      let sum = 0;
      for (const answers of must) {
        const points = this.#pointsOf(doc, answers, field);
        sum = points === 0 ? -1 : sum + points;
        if (points === 0) break;
      }
      if (sum < 0) continue;
      for (const answers of may) sum += this.#pointsOf(doc, answers, field) / 10;
      const inTitle = must.some((answers) => this.#pointsOf(doc, answers, 0) > 0);
      const long = inTitle ? Math.min(doc.title.length, LONG) / LONG : 1;
      hits.push({ doc, points: stage + sum / terms.length + inPhrase(doc.title, phrase) - long });
    }
    return hits;
  }

  /** What the best word of a field counts, or of all. */
  #pointsOf(doc: Doc<T>, answers: Uint8Array, only: number): number {
    const { words, ends } = doc;
    let best = 0;
    let word = only > 0 ? (ends[only - 1] ?? 0) : 0;
    const last = only === ALL ? ends.length - 1 : only;
    for (let field = Math.max(only, 0); field <= last; field += 1) {
      const end = ends[field] ?? 0;
      let how = 0;
      for (; word < end; word += 1) how = Math.max(how, answers[words[word] ?? 0] ?? 0);
      best = Math.max(best, (WORTH[how] ?? 0) * (this.#weights[field] ?? 0));
    }
    return best;
  }

  /** Titles by their initials, or with the words run together or torn apart. */
  #loosely(terms: readonly string[]): Hit<T>[] {
    const letters = terms.join("");
    if (letters.length < 2) return [];
    const hits: Hit<T>[] = [];
    for (const doc of this.#docs.values()) {
      const byInitials = terms.length === 1 && doc.initials.startsWith(letters);
      if (byInitials || (letters.length > 4 && doc.together.includes(letters)))
        hits.push({ doc, points: LOOSE - Math.min(doc.title.length, LONG) / LONG });
    }
    return hits;
  }

  /** Where the terms are found that the title does not have. */
  #beside(doc: Doc<T>, terms: readonly string[], only: string | undefined): string[] {
    const names = new Set<string>();
    for (const term of bindingOf(terms)) {
      const answers = this.#answersTo(term, true);
      const points = this.#names.map((name, field) =>
        only === undefined || only === name ? this.#pointsOf(doc, answers, field) : 0,
      );
      const where = this.#names[points.indexOf(Math.max(...points))];
      if (where !== undefined && (points[0] ?? 0) === 0 && Math.max(...points) > 0) names.add(where);
    }
    return [...names];
  }
}

function inOrder<T>(a: Hit<T>, b: Hit<T>): number {
  return Number(a.doc.isLast) - Number(b.doc.isLast) || b.points - a.points;
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
 * Finds among some things by one text each, which are read once: the best first, equal ones in their order, and all
 * of them while nothing is asked.
 */
export function among<T>(
  things: readonly T[],
  textOf: (thing: T) => string,
): (query: string, most: number) => T[] {
  let search: Search<T> | undefined;
  return (query, most) => {
    if (query.trim() === "") return things.slice(0, most);
    search ??= new Search<T>([["text", 1]], (thing) => [textOf(thing)]).hold(things);
    return search.find(query, most).map((found) => found.thing);
  };
}

/** The same for a list that is asked once. */
export function best<T>(
  query: string,
  things: readonly T[],
  textOf: (thing: T) => string,
  most: number,
): T[] {
  return among(things, textOf)(query, most);
}
