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

/** Copies of elements that stand in a portfolio. */
export function copiesOf(
  { elements, linksFrom }: Portfolio,
  originals: readonly string[],
  newId: () => string,
  titled: (title: string) => string,
): Copies {
  const known = originals.flatMap((id) => elements.get(id) ?? []);
  return copiesFrom(
    known,
    known.flatMap(({ id }) => linksFrom.get(id) ?? []),
    newId,
    titled,
  );
}

/** Copies of elements wherever they come from, with those of the links that run among them. */
export function copiesFrom(
  originals: readonly Element[],
  links: readonly Link[],
  newId: () => string,
  titled: (title: string) => string,
): Copies {
  const names = new Map(originals.map((it) => [it.id, newId()]));
  const edits: Edit[] = [];
  const made = new Set<string>();
  for (const element of originals) {
    const id = names.get(element.id);
    if (id === undefined || made.has(id)) continue;
    made.add(id);
    edits.push({ type: "insert_element", element: copied(element, id, titled) });
  }
  for (const link of links) {
    const [from, to] = [names.get(link.from), names.get(link.to)];
    if (from !== undefined && to !== undefined) {
      edits.push({ type: "insert_link", link: between(link, newId(), from, to) });
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
