/*
 * Editing a title in place: a text field over the card, in the card's own type. Enter or leaving keeps the
 * new title, Escape the old one. The only DOM the map puts over a card.
 */
import { cardShape } from "./draw/frame";
import { keepTyped } from "./notes/keep";
import type { Stage } from "./stage";

export class TitleEditor {
  private field: HTMLTextAreaElement | null = null;
  private id = "";
  private before = "";
  private readonly host: HTMLElement;
  private readonly stage: Stage;
  private readonly back: () => void;

  /** `back` returns the keyboard to the map. */
  constructor(host: HTMLElement, stage: Stage, back: () => void) {
    this.host = host;
    this.stage = stage;
    this.back = back;
  }

  open(box: number): void {
    this.close(true);
    const card = this.stage.space.card(box);
    if (card === undefined) return;
    this.id = card.id;
    this.before = card.title;
    const field = document.createElement("textarea");
    field.className = "tl-canvas-title";
    field.value = card.title;
    field.rows = 2;
    field.spellcheck = false;
    field.setAttribute("aria-label", this.stage.words.editTitle);
    field.addEventListener("keydown", (e) => {
      e.stopPropagation();
      if (e.key === "Enter") {
        e.preventDefault();
        this.close(true);
        this.back();
      } else if (e.key === "Escape") {
        this.close(false);
        this.back();
      }
    });
    field.addEventListener("blur", () => this.close(true));
    for (const kind of ["pointerdown", "dblclick"]) field.addEventListener(kind, (e) => e.stopPropagation());
    this.field = field;
    this.place();
    this.host.append(field);
    field.focus({ preventScroll: true });
    field.select();
  }

  get active(): boolean {
    return this.field !== null;
  }

  /** Follows the card when the view or the scene changes. */
  place(): void {
    const { field, stage } = this;
    const i = stage.space.index.get(this.id);
    if (field === null || i === undefined) {
      if (field !== null) this.lose(field);
      return;
    }
    const z = stage.view.zoom;
    const s = cardShape(z, stage.space.scene.overlay !== null, (stage.theme.unit ?? 1) > 1);
    // Far away the field keeps a size one can read and type in.
    const scale = Math.max(z, 0.8);
    const x = (stage.space.x[i] ?? 0) * z + stage.view.x;
    const y = (stage.space.y[i] ?? 0) * z + stage.view.y;
    field.style.left = `${x + s.left - 5}px`;
    field.style.top = `${y + s.top - 3}px`;
    field.style.width = `${Math.max(s.w - s.left - s.right + 10, 180 * scale)}px`;
    field.style.height = `${2 * s.titleLead + 6}px`;
    field.style.fontSize = `${s.titleSize}px`;
    field.style.lineHeight = `${s.titleLead}px`;
  }

  /** The card was taken away elsewhere. */
  private lose(field: HTMLTextAreaElement): void {
    this.field = null;
    const at = { x: Number.parseFloat(field.style.left), y: Number.parseFloat(field.style.top) };
    field.remove();
    keepTyped(this.stage, field.value, this.before, at);
    this.back();
  }

  close(keep: boolean): void {
    const { field } = this;
    if (field === null) return;
    this.field = null;
    const title = field.value.replace(/\s+/gu, " ").trim();
    field.remove();
    const i = this.stage.space.index.get(this.id);
    const old = i === undefined ? undefined : this.stage.space.card(i)?.title;
    if (keep && title !== "" && title !== old) this.stage.events.onRename?.(this.id, title);
  }
}
