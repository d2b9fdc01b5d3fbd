/*
 * Which rows are selected, by mouse and by keyboard, in the order in which they stand. Knows ids only; whoever
 * holds the selection shares it with the other views.
 */

export interface Selection {
  readonly ids: readonly string[];
  /** Where a range starts. */
  readonly anchor: string | null;
}

export const EMPTY: Selection = { ids: [], anchor: null };

export function only(id: string): Selection {
  return { ids: [id], anchor: id };
}

export function toggled(selection: Selection, id: string): Selection {
  const without = selection.ids.filter((it) => it !== id);
  return { ids: without.length === selection.ids.length ? [...selection.ids, id] : without, anchor: id };
}

/** All rows from the anchor to this one, in place of the earlier range. */
export function ranged(selection: Selection, id: string, order: readonly string[]): Selection {
  const to = order.indexOf(id);
  const from = selection.anchor === null ? to : order.indexOf(selection.anchor);
  if (to < 0) return selection;
  if (from < 0) return only(id);
  return { ids: order.slice(Math.min(from, to), Math.max(from, to) + 1), anchor: selection.anchor ?? id };
}

/** None, some or all of these rows. */
export function extent(selection: readonly string[], order: readonly string[]): "none" | "some" | "all" {
  const held = new Set(selection);
  const inside = order.filter((id) => held.has(id)).length;
  return inside === 0 ? "none" : inside === order.length ? "all" : "some";
}

/** Selects all of these rows, or none when all of them are. Rows elsewhere keep their state. */
export function toggledAll(selection: Selection, order: readonly string[]): Selection {
  const inside = new Set(order);
  const elsewhere = selection.ids.filter((id) => !inside.has(id));
  const ids = extent(selection.ids, order) === "all" ? elsewhere : [...elsewhere, ...order];
  return { ids, anchor: selection.anchor };
}
