/*
 * Frames over a mounted map or diagram while one works: an outline with its title at the corner. The title moves it, edges and
 * corners size it, F2 or a double click names it. What lies in a frame stays free for the pointer. Holds no records: a
 * change is told as the whole list.
 */
import "./frames.css";
import type { Frame } from "../../api/bindings";
import type { Box } from "../view";
import { boxOf, removed, renamed, reshaped } from "./frames";
import { GRIPS, type Grip, pulled, pushed } from "./grips";
import { type Lens, lensOf } from "./lens";

export interface FrameLayerTools {
  readonly readOnly: boolean;
  /** What the field for a title is called. */
  readonly nameLabel: string;
  /** How the title at the corner is said. */
  said(frame: Frame, number: number): string;
  /** How many pixels of the screen one unit is at zoom 1. */
  unit(): number;
  /** A promise of `null` puts a frame back where it was. */
  onChange(frames: readonly Frame[]): unknown;
  /** Only a click on the title: it is shown whole. */
  onGo(frame: Frame): void;
}

/** Narrower than this a frame has no room for its title. */
const SMALL = 96;
/** Height of a title, which stands over its frame. */
const TAB = 28;
const STEP = 8;
/** A run of arrows is one move, told after a pause. */
const PAUSE = 600;
/** Pixels a pointer may tremble. */
const SLACK = 4;

interface Outline {
  readonly root: HTMLElement;
  readonly tab: HTMLElement;
}

export class FrameLayer {
  private readonly root = document.createElement("div");
  private frames: readonly Frame[] = [];
  private readonly outlines = new Map<string, Outline>();
  private lens: Lens = lensOf({ x: 0, y: 0, zoom: 1 });
  private active: string | null = null;
  /** Where a frame lies while it is being changed. */
  private held: { id: string; box: Box } | null = null;
  private timer = 0;
  private readonly off = new AbortController();

  constructor(
    surface: HTMLElement,
    private readonly tools: FrameLayerTools,
  ) {
    this.root.className = "tl-frames";
    surface.after(this.root);
    const on = { signal: this.off.signal };
    surface.addEventListener("pointerdown", () => this.activate(null), on);
    // Over a title the wheel means the map as well.
    this.root.addEventListener(
      "wheel",
      (e) => {
        e.preventDefault();
        surface.dispatchEvent(new WheelEvent("wheel", e));
      },
      { ...on, passive: false },
    );
  }

  destroy(): void {
    this.commit();
    this.off.abort();
    this.root.remove();
  }

  set(frames: readonly Frame[]): void {
    this.frames = frames;
    this.held = null;
    const known = new Set(frames.map((it) => it.id));
    for (const [id, { root }] of this.outlines) {
      if (known.has(id)) continue;
      root.remove();
      this.outlines.delete(id);
    }
    frames.forEach((frame, i) => {
      const { tab } = this.outlines.get(frame.id) ?? this.outline(frame.id);
      tab.setAttribute("aria-label", this.tools.said(frame, i + 1));
      if (tab.querySelector("input") === null) tab.replaceChildren(figure(i + 1), frame.title);
    });
    this.place();
  }

  /** Follows what lies beneath; called after each of its pictures. */
  follow(lens: Lens): void {
    const { lens: last } = this;
    if (lens.x(0) === last.x(0) && lens.y(0) === last.y(0) && lens.kx === last.kx && lens.ky === last.ky)
      return;
    this.lens = lens;
    // Strips of names stay free of what lies beside them.
    this.root.style.clipPath = lens.strips ? `inset(${lens.top}px 0 0 ${lens.left}px)` : "";
    this.place();
  }

  /** Gives the keyboard to the title of a frame: arrows move it, Shift and arrows size it. */
  focus(id: string): void {
    this.outlines.get(id)?.tab.focus();
  }

  private place(): void {
    const { lens } = this;
    for (const frame of this.frames) {
      const outline = this.outlines.get(frame.id);
      if (outline === undefined) continue;
      const box = this.held?.id === frame.id ? this.held.box : boxOf(frame);
      const [left, top] = [lens.x(box.x0), lens.y(box.y0)];
      const [w, h] = [lens.x(box.x1) - left, lens.y(box.y1) - top];
      const air = lens.strips ? 6 : 0;
      const { style } = outline.root;
      style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
      style.width = `${w.toFixed(1)}px`;
      style.height = `${h.toFixed(1)}px`;
      // The title stays in sight for as long as something of the frame is.
      const [dx, dy] = [
        Math.max(0, Math.min(lens.left + air - left, w - 60)),
        Math.max(0, Math.min(lens.top + TAB - top, h - 4)),
      ];
      outline.tab.style.transform = `translate(${dx.toFixed(1)}px, ${dy.toFixed(1)}px)`;
      // Far away only the number is left.
      outline.tab.style.maxWidth = `${w < SMALL ? 24 : Math.max(SMALL, w - dx).toFixed(0)}px`;
    }
  }

  private outline(id: string): Outline {
    const root = document.createElement("div");
    root.className = "tl-frame";
    const tab = document.createElement("div");
    tab.className = "tl-frame-tab";
    tab.tabIndex = -1;
    tab.setAttribute("role", "button");
    tab.dataset.testid = "frame-tab";
    root.append(tab);
    this.grip(tab, id, "move");
    tab.addEventListener("focus", () => this.activate(id));
    tab.addEventListener("blur", () => this.commit());
    tab.addEventListener("dblclick", () => this.name(id));
    tab.addEventListener("keydown", (e) => this.key(e, id));
    if (!this.tools.readOnly) {
      for (const grip of GRIPS) {
        const part = document.createElement("div");
        part.className = `tl-frame-grip at-${grip}`;
        root.append(part);
        this.grip(part, id, grip);
      }
    }
    this.root.append(root);
    const outline = { root, tab };
    this.outlines.set(id, outline);
    return outline;
  }

  private activate(id: string | null): void {
    if (id === this.active) return;
    this.active = id;
    for (const [of, { root }] of this.outlines) root.classList.toggle("is-active", of === id);
  }

  private grip(part: HTMLElement, id: string, grip: Grip): void {
    let from: { x: number; y: number; box: Box; moved: boolean } | null = null;
    part.addEventListener("pointerdown", (e) => {
      const frame = this.frames.find((it) => it.id === id);
      if (frame === undefined || e.button !== 0 || e.target instanceof HTMLInputElement) return;
      this.commit();
      part.setPointerCapture(e.pointerId);
      from = { x: e.clientX, y: e.clientY, box: boxOf(frame), moved: false };
      this.activate(id);
    });
    part.addEventListener("pointermove", (e) => {
      if (from === null || this.tools.readOnly) return;
      const unit = this.tools.unit();
      const [dx, dy] = [e.clientX - from.x, e.clientY - from.y];
      from.moved ||= Math.hypot(dx, dy) > SLACK;
      if (from.moved)
        this.hold(id, pulled(from.box, grip, dx / this.lens.kx / unit, dy / this.lens.ky / unit));
    });
    part.addEventListener("pointerup", () => {
      const clicked = from !== null && !from.moved && grip === "move";
      from = null;
      this.commit();
      const frame = this.frames.find((it) => it.id === id);
      if (clicked && frame !== undefined && this.tools.readOnly) this.tools.onGo(frame);
    });
    part.addEventListener("pointercancel", () => {
      from = null;
      this.letGo();
    });
  }

  private hold(id: string, box: Box): void {
    this.held = { id, box };
    this.place();
  }

  private letGo(): void {
    clearTimeout(this.timer);
    this.held = null;
    this.place();
  }

  /** Tells where a frame was put; it stays there until the records answer. */
  private commit(): void {
    clearTimeout(this.timer);
    const { held } = this;
    if (held === null) return;
    const next = reshaped(this.frames, held.id, held.box);
    if (next === this.frames) {
      this.letGo();
      return;
    }
    void Promise.resolve(this.tools.onChange(next)).then((kept) => {
      if (kept === null && this.held === held) this.letGo();
    });
  }

  private key(e: KeyboardEvent, id: string): void {
    const frame = this.frames.find((it) => it.id === id);
    if (frame === undefined || e.target instanceof HTMLInputElement) return;
    const push =
      e.ctrlKey || e.metaKey || e.altKey
        ? null
        : pushed(e.key, e.shiftKey, STEP / this.lens.kx, STEP / this.lens.ky);
    if (e.key === "Enter") this.tools.onGo(frame);
    else if (e.key === "Escape" && this.held !== null) this.letGo();
    else if (e.key === "Escape") {
      this.activate(null);
      this.root.parentElement?.querySelector<HTMLElement>(".tl-canvas-surface")?.focus();
    } else if (this.tools.readOnly) return;
    else if (push !== null) {
      this.hold(id, pulled(this.held?.id === id ? this.held.box : boxOf(frame), push.grip, push.dx, push.dy));
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.commit(), PAUSE);
    } else if (e.key === "F2") this.name(id);
    else if (e.key === "Delete" || e.key === "Backspace") this.tools.onChange(removed(this.frames, id));
    else return;
    e.preventDefault();
    e.stopPropagation();
  }

  private name(id: string): void {
    const tab = this.outlines.get(id)?.tab;
    const frame = this.frames.find((it) => it.id === id);
    if (tab === undefined || frame === undefined || this.tools.readOnly) return;
    const field = document.createElement("input");
    field.value = frame.title;
    field.setAttribute("aria-label", this.tools.nameLabel);
    let open = true;
    const close = (keep: boolean): void => {
      if (!open) return;
      open = false;
      const next = keep ? renamed(this.frames, id, field.value) : this.frames;
      tab.replaceChildren(figure(this.frames.findIndex((it) => it.id === id) + 1), frame.title);
      tab.focus();
      if (next !== this.frames) this.tools.onChange(next);
    };
    field.addEventListener("blur", () => close(true));
    field.addEventListener("keydown", (e) => {
      e.stopPropagation();
      if (e.isComposing) return;
      if (e.key === "Enter" || e.key === "Escape") close(e.key === "Enter");
    });
    tab.replaceChildren(field);
    field.select();
  }
}

function figure(number: number): HTMLElement {
  const it = document.createElement("b");
  it.textContent = String(number);
  return it;
}
