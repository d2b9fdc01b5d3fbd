/*
 * A hand on a surface, before it is told what it does there: where pointer and fingers are, two fingers that zoom, the
 * wheel, the space bar that turns every drag into a pan, a finger that rests, the buttons that travel. Map and diagram say what it means.
 */
import { Glide } from "./glide";
import { Pinch } from "./pinch";
import type { Theme } from "./theme";
import { type PointerKind, pointerKind, Rest } from "./touch";
import { type Point, type Size, type View, wheel } from "./view";

export type WheelTurn = Parameters<typeof wheel>[1];

/** What lies under it: the state of a map or of a chart, as far as a hand is concerned. */
export interface Ground {
  readonly theme: Theme;
  readonly size: Size;
  readonly view: View;
  /** The least zoom that a hand comes to. */
  readonly least: number;
  pointer: Point | null;
  /** Whether the last input came from the keyboard. */
  keyboard: boolean;
  show(view: View, gently: boolean): void;
}

export interface HandTools {
  /** The view changed by hand: publish when it rests. */
  viewed(): void;
  /** One view back or forward: the fourth and fifth button of a mouse. */
  travel(step: 1 | -1): void;
}

export abstract class Hand {
  protected space = false;
  protected kind: PointerKind = "mouse";
  /** Whether it was shown where the keyboard stands when the press began. */
  protected byKeys = false;
  /** Pointers whose press began here and is held. */
  private readonly pressed = new Set<number>();
  protected readonly glide: Glide;
  private readonly pinch = new Pinch();
  private readonly rest = new Rest();
  private readonly off = new AbortController();

  constructor(
    protected readonly surface: HTMLElement,
    private readonly ground: Ground,
    private readonly moved: HandTools,
  ) {
    this.glide = new Glide(
      ground,
      () => this.reaching(),
      () => {
        moved.viewed();
        if (ground.pointer !== null) this.follow(ground.pointer);
      },
    );
    const on = { signal: this.off.signal };
    surface.addEventListener("pointerdown", (e) => this.press(e), on);
    surface.addEventListener("pointermove", (e) => this.shift(e), on);
    surface.addEventListener(
      "pointerup",
      (e) => {
        this.pinch.up(e.pointerId);
        this.rest.end();
        this.pressed.delete(e.pointerId);
        this.up(e, this.at(e));
      },
      on,
    );
    surface.addEventListener(
      "pointercancel",
      (e) => {
        this.pinch.up(e.pointerId);
        this.rest.end();
        this.pressed.delete(e.pointerId);
        this.cancel();
      },
      on,
    );
    surface.addEventListener("pointerleave", () => this.leave(), on);
    surface.addEventListener("dblclick", (e) => this.double(e, this.at(e)), on);
    // A resting finger means something here, not in the browser.
    surface.addEventListener("contextmenu", (e) => e.preventDefault(), on);
    surface.addEventListener("wheel", (e) => this.turn(e), { ...on, passive: false });
    surface.addEventListener("keydown", (e) => this.bar(e, true), on);
    surface.addEventListener("keyup", (e) => this.bar(e, false), on);
    surface.addEventListener("blur", () => this.bar({ key: " " }, false), on);
  }

  destroy(): void {
    this.glide.end();
    this.rest.end();
    this.off.abort();
  }

  /** Takes a running gesture back; false when there was none. */
  abstract cancel(): boolean;
  protected abstract down(e: PointerEvent, at: Point): void;
  /** `before` is where the pointer was. */
  protected abstract move(e: PointerEvent, at: Point, before: Point): void;
  protected abstract up(e: PointerEvent, at: Point): void;
  protected abstract double(e: MouseEvent, at: Point): void;
  protected abstract leave(): void;
  /** A finger has rested where it is. */
  protected abstract ripen(): void;
  /** What a running gesture shows for the pointer at this place of the screen. */
  protected abstract follow(at: Point): void;
  /** Along which axes a running gesture reaches beyond the edges of what is seen; null for none. */
  protected abstract reaching(): "both" | "x" | null;

  /** The view that two fingers ask for, the one that moved last at `at`. */
  protected pinched(view: View, _at: Point, _before: Point): View {
    return view;
  }

  /** The view that the wheel asks for. */
  protected wheeled(turn: WheelTurn): View {
    return wheel(this.ground.view, turn, this.ground.least);
  }

  /** The space bar turns every drag into a pan. It selects too, but only when nothing was dragged. */
  private bar(e: Pick<KeyboardEvent, "key">, held: boolean): void {
    if (e.key !== " ") return;
    this.space = held;
    this.surface.style.cursor = held ? "grab" : "";
  }

  private at(e: MouseEvent): Point {
    const r = this.surface.getBoundingClientRect();
    const unit = this.ground.theme.unit ?? 1;
    return { x: (e.clientX - r.left) / unit, y: (e.clientY - r.top) / unit };
  }

  private press(e: PointerEvent): void {
    const at = this.at(e);
    this.pressed.add(e.pointerId);
    this.byKeys = this.ground.keyboard;
    this.ground.keyboard = false;
    this.ground.pointer = at;
    this.kind = pointerKind(e.pointerType);
    if (e.button === 3 || e.button === 4) this.moved.travel(e.button === 3 ? -1 : 1);
    // A second finger: whatever the first one began was not meant.
    else if (this.kind === "touch" && this.pinch.down(e.pointerId, at)) {
      this.rest.end();
      this.cancel();
    } else {
      this.down(e, at);
      if (this.kind === "touch") this.rest.begin(at, () => this.ripen());
    }
  }

  private shift(e: PointerEvent): void {
    // Something is carried over from elsewhere: nothing under it is meant.
    if (e.buttons !== 0 && !this.pressed.has(e.pointerId)) return;
    const { ground } = this;
    const at = this.at(e);
    const before = ground.pointer ?? at;
    ground.pointer = at;
    this.kind = pointerKind(e.pointerType);
    this.rest.move(at);
    const view = this.pinch.move(e.pointerId, at, ground.view, ground.least);
    if (view === null) this.move(e, at, before);
    else this.look(this.pinched(view, at, before));
  }

  private turn(e: WheelEvent): void {
    e.preventDefault();
    const { ground } = this;
    const zooming = e.ctrlKey || e.metaKey;
    const at = this.at(e);
    this.look(
      this.wheeled({ dx: e.deltaX, dy: e.deltaY, mode: e.deltaMode, zooming, sideways: e.shiftKey, at }),
    );
    if (ground.pointer !== null) this.follow(ground.pointer);
  }

  protected look(view: View): void {
    this.ground.show(view, false);
    this.moved.viewed();
  }
}
