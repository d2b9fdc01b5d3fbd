/*
 * How elements stand in the outline: by kind, and within a kind as the trees that part_of links make. Pure, and one
 * pass over the records. A circle of parts is opened at its oldest member, so that
 * nothing is lost and nothing runs in a ring.
 */
import type { Element, ElementKind, Link } from "../../api/bindings.ts";
import { KINDS } from "../../model/kinds.ts";
import { known } from "../../model/maybe.ts";
import { linksOf, type Portfolio } from "../../model/portfolio.ts";

export interface Tree {
  /** Elements of a kind that are part of nothing. */
  readonly tops: ReadonlyMap<ElementKind, readonly Element[]>;
  /** All elements of a kind. */
  readonly counts: ReadonlyMap<ElementKind, number>;
  readonly parts: ReadonlyMap<string, readonly Element[]>;
  /** The link that puts an element below its whole. An element may be part of several: the oldest link places it. */
  readonly whole: ReadonlyMap<string, Link>;
}

/** Where elements added or moved here stand: right below this sibling, or first. Others come in order of age. */
export type Below = ReadonlyMap<string, string | null>;

const NONE: readonly Element[] = [];

export function treeOf(
  elements: Portfolio["elements"],
  linksFrom: Portfolio["linksFrom"],
  below: Below = new Map(),
): Tree {
  // Ids sort by the time they were made; after an undo the mirror no longer holds that order.
  const shown = [...elements.values()].sort(byAge);
  const whole = new Map<string, Link>();
  for (const element of shown) {
    const link = placing(element, elements, linksFrom);
    if (link !== null) whole.set(element.id, link);
  }
  openCircles(shown, whole);

  const tops = new Map<ElementKind, Element[]>(KINDS.map((kind) => [kind, []]));
  const counts = new Map<ElementKind, number>();
  const parts = new Map<string, Element[]>();
  for (const element of shown) {
    counts.set(element.kind, (counts.get(element.kind) ?? 0) + 1);
    const above = whole.get(element.id)?.to;
    if (above === undefined) tops.get(element.kind)?.push(element);
    else push(parts, above, element);
  }
  tops.get("priority")?.sort((a, b) => rankOf(a) - rankOf(b));
  for (const [id, after] of below) {
    const element = elements.get(id);
    if (element === undefined) continue;
    const above = whole.get(id)?.to;
    settle(above === undefined ? tops.get(element.kind) : parts.get(above), element, after);
  }
  return { tops, counts, parts, whole };
}

export function partsOf(tree: Tree, id: string): readonly Element[] {
  return tree.parts.get(id) ?? NONE;
}

/** The wholes above an element, the nearest first. */
export function wholesOf(tree: Tree, id: string): string[] {
  const found: string[] = [];
  for (let at = tree.whole.get(id)?.to; at !== undefined; at = tree.whole.get(at)?.to) found.push(at);
  return found;
}

function byAge(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function rankOf(element: Element): number {
  return (element.kind === "priority" ? known(element.rank) : null) ?? Number.POSITIVE_INFINITY;
}

/** The oldest link that makes an element a part of one of its own kind which is shown. */
function placing(
  element: Element,
  elements: Portfolio["elements"],
  linksFrom: Portfolio["linksFrom"],
): Link | null {
  let oldest: Link | null = null;
  for (const link of linksOf(linksFrom, element.id)) {
    if (link.kind !== "part_of" || link.to === element.id) continue;
    const other = elements.get(link.to);
    if (other === undefined || other.kind !== element.kind) continue;
    if (oldest === null || link.id < oldest.id) oldest = link;
  }
  return oldest;
}

/** Takes the oldest member of each circle out of it. Each element is passed once. */
function openCircles(elements: readonly Element[], whole: Map<string, Link>): void {
  const passed = new Map<string, string>();
  for (const { id } of elements) {
    let at: string | undefined = id;
    while (at !== undefined && !passed.has(at)) {
      passed.set(at, id);
      at = whole.get(at)?.to;
    }
    if (at === undefined || passed.get(at) !== id) continue;
    let oldest = at;
    for (let next = whole.get(at)?.to; next !== undefined && next !== at; next = whole.get(next)?.to) {
      if (next < oldest) oldest = next;
    }
    whole.delete(oldest);
  }
}

/** Puts an element right below a sibling, or first; where the sibling is gone it stays where it is. */
function settle(siblings: Element[] | undefined, element: Element, after: string | null): void {
  const from = siblings?.indexOf(element) ?? -1;
  if (siblings === undefined || from < 0) return;
  if (after !== null && !siblings.some((it) => it.id === after)) return;
  siblings.splice(from, 1);
  siblings.splice(after === null ? 0 : siblings.findIndex((it) => it.id === after) + 1, 0, element);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
