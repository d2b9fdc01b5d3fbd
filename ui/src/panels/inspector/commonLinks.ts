/* What several links have in common, and the edits that set a field of all of them. Pure. */
import type { Edit, Link, LinkPatch } from "../../api/bindings.ts";

export type Contribution = Extract<Link, { kind: "contribution" }>;
/** Sets a field of every link, or of each its own; `null` leaves one as it is. */
export type SetLinks = (patch: LinkPatch | ((link: Contribution) => LinkPatch | null)) => void;

/** The value where all say the same; otherwise none. */
export function common<L, T>(
  links: readonly L[],
  pick: (link: L) => T | null,
): { value: T | null; isVarious: boolean } {
  const [first] = links;
  const value = first === undefined ? null : pick(first);
  const isVarious = links.some((link) => pick(link) !== value);
  return { value: isVarious ? null : value, isVarious };
}

/** Only links that do not hold it yet are changed. */
export function setLinks<L extends Link>(
  links: readonly L[],
  patch: LinkPatch | ((link: L) => LinkPatch | null),
): Edit[] {
  return links.flatMap((link): Edit[] => {
    const change = typeof patch === "function" ? patch(link) : patch;
    if (change === null) return [];
    const held = new Map<string, unknown>(Object.entries(link)).get(change.field);
    const isSame = JSON.stringify(held) === JSON.stringify(change.value);
    return isSame ? [] : [{ type: "set_link", link: link.id, patch: change }];
  });
}

/** Links of one kind, when all are of it. */
export function allOf<K extends Link["kind"]>(
  links: readonly Link[],
  kind: K,
): readonly Extract<Link, { kind: K }>[] | null {
  const of = links.filter((link): link is Extract<Link, { kind: K }> => link.kind === kind);
  return of.length === links.length ? of : null;
}
