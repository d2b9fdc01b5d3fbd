/* A small picture of a kind of canvas. */
import type { ReactNode } from "react";
import type { CanvasKind } from "../../api/index.ts";
import { CapabilityMap, DeliveryOutcome, Trajectory, XMatrix } from "./diagrams.tsx";
import { BenefitsMap, Free, Scorecard, StrategyMap } from "./maps.tsx";
import { H, W } from "./marks.tsx";

const PICTURES: Readonly<Record<CanvasKind, () => ReactNode>> = {
  strategy_map: StrategyMap,
  scorecard: Scorecard,
  benefits_map: BenefitsMap,
  x_matrix: XMatrix,
  capability_map: CapabilityMap,
  trajectory: Trajectory,
  delivery_outcome: DeliveryOutcome,
  free: Free,
};

export function KindPicture({ kind }: { kind: CanvasKind }) {
  const Picture = PICTURES[kind];
  return (
    <svg className="kind-picture" viewBox={`0 0 ${W} ${H}`} aria-hidden="true">
      <Picture />
    </svg>
  );
}
