/* The views in which what a finding is about can be seen, the most telling first. Pure. */
import type { ElementKind, Finding } from "../api/bindings.ts";
import { isOnMap, waysOf } from "../model/kinds.ts";

export const PLACES = ["map", "table", "matrix", "outline", "indicators", "decisions"] as const;
export type Place = (typeof PLACES)[number];

/** The letter that goes there from a list of findings. */
export const PLACE_KEYS: Readonly<Record<Place, string>> = {
  map: "M",
  table: "T",
  matrix: "X",
  outline: "O",
  indicators: "I",
  decisions: "D",
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
  const about = subject ?? related[0];
  if (about === undefined) return [];
  const first = (kind: ElementKind) => [about, ...related].find((it) => it.kind === kind);
  const own: Seen[] = [];
  const add = (place: Place, ids: readonly string[]) => own.push({ place, ids });
  const indicator = first("indicator");
  const decision = first("decision");
  if (about.kind === "indicator") add("indicators", [about.id]);
  if (about.kind === "decision") add("decisions", [about.id]);
  const onMap = isOnMap(about.kind) ? about : related.find((it) => isOnMap(it.kind));
  if (onMap !== undefined) add("map", [onMap.id, ...path]);
  add("outline", [about.id]);
  add("table", [about.id]);
  if (waysOf(about.kind).length > 0) add("matrix", [about.id]);
  if (indicator !== undefined && indicator !== about) add("indicators", [indicator.id]);
  if (decision !== undefined && decision !== about) add("decisions", [decision.id]);
  return own;
}
