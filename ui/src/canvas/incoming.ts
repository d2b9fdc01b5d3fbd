/*
 * Cards that are carried over the map before they are dropped: outlines where each would come to lie, and where it does
 * when it is. They are elements over the drawing, there only as long as something is carried.
 */
import type { Move } from "./events";
import { bandOf, fromBand } from "./gestures";
import { Glide } from "./glide";
import { movable } from "./locking";
import { CARD_H, CARD_W } from "./measures";
import { bandHere, dropped, type Newcomer, type Sight } from "./setDown";
import type { Stage } from "./stage";
import { type Point, toScreen, toWorld, type View, visible } from "./view";

/** Outlines that are shown of many; the hand that carries says how many there are. */
const MOST = 24;
/** Where more than so many would lie depends on too much to be reckoned with every move: nobody follows single ones then. */
const FOLLOWED = 300;

export class Incoming {
  private readonly outlines: HTMLElement[] = [];
  /** What is carried and where, and the view it was shown in. */
  private shown: { things: readonly Newcomer[]; at: Point; view: View } | null = null;
  /** What was dropped last. */
  private landed: ReadonlySet<string> = new Set();
  /** Held against an edge, the map moves on below. */
  private readonly glide: Glide;

  /** `viewed` is told when the view was moved by that. */
  constructor(
    private readonly surface: HTMLElement,
    private readonly stage: Stage,
    viewed: () => void,
  ) {
    this.glide = new Glide(stage, () => (this.shown === null ? null : "both"), viewed);
  }

  /** Where cards would lie that were dropped at a point of the window, and whether any would. */
  show(things: readonly Newcomer[], at: Point): boolean {
    const isNew = this.shown === null;
    this.clear();
    const { stage, surface } = this;
    if (things.length === 0) {
      this.glide.end();
      return false;
    }
    const { space, view } = stage;
    this.shown = { things, at, view };
    stage.pointer = this.pointAt(at);
    if (isNew) this.glide.begin();
    this.glide.follow();
    if (things.length > FOLLOWED) return true;
    const kinds = new Map(things.map((it) => [it.id, it.kind]));
    const unit = stage.theme.unit ?? 1;
    // What is locked stays where it is, which is said once it is dropped.
    const free = things.filter(({ id }) => !space.isLocked(space.index.get(id) ?? -1));
    const moves = dropped(space, free, this.worldAt(at), this.sight());
    for (const { id, ...spot } of moves.slice(0, MOST)) {
      const kind = kinds.get(id);
      const key = kind === undefined ? null : bandHere(space, id, kind);
      const { x, y } = toScreen(view, fromBand(bandOf(space.scene.lanes, key), spot));
      const outline = document.createElement("div");
      outline.className = "tl-canvas-incoming";
      outline.style.transform = `translate(${x * unit}px, ${y * unit}px)`;
      outline.style.width = `${CARD_W * view.zoom * unit}px`;
      outline.style.height = `${CARD_H * view.zoom * unit}px`;
      surface.append(outline);
      this.outlines.push(outline);
    }
    return moves.length > 0;
  }

  /** The map moved under the hand, by the wheel or by keys. */
  follow(): void {
    const { shown } = this;
    if (shown !== null && shown.view !== this.stage.view) this.show(shown.things, shown.at);
  }

  /** Whether the hand put one of these where it lies, in the view that is looked at. */
  brought(cards: readonly { readonly id: string }[]): boolean {
    return cards.some(({ id }) => this.landed.has(id));
  }

  /** Where these cards lie from now on, as placements store it; what is locked stays, and that is said. */
  land(things: readonly Newcomer[], at: Point): Move[] {
    this.clear();
    this.glide.end();
    this.landed = new Set(things.map((it) => it.id));
    const free = new Set(
      movable(
        this.stage,
        things.map((it) => it.id),
      ),
    );
    return dropped(
      this.stage.space,
      things.filter((it) => free.has(it.id)),
      this.worldAt(at),
      this.sight(),
    );
  }

  clear(): void {
    this.shown = null;
    for (const outline of this.outlines.splice(0)) outline.remove();
  }

  destroy(): void {
    this.clear();
    this.glide.end();
  }

  private pointAt({ x, y }: Point): Point {
    const { left, top } = this.surface.getBoundingClientRect();
    const unit = this.stage.theme.unit ?? 1;
    return { x: (x - left) / unit, y: (y - top) / unit };
  }

  private sight(): Sight {
    const { view, size } = this.stage;
    const covered = this.stage.over().map((it) => {
      const [a, b] = [toWorld(view, { x: it.x0, y: it.y0 }), toWorld(view, { x: it.x1, y: it.y1 })];
      return { x0: a.x, y0: a.y, x1: b.x, y1: b.y };
    });
    return { seen: visible(view, size), covered };
  }

  private worldAt(at: Point): Point {
    return toWorld(this.stage.view, this.pointAt(at));
  }
}
