/* What a presentation steps through, by which keys, and which pictures it keeps. */
import { describe, expect, it } from "vitest";
import { EMPTY_SCENE, type SceneCard } from "../scene";
import { Album } from "./album";
import { GLOW, glowing } from "./laser";
import { gone, showCommand, slidesOf, typed } from "./slides";
import { lanesIn, passingIn } from "./stills";

const FRAMES = [
  { id: "a", title: "Why", x: 0, y: 10, width: 400, height: 300 },
  { id: "b", title: "Work", x: 500, y: 0, width: 200, height: 100 },
];

describe("the slides", () => {
  it("are the frames in their order", () => {
    expect(slidesOf(FRAMES, true).map((it) => it.title)).toEqual(["Why", "Work"]);
    expect(slidesOf(FRAMES, false)[0]?.part).toEqual({ box: { x0: 0, y0: 10, x1: 400, y1: 310 } });
  });

  it("are everything, and then what is selected, where there are no frames", () => {
    expect(slidesOf([], false).map((it) => it.part)).toEqual(["whole"]);
    expect(slidesOf([], true).map((it) => it.part)).toEqual(["whole", "selection"]);
  });
});

describe("the keys of a presentation", () => {
  it("are those that clickers send", () => {
    for (const key of ["ArrowRight", "ArrowDown", "PageDown", " "])
      expect(showCommand(key, ""), key).toEqual({ do: "next" });
    for (const key of ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"])
      expect(showCommand(key, ""), key).toEqual({ do: "previous" });
    expect(showCommand("B", "KeyB")).toEqual({ do: "black" });
    expect(showCommand(",", "")).toEqual({ do: "white" });
    expect(showCommand("F5", "F5")).toEqual({ do: "leave" });
    expect(showCommand("q", "KeyQ")).toBeNull();
  });

  it("know digits of keyboards that print signs there", () => {
    expect(showCommand("é", "Digit2")).toEqual({ do: "digit", digit: 2 });
    expect(showCommand("7", "Numpad7")).toEqual({ do: "digit", digit: 7 });
  });

  it("stay at the ends and go to a number that was typed", () => {
    expect(gone("next", 6, 7, null)).toBe(6);
    expect(gone("previous", 0, 7, null)).toBe(0);
    expect(gone("enter", 2, 7, null)).toBe(3);
    expect(gone("enter", 2, 7, 6)).toBe(5);
    expect(gone("enter", 2, 7, 40)).toBe(6);
    expect(gone("last", 2, 7, null)).toBe(6);
    expect(gone("black", 2, 7, null)).toBe(2);
  });

  it("put a number together, however long somebody leans on a digit", () => {
    expect([1, 2].reduce<number | null>(typed, null)).toBe(12);
    expect([9, 9, 9, 9].reduce<number | null>(typed, null)).toBe(999);
    expect(typed(null, 0)).toBeNull();
  });
});

function album(count: number) {
  const made: number[] = [];
  const open = new Set<number>();
  const quiet: (() => void)[] = [];
  const it = new Album(
    async (slide: number) => {
      made.push(slide);
      open.add(slide);
      return { close: () => void open.delete(slide) };
    },
    count,
    (run) => quiet.push(run),
  );
  const rest = async () => {
    while (quiet.length > 0) {
      quiet.shift()?.();
      await new Promise((done) => setTimeout(done));
    }
  };
  return { it, made, open, rest };
}

describe("the pictures that are prepared", () => {
  it("are the next one and the one before, in quiet moments only", async () => {
    const { it: pictures, made, rest } = album(9);
    await pictures.turnTo(4);
    expect(made).toEqual([4]);
    await rest();
    expect(made).toEqual([4, 5, 3]);
  });

  it("are there already when one steps on", async () => {
    const { it: pictures, made, rest } = album(9);
    await pictures.turnTo(0);
    await rest();
    await pictures.turnTo(1);
    expect(made).toEqual([0, 1]);
  });

  it("give their memory back when they are more than a step away", async () => {
    const { it: pictures, open, rest } = album(200);
    for (const slide of [0, 1, 2, 3, 60, 61, 199]) {
      await pictures.turnTo(slide);
      await rest();
      expect(pictures.size).toBeLessThanOrEqual(3);
    }
    expect([...open].sort()).toEqual([198, 199]);
    pictures.close();
    await new Promise((done) => setTimeout(done));
    expect(open.size).toBe(0);
  });

  it("are not prepared around a slide that was left meanwhile", async () => {
    const { it: pictures, made, rest } = album(9);
    await pictures.turnTo(1);
    await pictures.turnTo(6);
    await rest();
    expect(made).toEqual([1, 6, 7, 5]);
  });
});

describe("the cards of a frame", () => {
  const card = (id: string, x: number, y: number): SceneCard => ({
    id,
    kind: "initiative",
    level: 5,
    band: "initiative",
    locked: false,
    x,
    y,
    title: id,
    shown: id,
    missing: null,
    meta: [],
    grade: null,
    ladder: null,
    delivery: { fraction: null, status: "unknown" },
    outcome: { fraction: null, status: "unknown" },
    badge: null,
  });
  const scene = { ...EMPTY_SCENE, cards: [card("in", 40, 28), card("over", 340, 28), card("out", 600, 28)] };
  const box = { x0: 0, y0: 0, x1: 400, y1: 200 };

  it("are those that lie in it for the most part; the others step back whole", () => {
    expect(passingIn(scene, box, 1)).toEqual(new Set(["in"]));
    expect(passingIn(scene, { ...box, x1: 470 }, 1)).toEqual(new Set(["in", "over"]));
  });

  it("are under the filter of the window as well", () => {
    const filtered = { ...scene, passing: new Set(["over", "out"]) };
    expect(passingIn(filtered, { ...box, x1: 470 }, 1)).toEqual(new Set(["over"]));
  });

  it("are all where none lies in it, and where only blocks are seen", () => {
    expect(passingIn(scene, { x0: 5000, y0: 0, x1: 6000, y1: 500 }, 1)).toBeNull();
    expect(passingIn(scene, box, 0.1)).toBeNull();
  });
});

describe("the trail of the light", () => {
  const trail = [
    { x: 0, y: 0, at: 0 },
    { x: 9, y: 0, at: 300 },
  ];

  it("fades behind it", () => {
    expect(glowing(trail, GLOW + 1, true).map((spot) => spot.x)).toEqual([9]);
  });

  it("leaves the dot where it rests for as long as the light is on", () => {
    expect(glowing(trail, 60_000, true)).toEqual([trail[1]]);
    expect(glowing(trail, 60_000, false)).toEqual([]);
  });
});

describe("the lanes of a scorecard in a room", () => {
  const lane = (key: "customer" | "unseen") => ({
    ...{ level: 2 as const, title: key, said: "", axis: "rows" as const, from: 0, depth: 100 },
    bands: [{ key, kind: "objective" as const, axis: "rows" as const, from: 0, depth: 100 }],
  });
  const lanes = [lane("customer"), lane("unseen")];
  const at = (band: "customer" | "unseen"): SceneCard => ({ id: band, band }) as unknown as SceneCard;

  it("keep that of objectives without a perspective only while there are such", () => {
    expect(lanesIn({ ...EMPTY_SCENE, lanes, cards: [at("customer"), at("unseen")] })).toEqual(lanes);
    expect(lanesIn({ ...EMPTY_SCENE, lanes, cards: [at("customer")] })).toEqual([lanes[0]]);
  });
});
