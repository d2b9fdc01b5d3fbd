/* The kinds in the order of the line, and which links may join them. The host decides; this only offers. */
import type { ElementKind, LinkKind } from "../api/bindings.ts";

export const KINDS: readonly ElementKind[] = [
  "driver",
  "priority",
  "objective",
  "outcome",
  "change",
  "capability",
  "initiative",
  "system",
  "team",
  "indicator",
  "assumption",
  "decision",
  "person",
  "term",
];

/** The step in the chain, 0 for the driver; `null` for what stands around it. */
export function stepOf(kind: ElementKind): number | null {
  const at = KINDS.indexOf(kind);
  if (at > 8) return null;
  return kind === "team" ? 7 : at;
}

/** Kinds that have a place on the map. */
export const ON_MAP: readonly ElementKind[] = KINDS.filter((kind) => stepOf(kind) !== null);

/** The link that a person means by joining two elements; `null` when nothing joins them. */
export function naturalLink(from: ElementKind, to: ElementKind): LinkKind | null {
  const low = stepOf(from);
  const high = stepOf(to);
  if (low !== null && high !== null) return low > high ? "contribution" : null;
  if (from === "indicator" && ["objective", "outcome", "change", "capability", "initiative"].includes(to)) {
    return "measures";
  }
  if (to === "assumption") return "rests_on";
  if (from === "decision") return "cites";
  return null;
}

/** Whether elements of that kind have a place on the map. */
export function isOnMap(
  kind: ElementKind,
): kind is Exclude<ElementKind, "indicator" | "assumption" | "decision" | "person" | "term"> {
  return stepOf(kind) !== null;
}
