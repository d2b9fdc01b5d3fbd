/*
 * Kinds of canvases: which of them are diagrams, which elements each shows, and which canvas to go to for an element.
 * The host lays maps out by the same lists; what a diagram shows is what its records say.
 */
import type { Canvas, CanvasKind, ElementKind } from "../api/bindings.ts";
import { ON_MAP } from "./kinds.ts";
import type { Portfolio } from "./portfolio.ts";

/** In the order in which they are offered. */
export const CANVAS_KINDS = [
  "strategy_map",
  "scorecard",
  "benefits_map",
  "x_matrix",
  "capability_map",
  "trajectory",
  "delivery_outcome",
  "free",
] as const satisfies readonly CanvasKind[];

/** Kinds on which cards stand; on the others marks are drawn where the records say. */
export type MapKind = "strategy_map" | "scorecard" | "benefits_map" | "free";
export type DiagramKind = Exclude<CanvasKind, MapKind>;

export function isDiagram(kind: CanvasKind): kind is DiagramKind {
  return (
    kind === "x_matrix" || kind === "capability_map" || kind === "trajectory" || kind === "delivery_outcome"
  );
}

/** Kinds of elements that a canvas shows; on a free one they have to be put there. */
export const SHOWN: Readonly<Record<CanvasKind, readonly ElementKind[]>> = {
  strategy_map: ON_MAP,
  scorecard: ["objective"],
  benefits_map: ON_MAP.filter((kind) => kind !== "priority" && kind !== "team"),
  x_matrix: ["objective", "outcome", "initiative"],
  capability_map: ["capability"],
  trajectory: ["initiative", "objective"],
  delivery_outcome: ["initiative", "objective"],
  free: ON_MAP,
};

function shows(portfolio: Portfolio, canvas: Canvas, ids: ReadonlySet<string>): boolean {
  if (canvas.kind !== "free") {
    const kinds = SHOWN[canvas.kind];
    return [...ids].some((id) => {
      const element = portfolio.elements.get(id);
      return element !== undefined && element.archived === null && kinds.includes(element.kind);
    });
  }
  for (const place of portfolio.placements.values())
    if (place.canvas === canvas.id && ids.has(place.element)) return true;
  return false;
}

/**
 * The canvas on which to show what leads a list of elements and links: the one that is looked at where it can, else
 * the first that can, maps before diagrams. `null` where none does.
 */
export function canvasFor(portfolio: Portfolio, list: readonly string[], now: Canvas | null): Canvas | null {
  const { elements, links, canvases } = portfolio;
  const lead = list.find((id) => elements.has(id));
  const link = lead === undefined ? links.get(list[0] ?? "") : undefined;
  const ids = new Set(lead !== undefined ? [lead] : link !== undefined ? [link.from, link.to] : []);
  if (ids.size === 0) return now;
  const all = [...canvases.values()].sort((a, b) => Number(isDiagram(a.kind)) - Number(isDiagram(b.kind)));
  return [...(now === null ? [] : [now]), ...all].find((canvas) => shows(portfolio, canvas, ids)) ?? null;
}
