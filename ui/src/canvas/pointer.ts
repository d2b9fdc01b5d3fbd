/*
 * Pointer and wheel events of the map, turned into gestures and carried out on the stage. Nothing leaves the
 * engine before the release; Escape takes everything back.
 */

import { doubleClick } from "./doubleClick";
import { begin, boxBetween, clicked, dragged, edgeSpeed, wandered } from "./gestures";
import { hitAt } from "./hits";
import { aim, connect } from "./linking";
import { commitMove, dragTo } from "./moving";
import { Pinch } from "./pinch";
import type { Stage } from "./stage";
import { type Point, pan, toWorld, wheel } from "./view";

export interface PointerTools {
  /** Opens the title of a card for editing in place. */
  edit(box: number): void;
  /** The view changed by hand: publish when it rests. */
  viewed(): void;
}

export class PointerInput {
  private readonly surface: HTMLElement;
  private readonly stage: Stage;
  private readonly tools: PointerTools;
  private space = false;
  /** Selection before a marquee began. */
  private base: ReadonlySet<string> = new Set();
  /** World point where the gesture began: it stays true while the view moves under the pointer. */
  private anchor: Point = { x: 0, y: 0 };
  private gliding = 0;
  /** Whether the pointer has been away from the edges: a card gripped at the edge does not run off at once. */
  private cleared = false;
  private readonly pinch = new Pinch();
  private readonly off = new AbortController();

  constructor(surface: HTMLElement, stage: Stage, tools: PointerTools) {
    this.surface = surface;
    this.stage = stage;
    this.tools = tools;
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
    surface.addEventListener("pointerleave", () => this.leave(), on);
    surface.addEventListener("dblclick", (e) => doubleClick(stage, this.at(e), tools.edit), on);
    surface.addEventListener("wheel", (e) => this.wheel(e), { ...on, passive: false });
    surface.addEventListener("keydown", (e) => this.bar(e, true), on);
    surface.addEventListener("keyup", (e) => this.bar(e, false), on);
  }

  destroy(): void {
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
    if (stage.gesture?.kind === "marquee") stage.select(this.base, false);
    this.finish();
    return running;
  }

  private finish(): void {
    cancelAnimationFrame(this.gliding);
    this.gliding = 0;
    this.stage.gesture = null;
    this.stage.draft = null;
    this.stage.marquee = null;
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
    return { x: e.clientX - r.left, y: e.clientY - r.top };
  }

  private down(e: PointerEvent): void {
    const { stage } = this;
    stage.keyboard = false;
    const at = this.at(e);
    stage.pointer = at;
    if (e.pointerType === "touch" && this.pinch.down(e.pointerId, at)) {
      // A second finger: whatever the first one began was not meant.
      this.cancel();
      return;
    }
    const hit = hitAt(stage, at);
    stage.gesture = begin(
      hit,
      { at, button: e.button, shift: e.shiftKey, ctrl: e.ctrlKey || e.metaKey, space: this.space },
      stage.readOnly,
    );
    if (stage.gesture === null) return;
    if (e.button === 1) e.preventDefault();
    this.surface.setPointerCapture(e.pointerId);
    this.base = stage.selection;
    this.anchor = toWorld(stage.view, at);
    this.cleared = false;
    if (hit.on === "card" || hit.on === "ghost") stage.cursor = hit.box;
    stage.invalidate();
  }

  private move(e: PointerEvent): void {
    const { stage } = this;
    const at = this.at(e);
    const before = stage.pointer ?? at;
    stage.pointer = at;
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
    this.glide();
  }

  /** What a running gesture shows for the pointer at this place of the screen. */
  private follow(at: Point): void {
    const { stage } = this;
    const g = stage.gesture;
    if (g?.kind === "drag") dragTo(stage, g.boxes, this.anchor, at);
    else if (g?.kind === "marquee") this.sweep(at);
    else if (g?.kind === "connect") aim(stage, g.box, at);
  }

  /** Moves the view while something is dragged against an edge of it. */
  private glide(): void {
    const { stage } = this;
    const reaching =
      stage.gesture?.kind === "drag" ||
      stage.gesture?.kind === "marquee" ||
      stage.gesture?.kind === "connect";
    const speed = reaching && stage.pointer !== null ? edgeSpeed(stage.pointer, stage.size) : null;
    if (reaching && speed === null) this.cleared = true;
    if (speed === null || !this.cleared || this.gliding !== 0) return;
    this.gliding = requestAnimationFrame(() => {
      this.gliding = 0;
      if (stage.pointer === null || stage.gesture === null) return;
      stage.show(pan(stage.view, -speed.x, -speed.y), false);
      this.tools.viewed();
      this.follow(stage.pointer);
      this.glide();
    });
  }

  private hover(at: Point): void {
    const { stage } = this;
    const hit = hitAt(stage, at);
    const box = hit.on === "card" || hit.on === "ghost" || hit.on === "handle" ? hit.box : -1;
    const link = hit.on === "link" ? hit.link : -1;
    this.surface.style.cursor =
      hit.on === "handle" ? "crosshair" : box >= 0 || link >= 0 ? "pointer" : this.space ? "grab" : "";
    if (box === stage.hover && link === stage.hoverLink) return;
    stage.hover = box;
    stage.hoverLink = link;
    stage.events.onHover?.(stage.space.idOf(box) ?? stage.space.link(link)?.id ?? null);
    stage.invalidate();
  }

  private leave(): void {
    const { stage } = this;
    if (stage.gesture !== null || (stage.hover < 0 && stage.hoverLink < 0)) return;
    stage.hover = -1;
    stage.hoverLink = -1;
    stage.events.onHover?.(null);
    stage.invalidate();
  }

  private sweep(at: Point): void {
    const { stage } = this;
    const box = boxBetween(this.anchor, toWorld(stage.view, at));
    stage.marquee = box;
    const next = new Set(this.base);
    for (const i of stage.space.cardsIn(box)) {
      const id = stage.space.idOf(i);
      if (id !== null) next.add(id);
    }
    stage.selection = next;
    stage.invalidate();
  }

  /** A press on a card became a drag. */
  private lift(box: number): void {
    const { stage } = this;
    const id = stage.space.idOf(box);
    if (stage.readOnly || id === null) return;
    const boxes: number[] = [];
    for (const other of dragged(id, stage.selection)) {
      const i = stage.space.index.get(other);
      if (i !== undefined && i < stage.space.cardCount) boxes.push(i);
    }
    stage.space.restore();
    stage.gesture = { kind: "drag", boxes };
    this.surface.style.cursor = "grabbing";
  }

  private up(e: PointerEvent): void {
    const { stage } = this;
    this.pinch.up(e.pointerId);
    const g = stage.gesture;
    if (g === null) return;
    const at = this.at(e);
    const { space } = stage;
    switch (g.kind) {
      case "press": {
        const id = space.idOf(g.box);
        if (id !== null) stage.select(clicked(stage.selection, id, g.additive), true);
        break;
      }
      case "pan":
        if (g.clears && !wandered(g.from, at) && stage.selection.size > 0) stage.select([], true);
        break;
      case "marquee":
        stage.select(stage.selection, true);
        break;
      case "link": {
        const link = space.link(g.link);
        if (link !== undefined) stage.select(clicked(stage.selection, link.id, g.additive), true);
        break;
      }
      case "ghost": {
        const id = space.idOf(g.box);
        if (id !== null && !wandered(g.from, at)) stage.events.onGhost?.(id);
        break;
      }
      case "drag":
        commitMove(stage, g.boxes);
        break;
      case "connect":
        connect(stage, g.box, at);
        break;
    }
    this.finish();
    this.hover(at);
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
