/*
 * The scene as numbers: typed arrays of positions and ends, and spatial indexes for culling and hits.
 * A box is a card (index 0 to n − 1), a note after those, or a ghost after those. Rebuilt when cards or links change; a
 * mere change of focus only rewrites flags. Dragging moves boxes in place and is undone in place.
 */
import type Flatbush from "flatbush";
import { cardTree } from "./cardTree";
import { flagsOf } from "./flags";
import { type Curve, linkCurve } from "./geometry";
import { linkTree, spanning } from "./linkTree";
import { CARD_H, CARD_W } from "./measures";
import { Neighbours } from "./neighbours";
import { standsAlike } from "./same";
import type { CardKind, Ghost, Scene, SceneCard, SceneLink, SceneNote } from "./scene";
import type { Box, Point, Size } from "./view";

export type Renewed = "flags" | "looks" | "places";

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
  /** 1 for links a bridge stands for, and for those of cards that are kept back unless they are lit. */
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
  /** Counts how often things were put in their places anew. */
  places = 0;
  /** Counts how often something left its place, or came back to it. */
  departures = 0;
  /** Counts every step of what is on the move. */
  moves = 0;
  /** Around all cards, and around notes and frames as well. */
  bounds: Box = { x0: 0, y0: 0, x1: 0, y1: 0 };
  extent: Box = this.bounds;
  private sizes: Size[] = [];
  private readonly sizeOf: (note: SceneNote) => Size;

  constructor(scene: Scene, sizeOf: (note: SceneNote) => Size = () => ({ w: CARD_W, h: CARD_H })) {
    this.scene = scene;
    this.sizeOf = sizeOf;
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

  /** The first box that is a ghost. */
  get ghostStart(): number {
    return this.scene.cards.length + this.scene.notes.length;
  }

  get boxCount(): number {
    return this.ghostStart + this.scene.ghosts.length;
  }

  card(i: number): SceneCard | undefined {
    return this.scene.cards[i];
  }

  note(i: number): SceneNote | undefined {
    return this.scene.notes[i - this.scene.cards.length];
  }

  ghost(i: number): Ghost | undefined {
    return this.scene.ghosts[i - this.ghostStart];
  }

  /** Whether a box can be moved, chosen and taken away: all but ghosts. */
  isThing(i: number): boolean {
    return i >= 0 && i < this.ghostStart;
  }

  isLocked(i: number): boolean {
    return (this.card(i) ?? this.note(i))?.locked ?? false;
  }

  /** Where the scene has a card or a note. */
  home(i: number): Point | null {
    return this.card(i) ?? this.note(i) ?? null;
  }

  /** Width and height of a box. */
  w(i: number): number {
    return this.sizes[i - this.scene.cards.length]?.w ?? CARD_W;
  }

  h(i: number): number {
    return this.sizes[i - this.scene.cards.length]?.h ?? CARD_H;
  }

  boxOf(i: number): Box {
    const x = this.x[i] ?? 0;
    const y = this.y[i] ?? 0;
    return { x0: x, y0: y, x1: x + this.w(i), y1: y + this.h(i) };
  }

  link(i: number): SceneLink | undefined {
    return this.scene.links[i];
  }

  idOf(box: number): string | null {
    return (this.card(box) ?? this.note(box) ?? this.ghost(box))?.id ?? null;
  }

  kindOf(box: number): CardKind | null {
    return this.card(box)?.kind ?? this.ghost(box)?.kind ?? null;
  }

  /** Takes a new scene over; returns how much of it is new: flags alone, how cards look, or where things are. */
  update(scene: Scene): Renewed {
    const { cards, links } = this.scene;
    // Moved cards stay where they were dropped until cards of a new identity say otherwise.
    const flags = scene.cards === cards && scene.links === links;
    // Curves run along the axis, wherever their ends stand.
    const isDrawnAlike = scene.links === links && scene.axis === this.scene.axis;
    if (!isDrawnAlike || (!flags && (this.moved.size > 0 || !standsAlike(cards, scene.cards)))) {
      this.load(scene);
      return "places";
    }
    if (scene.notes !== this.scene.notes) {
      for (const i of this.moved) if (i >= this.cardCount) this.moved.delete(i);
      this.departures += 1;
    }
    this.scene = scene;
    this.loadRest();
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
    const { x, y, tree, bounds } = cardTree(cards, this.index);
    this.x = x;
    this.y = y;
    this.cardTree = tree;
    this.bounds = bounds;
    this.loadLinks(links);
    this.loadRest();
    this.flag();
  }

  private loadLinks(links: readonly SceneLink[]): void {
    const { from, to, tree } = linkTree(links, this);
    this.from = from;
    this.to = to;
    this.linkTree = tree;
    this.neighbours = new Neighbours(this.cardCount, from, to);
  }

  /** Notes and ghosts, which may come and go while cards stand. */
  private loadRest(): void {
    const { cards, notes, ghosts, bridges } = this.scene;
    const { ghostStart, boxCount } = this;
    const grown = (old: Float64Array): Float64Array => {
      const next = new Float64Array(boxCount);
      next.set(old.subarray(0, Math.min(old.length, boxCount)));
      return next;
    };
    this.x = grown(this.x);
    this.y = grown(this.y);
    for (const [id, i] of this.index) if (i >= cards.length) this.index.delete(id);
    notes.forEach((note, n) => {
      const i = cards.length + n;
      this.index.set(note.id, i);
      if (this.moved.has(i)) return;
      this.x[i] = note.x;
      this.y[i] = note.y;
    });
    ghosts.forEach((ghost, g) => {
      const i = ghostStart + g;
      this.index.set(ghost.id, i);
      this.x[i] = ghost.x;
      this.y[i] = ghost.y;
    });
    this.measure();
    this.bridgeFrom = Int32Array.from(bridges, (b) => this.index.get(b.from) ?? -1);
    this.bridgeTo = Int32Array.from(bridges, (b) => this.index.get(b.to) ?? -1);
  }

  /** The sizes of notes; asked again when their type changed. */
  measure(): void {
    const { cards, notes, frames } = this.scene;
    this.sizes = notes.map(this.sizeOf);
    const lying = notes.map(({ x, y }, n) => ({
      ...{ x, y, width: this.sizes[n]?.w ?? 0, height: this.sizes[n]?.h ?? 0 },
    }));
    this.extent = spanning(cards.length > 0 ? this.bounds : null, [...lying, ...frames]) ?? this.bounds;
  }

  private flag(): void {
    const { lit, linkLit, linkOff, out, tone } = flagsOf(this.scene, this);
    this.lit = lit;
    this.linkLit = linkLit;
    this.linkOff = linkOff;
    this.out = out;
    this.tone = tone;
  }

  /** Lays cards and notes somewhere else; used while dragging and until the new scene comes. */
  place(boxes: readonly number[], places: readonly Point[]): void {
    this.moves += 1;
    boxes.forEach((i, n) => {
      const at = places[n];
      if (at === undefined || !this.isThing(i)) return;
      this.x[i] = at.x;
      this.y[i] = at.y;
      if (!this.moved.has(i)) this.departures += 1;
      this.moved.add(i);
    });
  }

  /** Puts moved cards and notes back where the scene has them. */
  restore(): void {
    this.moves += 1;
    for (const i of this.moved) {
      this.x[i] = this.home(i)?.x ?? 0;
      this.y[i] = this.home(i)?.y ?? 0;
      this.departures += 1;
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
    for (const i of this.moved) if (i < this.cardCount && this.touches(i, box)) still.push(i);
    return still;
  }

  notesIn(box: Box): number[] {
    const found: number[] = [];
    for (let i = this.cardCount; i < this.ghostStart; i += 1) if (this.touches(i, box)) found.push(i);
    return found;
  }

  linksIn(box: Box): number[] {
    return this.linkTree?.search(box.x0, box.y0, box.x1, box.y1) ?? [];
  }

  touches(i: number, box: Box): boolean {
    const x = this.x[i] ?? 0;
    const y = this.y[i] ?? 0;
    return x <= box.x1 && x + this.w(i) >= box.x0 && y <= box.y1 && y + this.h(i) >= box.y0;
  }

  curve(out: Curve, link: number): void {
    this.curveBetween(out, this.from[link] ?? -1, this.to[link] ?? -1);
  }

  curveBetween(out: Curve, a: number, b: number): void {
    linkCurve(out, this.x[a] ?? 0, this.y[a] ?? 0, this.x[b] ?? 0, this.y[b] ?? 0, this.scene.axis);
  }
}
