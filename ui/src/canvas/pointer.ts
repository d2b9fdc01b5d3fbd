/*
 * Pointer and wheel events of the map, turned into gestures and carried out on the stage. Nothing leaves the
 * engine before the release; Escape takes everything back.
 */

import { doubleClick } from "./doubleClick";
import { handleAt } from "./draw/render";
import { begin, boxBetween, clicked, dragged, type Hit, wandered } from "./gestures";
import { aim, connect } from "./linking";
import { ZOOM_MIDDLE } from "./measures";
import { commitMove, dragTo } from "./moving";
import { Pinch } from "./pinch";
import type { Stage } from "./stage";
import { type Point, pan, toWorld, wheel } from "./view";

const HANDLE_REACH = 12;
const LINK_REACH = 6;

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

  hit(at: Point): Hit {
    const { stage } = this;
    const world = toWorld(stage.view, at);
    if (
      !stage.readOnly &&
      stage.hover >= 0 &&
      stage.hover < stage.space.cardCount &&
      stage.view.zoom >= ZOOM_MIDDLE
    ) {
      const h = handleAt(stage, stage.hover);
      if (Math.hypot(h.x - at.x, h.y - at.y) <= HANDLE_REACH) return { on: "handle", box: stage.hover };
    }
    const box = stage.space.boxAt(world);
    if (box >= stage.space.cardCount) return { on: "ghost", box };
    if (box >= 0) return { on: "card", box };
    const link = stage.view.zoom < ZOOM_MIDDLE ? -1 : stage.space.linkAt(world, LINK_REACH / stage.view.zoom);
    return link >= 0 ? { on: "link", link } : { on: "paper" };
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
    const hit = this.hit(at);
    stage.gesture = begin(
      hit,
      { at, button: e.button, shift: e.shiftKey, ctrl: e.ctrlKey || e.metaKey, space: this.space },
      stage.readOnly,
    );
    if (stage.gesture === null) return;
    if (e.button === 1) e.preventDefault();
    this.surface.setPointerCapture(e.pointerId);
    this.base = stage.selection;
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
    switch (g.kind) {
      case "pan":
        if (g.clears && !wandered(g.from, at) && this.surface.style.cursor !== "grabbing") return;
        this.surface.style.cursor = "grabbing";
        stage.show(pan(stage.view, at.x - before.x, at.y - before.y), false);
        this.tools.viewed();
        return;
      case "marquee":
        this.sweep(g.from, at);
        return;
      case "press":
        if (wandered(g.from, at)) this.lift(g.box, g.from, at);
        return;
      case "drag":
        dragTo(stage, g.boxes, g.from, at);
        return;
      case "connect":
        aim(stage, g.box, at);
        return;
      default:
    }
  }

  private hover(at: Point): void {
    const { stage } = this;
    const hit = this.hit(at);
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

  private sweep(from: Point, at: Point): void {
    const { stage } = this;
    const box = boxBetween(toWorld(stage.view, from), toWorld(stage.view, at));
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
  private lift(box: number, from: Point, at: Point): void {
    const { stage } = this;
    const id = stage.space.idOf(box);
    if (stage.readOnly || id === null) return;
    const boxes: number[] = [];
    for (const other of dragged(id, stage.selection)) {
      const i = stage.space.index.get(other);
      if (i !== undefined && i < stage.space.cardCount) boxes.push(i);
    }
    stage.space.restore();
    stage.gesture = { kind: "drag", from, boxes };
    this.surface.style.cursor = "grabbing";
    dragTo(stage, boxes, from, at);
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
    if (stage.gesture?.kind === "drag" && stage.pointer !== null)
      dragTo(stage, stage.gesture.boxes, stage.gesture.from, stage.pointer);
  }
}
