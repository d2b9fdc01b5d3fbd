// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Hatch } from "./draw/marks";
import { LIGHT } from "./record/fixture";
import { type Drawn, Sheet } from "./sheet";

Object.defineProperty(document, "fonts", { value: { load: async () => [], ready: Promise.resolve() } });

/** Screens of one density that somebody is told about leaving. */
const leaving = new Map<string, EventTarget>();

beforeEach(() => {
  leaving.clear();
  vi.spyOn(window, "matchMedia").mockImplementation((query) => {
    const it = leaving.get(query) ?? Object.assign(new EventTarget(), { matches: false });
    leaving.set(query, it);
    return it as MediaQueryList;
  });
  const size = { x: 0, y: 0, left: 0, top: 0, width: 800, height: 500, right: 800, bottom: 500 };
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue({ ...size, toJSON: () => size });
});
afterEach(() => vi.restoreAllMocks());

describe("what a canvas is drawn on", () => {
  it("has_the_pixels_of_the_screen_that_the_window_was_moved_to_though_it_is_as_large_as_before", () => {
    const sheet = new Sheet(document.body, "", () => undefined);
    const drawn: Drawn = { theme: LIGHT, size: { w: 1, h: 1 }, dpr: 1, hatch: new Hatch() };
    sheet.begin(drawn, [], {});
    const canvas = sheet.surface.querySelector("canvas");
    const moveTo = (dpr: number) => {
      const left = leaving.get(`(resolution: ${window.devicePixelRatio}dppx)`);
      Object.assign(window, { devicePixelRatio: dpr });
      left?.dispatchEvent(new Event("change"));
      return [canvas?.width, canvas?.height, drawn.dpr];
    };
    expect(moveTo(2)).toEqual([1600, 1000, 2]);
    expect(moveTo(1.25)).toEqual([1000, 625, 1.25]);
    sheet.destroy();
    expect(moveTo(1)).toEqual([1000, 625, 1.25]);
  });
});
