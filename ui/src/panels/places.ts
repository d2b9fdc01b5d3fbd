/*
 * The views in which what a finding is about can be seen, the most telling first. What is told once of many is about each
 * of them. Pure.
 */
import type { ElementKind, Finding } from "../api/bindings.ts";
import { isOnMap, waysOf } from "../model/kinds.ts";

export const PLACES = ["map", "table", "matrix", "outline", "indicators", "decisions", "standing"] as const;
export type Place = (typeof PLACES)[number];

/** The letter that goes there from a list of findings. */
export const PLACE_KEYS: Readonly<Record<Place, string>> = {
  map: "M",
  table: "T",
  matrix: "X",
  outline: "O",
  indicators: "I",
  decisions: "D",
  standing: "S",
};

export interface Seen {
  readonly place: Place;
  /** What is selected there. On the map the links of the proof are lit with their elements. */
  readonly ids: readonly string[];
}

/** What can be looked at: a finding, or a bare element with nothing beside it. */
export type Seeable = Pick<Finding, "subject" | "related" | "path">;

/** Where a finding can be looked at. Empty when it is about nothing that has a place, such as a source. */
export function placesOf({ subject, related, path }: Seeable): Seen[] {
  const about = subject === null ? related : [subject];
  const [lead] = about;
  if (lead === undefined) return [];
  const own: Seen[] = [];
  const ids = about.map(({ id }) => id);
  const of = (kind: ElementKind) => about.filter((it) => it.kind === kind).map(({ id }) => id);
  const beside = (kind: ElementKind) => related.find((it) => it.kind === kind)?.id;
  const add = (place: Place, ids: readonly (string | undefined)[]) => {
    const there = ids.filter((id) => id !== undefined);
    if (there.length > 0 && !own.some((it) => it.place === place)) own.push({ place, ids: there });
  };
  if (lead.kind === "indicator") add("indicators", of("indicator"));
  if (lead.kind === "decision") add("decisions", of("decision"));
  const cards = about.filter(({ kind }) => isOnMap(kind)).map(({ id }) => id);
  const onMap = cards.length > 0 ? cards : [related.find(({ kind }) => isOnMap(kind))?.id];
  if (onMap[0] !== undefined) add("map", [...onMap, ...path]);
  add("outline", ids);
  add("table", ids);
  if (waysOf(lead.kind).length > 0) add("matrix", ids);
  add("indicators", [beside("indicator")]);
  add("decisions", [beside("decision")]);
  add("standing", of("objective"));
  add("standing", [beside("objective")]);
  return own;
}
