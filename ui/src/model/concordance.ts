/*
 * The words of many texts and where each stands. Every text is cut into words once; a word asked for is held
 * against the words met, of which there are few, and never against the texts, of which there are many. Knows
 * nothing of what an answer is worth.
 */
import { folded, isLittle, slips, WORD } from "./spelling.ts";

/** How a word of a text answers a word asked for, by rising worth. */
export const [SLIP_START, SLIP, MIDDLE, START, WHOLE] = [1, 2, 3, 4, 5];

/** How words answer, by the number of the word. */
export type Answers = ReadonlyMap<number, number>;

/** A thing that is held. */
export interface Entry<T> {
  readonly thing: T;
  /** Its number here, and its place among what is held. */
  readonly slot: number;
  place: number;
  /** The words of the first text with a space before each, the same run together, and how its greater words begin. */
  readonly title: string;
  readonly together: string;
  readonly initials: string;
}

/** Words asked for whose answers are kept, for the next letter typed and for the rows that are shown. */
const KEPT = 24;

export class Concordance<T> {
  readonly #fields: number;
  readonly #textsOf: (thing: T) => readonly string[];
  #entries = new Map<T, Entry<T>>();
  #slots: (Entry<T> | undefined)[] = [];
  /** Every word met, folded, and its number by each way it was written. None is forgotten: there are few. */
  readonly #words: string[] = [];
  readonly #numbers = new Map<string, number>();
  /** Where each word stands: slot times the number of fields, plus the field. */
  #places: number[][] = [];
  readonly #answers = new Map<string, { readonly words: number; readonly answers: Answers }>();

  /** `textsOf` gives as many texts for each thing as there are fields. */
  constructor(fields: number, textsOf: (thing: T) => readonly string[]) {
    this.#fields = fields;
    this.#textsOf = textsOf;
  }

  /** By slot. One that is no longer held leaves a gap, until there are more gaps than things. */
  get slots(): readonly (Entry<T> | undefined)[] {
    return this.#slots;
  }

  /** Holds these from now on. What was held before, by identity, is not read again. */
  hold(things: Iterable<T>): void {
    const before = this.#entries;
    this.#entries = new Map();
    for (const thing of things) {
      if (this.#entries.has(thing)) continue;
      const entry = before.get(thing) ?? this.#read(thing);
      entry.place = this.#entries.size;
      this.#entries.set(thing, entry);
    }
    for (const entry of before.values()) {
      if (!this.#entries.has(entry.thing)) this.#slots[entry.slot] = undefined;
    }
    if (this.#slots.length > 2 * this.#entries.size) this.#readAll();
  }

  /** The word as it was folded, and its number. */
  word(written: string): { readonly number: number; readonly word: string } {
    const number = this.#numberOf(written);
    return { number, word: this.#words[number] ?? "" };
  }

  /** How every word answers a term, slips forgiven or not. */
  answersTo(term: string, forgiving: boolean): Answers {
    const key = forgiving ? `~${term}` : term;
    const kept = this.#answers.get(key);
    if (kept?.words === this.#words.length) return kept.answers;
    const answers = forgiving ? this.#forgiven(term) : this.#exact(term);
    if (this.#answers.size >= KEPT) this.#answers.delete(this.#answers.keys().next().value ?? "");
    this.#answers.set(key, { words: this.#words.length, answers });
    return answers;
  }

  /** Calls for every place in which a term is found. */
  places(term: string, forgiving: boolean, call: (slot: number, field: number, how: number) => void): void {
    for (const [number, how] of this.answersTo(term, forgiving)) {
      for (const place of this.#places[number] ?? []) {
        const slot = Math.floor(place / this.#fields);
        call(slot, place - slot * this.#fields, how);
      }
    }
  }

  #exact(term: string): Map<number, number> {
    const answers = new Map<number, number>();
    // Two letters stand in the middle of nearly every word; where words are not parted by spaces even one may.
    const inMiddle = term.length > 2 || /[^a-z0-9]/.test(term);
    for (let number = 0; number < this.#words.length; number += 1) {
      const word = this.#words[number] ?? "";
      if (word.startsWith(term)) answers.set(number, word.length === term.length ? WHOLE : START);
      else if (inMiddle && word.includes(term)) answers.set(number, MIDDLE);
    }
    return answers;
  }

  #forgiven(term: string): Map<number, number> {
    const answers = new Map<number, number>();
    for (const number of slips(this.#words, term)) {
      const beyond = Math.abs((this.#words[number] ?? "").length - term.length);
      answers.set(number, beyond <= 1 ? SLIP : SLIP_START);
    }
    for (const [number, how] of this.answersTo(term, false)) answers.set(number, how);
    return answers;
  }

  #read(thing: T): Entry<T> {
    const slot = this.#slots.length;
    let title = "";
    let initials = "";
    for (const [field, text] of this.#textsOf(thing).entries()) {
      const place = slot * this.#fields + field;
      for (const written of text.match(WORD) ?? []) {
        const { number, word } = this.word(written);
        const places = this.#places[number];
        if (places !== undefined && places[places.length - 1] !== place) places.push(place);
        if (field > 0) continue;
        title += ` ${word}`;
        if (!isLittle(word)) initials += word.charAt(0);
      }
    }
    const entry = { thing, slot, place: 0, title, together: title.replaceAll(" ", ""), initials };
    this.#slots.push(entry);
    return entry;
  }

  /** Reads everything again, without gaps. */
  #readAll(): void {
    const things = [...this.#entries.keys()];
    this.#entries = new Map();
    this.#slots = [];
    this.#places = this.#words.map(() => []);
    this.hold(things);
  }

  #numberOf(written: string): number {
    const known = this.#numbers.get(written);
    if (known !== undefined) return known;
    const word = folded(written);
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#words.push(word) - 1;
      this.#places.push([]);
      this.#numbers.set(word, number);
    }
    this.#numbers.set(written, number);
    return number;
  }
}
