/*
 * The scene as numbers: typed arrays of positions and ends, and spatial indexes for culling and hits.
 * A box is a card (index 0 to n − 1) or a ghost (n and up). Rebuilt when cards or links change; a mere
 * change of focus only rewrites flags. Dragging moves boxes in place and is undone in place.
 */
import Flatbush from "flatbush";
import { flagsOf } from "./flags";
import { type Curve, distanceTo, linkCurve, newCurve } from "./geometry";
import { CARD_H, CARD_W } from "./measures";
import { Neighbours } from "./neighbours";
import type { CardKind, Ghost, Scene, SceneCard, SceneLink } from "./scene";
import type { Box, Point } from "./view";

/** Curves may swing this far beyond the boxes of their cards. */
const SWING = 44;

export type Renewed = "flags" | "looks" | "places";

/** Whether the same cards stand in the same places. */
function standsAlike(a: readonly SceneCard[], b: readonly SceneCard[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((card, i) => {
    const other = b[i];
    return card === other || (card.id === other?.id && card.x === other.x && card.y === other.y);
  });
}

export class Space {
  scene: Scene;
  x: Float64Array;
  y: Float64Array;
  /** 1 where the throughline passes. */
  lit: Uint8Array;
  linkLit: Uint8Array;
  /** Tone of the overlay, card by card. */
  tone: Uint8Array;
  /** 1 for cards that the filter keeps back. */
  out: Uint8Array;
  /** 1 for links a bridge stands for, for links of cards being dragged, and for links of cards that are kept back,
   * unless they are lit: drawn elsewhere or not at all. */
  linkOff: Uint8Array;
  from: Int32Array;
  to: Int32Array;
  /** Ends of the bridges, as boxes. */
  bridgeFrom: Int32Array;
  bridgeTo: Int32Array;
  readonly index = new Map<string, number>();
  readonly linkIndex = new Map<string, number>();
  private cardTree: Flatbush | null = null;
  private linkTree: Flatbush | null = null;
  private neighbours = new Neighbours(0, new Int32Array(0), new Int32Array(0));
  /** Cards moved since the tree was built; they are tested one by one. */
  private readonly moved = new Set<number>();
  private readonly scratch: Curve = newCurve();
  /** Counts how often things were put in their places anew. */
  places = 0;
  bounds: Box = { x0: 0, y0: 0, x1: 0, y1: 0 };

  constructor(scene: Scene) {
    this.scene = scene;
    this.x = new Float64Array(0);
    this.y = this.x;
    this.lit = new Uint8Array(0);
    this.linkLit = this.lit;
    this.tone = this.lit;
    this.out = this.lit;
    this.linkOff = this.lit;
    this.from = new Int32Array(0);
    this.to = this.from;
    this.bridgeFrom = this.from;
    this.bridgeTo = this.from;
    this.load(scene);
  }

  get cardCount(): number {
    return this.scene.cards.length;
  }

  get boxCount(): number {
    return this.scene.cards.length + this.scene.ghosts.length;
  }

  card(i: number): SceneCard | undefined {
    return this.scene.cards[i];
  }

  ghost(i: number): Ghost | undefined {
    return this.scene.ghosts[i - this.scene.cards.length];
  }

  link(i: number): SceneLink | undefined {
    return this.scene.links[i];
  }

  idOf(box: number): string | null {
    return this.card(box)?.id ?? this.ghost(box)?.id ?? null;
  }

  kindOf(box: number): CardKind | null {
    return this.card(box)?.kind ?? this.ghost(box)?.kind ?? null;
  }

  /** Takes a new scene over; returns how much of it is new: flags alone, how cards look, or where things are. */
  update(scene: Scene): Renewed {
    const { cards, links } = this.scene;
    // Moved cards stay where they were dropped until cards of a new identity say otherwise.
    const flags = scene.cards === cards && scene.links === links;
    if (!flags && (scene.links !== links || this.moved.size > 0 || !standsAlike(cards, scene.cards))) {
      this.load(scene);
      return "places";
    }
    this.scene = scene;
    this.loadGhosts();
    this.flag();
    return flags ? "flags" : "looks";
  }

  private load(scene: Scene): void {
    this.scene = scene;
    this.places += 1;
    const { cards, links } = scene;
    this.moved.clear();
    this.index.clear();
    this.linkIndex.clear();
    this.x = new Float64Array(cards.length);
    this.y = new Float64Array(cards.length);
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    this.cardTree = cards.length > 0 ? new Flatbush(cards.length) : null;
    for (let i = 0; i < cards.length; i += 1) {
      const card = cards[i];
      if (card === undefined) continue;
      this.x[i] = card.x;
      this.y[i] = card.y;
      this.index.set(card.id, i);
      this.cardTree?.add(card.x, card.y, card.x + CARD_W, card.y + CARD_H);
      x0 = Math.min(x0, card.x);
      y0 = Math.min(y0, card.y);
      x1 = Math.max(x1, card.x + CARD_W);
      y1 = Math.max(y1, card.y + CARD_H);
    }
    this.cardTree?.finish();
    this.bounds = cards.length > 0 ? { x0, y0, x1, y1 } : { x0: 0, y0: 0, x1: CARD_W * 4, y1: CARD_H };
    this.loadLinks(links);
    this.loadGhosts();
    this.flag();
  }

  private loadLinks(links: readonly SceneLink[]): void {
    this.from = new Int32Array(links.length);
    this.to = new Int32Array(links.length);
    this.linkTree = links.length > 0 ? new Flatbush(links.length) : null;
    links.forEach((link, i) => {
      const a = this.index.get(link.from) ?? -1;
      const b = this.index.get(link.to) ?? -1;
      this.from[i] = a;
      this.to[i] = b;
      this.linkIndex.set(link.id, i);
      // A link with an end that is not on this map is kept in the arrays, so indexes agree, and never drawn.
      if (a < 0 || b < 0) {
        this.linkTree?.add(Infinity, Infinity, Infinity, Infinity);
        return;
      }
      const [ax, ay, bx, by] = [this.x[a] ?? 0, this.y[a] ?? 0, this.x[b] ?? 0, this.y[b] ?? 0];
      this.linkTree?.add(
        Math.min(ax, bx),
        Math.min(ay, by) - SWING,
        Math.max(ax, bx) + CARD_W,
        Math.max(ay, by) + CARD_H + SWING,
      );
    });
    this.linkTree?.finish();
    this.neighbours = new Neighbours(this.cardCount, this.from, this.to);
  }

  private loadGhosts(): void {
    const { cards, ghosts, bridges } = this.scene;
    const grown = (old: Float64Array): Float64Array => {
      const next = new Float64Array(cards.length + ghosts.length);
      next.set(old.subarray(0, cards.length));
      return next;
    };
    this.x = grown(this.x);
    this.y = grown(this.y);
    for (const [id, i] of this.index) if (i >= cards.length) this.index.delete(id);
    ghosts.forEach((ghost, g) => {
      const i = cards.length + g;
      this.index.set(ghost.id, i);
      this.x[i] = ghost.x;
      this.y[i] = ghost.y;
    });
    this.bridgeFrom = Int32Array.from(bridges, (b) => this.index.get(b.from) ?? -1);
    this.bridgeTo = Int32Array.from(bridges, (b) => this.index.get(b.to) ?? -1);
  }

  private flag(): void {
    const { lit, linkLit, linkOff, out, tone } = flagsOf(this.scene, this);
    this.lit = lit;
    this.linkLit = linkLit;
    this.linkOff = linkOff;
    this.out = out;
    this.tone = tone;
  }

  /** Moves cards by a distance from where the scene has them; used while dragging and until the new scene comes. */
  place(boxes: readonly number[], dx: number, dy: readonly number[]): void {
    boxes.forEach((i, n) => {
      const card = this.card(i);
      if (card === undefined) return;
      this.x[i] = card.x + dx;
      this.y[i] = card.y + (dy[n] ?? 0);
      this.moved.add(i);
    });
  }

  /** Puts moved cards back where the scene has them. */
  restore(): void {
    for (const i of this.moved) {
      this.x[i] = this.card(i)?.x ?? 0;
      this.y[i] = this.card(i)?.y ?? 0;
    }
    this.moved.clear();
  }

  get movedCards(): ReadonlySet<number> {
    return this.moved;
  }

  linksOf(card: number): Int32Array {
    return this.neighbours.linksOf(card);
  }

  /** Links of moved cards: their place in the index is stale. */
  movedLinks(): Set<number> {
    const out = new Set<number>();
    for (const i of this.moved) for (const link of this.linksOf(i)) out.add(link);
    return out;
  }

  cardsIn(box: Box): number[] {
    const found = this.cardTree?.search(box.x0, box.y0, box.x1, box.y1) ?? [];
    if (this.moved.size === 0) return found;
    const still = found.filter((i) => !this.moved.has(i));
    for (const i of this.moved) if (this.touches(i, box)) still.push(i);
    return still;
  }

  linksIn(box: Box): number[] {
    return this.linkTree?.search(box.x0, box.y0, box.x1, box.y1) ?? [];
  }

  touches(i: number, box: Box): boolean {
    const x = this.x[i] ?? 0;
    const y = this.y[i] ?? 0;
    return x <= box.x1 && x + CARD_W >= box.x0 && y <= box.y1 && y + CARD_H >= box.y0;
  }

  /** The topmost card or ghost under a world point, or −1. Ghosts and lit cards lie above the rest. */
  boxAt(p: Point, slack = 0): number {
    const box = { x0: p.x - slack, y0: p.y - slack, x1: p.x + slack, y1: p.y + slack };
    for (let i = this.boxCount - 1; i >= this.cardCount; i -= 1) if (this.touches(i, box)) return i;
    let best = -1;
    for (const i of this.cardsIn(box)) {
      if (
        best < 0 ||
        (this.lit[i] ?? 0) > (this.lit[best] ?? 0) ||
        (this.lit[i] === this.lit[best] && i > best)
      ) {
        best = i;
      }
    }
    return best;
  }

  /** The link nearest to a world point within `reach`, or −1. */
  linkAt(p: Point, reach: number): number {
    let best = -1;
    let near = reach;
    for (const i of this.linksIn({ x0: p.x - reach, y0: p.y - reach, x1: p.x + reach, y1: p.y + reach })) {
      if (this.linkOff[i] === 1) continue;
      this.curve(this.scratch, i);
      const d = distanceTo(this.scratch, p);
      if (d < near) {
        near = d;
        best = i;
      }
    }
    return best;
  }

  curve(out: Curve, link: number): void {
    this.curveBetween(out, this.from[link] ?? -1, this.to[link] ?? -1);
  }

  curveBetween(out: Curve, a: number, b: number): void {
    linkCurve(out, this.x[a] ?? 0, this.y[a] ?? 0, this.x[b] ?? 0, this.y[b] ?? 0);
  }
}
