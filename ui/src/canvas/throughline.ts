/*
 * What is lit for a selection: the line through its cards and links.
 */
import { type Carriers, reach } from "../model/line";

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
