/*
 * The links of one element as the outline tells them: what it contributes to, what carries it, what measures it, and
 * the rest. Pure. A link that only says where an element stands in the tree is not told again.
 */
import type { Element, ElementKind, Link } from "../../api/bindings.ts";
import { KINDS, naturalLink, stepOf, type Way } from "../../model/kinds.ts";
import { linksOf, type Portfolio } from "../../model/portfolio.ts";
import type { Tree } from "./tree.ts";

export const GROUPS = ["up", "down", "measuredBy", "measures", "other"] as const;
export type GroupName = (typeof GROUPS)[number];

/** A link seen from one of its ends. */
export interface End {
  readonly link: Link;
  readonly other: Element;
  /** Whether it starts here. */
  readonly isOut: boolean;
}

export interface LinkGroup {
  readonly name: GroupName;
  readonly ends: readonly End[];
}

/** The groups of an element in their order. One that is empty stands where it is missed. */
export function groupsOf(
  portfolio: Pick<Portfolio, "elements" | "linksFrom" | "linksTo">,
  tree: Tree,
  element: Element,
): LinkGroup[] {
  const found: Record<GroupName, End[]> = { up: [], down: [], measuredBy: [], measures: [], other: [] };
  const take = (link: Link, isOut: boolean): void => {
    const other = portfolio.elements.get(isOut ? link.to : link.from);
    if (other === undefined || places(tree, link)) return;
    found[groupOf(link, isOut)].push({ link, other, isOut });
  };
  for (const link of linksOf(portfolio.linksFrom, element.id)) take(link, true);
  for (const link of linksOf(portfolio.linksTo, element.id)) take(link, false);
  return GROUPS.flatMap((name) => {
    const ends = found[name];
    if (ends.length === 0 && !isMissed(name, element)) return [];
    return [{ name, ends: ends.sort(inOrder) }];
  });
}

export function groupOf(link: Link, isOut: boolean): GroupName {
  if (link.kind === "contribution") return isOut ? "up" : "down";
  if (link.kind === "measures") return isOut ? "measures" : "measuredBy";
  return "other";
}

/** The one way in which the links of a group go; `null` for the rest. */
export function wayOf(name: GroupName): Way | null {
  if (name === "other") return null;
  const outgoing = name === "up" || name === "measures";
  return { kind: name === "up" || name === "down" ? "contribution" : "measures", outgoing };
}

/** Whether the tree itself shows the link. */
export function places(tree: Tree, link: Link): boolean {
  return link.kind === "part_of" && tree.whole.get(link.from)?.id === link.id;
}

/** Elements of the line are expected to serve something and to be carried by something. */
export function isMissed(name: GroupName, { kind }: Pick<Element, "kind">): boolean {
  if (stepOf(kind) === null) return false;
  if (name === "up") return naturalLink(kind, "driver") !== null;
  return name === "down" && naturalLink("team", kind) !== null;
}

/** By the step of the other end, then by age: nothing changes its place by being accepted. */
function inOrder(a: End, b: End): number {
  const step = STEPS[a.other.kind] - STEPS[b.other.kind];
  return step !== 0 ? step : a.link.id < b.link.id ? -1 : 1;
}

const STEPS = Object.fromEntries(KINDS.map((kind, at) => [kind, stepOf(kind) ?? at])) as Record<
  ElementKind,
  number
>;
