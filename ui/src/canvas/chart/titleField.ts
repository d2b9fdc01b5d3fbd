/*
 * Editing a title in place on a chart: a field over the mark, in running type. Enter or leaving keeps the new title,
 * Escape the old one. It closes when the view moves on beneath it.
 */
import type { Box } from "../view";

/** Narrower than this nobody can read what they type. */
const LEAST = { w: 220, h: 44 };

export class TitleField {
  private field: HTMLTextAreaElement | null = null;
  private before = "";
  private kept: (title: string) => void = () => undefined;

  /** `back` returns the keyboard to the chart. */
  constructor(
    private readonly root: HTMLElement,
    private readonly back: () => void,
  ) {}

  get active(): boolean {
    return this.field !== null;
  }

  open(at: Box, title: string, label: string, kept: (title: string) => void): void {
    this.close(true);
    this.before = title;
    this.kept = kept;
    const field = document.createElement("textarea");
    field.className = "tl-canvas-title";
    field.value = title;
    field.rows = 2;
    field.spellcheck = false;
    field.setAttribute("aria-label", label);
    field.addEventListener("keydown", (e) => {
      e.stopPropagation();
      if (e.key !== "Enter" && e.key !== "Escape") return;
      e.preventDefault();
      this.close(e.key === "Enter");
      this.back();
    });
    field.addEventListener("blur", () => this.close(true));
    for (const kind of ["pointerdown", "dblclick", "wheel"])
      field.addEventListener(kind, (e) => e.stopPropagation());
    const room = this.root.getBoundingClientRect();
    const w = Math.max(at.x1 - at.x0, LEAST.w);
    const h = Math.min(Math.max(at.y1 - at.y0, LEAST.h), 2 * LEAST.h);
    field.style.left = `${Math.max(4, Math.min(at.x0, room.width - w - 4))}px`;
    field.style.top = `${Math.max(4, Math.min(at.y1 - h, room.height - h - 4))}px`;
    field.style.width = `${w}px`;
    field.style.height = `${h}px`;
    field.style.font = "550 13px/18px var(--font)";
    this.field = field;
    this.root.append(field);
    field.focus({ preventScroll: true });
    field.select();
  }

  close(keep: boolean): void {
    const { field } = this;
    if (field === null) return;
    this.field = null;
    const title = field.value.replace(/\s+/gu, " ").trim();
    field.remove();
    if (keep && title !== "" && title !== this.before) this.kept(title);
  }
}
