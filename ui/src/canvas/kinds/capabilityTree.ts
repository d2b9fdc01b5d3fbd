/*
 * The capabilities as a tree with what the map colours and compares: importance × gap, and for each at the top the
 * share of the money that reaches it against its share of the gap. Pure; knows no screen and no word.
 */
import type { Element, Link } from "../../api/bindings";
import { carriersOf } from "../../model/line";
import { live } from "../../model/live";
import { known } from "../../model/maybe";
import type { Portfolio } from "../../model/portfolio";
import { worthIn } from "./worth";

type Capability = Extract<Element, { kind: "capability" }>;

export interface Ability {
  readonly element: Capability;
  readonly importance: number | null;
  readonly now: number | null;
  readonly target: number | null;
  /** Importance × gap, 0 to 20; null where one of the three is not known. */
  readonly own: number | null;
  /** What its box is coloured by: its own, else the greatest of what lies in it. */
  readonly heat: number | null;
  readonly depth: number;
  readonly children: readonly Ability[];
  /** How many lie in it, at any depth, and how many of them are too deep to be shown. */
  readonly inside: number;
  readonly hidden: number;
}

export interface Balance {
  /** Shares 0 to 1; null when nobody can tell. */
  readonly money: number | null;
  readonly gap: number | null;
  /** Initiatives that reach it, and how many of them have no budget that can be counted. */
  readonly reaching: number;
  readonly uncounted: number;
}

export interface AbilityTree {
  readonly roots: readonly Ability[];
  readonly balance: ReadonlyMap<string, Balance>;
  /** The one that each is a part of. */
  readonly within: ReadonlyMap<string, string>;
  /** How deep the tree goes, and how many levels of it are here. */
  readonly deepest: number;
  readonly shown: number;
}

/** Boxes in boxes beyond this cannot be read on any screen. */
export const LEVELS_SHOWN = 5;

export function abilityTree(portfolio: Portfolio): AbilityTree {
  const { elements, links } = live(portfolio);
  const all = new Map<string, Capability>();
  for (const element of elements.values()) if (element.kind === "capability") all.set(element.id, element);
  const parent = parents(all, links.values());
  const children = new Map<string, string[]>();
  const tops: string[] = [];
  for (const id of all.keys()) {
    const above = parent.get(id);
    if (above === undefined) tops.push(id);
    else children.set(above, [...(children.get(above) ?? []), id]);
  }
  // From the top downwards, without recursion: a chain of two hundred is met in real files.
  const order: { id: string; depth: number; top: string }[] = tops.map((id) => ({ id, depth: 1, top: id }));
  for (let i = 0; i < order.length; i += 1) {
    const at = order[i];
    if (at === undefined) continue;
    for (const id of children.get(at.id) ?? []) order.push({ id, depth: at.depth + 1, top: at.top });
  }
  const made = new Map<string, Ability>();
  const counted = new Map<string, number | null>();
  for (const { id, depth } of [...order].reverse()) {
    const element = all.get(id);
    if (element === undefined) continue;
    const below = (children.get(id) ?? []).flatMap((child) => made.get(child) ?? []);
    const ability = abilityOf(element, depth, below);
    made.set(id, ability);
    counted.set(id, gapIn(ability, below, counted));
  }
  const deepest = order.reduce((most, { depth }) => Math.max(most, depth), 0);
  const topOf = new Map(order.map(({ id, top }) => [id, top]));
  return {
    roots: tops.flatMap((id) => made.get(id) ?? []),
    within: parent,
    balance: balances(portfolio, tops, topOf, counted),
    deepest,
    shown: Math.min(deepest, LEVELS_SHOWN),
  };
}

/** The one that each is a part of. A ring of parts has no top; it is cut where it closes. */
function parents(all: ReadonlyMap<string, unknown>, links: Iterable<Link>): Map<string, string> {
  const parent = new Map<string, string>();
  for (const link of links) {
    if (link.kind !== "part_of" || !all.has(link.from) || !all.has(link.to) || parent.has(link.from))
      continue;
    let at: string | undefined = link.to;
    while (at !== undefined && at !== link.from) at = parent.get(at);
    if (at === undefined) parent.set(link.from, link.to);
  }
  return parent;
}

function abilityOf(element: Capability, depth: number, below: readonly Ability[]): Ability {
  const [importance, now, target] = [
    known(element.importance),
    known(element.maturity_now),
    known(element.maturity_target),
  ];
  const own =
    importance === null || now === null || target === null ? null : importance * Math.max(0, target - now);
  const heats = below.flatMap((it) => it.heat ?? []);
  const inside = below.reduce((sum, it) => sum + 1 + it.inside, 0);
  const isLast = depth >= LEVELS_SHOWN;
  return {
    element,
    importance,
    now,
    target,
    own,
    heat: own ?? (heats.length === 0 ? null : Math.max(...heats)),
    depth,
    children: isLast ? [] : below,
    inside,
    hidden: isLast ? inside : below.reduce((sum, it) => sum + it.hidden, 0),
  };
}

/** Importance × gap of what lies in it, or its own where nothing in it is assessed: never both. */
function gapIn(
  ability: Ability,
  below: readonly Ability[],
  counted: ReadonlyMap<string, number | null>,
): number | null {
  let sum: number | null = null;
  for (const child of below) {
    const of = counted.get(child.element.id) ?? null;
    if (of !== null) sum = (sum ?? 0) + of;
  }
  return sum ?? ability.own;
}

/** Money against gap for each at the top. A budget counts once: what reaches two is divided between them. */
function balances(
  portfolio: Portfolio,
  tops: readonly string[],
  topOf: ReadonlyMap<string, string>,
  counted: ReadonlyMap<string, number | null>,
): Map<string, Balance> {
  const { elements, linksFrom } = live(portfolio);
  const { up } = carriersOf(portfolio);
  const worth = worthIn(portfolio.settings, elements.values());
  const money = new Map<string, { sum: number; reaching: number; uncounted: number }>();
  for (const top of tops) money.set(top, { sum: 0, reaching: 0, uncounted: 0 });
  let total = 0;
  for (const element of elements.values()) {
    if (element.kind !== "initiative" || known(element.state) === "stopped") continue;
    const reached = new Set<string>();
    const seen = new Set([element.id]);
    const queue = [element.id];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const needed = (linksFrom.get(at) ?? []).filter((link) => link.kind === "depends_on");
      for (const to of [...(up.get(at) ?? []), ...(at === element.id ? needed : [])].map((it) => it.to)) {
        const top = topOf.get(to);
        if (top !== undefined) reached.add(top);
        else if (
          elements.get(to)?.kind === "initiative" &&
          !seen.has(to) &&
          !needed.some((link) => link.to === to)
        ) {
          seen.add(to);
          queue.push(to);
        }
      }
    }
    if (reached.size === 0) continue;
    const budget = known(element.budget);
    const size = budget === null ? null : worth(budget);
    total += size ?? 0;
    for (const top of reached) {
      const of = money.get(top);
      if (of === undefined) continue;
      of.reaching += 1;
      if (size === null) of.uncounted += 1;
      else of.sum += size / reached.size;
    }
  }
  const gaps = tops.reduce((sum, top) => sum + (counted.get(top) ?? 0), 0);
  return new Map(
    tops.map((top) => {
      const of = money.get(top) ?? { sum: 0, reaching: 0, uncounted: 0 };
      const gap = counted.get(top) ?? null;
      const isUnknown = of.reaching > 0 && of.uncounted === of.reaching;
      return [
        top,
        {
          money: total === 0 || isUnknown ? null : of.sum / total,
          gap: gap === null || gaps === 0 ? null : gap / gaps,
          reaching: of.reaching,
          uncounted: of.uncounted,
        },
      ];
    }),
  );
}
