/*
 * Pointer and wheel on a chart, with the feel of the map: drag on paper pans, with Shift it sweeps a selection, on
 * a mark that allows it moves the mark along its axis. Nothing leaves the engine before the release.
 */
import { boxBetween, clicked, edgeSpeed, wandered } from "../gestures";
import { Pinch } from "../pinch";
import { type Point, pan, wheel } from "../view";
import type { Board } from "./board";
import type { Dragged, Mark } from "./chart";
import { dragBy, gripped, heldBy } from "./dragging";
import { zoomed } from "./eye";

type Gesture =
  | { readonly kind: "pan"; readonly from: Point; readonly clears: boolean }
  | { readonly kind: "marquee"; readonly base: ReadonlySet<string> }
  | {
      readonly kind: "press";
      readonly from: Point;
      readonly mark: number;
      readonly part: Dragged["part"] | null;
      readonly additive: boolean;
    }
  | { readonly kind: "drag"; readonly mark: number; readonly part: Dragged["part"] };

export class ChartPointer {
  private gesture: Gesture | null = null;
  /** World point where the gesture began: it stays true while the view moves under the pointer. */
  private anchor: Point = { x: 0, y: 0 };
  private space = false;
  private gliding = 0;
  private readonly pinch = new Pinch();
  private readonly off = new AbortController();

  constructor(
    private readonly surface: HTMLElement,
    private readonly board: Board,
    private readonly tools: { viewed(): void; pointed(): void; edit(mark: Mark): boolean },
  ) {
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
    surface.addEventListener("dblclick", (e) => this.open(e), on);
    surface.addEventListener("wheel", (e) => this.wheel(e), { ...on, passive: false });
    surface.addEventListener("keydown", (e) => this.bar(e, true), on);
    surface.addEventListener("keyup", (e) => this.bar(e, false), on);
    surface.addEventListener("blur", () => this.bar({ key: " " }, false), on);
  }

  destroy(): void {
    cancelAnimationFrame(this.gliding);
    this.off.abort();
  }

  /** Takes a running gesture back; false when there was none. */
  cancel(): boolean {
    const running = this.gesture !== null;
    if (this.gesture?.kind === "drag") this.board.restore();
    if (this.gesture?.kind === "marquee") this.board.selection = this.gesture.base;
    this.finish();
    return running;
  }

  /** Gives up a mark that is held; a pan or a marquee goes on. */
  letGo(): void {
    if (this.gesture?.kind === "drag" || this.gesture?.kind === "press") this.cancel();
  }

  private finish(): void {
    cancelAnimationFrame(this.gliding);
    this.gliding = 0;
    this.gesture = null;
    this.board.marquee = null;
    this.board.pressed = false;
    this.surface.style.cursor = "";
    this.board.invalidate();
  }

  private bar(e: Pick<KeyboardEvent, "key">, held: boolean): void {
    if (e.key !== " ") return;
    this.space = held;
    this.surface.style.cursor = held ? "grab" : "";
  }

  private at(e: MouseEvent): Point {
    const r = this.surface.getBoundingClientRect();
    const unit = this.board.theme.unit ?? 1;
    return { x: (e.clientX - r.left) / unit, y: (e.clientY - r.top) / unit };
  }

  private down(e: PointerEvent): void {
    const { board } = this;
    const at = this.at(e);
    board.keyboard = false;
    board.pointer = at;
    if (e.pointerType === "touch" && this.pinch.down(e.pointerId, at)) {
      // A second finger: whatever the first one began was not meant.
      this.cancel();
      return;
    }
    const eye = board.eye;
    const hit = this.space || e.button === 1 ? -1 : board.field.hit(at, eye);
    const held = heldBy(board.field, hit);
    const mark = board.field.mark(held);
    if (e.button === 1 || this.space) this.gesture = { kind: "pan", from: at, clears: false };
    else if (e.button !== 0) return;
    else if (mark !== undefined) {
      const part = board.parts.readOnly ? null : gripped(mark, at, board.field.screenBox(held, eye));
      const additive = e.shiftKey || e.ctrlKey || e.metaKey;
      this.gesture = { kind: "press", from: at, mark: held, part, additive };
      board.cursor = hit;
    } else if (e.shiftKey) this.gesture = { kind: "marquee", base: board.selection };
    else this.gesture = { kind: "pan", from: at, clears: !e.ctrlKey && !e.metaKey };
    if (e.button === 1) e.preventDefault();
    this.surface.setPointerCapture(e.pointerId);
    this.anchor = eye.world(at);
    board.pressed = true;
    this.tools.pointed();
    board.invalidate();
  }

  private move(e: PointerEvent): void {
    const { board } = this;
    const at = this.at(e);
    const before = board.pointer ?? at;
    board.pointer = at;
    const pinched = this.pinch.move(e.pointerId, at, board.view);
    if (pinched !== null) {
      const { y, ...rows } = zoomed(board.chart, board.view, at, pinched.zoom);
      board.show(
        board.chart.axes === "both" ? pinched : { ...rows, x: pinched.x, y: y + at.y - before.y },
        false,
      );
      this.tools.viewed();
      return;
    }
    const g = this.gesture;
    if (g === null) {
      this.hover(at);
      return;
    }
    // A name is dragged along the axis into time; across it, it is paper like any other.
    const across =
      g.kind === "press" && this.isFresh(g.mark) && Math.abs(at.y - g.from.y) > Math.abs(at.x - g.from.x);
    if (g.kind === "pan" || (g.kind === "press" && (g.part === null || across))) {
      if (!wandered(g.from, at) && this.surface.style.cursor !== "grabbing") return;
      // A mark that cannot be moved is as good a grip as the paper around it.
      if (g.kind === "press") this.gesture = { kind: "pan", from: g.from, clears: false };
      this.surface.style.cursor = "grabbing";
      board.show(pan(board.view, at.x - before.x, at.y - before.y), false);
      this.tools.viewed();
      return;
    }
    if (g.kind === "press" && g.part !== null && wandered(g.from, at)) {
      board.field.moved.delete(g.mark);
      this.gesture = { kind: "drag", mark: g.mark, part: g.part };
      this.surface.style.cursor = g.part === "whole" ? "grabbing" : "ew-resize";
    }
    this.follow(at);
    this.glide();
  }

  private isFresh(mark: number): boolean {
    return this.board.field.mark(mark)?.drag?.fresh !== undefined;
  }

  /** Whether something that lies nowhere yet is still over the names it comes from. */
  private isHome(): boolean {
    const { pointer, chart } = this.board;
    return this.gesture?.kind === "drag" && this.isFresh(this.gesture.mark) && (pointer?.x ?? 0) < chart.left;
  }

  /** What a running gesture shows for the pointer at this place of the screen. */
  private follow(at: Point): void {
    const { board } = this;
    const g = this.gesture;
    const eye = board.eye;
    if (g?.kind === "drag") {
      const to = eye.world(at).x;
      if (this.isHome()) board.field.moved.delete(g.mark);
      else dragBy(board.field, g.mark, g.part, { from: this.anchor.x, to }, board.view.zoom);
      const box = board.field.moved.get(g.mark);
      board.note = box === undefined ? "" : (board.field.mark(g.mark)?.drag?.note(box.x0, box.x1) ?? "");
      this.tools.pointed();
    } else if (g?.kind === "marquee") {
      board.marquee = boxBetween(this.anchor, eye.world(at));
      const next = new Set(g.base);
      for (const i of board.field.within("body", board.marquee, board.view.zoom)) {
        const mark = board.field.mark(i);
        if (mark?.subject && mark.inert !== true) next.add(mark.subject);
      }
      board.selection = next;
    }
    board.invalidate();
  }

  /** Moves the view while something is dragged against an edge of it. */
  private glide(): void {
    const { board } = this;
    const reaching = this.gesture?.kind === "drag" || this.gesture?.kind === "marquee";
    const speed =
      reaching && board.pointer !== null && !this.isHome() ? edgeSpeed(board.pointer, board.size) : null;
    if (speed === null || this.gliding !== 0) return;
    this.gliding = requestAnimationFrame(() => {
      this.gliding = 0;
      if (board.pointer === null || this.gesture === null) return;
      const dy = this.gesture.kind === "drag" ? 0 : speed.y;
      board.show(pan(board.view, -speed.x, -dy), false);
      this.tools.viewed();
      this.follow(board.pointer);
      this.glide();
    });
  }

  private hover(at: Point): void {
    const { board } = this;
    const eye = board.eye;
    const hit = board.field.hit(at, eye);
    const mark = board.field.mark(hit);
    const part = mark && !board.parts.readOnly ? gripped(mark, at, board.field.screenBox(hit, eye)) : null;
    const ends = part === "start" || part === "end";
    this.surface.style.cursor = ends
      ? "ew-resize"
      : mark?.grip && !board.parts.readOnly
        ? "grab"
        : hit >= 0
          ? "pointer"
          : this.space
            ? "grab"
            : "";
    if (hit === board.hover) return;
    board.hover = hit;
    board.parts.events.onHover?.(mark?.subject ?? null);
    this.tools.pointed();
    board.invalidate();
  }

  private leave(): void {
    if (this.gesture !== null || this.board.hover < 0) return;
    this.board.hover = -1;
    this.board.parts.events.onHover?.(null);
    this.tools.pointed();
    this.board.invalidate();
  }

  private up(e: PointerEvent): void {
    const { board } = this;
    this.pinch.up(e.pointerId);
    const g = this.gesture;
    if (g === null) return;
    const at = this.at(e);
    if (g.kind === "drag") board.commit(g.mark, g.part);
    else if (g.kind === "marquee") board.select(board.selection);
    else if (g.kind === "press") {
      const mark = board.field.mark(g.mark);
      const subject = mark?.subject;
      if (mark?.acts === true && !g.additive) board.act(mark, "press");
      else if (subject) board.select(clicked(board.selection, subject, g.additive));
    } else if (g.clears && !wandered(g.from, at) && board.selection.size > 0) board.select([]);
    this.finish();
    this.hover(at);
  }

  private open(e: MouseEvent): void {
    const mark = this.board.field.mark(this.board.field.hit(this.at(e), this.board.eye));
    // Whatever acts has acted twice already.
    if (mark === undefined || mark.acts === true) return;
    if (mark.title === undefined || !this.tools.edit(mark)) this.board.parts.events.onOpen?.(mark);
  }

  private wheel(e: WheelEvent): void {
    e.preventDefault();
    const { board, tools } = this;
    const zooming = e.ctrlKey || e.metaKey;
    const at = board.eye.flat(this.at(e));
    const next = wheel(board.view, {
      dx: e.deltaX,
      dy: e.deltaY,
      mode: e.deltaMode,
      zooming,
      sideways: e.shiftKey,
      at,
    });
    board.show(zooming ? zoomed(board.chart, board.view, at, next.zoom) : next, false);
    tools.viewed();
    if (board.pointer !== null && this.gesture !== null) this.follow(board.pointer);
    else if (board.pointer !== null) this.hover(board.pointer);
  }
}
