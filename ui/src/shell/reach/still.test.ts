// @vitest-environment happy-dom
/* Who wants no motion gets none: views, fades and slides are there at once; everybody else sees where the view goes. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chart, mark, WORDS } from "../../canvas/chart/fixture.ts";
import { createChart } from "../../canvas/chart/index.ts";
import { type CanvasHandle, createCanvas, type Scene } from "../../canvas/index.ts";
import { EMPTY_SCENE } from "../../canvas/scene.ts";
import { Laser } from "../../canvas/show/index.ts";
import { wordsOf } from "../../words/index.ts";
import { canvasWords } from "../mapWords.ts";
import { Screens } from "../present/screens.ts";

let calm = true;
const frames: ((now: number) => void)[] = [];

beforeEach(() => {
  const box = { x: 0, y: 0, left: 0, top: 0, width: 1000, height: 600, right: 1000, bottom: 600 };
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue({ ...box, toJSON: () => box });
  vi.spyOn(window, "matchMedia").mockImplementation((query) =>
    Object.assign(new EventTarget() as MediaQueryList, { matches: calm && query.includes("reduced-motion") }),
  );
  vi.spyOn(window, "requestAnimationFrame").mockImplementation((told) => frames.push(told));
  vi.stubGlobal("Path2D", class {});
  const ctx = new Proxy(
    { measureText: (text: string) => ({ width: text.length * 6 }) },
    { get: (it, name) => Reflect.get(it, name) ?? (() => undefined), set: () => true },
  );
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(ctx as unknown as RenderingContext);
  Object.defineProperty(document, "fonts", {
    configurable: true,
    value: { load: async () => [], ready: Promise.resolve() },
  });
});
afterEach(() => {
  calm = true;
  frames.length = 0;
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const bar = { fraction: null, status: "unknown" as const };
const SCENE: Scene = {
  ...EMPTY_SCENE,
  axis: null,
  cards: ["a", "b"].map((id, n) => ({
    id,
    kind: "initiative",
    level: 5,
    band: null,
    x: n * 4000,
    y: n * 2000,
    locked: false,
    title: id,
    shown: id,
    missing: null,
    meta: [],
    grade: null,
    ladder: null,
    delivery: bar,
    outcome: bar,
    badge: null,
  })),
};
const FAR = { x0: 4000, y0: 2000, x1: 4240, y1: 2088 };

function map(): CanvasHandle {
  const made = createCanvas(document.body, { words: canvasWords(wordsOf("en")) });
  made.setScene(SCENE);
  made.setView({ x: 0, y: 0, zoom: 1 });
  return made;
}

function diagram() {
  const made = createChart(document.body, { words: WORDS });
  made.setChart(chart([mark("a", 0, 0, 200, 20), mark("b", 4000, 2000, 200, 20)]));
  made.setView({ x: 0, y: 0, zoom: 1 });
  return made;
}

/** The moves of a view that a key, a button or a frame asks for. */
const MOVES = {
  fit: (it: ReturnType<typeof diagram> | CanvasHandle) => it.fit(true),
  zoom: (it: ReturnType<typeof diagram> | CanvasHandle) => it.zoom(-1),
  "a frame": (it: ReturnType<typeof diagram> | CanvasHandle) => it.look(FAR),
  "what was found": (it: ReturnType<typeof diagram> | CanvasHandle) => it.zoomTo(["b"]),
  "back to life size": (it: ReturnType<typeof diagram> | CanvasHandle) => {
    it.zoom(-1);
    it.run("life");
    it.run("frameSelection");
  },
};

describe.each([
  ["a map", map],
  ["a diagram", diagram],
] as const)("the view of %s", (_, made) => {
  it.each(Object.entries(MOVES))("is at %s at once where motion is unwanted", (_name, move) => {
    const still = made();
    move(still);
    const there = still.getView();
    expect(there).not.toEqual({ x: 0, y: 0, zoom: 1 });
    for (const told of frames.splice(0)) told(performance.now() + 1000);
    expect(still.getView()).toEqual(there);
    still.destroy();
    calm = false;
    const moving = made();
    move(moving);
    expect(moving.getView()).toEqual({ x: 0, y: 0, zoom: 1 });
    for (const told of frames.splice(0)) told(performance.now() + 1000);
    expect(moving.getView()).toEqual(there);
    moving.destroy();
  });
});

describe("a presentation", () => {
  const words = canvasWords(wordsOf("en"));
  const frame = { id: "f", title: "f", part: { box: FAR } as never };

  it.each([true, false])("fades from slide to slide unless motion is unwanted (%s)", async (still) => {
    const sheets = [document.createElement("canvas"), document.createElement("canvas")] as const;
    const fades = sheets.map((it) => {
      it.animate = vi.fn();
      return it.animate;
    });
    const screens = new Screens(document.body, sheets, () => still);
    screens.load({ kind: "map", scene: SCENE, words }, [frame, frame], []);
    await screens.show(0, false);
    await screens.show(1, true);
    expect(fades.some((it) => vi.mocked(it).mock.calls.length > 0)).toBe(!still);
    screens.close();
  });

  it("has a light without a trail where motion is unwanted", () => {
    const drawn = (still: boolean): number => {
      frames.length = 0;
      const laser = new Laser(document.createElement("canvas"), { colour: "red", still });
      laser.move(10, 10);
      laser.move(90, 90);
      laser.out();
      for (const told of frames.splice(0)) told(performance.now());
      const goesOn = frames.length;
      laser.destroy();
      return goesOn;
    };
    expect(drawn(true)).toBe(0);
    expect(drawn(false)).toBeGreaterThan(0);
  });
});
