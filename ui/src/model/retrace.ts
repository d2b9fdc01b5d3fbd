/*
 * Steps of this window together with what was selected around them: what a step made or took away is selected again when undo
 * and redo bring it back, and what was selected before it returns where nothing is left to be selected. Remembered by what
 * appeared and went, because other windows make steps between.
 */
import type { Changed, Edit, Record as Stored } from "../api/bindings.ts";
import type { Selection } from "./selection.ts";
import type { Store } from "./store.ts";

export class Retrace {
  readonly #store: Store;
  readonly #selection: Selection;
  /** What was selected when something went, and when it came. */
  readonly #withIt = new Map<string, readonly string[]>();
  readonly #withoutIt = new Map<string, readonly string[]>();

  constructor(store: Store, selection: Selection) {
    this.#store = store;
    this.#selection = selection;
  }

  async edit(edits: readonly Edit[]): Promise<Changed> {
    const before = this.#selection.ids();
    const changed = await this.#store.edit(edits);
    this.#keep(changed, before);
    return changed;
  }

  undo(): Promise<Changed> {
    return this.#travel(this.#store.undo());
  }

  redo(): Promise<Changed> {
    return this.#travel(this.#store.redo());
  }

  async #travel(asked: Promise<Changed>): Promise<Changed> {
    const before = this.#selection.ids();
    const changed = await asked;
    const { came, went } = this.#keep(changed, before);
    const { elements, links, notes } = this.#store.state.portfolio;
    const there = (ids: readonly string[] = []) =>
      ids.filter((id) => elements.has(id) || links.has(id) || notes.has(id));
    // What was chosen meanwhile stays chosen while what was made goes.
    const isAll = there(before).length === 0;
    const again = first(came, this.#withIt) ?? (isAll ? first(went, this.#withoutIt) : undefined);
    const ids = there(again);
    if (ids.length > 0) this.#selection.set(ids);
    return changed;
  }

  #keep(changed: Changed, selected: readonly string[]): { came: string[]; went: string[] } {
    const [came, went]: [string[], string[]] = [[], []];
    for (const { before, after } of changed.diff.changes) {
      if (before === null && after !== null) came.push(...idOf(after));
      if (before !== null && after === null) went.push(...idOf(before));
    }
    for (const id of came) this.#withoutIt.set(id, selected);
    for (const id of went) this.#withIt.set(id, selected);
    return { came, went };
  }
}

function first(ids: readonly string[], known: ReadonlyMap<string, readonly string[]>) {
  for (const id of ids) {
    const selected = known.get(id);
    if (selected !== undefined && selected.length > 0) return selected;
  }
  return undefined;
}

/** What can be selected. */
function idOf(record: Stored): string[] {
  return record.type === "element" || record.type === "link" || record.type === "note"
    ? [record.record.id]
    : [];
}
