/*
 * What the canvas in sight shows of the portfolio: its records as a scene, under the filter of the window, what is looked for on
 * the map, and the overlay that was chosen. Made again only where one of them changed.
 */
import { useCallback, useMemo, useState } from "react";
import type { Canvas } from "../api/index.ts";
import {
  type Overlay,
  type OverlayKind,
  overlay,
  Projector,
  recordsOf,
  type Scene,
} from "../canvas/index.ts";
import { AS_WEIGHED, type MatrixReading } from "../canvas/kinds/index.ts";
import { isDiagram } from "../model/canvases.ts";
import { today } from "../model/day.ts";
import { passing, type Wanted } from "../model/filter.ts";
import { EMPTY } from "../model/portfolio.ts";
import type { State } from "../model/store.ts";
import type { Words } from "../words/index.ts";
import { sceneWords } from "./mapWords.ts";

export interface MapScene {
  /** Without cards where the canvas is a diagram. */
  readonly scene: Scene;
  readonly canvas: string;
  readonly overlay: OverlayKind | null;
  setOverlay(kind: OverlayKind | null): void;
  /** A benefits map is read from its other side. */
  mirror(): void;
  /** How an X-matrix is read. */
  readonly reading: MatrixReading;
  setReading(reading: MatrixReading): void;
  /** Cards that answer what is looked for; null while nothing is. */
  setFound(ids: ReadonlySet<string> | null): void;
}

export function useScene(
  state: State,
  words: Words,
  selected: readonly string[],
  wanted: Wanted,
  inSight: Canvas | null,
): MapScene {
  const { portfolio, findings } = state;
  const isReadOnly = state.readOnly !== null;
  const [kind, setOverlay] = useState<OverlayKind | null>(null);
  const [reading, setReading] = useState(AS_WEIGHED);
  const [isMirrored, setMirrored] = useState(false);
  const mirror = useCallback(() => setMirrored((it) => !it), []);
  const [found, setFound] = useState<ReadonlySet<string> | null>(null);
  const projector = useMemo(() => new Projector(sceneWords(words, isReadOnly)), [words, isReadOnly]);
  const canvas = inSight?.id ?? "";
  // A diagram reads the records itself; laying out cards that nobody sees would only take time.
  const isChart = inSight !== null && isDiagram(inSight.kind);
  const records = useMemo(
    () => recordsOf(isChart ? EMPTY : portfolio, canvas, findings, isMirrored),
    [portfolio, findings, canvas, isChart, isMirrored],
  );
  const through = useMemo(() => passing(portfolio, wanted), [portfolio, wanted]);
  const seen = useMemo(() => both(through, found), [through, found]);
  const cards = useMemo(() => projector.project(records, NOTHING).cards, [projector, records]);
  const shown = useMemo<Overlay | null>(
    () => (kind === null ? null : overlay(kind, cards, records, today())),
    [kind, cards, records],
  );
  // What is looked for is not dimmed by the throughline of what happens to be selected.
  const isSeeking = found !== null;
  const scene = useMemo(
    () => projector.project(records, isSeeking ? NOTHING : new Set(selected), seen, shown),
    [projector, records, selected, isSeeking, seen, shown],
  );
  return { scene, canvas, overlay: kind, setOverlay, mirror, reading, setReading, setFound };
}

const NOTHING: ReadonlySet<string> = new Set();

function both(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): ReadonlySet<string> | null {
  if (a === null || b === null) return a ?? b;
  return new Set([...a].filter((id) => b.has(id)));
}
