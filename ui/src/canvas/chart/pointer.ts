/*
 * What a hand means on a chart, with the feel of the map: drag on paper pans, with Shift it sweeps a selection, on
 * a mark that allows it moves the mark along its axis. Nothing leaves the engine before the release.
 */
import { boxBetween, clicked, wandered } from "../gestures";
import { Hand, type HandTools, type WheelTurn } from "../hand";
import { type Point, pan, type View } from "../view";
import type { Board } from "./board";
import type { Dragged, Mark } from "./chart";
import { dragBy, gripped, heldBy } from "./dragging";
import { zoomed } from "./eye";
import type { ChartLinks } from "./linking";

type Gesture =
  | { readonly kind: "pan"; readonly from: Point; readonly clears: boolean }
  | { readonly kind: "marquee"; readonly base: ReadonlySet<string> }
  | {
      readonly kind: "press";
      readonly from: Point;
      readonly mark: number;
      readonly part: Dragged["part"] | null;
      readonly additive: boolean;
      /** It was stood on already, for all to see. */
      readonly again: boolean;
    }
  | { readonly kind: "connect"; readonly mark: number }
  | { readonly kind: "drag"; readonly mark: number; readonly part: Dragged["part"] };

export class ChartPointer extends Hand {
  private gesture: Gesture | null = null;
  /** World point where the gesture began: it stays true while the view moves under the pointer. */
  private anchor: Point = { x: 0, y: 0 };
  /** Whether a resting finger has joined a mark to the selection. */
  private joined = false;

  constructor(
    surface: HTMLElement,
    private readonly board: Board,
    private readonly tools: HandTools & {
      pointed(): void;
      edit(mark: Mark): boolean;
      readonly links: ChartLinks;
      /** Gives up a link that is being drawn from the keyboard. */
      leaveLink(): void;
    },
  ) {
    super(surface, board, tools);
  }

  cancel(): boolean {
    const running = this.gesture !== null;
    if (this.gesture?.kind === "connect") this.tools.links.clear();
    if (this.gesture?.kind === "drag") this.board.restore();
    if (this.gesture?.kind === "marquee") this.board.selection = this.gesture.base;
    this.finish();
    return running;
  }

  /** Gives up a mark that is held; a pan or a marquee goes on. */
  letGo(): void {
    if (this.gesture !== null && "mark" in this.gesture) this.cancel();
  }

  private finish(): void {
    this.glide.end();
    this.gesture = null;
    this.board.marquee = null;
    this.board.pressed = false;
    this.surface.style.cursor = "";
    this.board.invalidate();
  }

  protected down(e: PointerEvent, at: Point): void {
    const { board, tools } = this;
    tools.leaveLink();
    this.joined = false;
    const eye = board.eye;
    const grip = this.space || e.button !== 0 ? -1 : tools.links.gripped(at, this.kind === "touch");
    const hit = this.space || e.button === 1 ? -1 : board.field.hit(at, eye);
    const held = heldBy(board.field, hit);
    const mark = board.field.mark(held);
    if (e.button === 1 || this.space) this.gesture = { kind: "pan", from: at, clears: false };
    else if (e.button !== 0) return;
    else if (grip >= 0) this.gesture = { kind: "connect", mark: grip };
    else if (mark !== undefined) {
      const part = board.parts.readOnly ? null : gripped(mark, at, board.field.screenBox(held, eye));
      const additive = e.shiftKey || e.ctrlKey || e.metaKey;
      const again = this.byKeys && board.cursor === hit;
      this.gesture = { kind: "press", from: at, mark: held, part, additive, again };
      board.cursor = hit;
    } else if (e.shiftKey) this.gesture = { kind: "marquee", base: board.selection };
    else this.gesture = { kind: "pan", from: at, clears: !e.ctrlKey && !e.metaKey };
    if (e.button === 1) e.preventDefault();
    this.surface.setPointerCapture(e.pointerId);
    this.anchor = eye.world(at);
    this.glide.begin();
    board.pressed = true;
    this.tools.pointed();
    board.invalidate();
  }

  protected override pinched(view: View, at: Point, before: Point): View {
    const { board } = this;
    if (board.chart.axes === "both") return view;
    const { y, ...rows } = zoomed(board.chart, board.view, at, view.zoom);
    return { ...rows, x: view.x, y: y + at.y - before.y };
  }

  protected move(_: PointerEvent, at: Point, before: Point): void {
    const { board } = this;
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
      this.look(pan(board.view, at.x - before.x, at.y - before.y));
      return;
    }
    if (g.kind === "press" && g.part !== null && wandered(g.from, at)) {
      board.field.moved.delete(g.mark);
      this.gesture = { kind: "drag", mark: g.mark, part: g.part };
      this.surface.style.cursor = g.part === "whole" ? "grabbing" : "ew-resize";
    }
    this.follow(at);
    this.glide.follow();
  }

  /** Resting is a second button: on paper the start of a marquee, on a mark it joins the selection. */
  protected ripen(): void {
    const { board, gesture: g } = this;
    if (g?.kind === "pan" && g.clears) this.gesture = { kind: "marquee", base: board.selection };
    const subject = g?.kind === "press" ? board.field.mark(g.mark)?.subject : null;
    if (subject == null) return;
    this.joined = true;
    board.select(clicked(board.selection, subject, true));
  }

  private isFresh(mark: number): boolean {
    return this.board.field.mark(mark)?.drag?.fresh !== undefined;
  }

  /** Whether something that lies nowhere yet is still over the names it comes from. */
  private isHome(): boolean {
    const { pointer, chart } = this.board;
    return this.gesture?.kind === "drag" && this.isFresh(this.gesture.mark) && (pointer?.x ?? 0) < chart.left;
  }

  protected follow(at: Point): void {
    const { board } = this;
    const g = this.gesture;
    if (g === null) {
      this.hover(at);
      return;
    }
    const eye = board.eye;
    if (g.kind === "drag") {
      const to = eye.world(at).x;
      if (this.isHome()) board.field.moved.delete(g.mark);
      else dragBy(board.field, g.mark, g.part, { from: this.anchor.x, to }, board.view.zoom);
      const box = board.field.moved.get(g.mark);
      board.note =
        box === undefined ? "" : (board.field.mark(g.mark)?.drag?.note(box.x0, box.x1, g.part) ?? "");
      this.tools.pointed();
    } else if (g.kind === "connect") this.tools.links.follow(g.mark, at);
    else if (g.kind === "marquee") {
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

  protected reaching(): "both" | "x" | null {
    const kind = this.gesture?.kind;
    if (kind === "drag") return this.isHome() ? null : "x";
    return kind === "marquee" || kind === "connect" ? "both" : null;
  }

  private hover(at: Point): void {
    const { board } = this;
    const eye = board.eye;
    const grip = this.tools.links.gripped(at, false);
    // The handle lies beside its mark: on the way to it the mark is still what is meant.
    const hit = grip >= 0 ? grip : board.field.hit(at, eye);
    const mark = board.field.mark(hit);
    const part = mark && !board.parts.readOnly ? gripped(mark, at, board.field.screenBox(hit, eye)) : null;
    const ends = part === "start" || part === "end";
    this.surface.style.cursor =
      grip >= 0
        ? "crosshair"
        : ends
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

  protected leave(): void {
    if (this.gesture !== null || this.board.hover < 0) return;
    this.board.hover = -1;
    this.board.parts.events.onHover?.(null);
    this.tools.pointed();
    this.board.invalidate();
  }

  protected up(e: PointerEvent, at: Point): void {
    const { board } = this;
    const g = this.gesture;
    if (g === null) return;
    if (g.kind === "drag") board.commit(g.mark, g.part);
    else if (g.kind === "connect") this.tools.links.letGo(g.mark, at, e.altKey);
    else if (g.kind === "marquee") board.select(board.selection);
    else if (g.kind === "press" && !this.joined) {
      const mark = board.field.mark(g.mark);
      const subject = mark?.subject;
      if (mark?.isCell === true && !g.additive && !g.again) this.standOn(subject ?? null);
      else if (mark?.acts === true && !g.additive) {
        board.keyboard = mark.isCell === true;
        board.act(mark, "press");
      } else if (subject) board.select(clicked(board.selection, subject, g.additive));
    } else if (g.kind === "pan" && g.clears && !wandered(g.from, at) && board.selection.size > 0)
      board.select([]);
    this.finish();
    this.hover(at);
    // A press put the words beside the pointer away; what it rests on may say something else now.
    if (g.kind === "press") this.tools.pointed();
  }

  /** Shows that the keyboard is on what was clicked. */
  private standOn(subject: string | null): void {
    const { board } = this;
    board.keyboard = true;
    if (subject !== null || board.selection.size > 0) board.select(subject === null ? [] : [subject]);
    this.tools.pointed();
  }

  protected double(_: MouseEvent, at: Point): void {
    const { board } = this;
    const mark = board.field.mark(board.field.hit(at, board.eye));
    // Whatever acts has acted twice already.
    if (mark === undefined || mark.acts === true) return;
    if (mark.title === undefined || !this.tools.edit(mark)) board.parts.events.onOpen?.(mark);
  }

  protected override wheeled(turn: WheelTurn): View {
    const { board } = this;
    const at = board.eye.flat(turn.at);
    const next = super.wheeled({ ...turn, at });
    return turn.zooming ? zoomed(board.chart, board.view, at, next.zoom) : next;
  }
}
