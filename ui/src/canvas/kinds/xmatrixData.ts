/*
 * What stands on the four sides of an X-matrix and what ties it: a bounded number of lines for each side, the heaviest
 * first, the links between them, and the ways that lead from one to another through what is not on the sheet. Pure.
 */
import type { Element, ElementKind, Link } from "../../api/bindings";
import { live } from "../../model/live";
import { known } from "../../model/maybe";
import { linksOf, type Portfolio } from "../../model/portfolio";
import { worthIn } from "./worth";
import { AS_WEIGHED, arranged } from "./xmatrixOrder";

/** `people` are those who answer for the lines: teams, and owners by name. */
export type Side = "objectives" | "initiatives" | "indicators" | "directions" | "people";
export const SIDES: readonly Side[] = ["objectives", "initiatives", "indicators", "directions", "people"];

export interface Line {
  /** Of the element; of an owner, the name behind `OWNER`; of the place of a first element, its side behind `FIRST`. */
  readonly id: string;
  readonly side: Side;
  /** Null for an owner, who is a name, and for the place where the first element of a side would stand. */
  readonly element: Element | null;
  readonly title: string;
  /** Nothing that counts ties it to what it should be tied to. */
  readonly isLoose: boolean;
}

export interface XMatrix {
  readonly lines: Readonly<Record<Side, readonly Line[]>>;
  /** How many of each side there are, shown or not, and how many of them are loose. */
  readonly counts: Readonly<Record<Side, number>>;
  readonly loose: Readonly<Record<Side, number>>;
  /** What a first direction is: there are only drivers where nobody set priorities. */
  readonly direction: "priority" | "driver";
  /** Those that stand in its cells. */
  readonly links: readonly Link[];
  /** The link that the cell of two elements holds, in either direction. */
  linkOf(a: string, b: string): Link | null;
  /** The title of what leads from one to the other where no link does; null where nothing does. */
  wayOf(row: string, column: string): string | null;
}

export const OWNER = "owner:";
export const FIRST = "first:";

/** More than so many lines of a side nobody reads; a filter brings the others. */
export const MOST: Readonly<Record<Side, number>> = {
  objectives: 60,
  initiatives: 200,
  indicators: 60,
  directions: 40,
  people: 16,
};

/** What a way may lead through: it lies between the sides, and has none of its own. */
const BETWEEN: readonly ElementKind[] = ["outcome", "change", "capability"];

export function xMatrixOf(
  whole: Portfolio,
  passing: ReadonlySet<string> | null,
  reading = AS_WEIGHED,
): XMatrix {
  const portfolio = live(whole);
  const of = (kind: ElementKind) => [...portfolio.elements.values()].filter((it) => it.kind === kind);
  const ways = new Ways(portfolio);
  const priorities = of("priority");
  const direction = priorities.length > 0 || of("driver").length === 0 ? "priority" : "driver";
  const worth = worthIn(portfolio.settings, portfolio.elements.values());
  const weigh = (it: Element): number => {
    if (it.kind === "priority") return -(known(it.rank) ?? 1e9);
    if (it.kind === "objective") return known(it.weight) ?? -1;
    const budget = it.kind === "initiative" ? known(it.budget) : null;
    return budget === null ? -1 : (worth(budget) ?? -1);
  };
  // What passes a filter is what somebody wants to see, and comes before all that is heavier.
  const sorted = (list: readonly Element[]) =>
    list
      .map((it) => ({ it, passes: passing === null || passing.has(it.id), weight: weigh(it) }))
      .sort((a, b) => Number(b.passes) - Number(a.passes) || b.weight - a.weight)
      .map(({ it }) => it);
  const counts = { objectives: 0, initiatives: 0, indicators: 0, directions: 0, people: 0 };
  const loose = { ...counts };
  const lined = (side: Side, list: readonly Element[], isLoose: (it: Element) => boolean): Line[] => {
    const lines = list.map(
      (element): Line => ({
        id: element.id,
        side,
        element,
        title: element.title,
        isLoose: isLoose(element),
      }),
    );
    counts[side] = lines.length;
    loose[side] = lines.filter((it) => it.isLoose).length;
    const shown = lines.slice(0, MOST[side]);
    return shown.length > 0 || side === "people" ? shown : [firstOf(side)];
  };
  const served = new Set(of("initiative").flatMap(({ id }) => [...ways.aims(id).keys()]));
  const objectives = lined("objectives", sorted(of("objective")), ({ id }) => !served.has(id));
  const initiatives = lined("initiatives", sorted(of("initiative")), ({ id }) => ways.aims(id).size === 0);
  const directions = lined(
    "directions",
    sorted(of(direction)),
    ({ id }) =>
      !linksOf(portfolio.linksTo, id).some((link) => carries(link) && ways.kindOf(link.from) === "objective"),
  );
  const place = new Map(objectives.map((it, i) => [it.id, i]));
  const indicators = lined(
    "indicators",
    sorted(
      inStep(of("indicator"), (id) =>
        Math.min(...ways.measured(id).map((it) => place.get(ways.aimOf(it)) ?? 1e9)),
      ),
    ),
    ({ id }) => ways.measured(id).length === 0,
  );
  const people = reading.people
    ? peopleOf(portfolio, [...initiatives, ...directions], of("team"))
    : { lines: [], count: 0 };
  counts.people = people.count;
  const lines = { objectives, initiatives, indicators, directions, people: people.lines };
  const links = linksAmong(portfolio, lines);
  return {
    lines: arranged(lines, links.values(), reading),
    counts,
    loose,
    direction,
    links: [...links.values()],
    linkOf: (a, b) => links.get(`${a} ${b}`) ?? links.get(`${b} ${a}`) ?? null,
    wayOf: (row, column) => ways.way(row, column),
  };
}

/** The place where the first element of an empty side would stand. */
function firstOf(side: Side): Line {
  return { id: FIRST + side, side, element: null, title: "", isLoose: false };
}

/** In the order of a number, where some have one; the others keep their order behind. */
function inStep(list: readonly Element[], at: (id: string) => number): Element[] {
  return list
    .map((it) => ({ it, at: at(it.id) }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ it }) => it);
}

/** Teams, then the owners of most lines. */
function peopleOf(
  portfolio: Portfolio,
  lines: readonly Line[],
  teams: readonly Element[],
): { lines: Line[]; count: number } {
  const owned = new Map<string, number>();
  for (const { element } of lines) {
    const name = known(element?.owner);
    if (name !== null && name.trim() !== "") owned.set(name, (owned.get(name) ?? 0) + 1);
  }
  const active = teams.filter(({ id }) => linksOf(portfolio.linksFrom, id).some(carries));
  const owners = [...owned].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const all = [
    ...active.map(
      (element): Line => ({ id: element.id, side: "people", element, title: element.title, isLoose: false }),
    ),
    ...owners.map(
      (name): Line => ({ id: OWNER + name, side: "people", element: null, title: name, isLoose: false }),
    ),
  ];
  return { lines: all.slice(0, MOST.people), count: all.length };
}

const SHOWN: readonly Link["kind"][] = ["contribution", "measures", "because"];

/** The links between lines of the sheet; a reason gives way to what is meant by the cell. */
function linksAmong(portfolio: Portfolio, lines: XMatrix["lines"]): Map<string, Link> {
  const shown = new Map(SIDES.flatMap((side) => lines[side].map((it) => [it.id, side] as const)));
  const found = new Map<string, Link>();
  for (const id of shown.keys()) {
    for (const link of linksOf(portfolio.linksFrom, id)) {
      const to = shown.get(link.to);
      if (to === undefined || !SHOWN.includes(link.kind)) continue;
      const reason = link.kind === "because";
      if (reason && (shown.get(id) !== "indicators" || to !== "directions")) continue;
      found.set(`${id} ${link.to}`, link);
    }
  }
  return found;
}

/** Whether a contribution counts: somebody accepted it, and it helps. */
function carries(link: Link): boolean {
  return link.kind === "contribution" && link.state === "accepted" && link.sign === "helps";
}

/** What is reached along accepted contributions through what has no side, each with the title it is reached by. */
class Ways {
  private readonly reached = new Map<string, ReadonlyMap<string, string>>();

  constructor(private readonly portfolio: Portfolio) {}

  kindOf(id: string): ElementKind | undefined {
    return this.portfolio.elements.get(id)?.kind;
  }

  /** Everything above an element up to the next side, with the title of what leads there; empty for a link alone. */
  above(id: string): ReadonlyMap<string, string> {
    const known = this.reached.get(id);
    if (known !== undefined) return known;
    const reached = new Map<string, string>();
    const open = [{ id, by: "" }];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const link of linksOf(this.portfolio.linksFrom, at.id)) {
        const kind = this.kindOf(link.to);
        if (!carries(link) || kind === undefined || reached.has(link.to)) continue;
        reached.set(link.to, at.by);
        if (BETWEEN.includes(kind))
          open.push({ id: link.to, by: this.portfolio.elements.get(link.to)?.title ?? "" });
      }
    }
    this.reached.set(id, reached);
    return reached;
  }

  /** The objectives that work serves, straight or through what it changes. */
  aims(id: string): ReadonlyMap<string, string> {
    return new Map([...this.above(id)].filter(([to]) => this.kindOf(to) === "objective"));
  }

  /** What an indicator measures. */
  measured(id: string): string[] {
    return linksOf(this.portfolio.linksFrom, id).flatMap((it) => (it.kind === "measures" ? [it.to] : []));
  }

  /** An objective itself, or the first one that an element leads to. */
  aimOf(id: string): string {
    if (this.kindOf(id) === "objective") return id;
    return [...this.aims(id).keys()][0] ?? "";
  }

  way(row: string, column: string): string | null {
    const title = (id: string) => this.portfolio.elements.get(id)?.title ?? "";
    const kind = this.kindOf(column);
    if (kind === "objective" && this.kindOf(row) === "initiative") return this.above(row).get(column) ?? null;
    if (kind !== "indicator") return null;
    for (const it of this.measured(column)) {
      if (this.kindOf(row) === "initiative") {
        if (this.above(row).has(it)) return title(it);
        continue;
      }
      const aims = this.kindOf(it) === "objective" ? [it] : [...this.aims(it).keys()];
      const aim = aims.find((to) => this.above(to).has(row));
      if (aim !== undefined) return title(aim);
    }
    return null;
  }
}
