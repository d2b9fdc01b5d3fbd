/*
 * How the page of findings is set (grouping, filters, what is open, where one stood), kept while another view stands in
 * its place, so that whoever went to look at a card comes back to the row they left.
 */
import type { ElementKind, Family, Severity } from "../../api/bindings.ts";
import type { Store } from "../../model/store.ts";

export type By = "weight" | "myth" | "owner";
/** One family, what somebody lives with, what no rule could tell, or everything that stands open. */
export type Shown = Family | "accepted" | "untold" | null;
/** Only what was first seen in so many days. */
export type Since = 7 | 30 | 90;

export interface Settings {
  readonly by: By;
  readonly shown: Shown;
  /** Only these; all when empty. */
  readonly severities: ReadonlySet<Severity>;
  readonly kind: ElementKind | null;
  readonly since: Since | null;
  /** Only what concerns these elements or links; all when empty. */
  readonly about: readonly string[];
  /** Keys of the lines that were opened. */
  readonly opened: ReadonlySet<string>;
  /** Key of the line in force. */
  readonly here: string | null;
}

export const NARROWED_BY_NOTHING = {
  severities: new Set<Severity>(),
  kind: null,
  since: null,
  about: [],
} satisfies Partial<Settings>;

const INITIAL: Settings = {
  ...NARROWED_BY_NOTHING,
  by: "weight",
  shown: null,
  opened: new Set(),
  here: null,
};

export class Kept {
  #settings = INITIAL;
  readonly #listeners = new Set<() => void>();

  readonly get = (): Settings => this.#settings;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(change: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...change };
    for (const listener of this.#listeners) listener();
  }

  open(keys: readonly string[], open: boolean): void {
    const opened = new Set(this.#settings.opened);
    for (const key of keys) {
      if (open) opened.add(key);
      else opened.delete(key);
    }
    this.set({ opened });
  }
}

/** Whether the list shows less than stands open. */
export function isNarrowed({ severities, kind, since, about }: Settings): boolean {
  return severities.size > 0 || kind !== null || since !== null || about.length > 0;
}

/** What is shown of what was asked for: what there is none of any more gives way to everything. */
export function thereOf(
  shown: Shown,
  families: ReadonlySet<Family>,
  accepted: number,
  untold: number,
): Shown {
  if (shown === "accepted") return accepted > 0 ? shown : null;
  if (shown === "untold") return untold > 0 ? shown : null;
  return shown !== null && families.has(shown) ? shown : null;
}

const kept = new WeakMap<Store, Kept>();

/** One for each open portfolio, so that another one starts afresh. */
export function keptOf(store: Store): Kept {
  const made = kept.get(store) ?? new Kept();
  kept.set(store, made);
  return made;
}
