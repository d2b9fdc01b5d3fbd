/*
 * What the outline changes, as edits: each function gives one batch, which is one step to undo. Pure; whoever calls
 * brings the new ids.
 */
import type { Edit, Element } from "../../api/bindings.ts";
import { linksOf, type Portfolio } from "../../model/portfolio.ts";
import type { Draft } from "./rows.ts";
import { partsOf, type Tree } from "./tree.ts";

type NewId = () => string;

/** A new element with its title, put below its whole at once. */
export function added(draft: Draft, id: string, title: string, newId: NewId): Edit[] {
  const { kind, whole } = draft;
  const add: Edit = { type: "add_element", id, kind, title, spot: null };
  return whole === null ? [add] : [add, partOf(newId(), id, whole)];
}

/** Makes an element a part of another, in place of what it was part of here. */
export function takenIn(
  portfolio: Portfolio,
  tree: Tree,
  element: string,
  whole: string,
  newId: NewId,
): Edit[] {
  const edits = letGo(tree, element);
  const isLinked = linksOf(portfolio.linksFrom, element).some(
    (link) => link.kind === "part_of" && link.to === whole,
  );
  return isLinked ? edits : [...edits, partOf(newId(), element, whole)];
}

/** Puts an element beside its whole; nothing for one that is part of nothing. */
export function movedOut(portfolio: Portfolio, tree: Tree, element: string, newId: NewId): Edit[] {
  const above = tree.whole.get(element)?.to;
  if (above === undefined) return [];
  const next = tree.whole.get(above)?.to;
  return next === undefined ? letGo(tree, element) : takenIn(portfolio, tree, element, next, newId);
}

/** Accepts the contributions among these that are only proposed. */
export function accepted(portfolio: Portfolio, ids: readonly string[]): Edit[] {
  return ids
    .filter((id) => isProposed(portfolio, id))
    .map((link) => ({ type: "set_link", link, patch: { field: "state", value: "accepted" } }));
}

export function isProposed(portfolio: Portfolio, id: string): boolean {
  const link = portfolio.links.get(id);
  return link?.kind === "contribution" && link.state === "proposed";
}

/** A draft one level deeper: the last part of the element above it. `null` where nothing stands above. */
export function deeper(draft: Draft, tree: Tree): Draft | null {
  if (draft.after === null) return null;
  return { ...draft, whole: draft.after, after: partsOf(tree, draft.after).at(-1)?.id ?? null };
}

/** A draft one level out: right below what it would have been part of. */
export function shallower(draft: Draft, tree: Tree): Draft | null {
  if (draft.whole === null) return null;
  return { ...draft, whole: tree.whole.get(draft.whole)?.to ?? null, after: draft.whole };
}

/** A draft beside an element, right below it. */
export function beside(tree: Tree, element: Element): Draft {
  return { kind: element.kind, whole: tree.whole.get(element.id)?.to ?? null, after: element.id };
}

function letGo(tree: Tree, element: string): Edit[] {
  const link = tree.whole.get(element);
  return link === undefined ? [] : [{ type: "disconnect", links: [link.id] }];
}

function partOf(id: string, from: string, to: string): Edit {
  return { type: "connect", id, from, to, kind: "part_of" };
}
