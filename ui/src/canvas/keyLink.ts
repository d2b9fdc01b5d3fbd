/*
 * Drawing a link from the keyboard: from the card where L was pressed to the one that is walked or typed to. Arrows
 * walk as always, letters look for a title, Enter links, Escape leaves everything as it was.
 */
import { Search } from "../model/search";
import { reveal } from "./framing";
import { type Ask, aimAt, connectTo, noteSpot } from "./linking";
import type { SceneCard } from "./scene";
import type { Stage } from "./stage";

/** Milliseconds after which a letter begins a new word. */
const PAUSE = 1500;

export class KeyLink {
  private from: string | null = null;
  private typed = "";
  private last = 0;
  private said = "";
  private readonly titles = new Search<SceneCard>([["title", 1]], (card) => [card.title]);
  private readonly stage: Stage;
  private readonly ask: Ask;
  private readonly moved: () => void;

  /** `moved` is told when letters took the cursor elsewhere. */
  constructor(stage: Stage, ask: Ask, moved: () => void) {
    this.stage = stage;
    this.ask = ask;
    this.moved = moved;
  }

  get active(): boolean {
    return this.from !== null;
  }

  begin(): boolean {
    const { stage } = this;
    const card = stage.space.card(stage.cursor);
    if (stage.readOnly || card === undefined) return false;
    this.from = card.id;
    this.typed = "";
    stage.events.onAnnounce?.(stage.words.linkFrom(card.title));
    this.follow();
    return true;
  }

  /** The cursor stands on another card. */
  follow(): void {
    const { stage } = this;
    const from = this.box();
    if (from < 0) {
      if (!this.active) return;
      this.end();
      stage.events.onAnnounce?.(stage.words.gone);
      return;
    }
    aimAt(stage, from, stage.cursor < stage.space.cardCount ? stage.cursor : from, this.typed);
    stage.noteAt = noteSpot(stage, stage.cursor);
    // Whoever does not see the note hears it after the card.
    const note = stage.draft?.note ?? "";
    if (stage.cursor !== from && note !== this.said) stage.events.onAnnounce?.(note);
    this.said = stage.cursor === from ? "" : note;
  }

  /** A key while a link is drawn; false when it means what it always means. */
  key(key: string, plain: boolean): boolean {
    const { stage } = this;
    if (!this.active) return false;
    if (key === "Escape") {
      this.end();
      stage.events.onAnnounce?.(stage.words.linkLeft);
      return true;
    }
    if (key === "Enter") {
      this.take();
      return true;
    }
    if (key === "Backspace" && this.typed !== "") {
      this.seek(this.typed.slice(0, -1));
      return true;
    }
    // A space belongs to what is typed only where something was typed.
    if (!plain || key.length !== 1 || (key === " " && this.typed === "")) return key.startsWith("Del");
    const now = performance.now();
    this.seek(now - this.last > PAUSE ? key : this.typed + key);
    this.last = now;
    return true;
  }

  private take(): void {
    const { stage } = this;
    const from = this.box();
    const on = stage.cursor;
    if (from < 0 || on === from || on >= stage.space.cardCount) return;
    const at = noteSpot(stage, on);
    if (connectTo(stage, from, on, at, false, this.ask)) this.end();
  }

  private seek(typed: string): void {
    const { stage } = this;
    this.typed = typed;
    const found = this.titles
      .hold(stage.space.scene.cards)
      .find(typed, 2)
      .find(({ thing }) => thing.id !== this.from);
    const box = stage.space.index.get(found?.thing.id ?? "") ?? -1;
    if (box >= 0) {
      stage.cursor = box;
      reveal(stage, box);
      this.moved();
    }
    this.follow();
  }

  private box(): number {
    return this.from === null ? -1 : (this.stage.space.index.get(this.from) ?? -1);
  }

  /** Gives up what was begun, if anything was. */
  end(): void {
    if (!this.active) return;
    this.from = null;
    this.typed = "";
    this.stage.draft = null;
    this.stage.noteAt = null;
    this.stage.invalidate();
  }
}
