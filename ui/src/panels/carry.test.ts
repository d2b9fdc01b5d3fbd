// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Carry, type Taker } from "./carry.ts";

let carry: Carry;
let place: HTMLElement;
let said: string[];
let away: () => void;

function pointer(type: string, x: number, y: number, more: PointerEventInit = {}): PointerEvent {
  return new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, pointerType: "mouse", ...more });
}

function press(more: PointerEventInit = {}, ids = ["a", "b"]): void {
  carry.press(pointer("pointerdown", 10, 10, more), () => ids);
}

const move = (x: number, y: number, more: PointerEventInit = {}) =>
  window.dispatchEvent(pointer("pointermove", x, y, more));
const release = (x: number, y: number, more: PointerEventInit = {}) =>
  window.dispatchEvent(pointer("pointerup", x, y, more));

beforeEach(() => {
  carry = new Carry();
  place = document.createElement("div");
  document.body.append(place);
  // The place lies right of 100; this page has no layout.
  document.elementFromPoint = (x) => (x > 100 ? place : document.body);
  said = [];
  const taker: Taker = {
    element: place,
    over: (ids, at) => {
      said.push(`over ${ids.join("+")} ${at.x}`);
      return !ids.includes("nothing");
    },
    left: () => said.push("left"),
    drop: (ids, at) => said.push(`drop ${ids.join("+")} ${at.x}`),
  };
  away = carry.take(taker);
});

afterEach(() => {
  away();
  place.remove();
  vi.useRealTimers();
});

describe("carrying elements from a list", () => {
  it("begins when the pointer moves, not when it is pressed, and drops where it is let go", () => {
    press();
    move(12, 12);
    expect(carry.load()).toBeNull();
    move(40, 10);
    expect(carry.load()).toEqual({ ids: ["a", "b"], at: { x: 40, y: 10 }, isTaken: false });
    move(140, 10);
    expect(carry.load()?.isTaken).toBe(true);
    release(150, 10);
    expect(said).toEqual(["over a+b 140", "left", "drop a+b 150"]);
    expect(carry.load()).toBeNull();
  });

  it("shows at the pointer that nothing would come of it", () => {
    press({}, ["nothing"]);
    move(140, 10);
    expect(carry.load()?.isTaken).toBe(false);
    release(140, 10);
    expect(said.at(-1)).toBe("drop nothing 140");
  });

  it("lets go over nothing without a word", () => {
    press();
    move(140, 10);
    move(50, 10);
    release(50, 10);
    expect(said).toEqual(["over a+b 140", "left"]);
  });

  it("ends with Escape, and no other key does anything meanwhile", () => {
    const heard = vi.fn();
    document.body.addEventListener("keydown", heard);
    press();
    move(140, 10);
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Delete", bubbles: true }));
    expect(carry.load()).not.toBeNull();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(carry.load()).toBeNull();
    expect(heard).not.toHaveBeenCalled();
    release(150, 10);
    expect(said).toEqual(["over a+b 140", "left"]);
    document.body.removeEventListener("keydown", heard);
  });

  it("takes no letting go for a click, and the next click for one", () => {
    vi.useFakeTimers();
    const clicked = vi.fn();
    document.body.addEventListener("click", clicked);
    press();
    move(140, 10);
    move(12, 10);
    release(12, 10);
    document.body.click();
    expect(clicked).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    document.body.click();
    expect(clicked).toHaveBeenCalledTimes(1);
    document.body.removeEventListener("click", clicked);
  });

  it("leaves a press alone that selects more, and one with nothing to carry", () => {
    press({ ctrlKey: true });
    move(140, 10);
    expect(carry.load()).toBeNull();
    press({}, []);
    move(140, 10);
    expect(carry.load()).toBeNull();
    expect(said).toEqual([]);
  });

  it("outlives the list that it began in", () => {
    const list = document.createElement("div");
    document.body.append(list);
    list.addEventListener("pointerdown", (event) => carry.press(event, () => ["a"]));
    list.dispatchEvent(pointer("pointerdown", 10, 10));
    move(60, 10);
    list.remove();
    move(140, 10);
    release(140, 10);
    expect(said).toEqual(["over a 140", "left", "drop a 140"]);
  });

  it("waits for a finger to rest, as moving scrolls", () => {
    vi.useFakeTimers();
    const finger = { pointerType: "touch" };
    press(finger);
    move(10, 60, finger);
    vi.advanceTimersByTime(1000);
    expect(carry.load()).toBeNull();
    press(finger);
    vi.advanceTimersByTime(600);
    expect(carry.load()?.ids).toEqual(["a", "b"]);
    const scroll = new Event("touchmove", { cancelable: true });
    window.dispatchEvent(scroll);
    expect(scroll.defaultPrevented).toBe(true);
    move(140, 10, finger);
    release(140, 10, finger);
    expect(said.at(-1)).toBe("drop a+b 140");
  });

  it("is ended by the system taking the pointer, or the window losing it", () => {
    press();
    move(140, 10);
    window.dispatchEvent(pointer("pointercancel", 0, 0));
    expect(carry.load()).toBeNull();
    press();
    move(140, 10);
    window.dispatchEvent(new Event("blur"));
    expect(carry.load()).toBeNull();
    expect(said.some((it) => it.startsWith("drop"))).toBe(false);
  });
});
