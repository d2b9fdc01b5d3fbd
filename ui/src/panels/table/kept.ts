/* How the table is set, kind by kind, kept while another panel stands in its place and until another portfolio opens. */
import type { ElementKind } from "../../api/bindings.ts";
import { INITIAL, type Settings } from "./view.ts";

export class Kept {
  #settings = INITIAL;
  readonly #byKind = new Map<ElementKind, Settings>();
  readonly #listeners = new Set<() => void>();

  readonly get = (): Settings => this.#settings;

  /** Another kind comes back as it was left. */
  set(change: Partial<Settings>): void {
    const { kind } = change;
    if (kind !== undefined && kind !== this.#settings.kind) {
      this.#byKind.set(this.#settings.kind, this.#settings);
      this.#settings = { ...(this.#byKind.get(kind) ?? { ...INITIAL, kind }), ...change };
    } else this.#settings = { ...this.#settings, ...change };
    this.#tell();
  }

  reset(): void {
    this.#byKind.clear();
    this.#settings = INITIAL;
    this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
