// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ground, Hand } from "./hand";
import type { Point, View } from "./view";

class Told extends Hand {
  readonly moves: Point[] = [];
  cancel = () => false;
  protected down(): void {}
  protected move(_e: PointerEvent, at: Point): void {
    this.moves.push(at);
  }
  protected up(): void {}
  protected double(): void {}
  protected leave(): void {}
  protected ripen(): void {}
  protected follow(): void {}
  protected reaching = () => null;
}

let surface: HTMLElement;
let ground: Ground;
let hand: Told;

beforeEach(() => {
  surface = document.createElement("div");
  document.body.append(surface);
  ground = {
    theme: {} as Ground["theme"],
    size: { w: 1280, h: 800 },
    view: { x: 0, y: 0, zoom: 1 },
    least: 0.02,
    pointer: null,
    keyboard: false,
    show(view: View) {
      Object.assign(ground, { view });
    },
  };
  hand = new Told(surface, ground, { viewed: () => undefined, travel: () => undefined });
});

afterEach(() => {
  hand.destroy();
  surface.remove();
});

function pointer(type: string, id: number, x: number, y: number, buttons: number, kind = "touch"): void {
  const at = { pointerId: id, clientX: x, clientY: y, buttons, pointerType: kind, button: 0 };
  surface.dispatchEvent(new PointerEvent(type, at));
}

describe("a hand on a canvas", () => {
  it("knows where the finger is that stayed down while another was lifted and set down again", () => {
    pointer("pointerdown", 1, 100, 100, 1);
    pointer("pointerdown", 2, 300, 100, 1);
    pointer("pointerup", 1, 100, 100, 0);
    for (let x = 300; x <= 700; x += 50) pointer("pointermove", 2, x, 100, 1);
    pointer("pointerdown", 1, 100, 100, 1);
    const before = ground.view.zoom;
    pointer("pointermove", 2, 701, 100, 1);
    expect(ground.view.zoom / before).toBeCloseTo(601 / 600, 3);
  });

  it("takes what is carried over it from elsewhere for no gesture of its own", () => {
    pointer("pointermove", 7, 50, 50, 1, "mouse");
    expect(hand.moves).toEqual([]);
    pointer("pointermove", 7, 60, 50, 0, "mouse");
    expect(hand.moves).toEqual([{ x: 60, y: 50 }]);
  });
});
