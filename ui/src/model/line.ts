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

interface Read {
  readonly day: string;
  readonly carriers: Carriers;
  readonly measures: ReadonlyMap<string, readonly string[]>;
  /** What carries and what measures, as it was read: identity and ends. */
  readonly told: readonly string[];
}

const known = new WeakMap<Portfolio["links"], Read>();
/** What was read last. Most edits of a link change neither what it joins nor whether it carries. */
let latest: Read | null = null;

function readOf(links: Portfolio["links"], asOf: string | null): Read {
  const before = known.get(links);
  const day = asOf ?? today();
  if (before?.day === day) return before;
  const told: string[] = [];
  for (const link of links.values()) {
    if (link.kind === "measures" || carries(link, day)) told.push(link.id, link.from, link.to, link.kind);
  }
  const isSame =
    latest !== null && latest.told.length === told.length && told.every((it, i) => it === latest?.told[i]);
  const made =
    isSame && latest !== null
      ? { ...latest, day }
      : { day, told, carriers: carriers(links.values(), day), measures: measuring(links.values()) };
  latest = made;
  known.set(links, made);
  return made;
}

function measuring(links: Iterable<Link>): Map<string, string[]> {
  const of = new Map<string, string[]>();
  for (const link of links) {
    if (link.kind === "measures") of.set(link.to, [...(of.get(link.to) ?? []), link.from]);
  }
  return of;
}

/** The carriers of what counts in a portfolio; the same as long as its links carry the same on its day. */
export function carriersOf(portfolio: Portfolio): Carriers {
  return readOf(live(portfolio).links, portfolio.asOf).carriers;
}

/** Ids of the indicators that measure each element; the same as long as it is the same. */
export function measuresOf(portfolio: Portfolio): ReadonlyMap<string, readonly string[]> {
  return readOf(live(portfolio).links, portfolio.asOf).measures;
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
