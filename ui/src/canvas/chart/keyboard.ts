/*
 * Carries keyboard commands out on a chart; the same keys as on the map. Shift and arrows move a mark that can be
 * moved, with Alt its end alone; a run of presses is one move, told when Shift is released or after a pause.
 */
import { clicked } from "../gestures";
import type { KeyLink } from "../keyLink";
import { commandFor } from "../keys";
import type { Board } from "./board";
import type { Dragged, Mark, Way } from "./chart";
import { heldBy, nudge } from "./dragging";
import { revealed } from "./eye";
import type { Look } from "./looks";
import { closest, inOrOut, walked } from "./step";

const NUDGE_PAUSE = 600;

const FAR: Readonly<Record<string, Way>> = {
  Home: "home",
  End: "end",
  PageUp: "pageUp",
  PageDown: "pageDown",
};

export class ChartKeys {
  private nudging: { mark: number; part: Dragged["part"]; timer: number } | null = null;
  private readonly off = new AbortController();

  constructor(
    private readonly surface: HTMLElement,
    private readonly board: Board,
    private readonly tools: {
      fit(): void;
      zoom(step: 1 | -1): void;
      /** Back and forward through views, to the selection, to the size of life. */
      look(how: Look): void;
      viewed(): void;
      /** Takes a running pointer gesture back; false when there was none. */
      cancelGesture(): boolean;
      /** Puts the words beside the mark away; false when there were none. */
      dismissTip(): boolean;
      /** Opens the field over a title; false where nothing may be changed. */
      edit(mark: Mark): boolean;
      /** A link that is drawn from the keyboard. */
      readonly link: KeyLink;
      /** The cursor or what is told about it moved: mirror and tip follow. */
      pointed(): void;
    },
  ) {
    const on = { signal: this.off.signal };
    surface.addEventListener("keydown", (e) => this.down(e), on);
    surface.addEventListener("keyup", (e) => e.key === "Shift" && this.commit(), on);
    surface.addEventListener("focus", () => this.focus(true), on);
    surface.addEventListener("blur", () => this.focus(false), on);
  }

  destroy(): void {
    this.commit();
    this.off.abort();
  }

  private focus(has: boolean): void {
    const { board } = this;
    board.focused = has;
    if (has) {
      board.keyboard = this.surface.matches(":focus-visible");
      if (board.cursor < 0) board.cursor = this.first();
    } else this.commit();
    this.tools.pointed();
    board.invalidate();
  }

  private down(e: KeyboardEvent): void {
    if (e.target !== this.surface) return;
    const plain = !e.ctrlKey && !e.metaKey && !e.altKey;
    if (this.tools.link.key(e.key, plain) || this.run(e)) e.preventDefault();
  }

  /** True when the key did something; otherwise it belongs to the surroundings. */
  private run(e: KeyboardEvent): boolean {
    const { board, tools } = this;
    const sideways = e.key === "ArrowLeft" ? -1 : e.key === "ArrowRight" ? 1 : null;
    const mark = board.field.mark(board.cursor);
    if (sideways !== null && e.shiftKey && !e.ctrlKey && !e.metaKey) {
      board.keyboard = true;
      return this.nudge(e.altKey ? "end" : "whole", sideways);
    }
    const far = FAR[e.key];
    if (far !== undefined && board.chart.walk !== undefined && !e.altKey && !e.metaKey) {
      board.keyboard = true;
      board.hover = -1;
      return this.goTo(this.next(far));
    }
    const command = commandFor({
      key: e.key,
      code: e.code,
      shift: e.shiftKey,
      alt: e.altKey,
      ctrl: e.ctrlKey || e.metaKey,
    });
    if (command === null) return mark !== undefined && (board.parts.events.onKey?.(mark, e) ?? false);
    board.keyboard = true;
    // The pointer rests somewhere; what it rests on is not what is meant now.
    board.hover = -1;
    switch (command.do) {
      case "go":
        return this.goTo(board.cursor < 0 ? this.first() : this.next(command.way));
      case "follow":
        return this.goTo(inOrOut(board.field, board.cursor, command.way, board.heading.zoom));
      case "edit":
      case "open":
        if (mark === undefined) return false;
        if (command.do === "edit" && mark.acts === true) {
          board.act(mark, "press");
          return true;
        }
        if (command.do === "edit" && mark.title !== undefined && tools.edit(mark)) return true;
        board.parts.events.onOpen?.(mark);
        return true;
      case "select": {
        if (mark?.acts === true) {
          board.act(mark, "press");
          return true;
        }
        return this.choose(mark, false);
      }
      case "selectAlso":
        return this.choose(mark, true);
      case "all":
        board.select(
          board.chart.marks.flatMap((it) => (it.subject !== null && it.inert !== true ? [it.subject] : [])),
        );
        return true;
      case "escape":
        return this.escape();
      case "remove":
        if (mark?.acts === true) {
          board.act(mark, "clear");
          return true;
        }
        if (board.parts.readOnly || board.parts.events.onRemove === undefined) return false;
        board.parts.events.onRemove(
          board.selection.size > 0 ? [...board.selection] : mark?.subject ? [mark.subject] : [],
        );
        return true;
      case "fit":
        tools.fit();
        return true;
      case "link":
        if (tools.link.begin()) return true;
        return (mark !== undefined && board.parts.events.onKey?.(mark, e) === true) || tools.link.refuse();
      case "travel":
        tools.look(command.step < 0 ? "back" : "forward");
        return true;
      case "frameSelection":
      case "life":
        tools.look(command.do);
        return true;
      case "zoom":
        tools.zoom(command.step);
        return true;
      default:
        return mark !== undefined && (board.parts.events.onKey?.(mark, e) ?? false);
    }
  }

  private next(way: Way): number {
    return walked(this.board.field, this.board.cursor, way, this.board.heading.zoom);
  }

  /** Selects what the cursor stands on, or lets it go; `also` leaves the rest of the selection as it is. */
  private choose(mark: Mark | undefined, also: boolean): boolean {
    const { board } = this;
    if (mark?.subject == null) return false;
    const isAlone = board.selection.has(mark.subject) && board.selection.size === 1;
    board.select(isAlone ? [] : clicked(also ? board.selection : new Set(), mark.subject, also));
    return true;
  }

  /** The mark nearest to the middle of what is seen. */
  private first(): number {
    const { board } = this;
    const middle = board.eye.world({ x: (board.size.w + board.chart.left) / 2, y: board.size.h / 2 });
    const found = closest(board.field, middle, board.view.zoom);
    // Where there are only titles, one begins with those.
    return found >= 0 ? found : board.chart.marks.findIndex((it) => !it.inert);
  }

  goTo(i: number): boolean {
    const { board } = this;
    if (i < 0) return true;
    this.commit();
    board.cursor = i;
    this.reveal(i);
    this.tools.link.follow();
    this.tools.pointed();
    board.invalidate();
    return true;
  }

  private reveal(i: number): void {
    const { board } = this;
    const view = revealed(board.chart, board.heading, board.size, board.worldBox(i));
    if (view === board.heading) return;
    board.show(view, true);
    this.tools.viewed();
  }

  private nudge(part: Dragged["part"], way: 1 | -1): boolean {
    const { board } = this;
    const held = heldBy(board.field, board.cursor);
    const drag = board.field.mark(held)?.drag;
    if (board.parts.readOnly || drag === undefined) return true;
    // Of a bar with one date known, the end that is moved alone is the other.
    const meant = part === "end" ? (drag.open ?? part) : part;
    if (this.nudging !== null && (this.nudging.mark !== held || this.nudging.part !== meant)) this.commit();
    this.nudging ??= { mark: held, part: meant, timer: 0 };
    nudge(board.field, held, meant, board.view.zoom, way);
    const box = board.field.boxOf(held);
    board.note = drag.note(box.x0, box.x1, meant);
    clearTimeout(this.nudging.timer);
    this.nudging.timer = window.setTimeout(() => this.commit(), NUDGE_PAUSE);
    this.reveal(held);
    this.tools.pointed();
    board.invalidate();
    return true;
  }

  /** Tells a run of moves that is not told yet. */
  commit(): void {
    const run = this.nudging;
    if (run === null) return;
    this.nudging = null;
    clearTimeout(run.timer);
    this.board.commit(run.mark, run.part);
    this.tools.pointed();
  }

  private escape(): boolean {
    const { board, tools } = this;
    if (tools.cancelGesture()) return true;
    if (this.nudging !== null) {
      clearTimeout(this.nudging.timer);
      this.nudging = null;
      board.restore();
      tools.pointed();
      return true;
    }
    if (tools.dismissTip()) return true;
    if (board.selection.size === 0) return false;
    board.select([]);
    return true;
  }
}
