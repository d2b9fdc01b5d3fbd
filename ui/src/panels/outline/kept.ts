/* How the outline is set (filter, what is open, where new rows stand), kept while another view stands in its place. */
import { EVERYTHING, isFiltering, type Wanted } from "../../model/filter.ts";
import type { Store } from "../../model/store.ts";

export interface Settings {
  readonly text: string;
  readonly onlyFound: boolean;
  /** The filter that all views share, as it was last seen here. */
  readonly shared: Wanted;
  /** Opened or folded by hand, by the key of the row. */
  readonly opened: ReadonlyMap<string, boolean>;
  /** The same while a filter stands; forgotten with it. */
  readonly openedThen: ReadonlyMap<string, boolean>;
  /** Touched while the filter stands; they stay in sight. */
  readonly touched: ReadonlySet<string>;
  readonly below: ReadonlyMap<string, string | null>;
}

const INITIAL: Settings = {
  text: "",
  onlyFound: false,
  shared: EVERYTHING,
  opened: new Map(),
  openedThen: new Map(),
  touched: new Set(),
  below: new Map(),
};

export class Kept {
  #settings = INITIAL;
  readonly #listeners = new Set<() => void>();

  readonly get = (): Settings => this.#settings;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Another filter shows what it finds, whatever was opened or touched under the one before. */
  filter(change: Partial<Pick<Settings, "text" | "onlyFound" | "shared">>): void {
    this.#set({ ...change, openedThen: new Map(), touched: new Set() });
  }

  open(keys: readonly string[], open: boolean): void {
    const name = this.isFiltered() ? "openedThen" : "opened";
    const next = new Map(this.#settings[name]);
    for (const key of keys) next.set(key, open);
    this.#set({ [name]: next });
  }

  /** Keeps an element in sight under the filter, and where it was put. */
  touch(id: string, below?: string | null): void {
    const { touched, below: before } = this.#settings;
    const next = new Map(before);
    if (below !== undefined) {
      // The latest is settled last: its neighbour may have been moved too.
      next.delete(id);
      next.set(id, below);
    }
    this.#set({ touched: new Set(touched).add(id), below: next });
  }

  isFiltered(): boolean {
    const { text, onlyFound, shared } = this.#settings;
    return text.trim() !== "" || onlyFound || isFiltering(shared);
  }

  #set(change: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...change };
    for (const listener of this.#listeners) listener();
  }
}

const kept = new WeakMap<Store, Kept>();

/** One for each open portfolio, so that another one starts afresh. */
export function keptOf(store: Store): Kept {
  const made = kept.get(store) ?? new Kept();
  kept.set(store, made);
  return made;
}
