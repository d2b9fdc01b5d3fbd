/*
 * Copies of elements, with the links that run among them, as edits of one step. A copy says what its original says
 * but what belongs to one thing only: the key that a source knows it by, and that somebody accepted it.
 */
import type { Edit, Element, Link } from "../api/bindings.ts";
import type { Portfolio } from "./portfolio.ts";

export interface Copies {
  readonly edits: readonly Edit[];
  /** The new elements, in the order of the originals. */
  readonly ids: readonly string[];
}

export function copiesOf(
  { elements, linksFrom }: Portfolio,
  originals: readonly string[],
  newId: () => string,
  titled: (title: string) => string,
): Copies {
  const names = new Map<string, string>();
  for (const id of originals) if (elements.has(id)) names.set(id, newId());
  const edits: Edit[] = [];
  for (const [id, copy] of names) {
    const element = elements.get(id);
    if (element !== undefined) edits.push({ type: "insert_element", element: copied(element, copy, titled) });
  }
  for (const id of names.keys()) {
    for (const link of linksFrom.get(id) ?? []) {
      const [from, to] = [names.get(link.from), names.get(link.to)];
      if (from !== undefined && to !== undefined) {
        edits.push({ type: "insert_link", link: between(link, newId(), from, to) });
      }
    }
  }
  return { edits, ids: [...names.values()] };
}

function copied(element: Element, id: string, titled: (title: string) => string): Element {
  return {
    ...element,
    id,
    title: titled(element.title),
    external_keys: [],
    archived: null,
    why: { ...element.why, accepted_by: "", accepted_on: null, reviewed_on: null },
  };
}

/** What one link promises must not be promised twice. */
function between(link: Link, id: string, from: string, to: string): Link {
  if (link.kind !== "contribution") return { ...link, id, from, to };
  return { ...link, id, from, to, expects: null, share: null };
}
