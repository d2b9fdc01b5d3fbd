/*
 * The field in which a title is edited where it stands, in the type that it has there. Enter or leaving keeps the new
 * title, Escape the old one. A title is never empty: an empty field says so, and whoever leaves it keeps the old one.
 */

export interface TitleWords {
  /** Name of the field. */
  readonly editTitle: string;
  /** What stands in an empty field, and what is said when one was left. */
  readonly titleHint: string;
  readonly titleKept: string;
}

/** Where the field lies on the screen, and its type. */
export interface TitlePlace {
  readonly left: number;
  readonly top: number;
  readonly w: number;
  readonly h: number;
  readonly size: number;
  readonly lead: number;
}

export class TitleField {
  private field: HTMLTextAreaElement | null = null;
  private before = "";
  private kept: (title: string) => void = () => undefined;

  /** `back` returns the keyboard to what is drawn. */
  constructor(
    private readonly host: HTMLElement,
    private readonly words: TitleWords,
    private readonly say: (text: string) => void,
    private readonly back: () => void,
  ) {}

  get active(): boolean {
    return this.field !== null;
  }

  open(title: string, at: TitlePlace, kept: (title: string) => void): void {
    this.close(true);
    this.before = title;
    this.kept = kept;
    const field = document.createElement("textarea");
    field.className = "tl-canvas-title";
    field.value = title;
    field.rows = 2;
    field.spellcheck = false;
    field.placeholder = this.words.titleHint;
    field.setAttribute("aria-label", this.words.editTitle);
    field.addEventListener("keydown", (e) => this.key(e, field));
    field.addEventListener("blur", () => this.close(true));
    for (const kind of ["pointerdown", "dblclick", "wheel"])
      field.addEventListener(kind, (e) => e.stopPropagation());
    this.field = field;
    this.place(at);
    this.host.append(field);
    field.focus({ preventScroll: true });
    field.select();
  }

  private key(e: KeyboardEvent, field: HTMLTextAreaElement): void {
    e.stopPropagation();
    if (e.isComposing || (e.key !== "Enter" && e.key !== "Escape")) return;
    e.preventDefault();
    if (e.key === "Enter" && tidy(field.value) === "") {
      this.say(this.words.titleHint);
      return;
    }
    this.close(e.key === "Enter");
    this.back();
  }

  /** Follows what it names when that lies elsewhere. */
  place({ left, top, w, h, size, lead }: TitlePlace): void {
    if (this.field === null) return;
    Object.assign(this.field.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${w}px`,
      height: `${h}px`,
      fontSize: `${size}px`,
      lineHeight: `${lead}px`,
    });
  }

  close(keep: boolean): void {
    const left = this.take();
    // What nobody touched is left as it is, also where it is not tidy.
    if (left === null || !keep || left.typed === left.before) return;
    const title = tidy(left.typed);
    if (title === "") this.say(this.words.titleKept);
    else if (title !== left.before) this.kept(title);
  }

  /** Gives up the field, with what was typed in it and where; null when none was open. */
  take(): { readonly typed: string; readonly before: string; readonly x: number; readonly y: number } | null {
    const { field, before } = this;
    if (field === null) return null;
    this.field = null;
    const [x, y] = [Number.parseFloat(field.style.left), Number.parseFloat(field.style.top)];
    field.remove();
    return { typed: field.value, before, x, y };
  }
}

function tidy(title: string): string {
  return title.replace(/\s+/gu, " ").trim();
}
