/*
 * Editing the title of a card in place: where the field lies over it, as it follows the card, and what becomes of the
 * words when the card is taken away elsewhere meanwhile.
 */
import { cardShape } from "./draw/frame";
import { keepTyped } from "./notes/keep";
import type { Stage } from "./stage";
import { TitleField, type TitlePlace } from "./titleField";

export class TitleEditor {
  private readonly field: TitleField;
  private id = "";

  /** `back` returns the keyboard to the map. */
  constructor(
    host: HTMLElement,
    private readonly stage: Stage,
    private readonly back: () => void,
  ) {
    this.field = new TitleField(host, stage.words, (text) => stage.events.onAnnounce?.(text), back);
  }

  open(box: number): void {
    this.close(true);
    const { stage } = this;
    const card = stage.space.card(box);
    if (card === undefined) return;
    const { id, title } = card;
    this.id = id;
    this.field.open(title, this.over(box), (next) => stage.events.onRename?.(id, next));
  }

  get active(): boolean {
    return this.field.active;
  }

  /** Follows the card when the view or the scene changes. */
  place(): void {
    if (!this.active) return;
    const i = this.stage.space.index.get(this.id);
    if (i === undefined) this.lose();
    else this.field.place(this.over(i));
  }

  private over(i: number): TitlePlace {
    const { stage } = this;
    const z = stage.view.zoom;
    const s = cardShape(z, stage.space.scene.overlay !== null, (stage.theme.unit ?? 1) > 1);
    const x = (stage.space.x[i] ?? 0) * z + stage.view.x;
    const y = (stage.space.y[i] ?? 0) * z + stage.view.y;
    return {
      left: x + s.left - 5,
      top: y + s.top - 3,
      // Far away the field keeps a size one can read and type in.
      w: Math.max(s.w - s.left - s.right + 10, 180 * Math.max(z, 0.8)),
      h: 2 * s.titleLead + 6,
      size: s.titleSize,
      lead: s.titleLead,
    };
  }

  /** The card was taken away elsewhere. */
  private lose(): void {
    const left = this.field.take();
    if (left !== null) keepTyped(this.stage, left.typed, left.before, left);
    this.back();
  }

  close(keep: boolean): void {
    this.field.close(keep);
  }
}
