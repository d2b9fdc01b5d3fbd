// @vitest-environment happy-dom
/* Frames over a map: carried by their title, sized by their corners, named in place, by pointer and by key. */
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Frame } from "../../api/bindings";
import { FrameLayer } from "./layer";
import { lensOf } from "./lens";

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

const A: Frame = { id: "a", title: "Why", x: 100, y: 100, width: 400, height: 300 };
const B: Frame = { id: "b", title: "Work", x: 600, y: 100, width: 400, height: 300 };

function layer(readOnly = false, unit = 1, answer: unknown = true) {
  const surface = document.createElement("div");
  document.body.append(surface);
  const told: (readonly Frame[])[] = [];
  const shown: string[] = [];
  const it = new FrameLayer(surface, {
    readOnly,
    nameLabel: "Title of the frame",
    said: (frame, number) => `Frame ${number}, ${frame.title}`,
    unit: () => unit,
    onChange: async (frames) => {
      told.push(frames);
      return answer;
    },
    onGo: (frame) => shown.push(frame.id),
  });
  it.set([A, B]);
  it.follow(lensOf({ x: 0, y: 0, zoom: 0.5 }));
  const tabs = [...document.querySelectorAll<HTMLElement>(".tl-frame-tab")];
  for (const part of document.querySelectorAll<HTMLElement>(".tl-frame-tab, .tl-frame-grip"))
    part.setPointerCapture = () => undefined;
  return { it, told, shown, tabs, surface };
}

function point(on: Element | null | undefined, kind: string, x: number, y: number) {
  on?.dispatchEvent(
    new PointerEvent(kind, { clientX: x, clientY: y, button: 0, pointerId: 1, bubbles: true }),
  );
}
const press = (on: Element | undefined, key: string, more: KeyboardEventInit = {}) =>
  on?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));

describe("a frame on the canvas", () => {
  it("is carried by its title as one change, as far as the zoom says", () => {
    const { told, tabs } = layer();
    point(tabs[0], "pointerdown", 10, 10);
    point(tabs[0], "pointermove", 40, 10);
    point(tabs[0], "pointermove", 60, 30);
    point(tabs[0], "pointerup", 60, 30);
    expect(told).toEqual([[{ ...A, x: 200, y: 140 }, B]]);
  });

  it("follows the pointer in a room as well, where a unit is larger", () => {
    const { told, tabs } = layer(false, 2);
    point(tabs[0], "pointerdown", 10, 10);
    point(tabs[0], "pointermove", 60, 10);
    point(tabs[0], "pointerup", 60, 10);
    expect(told[0]?.[0]?.x).toBe(150);
  });

  it("goes back where the change was refused", async () => {
    const { it: over, tabs } = layer(false, 1, null);
    point(tabs[0], "pointerdown", 10, 10);
    point(tabs[0], "pointermove", 60, 10);
    const place = () => document.querySelector<HTMLElement>(".tl-frame")?.style.transform;
    expect(place()).toBe("translate(100.0px, 50.0px)");
    point(tabs[0], "pointerup", 60, 10);
    await Promise.resolve();
    await Promise.resolve();
    expect(place()).toBe("translate(50.0px, 50.0px)");
    over.destroy();
  });

  it("becomes larger by a corner", () => {
    const { told } = layer();
    const corner = document.querySelector(".at-se");
    point(corner, "pointerdown", 250, 200);
    point(corner, "pointermove", 300, 220);
    point(corner, "pointerup", 300, 220);
    expect(told[0]?.[0]).toEqual({ ...A, width: 500, height: 340 });
  });

  it("stays where it is when it is only clicked", () => {
    const { told, tabs } = layer();
    point(tabs[1], "pointerdown", 10, 10);
    point(tabs[1], "pointermove", 11, 11);
    point(tabs[1], "pointerup", 11, 11);
    expect(told).toEqual([]);
    expect(document.querySelector(".is-active .tl-frame-tab")?.textContent).toBe("2Work");
  });

  it("moves by arrows, a run of them as one change", () => {
    vi.useFakeTimers();
    const { told, tabs } = layer();
    tabs[0]?.focus();
    press(tabs[0], "ArrowRight");
    press(tabs[0], "ArrowRight");
    press(tabs[0], "ArrowDown", { shiftKey: true });
    vi.advanceTimersByTime(700);
    expect(told).toEqual([[{ ...A, x: 132, height: 316 }, B]]);
  });

  it("is named in place, and Escape keeps the old name", () => {
    const { told, tabs } = layer();
    for (const [key, value] of [
      ["Escape", "Never"],
      ["Enter", "Why we are here"],
    ] as const) {
      press(tabs[0], "F2");
      const field = tabs[0]?.querySelector("input");
      if (field === null || field === undefined) throw new Error("There is no field.");
      field.value = value;
      press(field, key);
    }
    expect(told.map((frames) => frames[0]?.title)).toEqual(["Why we are here"]);
  });

  it("is taken away by Delete and shown by Enter", () => {
    const { told, shown, tabs } = layer();
    press(tabs[0], "Enter");
    press(tabs[0], "Delete");
    expect(shown).toEqual(["a"]);
    expect(told).toEqual([[B]]);
  });

  it("can only be shown in a portfolio that is read", () => {
    const { told, shown, tabs } = layer(true);
    expect(document.querySelectorAll(".tl-frame-grip")).toHaveLength(0);
    point(tabs[0], "pointerdown", 10, 10);
    point(tabs[0], "pointermove", 60, 10);
    point(tabs[0], "pointerup", 60, 10);
    press(tabs[0], "Delete");
    press(tabs[0], "ArrowRight");
    point(tabs[1], "pointerdown", 10, 10);
    point(tabs[1], "pointerup", 10, 10);
    expect(told).toEqual([]);
    expect(shown).toContain("b");
  });
});
