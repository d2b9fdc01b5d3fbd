/*
 * Missing steps of the lit line as ghosts: where the line ends before a driver, where an objective or outcome
 * has no work below, and what a leap skips. Each stands in the band it belongs to and covers nothing.
 */

import { type Carriers, reach } from "../model/line";
import { freeSpot } from "./bands";
import { KINDS, skippedSteps } from "./kinds";
import type { CardKind, Ghost, Lane, SceneBand, SceneCard, SceneLink } from "./scene";
import type { Throughline } from "./throughline";
import type { Point } from "./view";
import type { SceneWords } from "./words";

/** More than this on one line would hide what is there; the nearest to the selection win. */
const MOST = 14;

/** What a line that ends here is missing above. */
const NEXT_UP: Readonly<Record<CardKind, CardKind | null>> = {
  driver: null,
  priority: "driver",
  objective: "priority",
  outcome: "objective",
  change: "outcome",
  capability: "change",
  initiative: "objective",
  system: "initiative",
  team: "initiative",
};

export interface Missing {
  readonly ghosts: readonly Ghost[];
  readonly bridges: readonly SceneLink[];
  readonly bridged: ReadonlySet<string>;
}

export const NOTHING_MISSING: Missing = { ghosts: [], bridges: [], bridged: new Set() };

export function missingSteps(
  line: Throughline,
  selection: ReadonlySet<string>,
  cards: ReadonlyMap<string, SceneCard>,
  links: readonly SceneLink[],
  lanes: readonly Lane[],
  { up, down }: Carriers,
  words: SceneWords,
): Missing {
  const asked = new Asked(cards, lanes, words);
  const near = (id: string): number => (selection.has(id) ? 0 : 1);
  const byNearness = (ids: Iterable<string>): SceneCard[] =>
    [...ids]
      .sort((a, b) => near(a) - near(b))
      .map((id) => cards.get(id))
      .filter((card) => card !== undefined);

  for (const link of links) {
    if (!link.leap || !line.links.has(link.id)) continue;
    const from = cards.get(link.from);
    const to = cards.get(link.to);
    if (from === undefined || to === undefined || asked.full) continue;
    const skipped = skippedSteps(from.kind, to.kind);
    // Whoever goes from one to the other by way of the step as well has not skipped it.
    const between = reach([from.id], up, new Set());
    const under = reach([to.id], down, new Set());
    const there = new Set([...between].filter((id) => under.has(id)).map((id) => cards.get(id)?.kind));
    const open = skipped.filter((kind) => !there.has(kind));
    if (open.length > 0) asked.leap(link, from, to, open);
  }
  for (const card of byNearness(line.up)) {
    const ended = !(up.get(card.id) ?? []).some((arc) => cards.has(arc.to));
    const kind = NEXT_UP[card.kind];
    if (ended && kind !== null) asked.above(card, kind);
  }
  for (const card of byNearness(line.down)) {
    if (card.kind !== "objective" && card.kind !== "outcome") continue;
    const below = reach([card.id], down, new Set());
    if (![...below].some((id) => cards.get(id)?.kind === "initiative")) {
      // Ask once, at the lowest value step of the branch: an objective whose outcome is asked needs no ghost.
      const covered = [...below].some((id) => id !== card.id && cards.get(id)?.kind === "outcome");
      if (!covered) asked.below(card, "initiative");
    }
  }
  return asked.result();
}

class Asked {
  private readonly ghosts: Ghost[] = [];
  private readonly bridges: SceneLink[] = [];
  private readonly bridged = new Set<string>();
  private readonly taken: Point[];
  /** Ghosts of leaps by the card above: several leaps to one objective share a step. */
  private readonly shared = new Map<string, Ghost>();
  private readonly lanes: readonly Lane[];
  private readonly words: SceneWords;

  constructor(cards: ReadonlyMap<string, SceneCard>, lanes: readonly Lane[], words: SceneWords) {
    this.lanes = lanes;
    this.words = words;
    this.taken = [...cards.values()].map((c) => ({ x: c.x, y: c.y }));
  }

  above(card: SceneCard, kind: CardKind): void {
    const ghost = this.ghost(kind, card.x, card.title, "above", null, card.id);
    if (ghost !== null) this.bridge(card.id, ghost.id, false, "");
  }

  below(card: SceneCard, kind: CardKind): void {
    const ghost = this.ghost(kind, card.x, card.title, "below", card.id, null);
    if (ghost !== null) this.bridge(ghost.id, card.id, false, "");
  }

  /** The topmost step a leap skips: the outcome below an objective, the change below an outcome. */
  leap(link: SceneLink, from: SceneCard, to: SceneCard, skipped: readonly CardKind[]): void {
    const kind = skipped[0];
    if (kind === undefined) return;
    const key = `${kind} ${to.id}`;
    let ghost = this.shared.get(key);
    if (ghost === undefined) {
      const made = this.ghost(kind, to.x, to.title, "below", to.id, from.id);
      if (made === null) return;
      ghost = made;
      this.shared.set(key, ghost);
      this.bridge(ghost.id, to.id, skipped.length > 1, "");
    }
    // One step missing is a gap to close; more are a leap, and the line says how far.
    const far = skipped.length > 1;
    this.bridge(from.id, ghost.id, far, far ? this.words.leap(skipped.length) : "");
    this.bridged.add(link.id);
  }

  /** No more ghosts fit on one line. */
  get full(): boolean {
    return this.ghosts.length >= MOST;
  }

  result(): Missing {
    return { ghosts: this.ghosts, bridges: this.bridges, bridged: this.bridged };
  }

  private ghost(
    kind: CardKind,
    x: number,
    title: string,
    side: "above" | "below",
    above: string | null,
    below: string | null,
  ): Ghost | null {
    const band = this.band(kind);
    if (band === null || this.full) return null;
    const at = freeSpot(band, x, this.taken);
    this.taken.push(at);
    const ghost: Ghost = {
      id: `ghost:${kind}:${above ?? ""}:${below ?? ""}`,
      kind,
      level: KINDS[kind].level,
      x: at.x,
      y: at.y,
      inBand: at.y - band.y,
      question: this.words.question(kind, title, side),
      action: this.words.action(kind),
      lit: true,
      above,
      below,
    };
    this.ghosts.push(ghost);
    return ghost;
  }

  private band(kind: CardKind): SceneBand | null {
    for (const lane of this.lanes) for (const band of lane.bands) if (band.kind === kind) return band;
    return null;
  }

  private bridge(from: string, to: string, leap: boolean, label: string): void {
    this.bridges.push({
      id: `bridge:${from}:${to}`,
      from,
      to,
      kind: "contribution",
      strength: 3,
      confidence: 3,
      proposed: !leap,
      leap,
      negative: false,
      label,
      mechanism: "",
    });
  }
}
