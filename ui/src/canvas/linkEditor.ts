/*
 * Editing in place what a contribution says: a field on the middle of the line, and above it how strong and how sure
 * it is. Enter or leaving keeps the new words, Escape the old ones.
 */
import { newCurve, pointX, pointY } from "./geometry";
import { keepTyped } from "./notes/keep";
import type { Stage } from "./stage";

const WIDTH = 260;
const HEIGHT = 58;

export class LinkEditor {
  private box: HTMLElement | null = null;
  private field: HTMLInputElement | null = null;
  private id = "";
  private before = "";
  private readonly scratch = newCurve();
  private readonly host: HTMLElement;
  private readonly stage: Stage;
  private readonly back: () => void;

  /** `back` returns the keyboard to the map. */
  constructor(host: HTMLElement, stage: Stage, back: () => void) {
    this.host = host;
    this.stage = stage;
    this.back = back;
  }

  /** False where there is nothing to write: only a contribution says how it works. */
  open(id: string): boolean {
    this.close(true);
    const link = this.stage.space.link(this.stage.space.linkIndex.get(id) ?? -1);
    if (link === undefined || link.kind !== "contribution" || this.stage.readOnly) return false;
    this.id = id;
    this.before = link.mechanism;
    const box = document.createElement("div");
    box.className = "tl-canvas-mechanism";
    const said = document.createElement("span");
    said.textContent = link.label;
    const field = document.createElement("input");
    field.type = "text";
    field.value = link.mechanism;
    field.placeholder = this.stage.words.mechanismHint;
    field.setAttribute("aria-label", this.stage.words.mechanism);
    field.dataset.testid = "link-mechanism";
    field.addEventListener("keydown", (e) => {
      e.stopPropagation();
      if (e.isComposing || (e.key !== "Enter" && e.key !== "Escape")) return;
      e.preventDefault();
      this.close(e.key === "Enter");
      this.back();
    });
    field.addEventListener("blur", () => this.close(true));
    for (const kind of ["pointerdown", "dblclick"]) box.addEventListener(kind, (e) => e.stopPropagation());
    box.append(said, field);
    this.box = box;
    this.field = field;
    this.place();
    this.host.append(box);
    field.focus({ preventScroll: true });
    field.select();
    return true;
  }

  get active(): boolean {
    return this.box !== null;
  }

  /** Follows the link when the view or the scene changes. */
  place(): void {
    const { box, stage, scratch } = this;
    if (box === null) return;
    const i = stage.space.linkIndex.get(this.id);
    if (i === undefined) {
      const { field } = this;
      this.box = null;
      this.field = null;
      box.remove();
      const at = { x: Number.parseFloat(box.style.left), y: Number.parseFloat(box.style.top) };
      keepTyped(stage, field?.value ?? "", this.before, at);
      this.back();
      return;
    }
    const way = stage.space.linkLit[i] === 1 ? stage.routes().get(this.id) : undefined;
    const middle = way?.[Math.floor((way.length - 1) / 2)];
    if (middle === undefined) stage.space.curve(scratch, i);
    const c = middle ?? scratch;
    const { zoom, x, y } = stage.view;
    const left = pointX(c, 0.5) * zoom + x - WIDTH / 2;
    const top = pointY(c, 0.5) * zoom + y - HEIGHT / 2;
    box.style.width = `${WIDTH}px`;
    box.style.left = `${Math.max(6, Math.min(left, stage.size.w - WIDTH - 6))}px`;
    box.style.top = `${Math.max(6, Math.min(top, stage.size.h - HEIGHT - 6))}px`;
  }

  close(keep: boolean): void {
    const { box, field } = this;
    if (box === null || field === null) return;
    this.box = null;
    this.field = null;
    const said = field.value.replace(/\s+/gu, " ").trim();
    box.remove();
    const link = this.stage.space.link(this.stage.space.linkIndex.get(this.id) ?? -1);
    if (keep && link !== undefined && said !== link.mechanism) this.stage.events.onMechanism?.(this.id, said);
  }
}
