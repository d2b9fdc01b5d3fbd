/*
 * The portfolio that counts: without the elements that were put away, and without the links that end at one. The rules
 * judge the same. Whatever is shown, offered or added up starts from here; the whole is for taking things out again.
 */
import type { Element, Link } from "../api/bindings.ts";
import type { Portfolio } from "./portfolio.ts";

type Links = Pick<Portfolio, "links" | "linksFrom" | "linksTo">;

const lives = new WeakMap<Portfolio, Portfolio>();

/** The portfolio itself while nothing was put away. Made once for each state of it. */
export function live(portfolio: Portfolio): Portfolio {
  const made = lives.get(portfolio) ?? prune(portfolio);
  lives.set(portfolio, made);
  return made;
}

/** What stands around an element: what counts, and for one that was put away all that it had. */
export function around(portfolio: Portfolio, { archived }: Pick<Element, "archived">): Portfolio {
  return archived === null ? live(portfolio) : portfolio;
}

function prune(portfolio: Portfolio): Portfolio {
  const away = new Set<string>();
  for (const [id, { archived }] of portfolio.elements) if (archived !== null) away.add(id);
  if (away.size === 0) return portfolio;
  const elements = new Map(portfolio.elements);
  for (const id of away) elements.delete(id);
  const kept = linksBut(portfolio, away);
  const counts = (subject: string) =>
    !away.has(subject) && (kept.links.has(subject) || !portfolio.links.has(subject));
  const waivers = new Map([...portfolio.waivers].filter(([, { subject }]) => counts(subject)));
  return { ...portfolio, ...kept, elements, waivers };
}

const cut = new WeakMap<Portfolio["links"], Links & { readonly away: ReadonlySet<string> }>();

/** Links change less often than elements: while the same are away, the same tables answer. */
function linksBut({ links, linksFrom, linksTo }: Links, away: ReadonlySet<string>): Links {
  const before = cut.get(links);
  if (before !== undefined && before.away.size === away.size && [...away].every((id) => before.away.has(id)))
    return { links: before.links, linksFrom: before.linksFrom, linksTo: before.linksTo };
  const counts = (link: Link) => !away.has(link.from) && !away.has(link.to);
  const pruned = (index: Portfolio["linksFrom"]): Portfolio["linksFrom"] => {
    const next = new Map<string, readonly Link[]>();
    for (const [at, all] of index) {
      const some = all.every(counts) ? all : all.filter(counts);
      if (some.length > 0) next.set(at, some);
    }
    return next;
  };
  const kept = {
    links: new Map([...links].filter(([, link]) => counts(link))),
    linksFrom: pruned(linksFrom),
    linksTo: pruned(linksTo),
  };
  cut.set(links, { ...kept, away });
  return kept;
}
