/*
 * What a hand means on the map: turned into gestures and carried out on the stage. Nothing leaves the engine before
 * the release; Escape takes everything back.
 */

import { doubleClick } from "./doubleClick";
import { begin, dragged, wandered } from "./gestures";
import { Hand, type HandTools } from "./hand";
import { hitAt } from "./hits";
import { hover, leave } from "./hovering";
import { type Ask, aim } from "./linking";
import { sayLocked } from "./locking";
import { Marquee } from "./marquee";
import { dragTo, moving } from "./moving";
import { release } from "./release";
import { Snapper } from "./snap";
import type { Stage } from "./stage";
import { ripened } from "./touch";
import { type Point, pan, toWorld, visible } from "./view";

export interface PointerTools extends HandTools {
  /** Opens the title of a card for editing in place. */
  edit(box: number): void;
  /** Opens what a contribution says. */
  editLink(id: string): void;
  enter(group: number): void;
  /** Opens the words of a note, or of a new one. */
  writeNote(box: number): void;
  newNote(at: Point): void;
  /** Asks which of several links is meant. */
  readonly ask: Ask;
  /** Gives up a link that is being drawn from the keyboard. */
  leaveLink(): void;
}

export class PointerInput extends Hand {
  private readonly stage: Stage;
  private readonly tools: PointerTools;
  private readonly marquee: Marquee;
  /** World point where the gesture began: it stays true while the view moves under the pointer. */
  private anchor: Point = { x: 0, y: 0 };
  private free = false;
  /** Whether a resting finger has joined a card to the selection. */
  private joined = false;
  /** What the dragged card clicks into; made when a drag begins. */
  private snapper: Snapper | null = null;

  constructor(surface: HTMLElement, stage: Stage, tools: PointerTools) {
    super(surface, stage, tools);
    this.stage = stage;
    this.tools = tools;
    this.marquee = new Marquee(stage);
    stage.onLost = () => this.finish();
  }

  cancel(): boolean {
    const { stage } = this;
    const running = stage.gesture !== null;
    if (stage.gesture?.kind === "drag") {
      stage.space.restore();
      stage.forgetRoutes();
    }
    if (stage.gesture?.kind === "marquee") this.marquee.cancel();
    this.finish();
    return running;
  }

  private finish(): void {
    this.glide.end();
    this.stage.gesture = null;
    this.stage.draft = null;
    this.stage.guides = null;
    this.stage.marquee = null;
    this.snapper = null;
    this.surface.style.cursor = "";
    this.stage.invalidate();
  }

  protected down(e: PointerEvent, at: Point): void {
    const { stage } = this;
    this.joined = false;
    this.tools.leaveLink();
    const hit = hitAt(stage, at, this.kind);
    stage.gesture = begin(
      hit,
      { at, button: e.button, shift: e.shiftKey, ctrl: e.ctrlKey || e.metaKey, space: this.space },
      stage.readOnly,
    );
    if (stage.gesture === null) return;
    if (e.button === 1) e.preventDefault();
    this.surface.setPointerCapture(e.pointerId);
    this.marquee.begin();
    this.anchor = toWorld(stage.view, at);
    this.glide.begin();
    if (hit.on === "card" || hit.on === "note" || hit.on === "ghost") stage.cursor = hit.box;
    stage.invalidate();
  }

  protected ripen(): void {
    const { stage } = this;
    const ripe = stage.gesture === null ? null : ripened(stage.gesture);
    if (ripe === null) return;
    stage.gesture = ripe.gesture;
    const id = ripe.joins === null ? null : stage.space.idOf(ripe.joins);
    if (id !== null) {
      this.joined = true;
      const next = new Set(stage.selection);
      stage.select(next.delete(id) ? next : next.add(id), true);
    }
    if (ripe.gesture.kind === "marquee" && stage.pointer !== null)
      this.marquee.sweep(this.anchor, stage.pointer);
    stage.invalidate();
  }

  protected move(e: PointerEvent, at: Point, before: Point): void {
    const { stage } = this;
    // Whoever holds Alt or Ctrl puts a card exactly there.
    this.free = e.altKey || e.ctrlKey || e.metaKey;
    const g = stage.gesture;
    if (g === null) {
      this.hover(at);
      return;
    }
    if (g.kind === "pan") {
      if (g.clears && !wandered(g.from, at) && this.surface.style.cursor !== "grabbing") return;
      this.surface.style.cursor = "grabbing";
      this.look(pan(stage.view, at.x - before.x, at.y - before.y));
      return;
    }
    if (g.kind === "press" && wandered(g.from, at)) this.lift(g.box);
    this.follow(at);
    this.glide.follow();
  }

  protected follow(at: Point): void {
    const { stage } = this;
    const g = stage.gesture;
    if (g?.kind === "drag") dragTo(stage, g.boxes, this.anchor, at, this.free ? null : this.snapper);
    else if (g?.kind === "marquee") this.marquee.sweep(this.anchor, at);
    else if (g?.kind === "connect") aim(stage, g.box, at);
  }

  private hover(at: Point): void {
    const { stage } = this;
    this.surface.style.cursor = hover(stage, hitAt(stage, at, this.kind)) ?? (this.space ? "grab" : "");
  }

  /** A press on a card became a drag. */
  private lift(box: number): void {
    const { stage } = this;
    const id = stage.space.idOf(box);
    if (stage.readOnly || id === null) return;
    if (stage.space.isLocked(box)) {
      // It was meant to move and does not: the press is over, and that is said.
      stage.gesture = null;
      sayLocked(stage, 1);
      return;
    }
    const boxes = moving(stage, dragged(id, stage.selection));
    if (boxes.length === 0) return;
    stage.space.restore();
    stage.gesture = { kind: "drag", boxes };
    this.snapper = new Snapper(stage.space, box, new Set(boxes), visible(stage.view, stage.size));
    this.surface.style.cursor = "grabbing";
  }

  protected up(e: PointerEvent, at: Point): void {
    const { stage } = this;
    const g = stage.gesture;
    if (g === null) return;
    // A finger that rested on a card has joined it to the selection already.
    if (!(this.joined && g.kind === "press")) release(stage, g, at, e.altKey, this.tools.ask);
    this.finish();
    this.hover(at);
    // A finger leaves nothing hovering, but what it touched keeps its handle.
    if (this.kind === "touch" && g.kind === "press") stage.hover = g.box;
  }

  protected double(e: MouseEvent, at: Point): void {
    doubleClick(this.stage, at, e.altKey, this.tools);
  }

  protected leave(): void {
    leave(this.stage);
  }

  protected reaching(): "both" | null {
    const kind = this.stage.gesture?.kind;
    return kind === "drag" || kind === "marquee" || kind === "connect" ? "both" : null;
  }
}
