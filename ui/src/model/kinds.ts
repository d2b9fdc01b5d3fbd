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

/** Kinds that an indicator may measure. */
const MEASURED: readonly ElementKind[] = ["objective", "outcome", "change", "capability", "initiative"];
const REASONS: readonly ElementKind[] = ["driver", "priority", "objective"];

/** Whether a link of that kind may join two kinds of elements, as the host decides it. */
export function joins(kind: LinkKind, from: ElementKind, to: ElementKind): boolean {
  switch (kind) {
    case "contribution":
      return naturalLink(from, to) === "contribution";
    case "because":
      return REASONS.includes(to);
    case "part_of":
      return from === to;
    case "measures":
      return from === "indicator" && MEASURED.includes(to);
    case "depends_on":
      return from === "initiative" && ["initiative", "system", "capability"].includes(to);
    case "rests_on":
      return to === "assumption";
    case "conflicts_with":
      return from === "objective" && to === "objective";
    case "cites":
      return from === "decision";
  }
}

/** A kind of link seen from one of its ends. */
export interface Way {
  readonly kind: LinkKind;
  /** The element is where the link starts. */
  readonly outgoing: boolean;
}

const LINK_KINDS: readonly LinkKind[] = [
  "contribution",
  "because",
  "part_of",
  "measures",
  "depends_on",
  "rests_on",
  "conflicts_with",
  "cites",
];

/** Every way in which an element of a kind may be linked. A conflict is the same from both ends. */
export function waysOf(own: ElementKind): Way[] {
  return LINK_KINDS.flatMap((kind) =>
    [true, false]
      .filter((outgoing) => outgoing || kind !== "conflicts_with")
      .filter((outgoing) =>
        KINDS.some((other) => (outgoing ? joins(kind, own, other) : joins(kind, other, own))),
      )
      .map((outgoing) => ({ kind, outgoing })),
  );
}

const NATURAL: readonly LinkKind[] = ["contribution", "measures", "rests_on", "cites"];

/** The ways in which a person means to link by joining two elements, from one end or from the other. */
export function naturalWays(own: ElementKind, outgoing: boolean): Way[] {
  return waysOf(own).filter((way) => way.outgoing === outgoing && NATURAL.includes(way.kind));
}
