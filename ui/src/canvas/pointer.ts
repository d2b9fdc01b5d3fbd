/*
 * Pointer and wheel events of the map, turned into gestures and carried out on the stage. Nothing leaves the
 * engine before the release; Escape takes everything back.
 */

import { doubleClick } from "./doubleClick";
import { begin, dragged, wandered } from "./gestures";
import { Glide } from "./glide";
import { hitAt } from "./hits";
import { hover, leave } from "./hovering";
import { type Ask, aim } from "./linking";
import { sayLocked } from "./locking";
import { Marquee } from "./marquee";
import { dragTo, moving } from "./moving";
import { Pinch } from "./pinch";
import { release } from "./release";
import { Snapper } from "./snap";
import type { Stage } from "./stage";
import { type PointerKind, pointerKind, Rest, ripened } from "./touch";
import { type Point, pan, toWorld, visible, wheel } from "./view";

export interface PointerTools {
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
  /** One view back or forward: the fourth and fifth button of a mouse. */
  travel(step: 1 | -1): void;
  /** The view changed by hand: publish when it rests. */
  viewed(): void;
}

export class PointerInput {
  private readonly surface: HTMLElement;
  private readonly stage: Stage;
  private readonly tools: PointerTools;
  private space = false;
  private readonly marquee: Marquee;
  /** World point where the gesture began: it stays true while the view moves under the pointer. */
  private anchor: Point = { x: 0, y: 0 };
  private free = false;
  private readonly glide: Glide;
  private readonly pinch = new Pinch();
  private readonly rest = new Rest();
  private kind: PointerKind = "mouse";
  /** Whether a resting finger has joined a card to the selection. */
  private joined = false;
  /** What the dragged card clicks into; made when a drag begins. */
  private snapper: Snapper | null = null;
  private readonly off = new AbortController();

  constructor(surface: HTMLElement, stage: Stage, tools: PointerTools) {
    this.surface = surface;
    this.stage = stage;
    this.tools = tools;
    this.marquee = new Marquee(stage);
    this.glide = new Glide(stage, () => {
      tools.viewed();
      if (stage.pointer !== null) this.follow(stage.pointer);
    });
    stage.onLost = () => this.finish();
    const on = { signal: this.off.signal };
    surface.addEventListener("pointerdown", (e) => this.down(e), on);
    surface.addEventListener("pointermove", (e) => this.move(e), on);
    surface.addEventListener("pointerup", (e) => this.up(e), on);
    surface.addEventListener(
      "pointercancel",
      (e) => {
        this.pinch.up(e.pointerId);
        this.cancel();
      },
      on,
    );
    surface.addEventListener("pointerleave", () => leave(stage), on);
    surface.addEventListener("dblclick", (e) => doubleClick(stage, this.at(e), e.altKey, tools), on);
    // A resting finger means something here, not in the browser.
    surface.addEventListener("contextmenu", (e) => e.preventDefault(), on);
    surface.addEventListener("wheel", (e) => this.wheel(e), { ...on, passive: false });
    surface.addEventListener("keydown", (e) => this.bar(e, true), on);
    surface.addEventListener("keyup", (e) => this.bar(e, false), on);
  }

  destroy(): void {
    this.rest.end();
    this.off.abort();
  }

  /** Takes a running gesture back; false when there was none. */
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
    this.rest.end();
    this.surface.style.cursor = "";
    this.stage.invalidate();
  }

  /** The space bar turns every drag into a pan. It selects too, but only when nothing was dragged. */
  private bar(e: KeyboardEvent, held: boolean): void {
    if (e.key !== " ") return;
    this.space = held;
    this.surface.style.cursor = held ? "grab" : "";
  }

  private at(e: MouseEvent): Point {
    const r = this.surface.getBoundingClientRect();
    const unit = this.stage.theme.unit ?? 1;
    return { x: (e.clientX - r.left) / unit, y: (e.clientY - r.top) / unit };
  }

  private down(e: PointerEvent): void {
    const { stage } = this;
    stage.keyboard = false;
    const at = this.at(e);
    stage.pointer = at;
    this.kind = pointerKind(e.pointerType);
    this.joined = false;
    this.tools.leaveLink();
    if (e.button === 3 || e.button === 4) {
      this.tools.travel(e.button === 3 ? -1 : 1);
      return;
    }
    if (e.pointerType === "touch" && this.pinch.down(e.pointerId, at)) {
      // A second finger: whatever the first one began was not meant.
      this.cancel();
      return;
    }
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
    if (this.kind === "touch") this.rest.begin(at, () => this.ripen());
    stage.invalidate();
  }

  /** A finger has rested where it is. */
  private ripen(): void {
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

  private move(e: PointerEvent): void {
    const { stage } = this;
    const at = this.at(e);
    const before = stage.pointer ?? at;
    stage.pointer = at;
    this.kind = pointerKind(e.pointerType);
    this.rest.move(at);
    // Whoever holds Alt or Ctrl puts a card exactly there.
    this.free = e.altKey || e.ctrlKey || e.metaKey;
    const pinched = this.pinch.move(e.pointerId, at, stage.view);
    if (pinched !== null) {
      stage.show(pinched, false);
      this.tools.viewed();
      return;
    }
    const g = stage.gesture;
    if (g === null) {
      this.hover(at);
      return;
    }
    if (g.kind === "pan") {
      if (g.clears && !wandered(g.from, at) && this.surface.style.cursor !== "grabbing") return;
      this.surface.style.cursor = "grabbing";
      stage.show(pan(stage.view, at.x - before.x, at.y - before.y), false);
      this.tools.viewed();
      return;
    }
    if (g.kind === "press" && wandered(g.from, at)) this.lift(g.box);
    this.follow(at);
    this.glide.follow();
  }

  /** What a running gesture shows for the pointer at this place of the screen. */
  private follow(at: Point): void {
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

  private up(e: PointerEvent): void {
    const { stage } = this;
    this.pinch.up(e.pointerId);
    const g = stage.gesture;
    if (g === null) return;
    const at = this.at(e);
    this.rest.end();
    // A finger that rested on a card has joined it to the selection already.
    if (!(this.joined && g.kind === "press")) release(stage, g, at, e.altKey, this.tools.ask);
    this.finish();
    this.hover(at);
    // A finger leaves nothing hovering, but what it touched keeps its handle.
    if (this.kind === "touch" && g.kind === "press") stage.hover = g.box;
  }

  private wheel(e: WheelEvent): void {
    e.preventDefault();
    const { stage, tools } = this;
    stage.show(
      wheel(stage.view, {
        dx: e.deltaX,
        dy: e.deltaY,
        mode: e.deltaMode,
        zooming: e.ctrlKey || e.metaKey,
        sideways: e.shiftKey,
        at: this.at(e),
      }),
      false,
    );
    tools.viewed();
    if (stage.pointer !== null) this.follow(stage.pointer);
  }
}
