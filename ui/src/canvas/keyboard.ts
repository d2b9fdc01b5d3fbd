/*
 * Carries keyboard commands out on the stage: moving the cursor, selecting, nudging, following links, zoom.
 * A run of nudges is one move, told when the keys are released or after a pause.
 */
import { choose, chooseAll } from "./choosing";
import { around, fitted, reveal } from "./framing";
import { dragged } from "./gestures";
import { goFar } from "./groups/stand";
import type { KeyLink } from "./keyLink";
import { commandFor, type Direction, type KeyCommand } from "./keys";
import { meant, movable } from "./locking";
import { CARD_H, CARD_W } from "./measures";
import { commitMove, moving, shift } from "./moving";
import type { Stage } from "./stage";
import { steppedZoom, toWorld, zoomAt } from "./view";
import { along, closest, nearest, nextLane } from "./walk";

const NUDGE = 8;
const NUDGE_PAUSE = 600;

export interface KeyTools {
  edit(box: number): void;
  editLink(id: string): boolean;
  fit(): void;
  /** Everything selected in view; the size of life; one view back or forward. */
  frameSelection(): void;
  life(): void;
  duplicate(): void;
  lock(): void;
  /** A new note where somebody looks; the words of one; what one may become. */
  newNote(): void;
  writeNote(box: number): void;
  become(): boolean;
  mirror(): void;
  travel(step: 1 | -1): void;
  readonly link: KeyLink;
  /** Goes to the cards of a block of the far view. */
  enter(group: number): void;
  viewed(): void;
  /** Takes a running pointer gesture back; false when there was none. */
  cancelGesture(): boolean;
  /** The cursor moved: the mirror for screen readers follows. */
  cursorMoved(): void;
}

export class KeyInput {
  private readonly stage: Stage;
  private readonly tools: KeyTools;
  private nudging: { boxes: number[]; dx: number; dy: number; timer: number } | null = null;
  private readonly off = new AbortController();

  constructor(surface: HTMLElement, stage: Stage, tools: KeyTools) {
    this.stage = stage;
    this.tools = tools;
    const on = { signal: this.off.signal };
    surface.addEventListener("keydown", (e) => this.down(e, surface), on);
    surface.addEventListener(
      "keyup",
      (e) => {
        if (e.key === "Shift") this.commitNudge();
      },
      on,
    );
    surface.addEventListener(
      "focus",
      () => {
        stage.focused = true;
        stage.keyboard = surface.matches(":focus-visible");
        if (stage.cursor < 0) stage.cursor = this.firstCard();
        tools.cursorMoved();
        stage.invalidate();
      },
      on,
    );
    surface.addEventListener(
      "blur",
      () => {
        stage.focused = false;
        this.commitNudge();
        stage.invalidate();
      },
      on,
    );
  }

  destroy(): void {
    this.commitNudge();
    this.off.abort();
  }

  private down(e: KeyboardEvent, surface: HTMLElement): void {
    if (e.target !== surface) return;
    const mod = e.ctrlKey || e.metaKey;
    if (this.tools.link.key(e.key, !mod && !e.altKey)) {
      e.preventDefault();
      this.stage.invalidate();
      return;
    }
    const command = commandFor({
      key: e.key,
      code: e.code,
      shift: e.shiftKey,
      alt: e.altKey,
      ctrl: mod,
    });
    if (command === null) return;
    if (this.run(command)) e.preventDefault();
  }

  /** True when the command did something; otherwise the key belongs to the surroundings. */
  private run(command: KeyCommand): boolean {
    const { stage, tools } = this;
    stage.keyboard = true;
    // The pointer rests somewhere; what it rests on is not what is meant now.
    stage.hover = -1;
    const id = stage.space.idOf(stage.cursor);
    switch (command.do) {
      case "go":
        if (stage.isFar) return goFar(stage, command.way, tools);
        return this.goTo(
          stage.cursor < 0 ? this.firstCard() : nearest(stage.space, stage.cursor, command.way),
        );
      case "follow":
        return this.goTo(along(stage.space, stage.cursor, command.way));
      case "lane":
        return this.goTo(nextLane(stage.space, stage.cursor, command.step));
      case "nudge":
        return this.nudge(command.way, command.fine);
      case "travel":
        tools.travel(command.step);
        return true;
      case "overlay":
        stage.events.onOverlay?.(command.step);
        return true;
      case "link":
        return (!stage.isFar && tools.link.begin()) || tools.link.refuse();
      case "frameSelection":
        tools.frameSelection();
        return true;
      case "life":
        tools.life();
        return true;
      case "duplicate":
        tools.duplicate();
        return true;
      case "lock":
        tools.lock();
        return true;
      case "note":
        if (stage.readOnly) return false;
        tools.newNote();
        return true;
      case "become":
        return tools.become();
      case "mirror":
        if (stage.space.scene.axis !== "columns") return false;
        tools.mirror();
        return true;
      case "edit":
        // Whoever selected one link means that.
        for (const one of stage.selection) {
          if (stage.selection.size === 1 && stage.space.linkIndex.has(one)) return tools.editLink(one);
        }
        if (id === null) return false;
        if (stage.isFar) {
          tools.enter(stage.far.at(stage.view.zoom).grid.of[stage.cursor] ?? -1);
          return true;
        }
        if (stage.space.note(stage.cursor) !== undefined) {
          if (!stage.readOnly) tools.writeNote(stage.cursor);
        } else if (stage.space.ghost(stage.cursor) !== undefined) stage.events.onGhost?.(id);
        else if (!stage.readOnly) tools.edit(stage.cursor);
        return true;
      case "open":
        if (id === null || stage.cursor >= stage.space.cardCount) return false;
        if (!stage.selection.has(id)) stage.select([id], false);
        stage.events.onOpen?.(id);
        return true;
      case "select":
      case "selectAlso":
        return choose(stage, command.do === "selectAlso");
      case "all":
        chooseAll(stage);
        return true;
      case "throughline":
        return this.throughline();
      case "escape":
        return this.escape();
      case "remove":
        if (stage.readOnly || (stage.selection.size === 0 && id === null)) return false;
        return this.remove();
      case "fit":
        tools.fit();
        return true;
      case "zoom":
        this.zoom(command.step);
        return true;
    }
  }

  /** What is locked stays. */
  private remove(): boolean {
    const { stage } = this;
    const ids = movable(stage, meant(stage));
    if (ids.length > 0) stage.events.onRemove?.(ids);
    return true;
  }

  /** The card nearest to the middle of the view. */
  private firstCard(): number {
    const { stage } = this;
    const middle = toWorld(stage.view, { x: stage.size.w / 2, y: stage.size.h / 2 });
    return closest(stage.space, { x: middle.x - CARD_W / 2, y: middle.y - CARD_H / 2 });
  }

  private goTo(box: number): boolean {
    if (box < 0) return true;
    this.commitNudge();
    this.stage.cursor = box;
    reveal(this.stage, box);
    this.tools.cursorMoved();
    this.tools.link.follow();
    this.tools.viewed();
    this.stage.invalidate();
    return true;
  }

  private nudge(way: Direction, fine: boolean): boolean {
    const { stage } = this;
    const id = stage.space.idOf(stage.cursor);
    if (stage.readOnly || stage.isFar || id === null || !stage.space.isThing(stage.cursor)) return true;
    if (this.nudging === null) {
      const boxes = moving(stage, dragged(id, stage.selection));
      if (boxes.length === 0) return true;
      this.nudging = { boxes, dx: 0, dy: 0, timer: 0 };
    }
    const n = this.nudging;
    // One pixel of the screen is less than a unit when near, but places are whole units.
    const step = fine ? Math.max(1, Math.round(1 / stage.view.zoom)) : NUDGE;
    n.dx += way === "left" ? -step : way === "right" ? step : 0;
    n.dy += way === "up" ? -step : way === "down" ? step : 0;
    shift(stage, n.boxes, n.dx, n.dy);
    clearTimeout(n.timer);
    n.timer = window.setTimeout(() => this.commitNudge(), NUDGE_PAUSE);
    return true;
  }

  private commitNudge(): void {
    const n = this.nudging;
    if (n === null) return;
    this.nudging = null;
    clearTimeout(n.timer);
    commitMove(this.stage, n.boxes);
    this.stage.invalidate();
  }

  private throughline(): boolean {
    const { stage } = this;
    const id = stage.space.idOf(stage.cursor);
    if (stage.selection.size === 0 && id !== null) stage.select([id], true);
    const { focus, ghosts } = stage.space.scene;
    const ids = [...(focus?.cards ?? stage.selection), ...ghosts.filter((g) => g.lit).map((g) => g.id)];
    const box = around(stage.space, ids);
    if (box !== null) stage.show(fitted(stage, box, 1), true);
    this.tools.viewed();
    return true;
  }

  private escape(): boolean {
    const { stage, tools } = this;
    if (tools.cancelGesture()) return true;
    if (this.nudging !== null) {
      clearTimeout(this.nudging.timer);
      this.nudging = null;
      stage.space.restore();
      stage.forgetRoutes();
      stage.invalidate();
      return true;
    }
    if (stage.selection.size === 0) return false;
    stage.select([], true);
    return true;
  }

  private zoom(step: 1 | -1): void {
    const { stage, tools } = this;
    const middle = { x: stage.size.w / 2, y: stage.size.h / 2 };
    stage.show(zoomAt(stage.heading, middle, steppedZoom(stage.heading.zoom, step), stage.least), true);
    tools.viewed();
  }
}
