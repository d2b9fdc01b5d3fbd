/*
 * Missing steps of the lit line as ghosts: where the line ends before a driver, where an objective or outcome
 * has no work below, and what a leap skips. Each stands in the band it belongs to and covers nothing.
 */

import { type Carriers, reach } from "../model/line";
import { freeSpot } from "./bands";
import { bandOf, inBand } from "./gestures";
import { KINDS, skippedSteps } from "./kinds";
import type { CardKind, Ghost, Lane, SceneCard, SceneLink } from "./scene";
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

/** What is asked of all cards and links together; made once for each state of the records. */
export interface Ground {
  readonly cards: ReadonlyMap<string, SceneCard>;
  readonly links: ReadonlyMap<string, SceneLink>;
  readonly lanes: readonly Lane[];
  readonly carriers: Carriers;
  /** Cards by kind, as places that are taken. */
  readonly taken: ReadonlyMap<CardKind, readonly Point[]>;
  /** Ids of everything that has work below it, and of everything that has an outcome below it. */
  readonly worked: ReadonlySet<string>;
  readonly aimed: ReadonlySet<string>;
}

export function groundOf(
  cards: ReadonlyMap<string, SceneCard>,
  links: ReadonlyMap<string, SceneLink>,
  lanes: readonly Lane[],
  carriers: Carriers,
): Ground {
  const taken = new Map<CardKind, SceneCard[]>();
  for (const card of cards.values()) {
    const list = taken.get(card.kind);
    if (list === undefined) taken.set(card.kind, [card]);
    else list.push(card);
  }
  const above = (kind: CardKind): Set<string> => {
    const seeds = (taken.get(kind) ?? []).flatMap((card) =>
      (carriers.up.get(card.id) ?? []).map((arc) => arc.to),
    );
    return reach(seeds, carriers.up, new Set());
  };
  return { cards, links, lanes, carriers, taken, worked: above("initiative"), aimed: above("outcome") };
}

export function missingSteps(
  line: Throughline,
  selection: ReadonlySet<string>,
  ground: Ground,
  words: SceneWords,
): Missing {
  const { cards, links, carriers } = ground;
  const { up } = carriers;
  const asked = new Asked(ground, words);
  for (const id of line.links) {
    if (asked.full) break;
    const link = links.get(id);
    const from = cards.get(link?.from ?? "");
    const to = cards.get(link?.to ?? "");
    if (!link?.leap || from === undefined || to === undefined) continue;
    // Whoever goes from one to the other by way of the step as well has not skipped it.
    const there = kindsBetween(from, to, ground);
    const open = skippedSteps(from.kind, to.kind).filter((kind) => !there.has(kind));
    if (open.length > 0) asked.leap(link, from, to, open);
  }
  for (const card of nearestFirst(line.up, selection, cards)) {
    if (asked.full) break;
    const ended = !isServing(card.id, up, cards);
    let kind = NEXT_UP[card.kind];
    // Where a step has no band the one above it is asked for.
    while (kind !== null && bandOf(ground.lanes, kind) === null) kind = NEXT_UP[kind];
    if (ended && kind !== null) asked.above(card, kind);
  }
  for (const card of nearestFirst(line.down, selection, cards)) {
    if (asked.full) break;
    if (card.kind !== "objective" && card.kind !== "outcome") continue;
    // Ask once, at the lowest value step of the branch: an objective whose outcome is asked needs no ghost.
    if (!ground.worked.has(card.id) && !ground.aimed.has(card.id)) asked.below(card, "initiative");
  }
  return asked.result();
}

/** Whether something that is shown is served, directly or by way of steps that have no place on the canvas. */
function isServing(id: string, up: Carriers["up"], cards: ReadonlyMap<string, SceneCard>): boolean {
  const arcs = up.get(id) ?? [];
  if (arcs.some((arc) => cards.has(arc.to))) return true;
  return arcs.some((arc) => (up.get(arc.to) ?? []).some((next) => cards.has(next.to)));
}

/** What is selected, then the rest of the line. */
function* nearestFirst(
  ids: ReadonlySet<string>,
  selection: ReadonlySet<string>,
  cards: ReadonlyMap<string, SceneCard>,
): Iterable<SceneCard> {
  for (const near of [true, false]) {
    for (const id of ids) {
      const card = selection.has(id) === near ? cards.get(id) : undefined;
      if (card !== undefined) yield card;
    }
  }
}

/** Kinds of the cards on any way from one card up to another; only ways between their rungs are walked. */
function kindsBetween(from: SceneCard, to: SceneCard, { cards, carriers }: Ground): Set<CardKind> {
  const kinds = new Set<CardKind>();
  const leads = new Map<string, boolean>();
  const top = KINDS[to.kind].rank;
  const walk = (id: string): boolean => {
    const known = leads.get(id);
    if (known !== undefined) return known;
    leads.set(id, false);
    let does = false;
    for (const arc of carriers.up.get(id) ?? []) {
      const card = cards.get(arc.to);
      if (card === undefined) continue;
      if (arc.to === to.id) does = true;
      else if (KINDS[card.kind].rank > top && walk(arc.to)) {
        does = true;
        kinds.add(card.kind);
      }
    }
    leads.set(id, does);
    return does;
  };
  walk(from.id);
  return kinds;
}

class Asked {
  private readonly ghosts: Ghost[] = [];
  private readonly bridges: SceneLink[] = [];
  private readonly bridged = new Set<string>();
  /** Places of other ghosts. */
  private readonly own: Point[] = [];
  /** Ghosts of leaps by the card above: several leaps to one objective share a step. */
  private readonly shared = new Map<string, Ghost>();
  private readonly ground: Ground;
  private readonly words: SceneWords;

  constructor(ground: Ground, words: SceneWords) {
    this.ground = ground;
    this.words = words;
  }

  above(card: SceneCard, kind: CardKind): void {
    const ghost = this.ghost(kind, card, card.title, "above", null, card.id);
    if (ghost !== null) this.bridge(card.id, ghost.id, false, "");
  }

  below(card: SceneCard, kind: CardKind): void {
    const ghost = this.ghost(kind, card, card.title, "below", card.id, null);
    if (ghost !== null) this.bridge(ghost.id, card.id, false, "");
  }

  /** The topmost step a leap skips: the outcome below an objective, the change below an outcome. */
  leap(link: SceneLink, from: SceneCard, to: SceneCard, skipped: readonly CardKind[]): void {
    const kind = skipped[0];
    if (kind === undefined) return;
    const key = `${kind} ${to.id}`;
    let ghost = this.shared.get(key);
    if (ghost === undefined) {
      const made = this.ghost(kind, to, to.title, "below", to.id, from.id);
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
    near: Point,
    title: string,
    side: "above" | "below",
    above: string | null,
    below: string | null,
  ): Ghost | null {
    const band = bandOf(this.ground.lanes, kind);
    if (band === null || this.full) return null;
    const at = freeSpot(band, near, [...(this.ground.taken.get(kind) ?? []), ...this.own]);
    this.own.push(at);
    const ghost: Ghost = {
      id: `ghost:${kind}:${above ?? ""}:${below ?? ""}`,
      kind,
      level: KINDS[kind].level,
      band: kind,
      x: at.x,
      y: at.y,
      spot: inBand(band, at),
      question: this.words.question(kind, title, side),
      action: this.words.action(kind),
      lit: true,
      above,
      below,
    };
    this.ghosts.push(ghost);
    return ghost;
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
