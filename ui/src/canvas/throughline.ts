/*
 * The throughline: everything reachable upwards (towards why) and downwards (towards ground) from what is
 * selected, over accepted contributions, because and part_of. Pure graph code over ids.
 */
import type { Link } from "../api/bindings";

export interface Arc {
  readonly link: string;
  readonly to: string;
}

/** Links that carry the line, both ways. `up` leads towards why. */
export interface Carriers {
  readonly up: ReadonlyMap<string, readonly Arc[]>;
  readonly down: ReadonlyMap<string, readonly Arc[]>;
}

/** Whether a link carries the line. A proposal counts for nothing until somebody accepts it. */
export function carries(link: Link): boolean {
  if (link.kind === "contribution") return link.state === "accepted";
  return link.kind === "because" || link.kind === "part_of";
}

export function carriers(links: Iterable<Link>): Carriers {
  const up = new Map<string, Arc[]>();
  const down = new Map<string, Arc[]>();
  const add = (map: Map<string, Arc[]>, from: string, arc: Arc): void => {
    const arcs = map.get(from);
    if (arcs === undefined) map.set(from, [arc]);
    else arcs.push(arc);
  };
  for (const link of links) {
    if (!carries(link)) continue;
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

export interface Throughline {
  readonly up: ReadonlySet<string>;
  readonly down: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

/** The line through cards and links: up from a link's upper end, down from its lower one. */
export function throughline(
  selection: Iterable<string>,
  known: (id: string) => boolean,
  linkEnds: (id: string) => { readonly from: string; readonly to: string } | null,
  { up, down }: Carriers,
): Throughline | null {
  const upper: string[] = [];
  const lower: string[] = [];
  const links = new Set<string>();
  for (const id of selection) {
    const ends = linkEnds(id);
    if (ends !== null) {
      links.add(id);
      upper.push(ends.to);
      lower.push(ends.from);
    } else if (known(id)) {
      upper.push(id);
      lower.push(id);
    }
  }
  if (upper.length === 0) return null;
  return { up: reach(upper, up, links), down: reach(lower, down, links), links };
}
