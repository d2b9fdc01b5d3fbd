/*
 * The filter that all views share: some words, a person, a tag. What it lets through is decided here, once; each view
 * draws the answer in its own way: the map dims, a list leaves out. It belongs to the window, not to the portfolio.
 */
import type { Element } from "../api/bindings.ts";
import { around, live } from "./live.ts";
import { known } from "./maybe.ts";
import { linksOf, type Portfolio } from "./portfolio.ts";
import { folded } from "./search.ts";

export interface Wanted {
  /** Every word must occur in what an element says, or in the title of what it serves. */
  readonly text: string;
  /** `null` for everybody; empty for what nobody owns. */
  readonly owner: string | null;
  readonly tag: string | null;
}

export const EVERYTHING: Wanted = { text: "", owner: null, tag: null };

export class Filter {
  #wanted: Wanted = EVERYTHING;
  readonly #listeners = new Set<() => void>();

  readonly wanted = (): Wanted => this.#wanted;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes a part of it; the same again is no change. */
  set(part: Partial<Wanted>): void {
    const next = { ...this.#wanted, ...part };
    const { text, owner, tag } = this.#wanted;
    if (next.text === text && next.owner === owner && next.tag === tag) return;
    this.#wanted = next;
    for (const listener of this.#listeners) listener();
  }

  clear(): void {
    this.set(EVERYTHING);
  }
}

/** Whether anything is kept back at all. */
export function isFiltering(wanted: Wanted): boolean {
  return wanted.text.trim() !== "" || wanted.owner !== null || wanted.tag !== null;
}

/** Whether an element passes. An empty filter lets everything pass, also what was put away. */
export function matchesFilter(portfolio: Portfolio, wanted: Wanted, element: Element): boolean {
  if (wanted.owner !== null && ownerOf(element) !== wanted.owner) return false;
  if (wanted.tag !== null && !element.tags.includes(wanted.tag)) return false;
  return wordsOf(wanted.text).every((word) => says(portfolio, element, word));
}

/** The ids of all elements that count and pass; `null` when nothing is kept back, so that views need not ask one by one. */
export function passing(portfolio: Portfolio, wanted: Wanted): ReadonlySet<string> | null {
  if (!isFiltering(wanted)) return null;
  const ids = new Set<string>();
  for (const element of live(portfolio).elements.values()) {
    if (matchesFilter(portfolio, wanted, element)) ids.add(element.id);
  }
  return ids;
}

/** What can be chosen: the people and tags of the elements that count, without order. */
export function facetsOf(portfolio: Portfolio): {
  readonly owners: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
} {
  const owners = new Set<string>();
  const tags = new Set<string>();
  for (const element of live(portfolio).elements.values()) {
    const owner = ownerOf(element);
    if (owner !== "") owners.add(owner);
    for (const tag of element.tags) tags.add(tag);
  }
  return { owners, tags };
}

function ownerOf(element: Element): string {
  return known(element.owner)?.trim() ?? "";
}

let asked = { text: "", words: [] as readonly string[] };

/** The words typed, folded; kept for the last text, because it is asked for every element. */
function wordsOf(text: string): readonly string[] {
  if (asked.text !== text)
    asked = {
      text,
      words: folded(text)
        .split(/\s+/)
        .filter((word) => word !== ""),
    };
  return asked.words;
}

function says(portfolio: Portfolio, element: Element, word: string): boolean {
  if (spoken(element).includes(word)) return true;
  return linksOf(around(portfolio, element).linksFrom, element.id).some((link) => {
    const served = portfolio.elements.get(link.to);
    return served !== undefined && titled(served).includes(word);
  });
}

// An element never changes, so what was folded once holds as long as it lives.
const SPOKEN = new WeakMap<Element, string>();
const TITLED = new WeakMap<Element, string>();

function spoken(element: Element): string {
  return remembered(SPOKEN, element, () =>
    [
      element.title,
      ownerOf(element),
      ...element.tags,
      ...element.external_keys.map(({ key }) => key),
      element.description,
      ...Object.values(element.extra),
    ].join("\n"),
  );
}

function titled(element: Element): string {
  return remembered(TITLED, element, () => element.title);
}

function remembered(memory: WeakMap<Element, string>, element: Element, say: () => string): string {
  const known = memory.get(element);
  if (known !== undefined) return known;
  const text = folded(say());
  memory.set(element, text);
  return text;
}
