/*
 * The state of one mounted map: view, scene as numbers, selection, what the pointer does. Parts (drawing,
 * pointer, keyboard, overview, mirror) share it; changing it goes through its methods, which mark it dirty.
 * Holds no DOM and calls nobody outside but the callbacks it was given.
 */

import { type Detail, detailAt } from "./draw/frame";
import { Hatch } from "./draw/marks";
import type { CanvasEvents } from "./events";
import { wholeBox } from "./framing";
import { type Curve, newCurve } from "./geometry";
import type { Gesture } from "./gestures";
import { Far } from "./groups/far";
import { blocksBelow } from "./groups/themes";
import { type Held, heldBy, regained } from "./holding";
import { noteSize } from "./notes/layout";
import { type Palette, paletteOf } from "./overlay/palette";
import type { Route } from "./route";
import { EMPTY_SCENE, type Scene } from "./scene";
import type { Guides } from "./snap";
import { type Renewed, Space } from "./space";
import type { Theme } from "./theme";
import type { TitleBreaker } from "./titles";
import { Under } from "./under";
import { type Box, between, FIT_MARGINS, farthest, fitBox, type Point, type Size, type View } from "./view";
import { closest } from "./walk";
import { dragWays, Ways } from "./ways";
import type { CanvasWords } from "./words";

/** A link being drawn. */
export interface Draft {
  readonly curve: Curve;
  readonly target: number;
  readonly legal: boolean;
  readonly note: string;
}

interface Flight {
  readonly from: View;
  readonly to: View;
  readonly start: number;
  readonly lasts: number;
}

const FADE = 140;
/** Below this share of the threshold cards are gone at once. */
const FAR = 0.85;
/** Milliseconds for leading lit links through the gaps: in the first frame of a line, and in each that follows. */
const LEAD_FIRST = 5;
const LEAD = 3;
export const MOVE = 180;

export class Stage {
  view: View = { x: 0, y: 0, zoom: 0.8 };
  size: Size = { w: 1, h: 1 };
  dpr = 1;
  readonly space: Space;
  selection: ReadonlySet<string> = new Set();
  hover = -1;
  hoverLink = -1;
  /** The card the keyboard is on. */
  cursor = -1;
  /** Whether the last input came from the keyboard: only then the cursor is shown. */
  keyboard = false;
  focused = false;
  gesture: Gesture | null = null;
  pointer: Point | null = null;
  marquee: Box | null = null;
  draft: Draft | null = null;
  /** Where the note of the draft stands when no pointer draws it. */
  noteAt: Point | null = null;
  /** What a dragged card is in line with. */
  guides: Guides | null = null;
  /** A card that is pointed out without being selected. */
  marked = -1;
  readonly detail: Detail = detailAt(0.8);
  /** The zoom below which cards stand in blocks. */
  blocksBelow = blocksBelow(EMPTY_SCENE);
  focus = 0;
  /** What stands over the map, in screen pixels, measured when it is asked for; and in a show how much of its foot. */
  over: () => readonly Box[] = () => [];
  foot = 0;
  readonly hatch = new Hatch();
  readonly under: Under;
  readonly far: Far;
  palette: Palette;
  /** The block of the far view under the pointer. */
  hoverGroup = -1;
  private flight: Flight | null = null;
  private last = 0;
  /** How many cards were on the move when the picture under the cards was last asked for. */
  private apart = 0;
  private routed: Ways | null = null;
  /** Counts how often ways were led otherwise. */
  leads = 0;
  private readonly schedule: () => void;

  theme: Theme;
  readonly titles: TitleBreaker;
  readonly texts: TitleBreaker;
  readonly words: CanvasWords;
  readonly events: CanvasEvents;
  readonly readOnly: boolean;
  readonly stillness: () => boolean;

  constructor(parts: {
    theme: Theme;
    titles: TitleBreaker;
    texts: TitleBreaker;
    words: CanvasWords;
    events: CanvasEvents;
    readOnly: boolean;
    /** Whether motion is unwanted. */
    stillness: () => boolean;
    schedule: () => void;
    /** For a picture that is recorded: everything is drawn at once and by itself, as large as it is. */
    recorded?: boolean;
  }) {
    this.theme = parts.theme;
    this.titles = parts.titles;
    this.texts = parts.texts;
    this.words = parts.words;
    this.events = parts.events;
    this.readOnly = parts.readOnly;
    this.stillness = parts.stillness;
    this.schedule = parts.schedule;
    this.space = new Space(EMPTY_SCENE, (note) => noteSize(note, this.texts));
    this.under = new Under(this.space, parts.schedule, parts.recorded ?? false);
    this.far = new Far(this.space, parts.words);
    this.palette = paletteOf(null, parts.theme);
  }

  invalidate(): void {
    this.schedule();
  }

  /** Tells how much of it is new. */
  setScene(scene: Scene): Renewed {
    const { space } = this;
    const named = [this.cursor, this.hover, this.marked].map((i) => space.idOf(i));
    const [cursor = null, hover = null, marked = null] = named;
    const held = this.gesture === null ? null : heldBy(this.gesture, space);
    const at = { x: space.x[this.cursor] ?? 0, y: space.y[this.cursor] ?? 0 };
    if (scene.focus !== null && space.scene.focus === null && this.stillness()) this.focus = 1;
    const renewed = space.update(scene);
    this.blocksBelow = blocksBelow(scene);
    if (renewed !== "flags") this.far.reset();
    if (renewed === "places") {
      this.hoverLink = -1;
      this.under.reset();
    }
    this.hoverGroup = -1;
    this.palette = paletteOf(scene.overlay?.kind ?? null, this.theme);
    // Where the keyboard stood on something that is gone, it stands on what is nearest now.
    this.cursor = cursor === null ? -1 : (space.index.get(cursor) ?? closest(space, at));
    this.marked = marked === null ? -1 : (space.index.get(marked) ?? -1);
    this.hover = hover === null ? -1 : (space.index.get(hover) ?? -1);
    if (held !== null) this.holdOn(held);
    this.forgetRoutes();
    this.invalidate();
    return renewed;
  }

  /** A gesture goes on with what it holds, under its new numbers; where that is gone elsewhere it ends with a word. */
  private holdOn(held: Held): void {
    const next = regained(held, this.space);
    if (next === null) this.lose();
    else this.gesture = next;
  }

  /** Ends whatever somebody was at, because what they held was taken away elsewhere. */
  lose(): void {
    this.space.restore();
    this.gesture = null;
    this.draft = null;
    this.guides = null;
    this.marquee = null;
    this.events.onAnnounce?.(this.words.gone);
    this.onLost?.();
    this.invalidate();
  }

  /** Told when a gesture lost what it held. */
  onLost: (() => void) | null = null;

  /** Positions or lighting changed: ways and what is hidden under the cards are worked out again. */
  forgetRoutes(): void {
    this.under.flagged();
    this.far.flagged();
    this.apart = this.space.movedCards.size;
    this.routed = null;
    this.leads += 1;
  }

  /** Cards are on the move: their links leave the picture once, at the start, and the ways are redrawn. */
  moved(): void {
    const now = this.space.movedCards.size;
    if (now !== this.apart) this.under.flagged();
    this.apart = now;
    if (this.routed !== null) dragWays(this.routed.routes, this.space);
  }

  /** Ways of the lit links and of the bridges, by link id. */
  routes(): ReadonlyMap<string, Route> {
    if (this.routed === null) {
      this.routed = new Ways(this.space, this.selection);
      this.routed.lead(LEAD_FIRST);
    }
    return this.routed.routes;
  }

  /** Leads more of the ways through the gaps; true while some are still plain. */
  leadOn(): boolean {
    if (this.routed === null || this.routed.isLed) return false;
    this.leads += 1;
    return this.routed.lead(LEAD);
  }

  /** Moves the view, at once or gently. */
  show(view: View, gently: boolean): void {
    if (!gently || this.stillness()) {
      this.flight = null;
      this.view = view;
    } else {
      this.flight = { from: this.view, to: view, start: performance.now(), lasts: MOVE };
    }
    this.invalidate();
  }

  /** The least zoom that somebody comes to by hand. */
  get least(): number {
    return farthest(fitBox(wholeBox(this.space), this.size, FIT_MARGINS, 1).zoom);
  }

  /** Where the view is heading: what a further step should start from. */
  get heading(): View {
    return this.flight?.to ?? this.view;
  }

  /** Advances fades and flights; true while something still moves. */
  tick(now: number): boolean {
    const step = this.last === 0 || now - this.last > 100 ? 16 : now - this.last;
    this.last = now;
    let moving = false;
    if (this.flight !== null) {
      const t = Math.min(1, Math.max(0, (now - this.flight.start) / this.flight.lasts));
      this.view = between(this.flight.from, this.flight.to, 1 - (1 - t) ** 3);
      if (t >= 1) this.flight = null;
      else moving = true;
    }
    const below = this.blocksBelow;
    const want = detailAt(this.view.zoom, below);
    const still = this.stillness();
    const near = (now_: number, goal: number): number =>
      still ? goal : goal > now_ ? Math.min(goal, now_ + step / FADE) : Math.max(goal, now_ - step / FADE);
    // Only at the threshold cards and blocks fade into each other; farther away cards would be a carpet again.
    this.detail.card = this.view.zoom < below * FAR ? 0 : near(this.detail.card, want.card);
    this.detail.bars = near(this.detail.bars, want.bars);
    this.detail.meta = near(this.detail.meta, want.meta);
    const lit = this.space.scene.focus === null ? 0 : 1;
    this.focus = near(this.focus, lit);
    if (
      this.detail.card !== want.card ||
      this.detail.bars !== want.bars ||
      this.detail.meta !== want.meta ||
      this.focus !== lit
    ) {
      moving = true;
    }
    if (!moving) this.last = 0;
    return moving;
  }

  /** Skips fades: used on the first picture, which should not flicker in. */
  settle(): void {
    Object.assign(this.detail, detailAt(this.view.zoom, this.blocksBelow));
    this.focus = this.space.scene.focus === null ? 0 : 1;
  }

  select(ids: Iterable<string>, say: boolean): void {
    this.selection = new Set(ids);
    this.events.onSelect?.([...this.selection]);
    if (say) {
      const first = [...this.selection][0];
      const i = first === undefined ? -1 : (this.space.index.get(first) ?? -1);
      const title = this.space.card(i)?.title ?? this.space.note(i)?.text ?? "";
      this.events.onAnnounce?.(this.words.selected(this.selection.size, title));
    }
    this.invalidate();
  }

  /** Whether cards are too far away to be told apart and stand in blocks. */
  get isFar(): boolean {
    return this.view.zoom < this.blocksBelow && this.space.cardCount > 0;
  }

  /** A curve for a draft, reused. */
  readonly draftCurve: Curve = newCurve();
}
