/* What is selected (elements and links, by id) and what the map is asked to show. Every view shares it. */

export class Selection {
  #ids: readonly string[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #shows = new Set<(ids: readonly string[]) => void>();

  readonly ids = (): readonly string[] => this.#ids;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Replaces the selection; the same ids again are no change. */
  set(ids: readonly string[]): void {
    if (ids.length === this.#ids.length && ids.every((id, i) => id === this.#ids[i])) return;
    this.#ids = [...ids];
    for (const listener of this.#listeners) listener();
  }

  toggle(id: string): void {
    this.set(this.#ids.includes(id) ? this.#ids.filter((other) => other !== id) : [...this.#ids, id]);
  }

  clear(): void {
    this.set([]);
  }

  /** Forgets what is no longer there. */
  keep(exists: (id: string) => boolean): void {
    if (this.#ids.some((id) => !exists(id))) this.set(this.#ids.filter(exists));
  }

  /** Selects and asks the map to bring it into sight. */
  reveal(ids: readonly string[]): void {
    this.set(ids);
    for (const show of this.#shows) show(ids);
  }

  readonly onReveal = (show: (ids: readonly string[]) => void): (() => void) => {
    this.#shows.add(show);
    return () => this.#shows.delete(show);
  };
}
