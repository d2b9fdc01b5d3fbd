/*
 * The filter of the outline: which elements answer, and which are kept only because they lead to one that does.
 * Accents and case are forgiven, every word must occur. Pure.
 */
import type { Element, ElementKind } from "../../api/bindings.ts";
import type { Found } from "../../model/found.ts";
import { known } from "../../model/maybe.ts";
import { folded } from "../../model/search.ts";
import type { Tree } from "./tree.ts";

export interface Sought {
  readonly text: string;
  readonly onlyFound: boolean;
  /** What the filter that all views share lets through; `null` when it keeps nothing back. */
  readonly passes: ((element: Element) => boolean) | null;
  /** Touched while the filter stands: they stay, whatever became of them. */
  readonly touched: ReadonlySet<string>;
}

export interface Sieve {
  readonly hits: ReadonlySet<string>;
  /** Wholes of the hits: open, so that the hits are seen. */
  readonly path: ReadonlySet<string>;
  readonly counts: ReadonlyMap<ElementKind, number>;
}

/** `null` when everything is shown. */
export function sieveOf(
  elements: Iterable<Element>,
  tree: Tree,
  found: ReadonlyMap<string, Found>,
  { text, onlyFound, passes, touched }: Sought,
): Sieve | null {
  const wanted = folded(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (wanted.length === 0 && !onlyFound && passes === null) return null;
  const hits = new Set<string>();
  const path = new Set<string>();
  const counts = new Map<ElementKind, number>();
  for (const element of elements) {
    const body = wanted.length === 0 ? "" : bodyOf(element);
    const answers = (!onlyFound || found.has(element.id)) && wanted.every((word) => body.includes(word));
    const isKeptBack = passes !== null && !passes(element);
    if ((!answers || isKeptBack) && !touched.has(element.id)) continue;
    hits.add(element.id);
    counts.set(element.kind, (counts.get(element.kind) ?? 0) + 1);
    for (let at = tree.whole.get(element.id)?.to; at !== undefined && !path.has(at); ) {
      path.add(at);
      at = tree.whole.get(at)?.to;
    }
  }
  return { hits, path, counts };
}

const bodies = new WeakMap<Element, string>();

/** What is searched of an element. */
function bodyOf(element: Element): string {
  const made = bodies.get(element);
  if (made !== undefined) return made;
  const keys = element.external_keys.map((it) => it.key);
  const body = folded([element.title, known(element.owner) ?? "", ...element.tags, ...keys].join("\n"));
  bodies.set(element, body);
  return body;
}
