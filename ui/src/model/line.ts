/*
 * The throughline of an element: everything it serves up to the drivers, and everything that serves it down to the
 * ground. A disputed or retired contribution carries nothing.
 */
import type { Element, Link } from "../api/bindings.ts";
import { linksOf, type Portfolio } from "./portfolio.ts";

export interface Line {
  /** Elements that it serves, nearest first, without itself. */
  readonly up: readonly Element[];
  /** Elements that serve it, nearest first. */
  readonly down: readonly Element[];
}

/** Whether a link is part of the line. */
export function carries(link: Link): boolean {
  if (link.kind === "contribution") return link.state === "accepted" || link.state === "proposed";
  return link.kind === "because" || link.kind === "part_of";
}

export function lineOf(portfolio: Portfolio, id: string): Line {
  return { up: reach(portfolio, id, true), down: reach(portfolio, id, false) };
}

function reach(portfolio: Portfolio, from: string, up: boolean): Element[] {
  const seen = new Set([from]);
  const found: Element[] = [];
  const queue = [from];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const link of linksOf(up ? portfolio.linksFrom : portfolio.linksTo, id)) {
      const next = up ? link.to : link.from;
      if (!carries(link) || seen.has(next)) continue;
      seen.add(next);
      const element = portfolio.elements.get(next);
      if (element) found.push(element);
      queue.push(next);
    }
  }
  return found;
}
