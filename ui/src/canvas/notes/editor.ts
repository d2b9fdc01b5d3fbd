/*
 * Writing a note in place: a field as large as its paper that grows with its words. Enter begins a new line, so leaving
 * is Escape, Ctrl Enter or going elsewhere, and each keeps what was written; undo gives the old words back. A new note
 * is none before somebody has written something.
 */
import type { NotePaper } from "../../api/bindings";
import { clearing } from "../clearing";
import type { Stage } from "../stage";
import { type Point, type Size, toWorld } from "../view";
import { keepTyped } from "./keep";
import { noteSize, noteType, PAD } from "./layout";

/** A note holds at most so many letters. */
const LONGEST = 2000;
/** Below this zoom nobody could read what they type. */
const LEAST = 0.8;

interface Draft {
  /** Null for a note that is none yet. */
  readonly id: string | null;
  readonly at: Point;
  readonly paper: NotePaper;
  readonly about: string | null;
  readonly before: string;
}

export class NoteEditor {
  private field: HTMLTextAreaElement | null = null;
  private draft: Draft | null = null;
  private readonly host: HTMLElement;
  private readonly stage: Stage;
  private readonly back: () => void;
  private paper: NotePaper = "sand";

  /** `back` returns the keyboard to the map. */
  constructor(host: HTMLElement, stage: Stage, back: () => void) {
    this.host = host;
    this.stage = stage;
    this.back = back;
  }

  /** The words of a note that lies there. */
  open(box: number): void {
    const note = this.stage.space.note(box);
    if (note === undefined || this.stage.readOnly) return;
    const { id, paper, about, text, x, y } = note;
    this.show({ id, at: { x, y }, paper, about, before: text });
  }

  /** A new note at a place of the world, of the paper that was used last. */
  begin(at: Point, about: string | null): void {
    if (this.stage.readOnly) return;
    this.show({ id: null, at, paper: this.paper, about, before: "" });
  }

  /** The paper that the next note will be of. */
  use(paper: NotePaper): void {
    this.paper = paper;
  }

  private show(draft: Draft): void {
    this.close(true);
    this.draft = draft;
    const field = document.createElement("textarea");
    field.className = "tl-canvas-note";
    field.dataset.paper = draft.paper;
    field.dataset.testid = "note-text";
    field.value = draft.before;
    field.maxLength = LONGEST;
    field.placeholder = this.stage.words.noteHint;
    field.setAttribute("aria-label", this.stage.words.noteText);
    field.addEventListener("keydown", (e) => {
      e.stopPropagation();
      if (e.isComposing) return;
      const done = e.key === "Escape" || (e.key === "Enter" && (e.ctrlKey || e.metaKey));
      if (!done) return;
      e.preventDefault();
      this.close(true);
      this.back();
    });
    field.addEventListener("input", () => this.place());
    field.addEventListener("blur", () => this.close(true));
    for (const kind of ["pointerdown", "dblclick", "copy", "cut", "paste"])
      field.addEventListener(kind, (e) => e.stopPropagation());
    this.field = field;
    this.place();
    this.host.append(field);
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
  }

  get active(): boolean {
    return this.field !== null;
  }

  /** Follows the note when the view or the scene changes; ends where it was taken away. */
  place(): void {
    const { field, draft, stage } = this;
    if (field === null || draft === null) return;
    const i = draft.id === null ? -1 : (stage.space.index.get(draft.id) ?? -1);
    if (draft.id !== null && i < 0) {
      this.field = null;
      this.draft = null;
      field.remove();
      keepTyped(stage, field.value, draft.before, this.spot(draft.at));
      this.back();
      return;
    }
    const size = noteSize({ text: field.value, about: draft.about, by: "" }, stage.texts);
    const at = i < 0 ? this.begun(draft, size) : { x: stage.space.x[i] ?? 0, y: stage.space.y[i] ?? 0 };
    const { x, y } = this.spot(at);
    const zoom = Math.max(LEAST, stage.view.zoom);
    const type = noteType(zoom);
    field.style.left = `${x}px`;
    field.style.top = `${y}px`;
    field.style.width = `${size.w * zoom}px`;
    field.style.height = `${(size.h + 8) * zoom}px`;
    field.style.padding = `${PAD * zoom - 2}px ${PAD * zoom}px`;
    field.style.fontSize = `${type.size}px`;
    field.style.lineHeight = `${type.lead}px`;
  }

  /** Where a new note lies: a comment grows upwards, so that it never comes to cover what it is about. */
  private begun({ at, about }: Draft, size: Size): Point {
    if (about === null) return at;
    return { x: at.x, y: at.y + noteSize({ text: "", about, by: "" }, this.stage.texts).h - size.h };
  }

  private spot(at: Point): Point {
    const { view } = this.stage;
    return { x: at.x * view.zoom + view.x, y: at.y * view.zoom + view.y };
  }

  close(keep: boolean): void {
    const { field, draft, stage } = this;
    if (field === null || draft === null) return;
    this.field = null;
    this.draft = null;
    field.remove();
    const text = field.value.replace(/\r\n?/gu, "\n").trimEnd();
    if (!keep || text === draft.before) return;
    if (draft.id !== null) stage.events.onWrite?.(draft.id, text);
    else if (text.trim() !== "") {
      // What it was to be about may have gone meanwhile; then it is a note like any other.
      const about = draft.about !== null && stage.space.index.has(draft.about) ? draft.about : null;
      const at = this.begun(draft, noteSize({ text, about: draft.about, by: "" }, stage.texts));
      stage.events.onNote?.({ ...at, text, paper: draft.paper, about });
    }
  }
}

/** Where a note begins that was asked for without a place: above the one card that is selected, else in the middle. */
export function beginNote(stage: Stage, editor: NoteEditor): void {
  const { space } = stage;
  const [only] = stage.selection.size === 1 ? stage.selection : [];
  const card = space.card(space.index.get(only ?? "") ?? -1);
  const size = noteSize({ text: "", about: card?.id ?? null, by: "" }, stage.texts);
  if (card !== undefined) {
    editor.begin({ x: card.x + 56, y: card.y - size.h - 6 }, card.id);
    return;
  }
  const middle = toWorld(stage.view, { x: stage.size.w / 2, y: stage.size.h / 2 });
  const at = { x: Math.round(middle.x - size.w / 2), y: Math.round(middle.y - size.h / 2) };
  const by = clearing(space, [{ x0: at.x, y0: at.y, x1: at.x + size.w, y1: at.y + size.h }]);
  editor.begin({ x: at.x + by.x, y: at.y + by.y }, null);
}
