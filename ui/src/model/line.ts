/*
 * The throughline: everything reachable upwards (towards why) and downwards (towards ground) over accepted
 * contributions, reasons and parts. Graph code over ids; nothing here knows a screen.
 */
import type { Element, Link } from "../api/bindings.ts";
import { today } from "./day.ts";
import { live } from "./live.ts";
import type { Portfolio } from "./portfolio.ts";

export interface Arc {
  readonly link: string;
  readonly to: string;
}

/** Links that carry the line, both ways. `up` leads towards why. */
export interface Carriers {
  readonly up: ReadonlyMap<string, readonly Arc[]>;
  readonly down: ReadonlyMap<string, readonly Arc[]>;
}

/**
 * Whether a link carries the line, as the rules count it: a contribution does when it is accepted, helps, and is
 * valid on the day.
 */
export function carries(link: Link, day: string = today()): boolean {
  if (link.kind === "contribution") {
    const begun = link.valid_from === null || link.valid_from <= day;
    const over = link.valid_until !== null && link.valid_until < day;
    return link.state === "accepted" && link.sign === "helps" && begun && !over;
  }
  return link.kind === "because" || link.kind === "part_of";
}

/** `asOf` is the day on which they carry; `null` is today. */
export function carriers(links: Iterable<Link>, asOf: string | null = null): Carriers {
  const up = new Map<string, Arc[]>();
  const down = new Map<string, Arc[]>();
  const add = (map: Map<string, Arc[]>, from: string, arc: Arc): void => {
    const arcs = map.get(from);
    if (arcs === undefined) map.set(from, [arc]);
    else arcs.push(arc);
  };
  const day = asOf ?? today();
  for (const link of links) {
    if (!carries(link, day)) continue;
    add(up, link.from, { link: link.id, to: link.to });
    add(down, link.to, { link: link.id, to: link.from });
  }
  return { up, down };
}

/** Everything reachable from the seeds, the seeds included; fills `links` with the links passed. */
export function reach(
  seeds: Iterable<string>,
  arcs: ReadonlyMap<string, readonly Arc[]>,
  links: Set<string>,
): Set<string> {
  const seen = new Set(seeds);
  const queue = [...seen];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const arc of arcs.get(at) ?? []) {
      links.add(arc.link);
      if (seen.has(arc.to)) continue;
      seen.add(arc.to);
      queue.push(arc.to);
    }
  }
  return seen;
}

export interface Line {
  /** Elements that it serves, nearest first, without itself. */
  readonly up: readonly Element[];
  /** Elements that serve it, nearest first. */
  readonly down: readonly Element[];
}

const known = new WeakMap<Portfolio["links"], Carriers & Pick<Portfolio, "asOf">>();

/** The carriers of what counts in a portfolio, made once for each state of its links and each day. */
export function carriersOf(portfolio: Portfolio): Carriers {
  const { asOf } = portfolio;
  const { links } = live(portfolio);
  const before = known.get(links);
  if (before?.asOf === asOf) return before;
  const made = { ...carriers(links.values(), asOf), asOf };
  known.set(links, made);
  return made;
}

export function lineOf(portfolio: Portfolio, id: string): Line {
  const { up, down } = carriersOf(portfolio);
  return { up: reached(portfolio, id, up), down: reached(portfolio, id, down) };
}

function reached(portfolio: Portfolio, from: string, arcs: ReadonlyMap<string, readonly Arc[]>): Element[] {
  const seen = new Set([from]);
  const found: Element[] = [];
  let ring = [from];
  while (ring.length > 0) {
    const next: string[] = [];
    for (const id of ring) {
      for (const arc of arcs.get(id) ?? []) {
        if (seen.has(arc.to)) continue;
        seen.add(arc.to);
        next.push(arc.to);
        const element = portfolio.elements.get(arc.to);
        if (element) found.push(element);
      }
    }
    ring = next;
  }
  return found;
}
