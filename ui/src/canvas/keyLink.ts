/*
 * Drawing a link from the keyboard, on a map or a diagram: from where L was pressed to what is walked or typed to. Arrows
 * walk as always, letters look for a title, Enter links, Escape leaves everything as it was.
 */
import { Search } from "../model/search";
import type { LinkLack, LinkWords } from "./words";

/** Milliseconds after which a letter begins a new word. */
const PAUSE = 1500;

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** What links are drawn on. */
export interface LinkGround {
  readonly readOnly: boolean;
  readonly words: LinkWords;
  say(text: string): void;
  /** Says something that must be seen. */
  tell(text: string, hint: string): void;
  /** Why no link can begin where the keyboard stands. */
  lack(): LinkLack;
  /** What the keyboard stands on, where a link may begin or end there. */
  stand(): Titled | null;
  /** Everything where one may, the same list until that changes. */
  ends(): readonly Titled[];
  has(id: string): boolean;
  /** Takes the keyboard to another. */
  goTo(id: string): void;
  /** Draws the link as far as the keyboard stands and gives the note beside it; `typed` is what was looked for. */
  aim(from: string, typed: string): string;
  /** Links to where the keyboard stands; false when nothing came of it. */
  take(from: string): boolean;
  /** Takes the drawing away. */
  clear(): void;
}

export class KeyLink {
  private from: string | null = null;
  private typed = "";
  private last = 0;
  private said = "";
  private readonly titles = new Search<Titled>([["title", 1]], (it) => [it.title]);

  constructor(private readonly ground: LinkGround) {}

  get active(): boolean {
    return this.from !== null;
  }

  begin(): boolean {
    const { ground } = this;
    const stand = ground.stand();
    if (ground.readOnly || stand === null) return false;
    this.from = stand.id;
    this.typed = "";
    ground.say(ground.words.linkFrom(stand.title));
    this.follow();
    return true;
  }

  /** Says why none can be begun, and what can be done. */
  refuse(): boolean {
    const { ground } = this;
    const { text, hint } = ground.words.linkLacks(ground.readOnly ? "readOnly" : ground.lack());
    ground.tell(text, hint);
    return true;
  }

  /** The keyboard stands elsewhere. */
  follow(): void {
    const { ground, from } = this;
    if (from === null) return;
    if (!ground.has(from)) {
      this.end();
      ground.say(ground.words.gone);
      return;
    }
    const note = ground.aim(from, this.typed);
    const isAway = ground.stand()?.id !== from;
    // Whoever does not see the note hears it after what they came to.
    if (isAway && note !== this.said) ground.say(note);
    this.said = isAway ? note : "";
  }

  /** A key while a link is drawn; false when it means what it always means. */
  key(key: string, plain: boolean): boolean {
    if (!this.active) return false;
    if (key === "Escape") {
      this.end();
      this.ground.say(this.ground.words.linkLeft);
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
    const { ground, from } = this;
    const on = ground.stand();
    if (from === null || on === null || on.id === from || !ground.has(from)) return;
    if (ground.take(from)) this.end();
  }

  private seek(typed: string): void {
    const { ground } = this;
    this.typed = typed;
    const found = this.titles
      .hold(ground.ends())
      .find(typed, 2)
      .find(({ thing }) => thing.id !== this.from);
    if (found !== undefined) ground.goTo(found.thing.id);
    this.follow();
  }

  /** Gives up what was begun, if anything was. */
  end(): void {
    if (!this.active) return;
    this.from = null;
    this.typed = "";
    this.ground.clear();
  }
}
