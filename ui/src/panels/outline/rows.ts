/*
 * The rows of the outline from top to bottom: lanes, elements, groups of links, links, and the title being added.
 * Made in one pass; each row knows its level and its place among its siblings, because most of them are never drawn.
 */
import type { Element, ElementKind } from "../../api/bindings.ts";
import { KINDS, stepOf } from "../../model/kinds.ts";
import type { Portfolio } from "../../model/portfolio.ts";
import { type End, type GroupName, groupsOf, isMissed } from "./groups.ts";
import type { Sieve } from "./sieve.ts";
import { type Below, partsOf, type Tree } from "./tree.ts";

/** A new element while its title is typed. It is nowhere but here. */
export interface Draft {
  readonly kind: ElementKind;
  /** The whole that it will be part of. */
  readonly whole: string | null;
  /** The sibling above it; `null` for the first. */
  readonly after: string | null;
}

interface Place {
  readonly key: string;
  readonly level: number;
  /** Counted from 1 among its siblings. */
  readonly at: number;
  readonly of: number;
  /** The row that it stands under; −1 for a lane. */
  readonly parent: number;
  /** `null` where nothing can be opened. */
  readonly open: boolean | null;
}

export type Row = Place &
  (
    | { readonly type: "lane"; readonly kind: ElementKind; readonly count: number; readonly all: number }
    /** `isWay`: it does not answer the filter, something below it does. */
    | { readonly type: "element"; readonly element: Element; readonly isWay: boolean }
    | {
        readonly type: "group";
        readonly owner: Element;
        readonly name: GroupName;
        readonly count: number;
      }
    | { readonly type: "link"; readonly owner: Element; readonly name: GroupName; readonly end: End }
    | { readonly type: "draft"; readonly kind: ElementKind }
  );

export interface Asked {
  readonly portfolio: Pick<Portfolio, "elements" | "linksFrom" | "linksTo">;
  readonly tree: Tree;
  readonly sieve: Sieve | null;
  /** Rows opened or folded by hand, by key. */
  readonly opened: ReadonlyMap<string, boolean>;
  readonly draft: Draft | null;
}

export const laneKey = (kind: ElementKind): string => `lane/${kind}`;
export const groupKey = (owner: string, name: GroupName): string => `${owner}/${name}`;
export const linkKey = (owner: string, link: string): string => `${owner}/${link}`;
export const DRAFT = "draft";

export function rowsOf(asked: Asked): Row[] {
  const { tree, sieve, draft } = asked;
  const rows: Row[] = [];
  const lanes = KINDS.filter((kind) => sieve === null || sieve.counts.has(kind) || draft?.kind === kind);
  for (const [index, kind] of lanes.entries()) {
    const key = laneKey(kind);
    const all = tree.counts.get(kind) ?? 0;
    const isEmpty = all === 0 && draft?.kind !== kind;
    const open = isEmpty ? null : (asked.opened.get(key) ?? (sieve !== null || stepOf(kind) !== null));
    const count = sieve === null ? all : (sieve.counts.get(kind) ?? 0);
    rows.push({
      type: "lane",
      key,
      level: 1,
      at: index + 1,
      of: lanes.length,
      parent: -1,
      open,
      kind,
      count,
      all,
    });
    if (!open) continue;
    const own = siblings(asked, kind, null, tree.tops.get(kind) ?? [], false);
    put(asked, rows, own, rows.length - 1, 2, 0);
  }
  return rows;
}

/** Elements side by side: all of a lane that are part of nothing, or the parts of one. */
interface Siblings {
  readonly kind: ElementKind;
  readonly shown: readonly Element[];
  readonly draft: Draft | null;
  /** Below an element that answers the filter everything is shown. */
  readonly isHeld: boolean;
}

function siblings(
  { sieve, draft }: Asked,
  kind: ElementKind,
  whole: string | null,
  all: readonly Element[],
  isHeld: boolean,
): Siblings {
  const shown =
    sieve === null || isHeld ? all : all.filter((it) => sieve.hits.has(it.id) || sieve.path.has(it.id));
  return { kind, shown, draft: draft?.kind === kind && draft.whole === whole ? draft : null, isHeld };
}

const countOf = ({ shown, draft }: Siblings): number => shown.length + (draft === null ? 0 : 1);

/** The rows of siblings. `before` counts those that stand before them: the groups of links. */
function put(asked: Asked, rows: Row[], them: Siblings, parent: number, level: number, before: number): void {
  const { sieve } = asked;
  const of = before + countOf(them);
  let at = before;
  let waiting = them.draft;
  const place = (key: string, open: boolean | null) => {
    at += 1;
    return { key, level, at, of, parent, open };
  };
  const putDraft = (): void => {
    waiting = null;
    rows.push({ type: "draft", ...place(DRAFT, null), kind: them.kind });
  };
  if (waiting?.after === null) putDraft();
  for (const element of them.shown) {
    const isHit = sieve === null || them.isHeld || sieve.hits.has(element.id);
    const open = opens(asked, element)
      ? (asked.opened.get(element.id) ?? sieve?.path.has(element.id) === true)
      : null;
    rows.push({ type: "element", ...place(element.id, open), element, isWay: !isHit });
    if (open) putInside(asked, rows, element, level + 1, sieve !== null && isHit);
    if (waiting?.after === element.id) putDraft();
  }
  // The sibling above has not arrived yet, or the filter hides it.
  if (waiting !== null) putDraft();
}

/** The groups of links of an element, then its parts. */
function putInside(asked: Asked, rows: Row[], owner: Element, level: number, isHeld: boolean): void {
  const parent = rows.length - 1;
  const groups = groupsOf(asked.portfolio, asked.tree, owner);
  const parts = siblings(asked, owner.kind, owner.id, partsOf(asked.tree, owner.id), isHeld);
  const of = groups.length + countOf(parts);
  for (const [index, { name, ends }] of groups.entries()) {
    const key = groupKey(owner.id, name);
    const open = ends.length === 0 ? null : (asked.opened.get(key) ?? true);
    const group = rows.length;
    const count = ends.length;
    rows.push({ type: "group", key, level, at: index + 1, of, parent, open, owner, name, count });
    if (!open) continue;
    for (const [at, end] of ends.entries()) {
      rows.push({
        type: "link",
        key: linkKey(owner.id, end.link.id),
        level: level + 1,
        at: at + 1,
        of: count,
        parent: group,
        open: null,
        owner,
        name,
        end,
      });
    }
  }
  put(asked, rows, parts, parent, level, groups.length);
}

/** Whether anything stands below an element. */
function opens(asked: Asked, element: Element): boolean {
  if (isMissed("up", element) || isMissed("down", element)) return true;
  if (asked.tree.parts.has(element.id) || asked.draft?.whole === element.id) return true;
  const { linksFrom, linksTo } = asked.portfolio;
  if (!linksFrom.has(element.id) && !linksTo.has(element.id)) return false;
  return groupsOf(asked.portfolio, asked.tree, element).length > 0;
}

/** A draft below what has arrived: the sibling just sent before it may still be on its way. */
export function settled(draft: Draft, elements: Portfolio["elements"], below: Below): Draft {
  let { after } = draft;
  while (after !== null && !elements.has(after)) after = below.get(after) ?? null;
  return after === draft.after ? draft : { ...draft, after };
}

/** The title that a row is found by. */
export function titleIn(row: Row): string | null {
  if (row.type === "element") return row.element.title;
  return row.type === "link" ? row.end.other.title : null;
}

/** What a row selects: an element or a link. */
export function selects(row: Row | undefined): string | null {
  if (row?.type === "element") return row.element.id;
  return row?.type === "link" ? row.end.link.id : null;
}

/** The element that a row belongs to; none for a lane. */
export function ownerOf(row: Row | undefined): Element | null {
  if (row?.type === "element") return row.element;
  return row?.type === "group" || row?.type === "link" ? row.owner : null;
}
