/*
 * Carrying elements with the pointer from where they are listed to where they may be dropped, in another view as well. The
 * carrying itself outlives the row that it began on: its list may leave the page on the way. Mouse and pen begin by
 * moving, a finger by resting first, as moving scrolls.
 *
 * The page's own drag and drop is not used: the window that takes files dropped on it keeps it from the page in Windows.
 */

/** Pixels that a pressed pointer moves before it carries. */
const SLACK = 5;
/** Milliseconds that a finger rests before it carries, and the pixels that it may tremble meanwhile. */
const HOLD = 420;
const TREMBLE = 9;

/** A point of the window. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What is carried. */
export interface Load {
  readonly ids: readonly string[];
  readonly at: Spot;
  /** Whether it would be taken where it is now. */
  readonly isTaken: boolean;
}

/** A part of the page that takes what is carried. */
export interface Taker {
  readonly element: Element;
  /** Whether anything would come of it there. */
  over(ids: readonly string[], at: Spot): boolean;
  /** It went elsewhere, or was dropped, or let go. */
  left?(): void;
  drop(ids: readonly string[], at: Spot): void;
}

/** What of a pressed pointer counts. */
type Pressed = Pick<
  PointerEvent,
  "button" | "clientX" | "clientY" | "pointerId" | "pointerType" | "ctrlKey" | "metaKey" | "shiftKey"
>;

export class Carry {
  #load: Load | null = null;
  #under: Taker | null = null;
  #off: AbortController | null = null;
  readonly #takers = new Set<Taker>();
  readonly #listeners = new Set<() => void>();

  readonly load = (): Load | null => this.#load;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Registers what takes; the answer takes it back. */
  take(taker: Taker): () => void {
    this.#takers.add(taker);
    return () => {
      this.#takers.delete(taker);
      if (this.#under === taker) this.#under = null;
    };
  }

  /** The pointer went down on something that can be carried; `ids` are asked for once it is. */
  press(event: Pressed, ids: () => readonly string[]): void {
    this.#end();
    // With these keys a press selects more.
    if (event.button !== 0 || event.shiftKey || event.ctrlKey || event.metaKey) return;
    const off = new AbortController();
    this.#off = off;
    const { signal } = off;
    const on = { signal, capture: true };
    const from = { x: event.clientX, y: event.clientY };
    const isFinger = event.pointerType === "touch";
    let last: Spot = from;
    const begin = (): void => {
      const carried = ids();
      if (carried.length === 0) {
        this.#end();
        return;
      }
      document.documentElement.dataset.carrying = "";
      noClick(isIts);
      this.#move(carried, last);
    };
    const isIts = (other: PointerEvent): boolean => other.pointerId === event.pointerId;
    const resting = isFinger ? setTimeout(begin, HOLD) : undefined;
    signal.addEventListener("abort", () => clearTimeout(resting));
    window.addEventListener(
      "pointermove",
      (move) => {
        if (!isIts(move)) return;
        last = { x: move.clientX, y: move.clientY };
        if (this.#load !== null) return this.#move(this.#load.ids, last);
        const far = Math.hypot(last.x - from.x, last.y - from.y);
        if (isFinger) {
          if (far > TREMBLE) this.#end();
        } else if (far > SLACK) begin();
      },
      on,
    );
    window.addEventListener(
      "pointerup",
      (up) => {
        if (!isIts(up)) return;
        const [load, under] = [this.#load, this.#under];
        const at = { x: up.clientX, y: up.clientY };
        this.#end();
        if (load !== null) under?.drop(load.ids, at);
      },
      on,
    );
    window.addEventListener("pointercancel", (gone) => isIts(gone) && this.#end(), on);
    window.addEventListener("blur", () => this.#end(), { signal });
    window.addEventListener(
      "keydown",
      (key) => {
        if (this.#load === null) return;
        // Whoever carries has no hand for another command.
        key.preventDefault();
        key.stopPropagation();
        if (key.key === "Escape") this.#end();
      },
      on,
    );
    // The list must not scroll away under a finger that carries, nor open a menu.
    const still = (other: Event): void => {
      if (this.#load !== null && other.cancelable) other.preventDefault();
    };
    window.addEventListener("touchmove", still, { ...on, passive: false });
    window.addEventListener("contextmenu", still, on);
  }

  #move(ids: readonly string[], at: Spot): void {
    const hit = document.elementFromPoint(at.x, at.y);
    const under = [...this.#takers].find((taker) => hit !== null && taker.element.contains(hit)) ?? null;
    if (under !== this.#under) this.#under?.left?.();
    this.#under = under;
    this.#set({ ids, at, isTaken: under?.over(ids, at) ?? false });
  }

  #end(): void {
    this.#off?.abort();
    this.#off = null;
    delete document.documentElement.dataset.carrying;
    this.#under?.left?.();
    this.#under = null;
    if (this.#load !== null) this.#set(null);
  }

  #set(load: Load | null): void {
    this.#load = load;
    for (const listener of this.#listeners) listener();
  }
}

/** Whoever carried something and lets it go where it came from has not clicked on it: what is selected stays so. */
function noClick(isIts: (event: PointerEvent) => boolean): void {
  const off = new AbortController();
  const on = { signal: off.signal, capture: true };
  const swallow = (click: Event): void => {
    click.preventDefault();
    click.stopPropagation();
  };
  window.addEventListener("click", swallow, on);
  // The click follows at once; where the pointer was let go out of sight, the next press is another one.
  window.addEventListener("pointerup", (up) => isIts(up) && setTimeout(() => off.abort()), on);
  window.addEventListener("pointerdown", () => off.abort(), on);
}
