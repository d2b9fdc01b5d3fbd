/*
 * Pointer and wheel events of the map, turned into gestures and carried out on the stage. Nothing leaves the
 * engine before the release; Escape takes everything back.
 */
import { handleAt } from "./draw/render";
import { dragCurve } from "./geometry";
import {
  bandAt,
  bandOf,
  begin,
  boxBetween,
  clampY,
  clicked,
  dragged,
  type Hit,
  inBand,
  wandered,
} from "./gestures";
import { CARD_H, CARD_W, ZOOM_MIDDLE } from "./measures";
import { judge } from "./policy";
import type { Move, Stage } from "./stage";
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
  private readonly off = new AbortController();

  constructor(surface: HTMLElement, stage: Stage, tools: PointerTools) {
    this.surface = surface;
    this.stage = stage;
    this.tools = tools;
    const on = { signal: this.off.signal };
    surface.addEventListener("pointerdown", (e) => this.down(e), on);
    surface.addEventListener("pointermove", (e) => this.move(e), on);
    surface.addEventListener("pointerup", (e) => this.up(e), on);
    surface.addEventListener("pointercancel", () => this.cancel(), on);
    surface.addEventListener("pointerleave", () => this.leave(), on);
    surface.addEventListener("dblclick", (e) => this.double(e), on);
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
        this.drag(g.boxes, g.from, at);
        return;
      case "connect":
        this.aim(g.box, at);
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
    this.drag(boxes, from, at);
  }

  private drag(boxes: readonly number[], from: Point, at: Point): void {
    const { stage } = this;
    const dx = (at.x - from.x) / stage.view.zoom;
    const dy = (at.y - from.y) / stage.view.zoom;
    const heights = boxes.map((i) => {
      const card = stage.space.card(i);
      if (card === undefined) return 0;
      return clampY(bandOf(stage.space.scene.lanes, card.kind), card.y + dy) - card.y;
    });
    stage.space.place(boxes, dx, heights);
    stage.moved();
    stage.invalidate();
  }

  private aim(box: number, at: Point): void {
    const { stage } = this;
    const { space } = stage;
    const world = toWorld(stage.view, at);
    const found = space.boxAt(world, 4 / stage.view.zoom);
    const target = found >= 0 && found < space.cardCount ? found : -1;
    const from = space.card(box);
    if (from === undefined) return;
    const verdict = judge(from, space.card(target) ?? null, (a, b) => this.linked(a, b));
    const curve = stage.draftCurve;
    dragCurve(curve, (space.x[box] ?? 0) + CARD_W / 2, space.y[box] ?? 0, world);
    const note =
      target < 0
        ? ""
        : verdict.verdict === "refused"
          ? stage.words.refusal(verdict.reason)
          : verdict.verdict === "flip"
            ? stage.words.flipped
            : "";
    stage.draft = { curve, target: target === box ? -1 : target, legal: verdict.verdict !== "refused", note };
    stage.invalidate();
  }

  private linked(from: string, to: string): boolean {
    const { space } = this.stage;
    const a = space.index.get(from) ?? -1;
    const b = space.index.get(to) ?? -1;
    return space
      .linksOf(a)
      .some((l) => space.from[l] === a && space.to[l] === b && space.link(l)?.kind === "contribution");
  }

  private up(e: PointerEvent): void {
    const { stage } = this;
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
      case "connect": {
        this.aim(g.box, at);
        const from = space.card(g.box);
        const to = space.card(space.boxAt(toWorld(stage.view, at), 4 / stage.view.zoom));
        if (from === undefined || to === undefined) break;
        const verdict = judge(from, to, (a, b) => this.linked(a, b));
        if (verdict.verdict === "refused") stage.events.onAnnounce?.(stage.words.refusal(verdict.reason));
        else stage.events.onConnect?.(verdict.from, verdict.to);
        break;
      }
    }
    this.finish();
    this.hover(at);
  }

  private double(e: MouseEvent): void {
    const { stage, tools } = this;
    const at = this.at(e);
    const world = toWorld(stage.view, at);
    const box = stage.space.boxAt(world);
    const id = stage.space.idOf(box);
    if (box >= stage.space.cardCount) return;
    if (box >= 0 && id !== null) {
      // The upper half of a card is its title.
      const onTitle = world.y - (stage.space.y[box] ?? 0) < CARD_H * 0.55;
      if (onTitle && !stage.readOnly) tools.edit(box);
      else stage.events.onOpen?.(id);
      return;
    }
    const place = bandAt(stage.space.scene.lanes, world.y);
    const kind = place?.band.kind;
    if (stage.readOnly || place === null || kind === undefined) return;
    const y = clampY(place.band, world.y - CARD_H / 2);
    stage.events.onAdd?.({
      kind,
      level: place.lane.level,
      x: Math.round(world.x - CARD_W / 2),
      y: Math.round(y - place.band.y),
    });
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
      this.drag(stage.gesture.boxes, stage.gesture.from, stage.pointer);
  }
}

/** Tells the outside where the dragged cards now lie; puts them back if it refuses. */
export function commitMove(stage: Stage, boxes: readonly number[]): void {
  const { space, events } = stage;
  const moves: Move[] = [];
  for (const i of boxes) {
    const card = space.card(i);
    const x = Math.round(space.x[i] ?? 0);
    const y = Math.round(space.y[i] ?? 0);
    if (card === undefined || (x === card.x && y === card.y)) continue;
    moves.push({ id: card.id, x, y: inBand(bandOf(space.scene.lanes, card.kind), y) });
  }
  if (moves.length === 0) {
    space.restore();
    return;
  }
  const answer = events.onMove?.(moves);
  if (answer instanceof Promise) {
    answer.catch(() => {
      space.restore();
      stage.forgetRoutes();
      stage.invalidate();
    });
  }
  events.onAnnounce?.(stage.words.moved(moves.length));
}
