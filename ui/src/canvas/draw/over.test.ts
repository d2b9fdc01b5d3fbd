// @vitest-environment happy-dom
/*
 * Whatever is drawn over the kept picture must be drawn again when what it is made of changes. What it is made of is found
 * out by watching which parts of the stage it reads: for each of them it is said here how it changes, or why it need not be.
 */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { generate } from "../../../bench/generate";
import { mapWords } from "../../../bench/words";
import { newCurve } from "../geometry";
import { LIGHT, noting, withOutlines } from "../record/fixture";
import { Stage } from "../stage";
import { TitleBreaker } from "../titles";
import { KeptGround } from "./kept";
import { render } from "./render";

const words = mapWords("en");
const SIZE = { w: 1280, h: 800 };
beforeAll(withOutlines);
beforeEach(() => {
  const behind = Object.assign(noting().ctx, { drawImage: vi.fn() });
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation((() => behind) as never);
});
afterEach(() => vi.restoreAllMocks());

function looking() {
  const { ctx: screen, seen } = noting();
  const laid = vi.fn();
  const ctx = Object.assign(screen, { drawImage: laid });
  const stage = new Stage({
    ...{ theme: LIGHT, words, schedule: () => undefined, events: {}, readOnly: false, recorded: true },
    titles: new TitleBreaker((text) => text.length * 6.5),
    texts: new TitleBreaker((text) => text.length * 6.3),
    stillness: () => true,
  });
  stage.size = SIZE;
  stage.setScene(generate(200, words));
  stage.view = { x: 40, y: 30, zoom: 1 };
  stage.settle();
  const kept = new KeptGround();
  /** How much of the screen a frame draws. */
  const look = (): number => {
    seen.length = 0;
    laid.mockClear();
    render(stage, ctx, kept);
    return seen.length + laid.mock.calls.length;
  };
  /** What is read of the stage while all is drawn over the picture, from state to state. */
  const reads = () => {
    const read = new Set<string>();
    let isOver = false;
    const watched = new Proxy(stage, {
      get(of, key, receiver) {
        const value = Reflect.get(of, key, receiver);
        if (isOver && typeof key === "string" && typeof value !== "function") read.add(key);
        return value;
      },
    });
    const all = new KeptGround();
    vi.spyOn(all, "lay").mockImplementation(() => {
      isOver = true;
      return [{ x: 0, y: 0, ...SIZE }];
    });
    render(watched, ctx, all);
    return read;
  };
  for (let n = 0; n < 4; n += 1) look();
  return { stage, look, reads };
}

const MARQUEE = { x0: 10, y0: 10, x1: 90, y1: 90 };
const GUIDES = { ...{ x: 10, x0: 0, x1: 90 }, ...{ y: 10, y0: 0, y1: 90 }, ...{ a: 0, b: 30, c: 60 } };
const draft = () => ({ curve: newCurve(), target: 1, legal: false, note: "No" });

/** How each part changes while nothing else does. */
const CHANGES: Readonly<Record<string, (stage: Stage) => void>> = {
  view: (stage) => Object.assign(stage, { view: { ...stage.view, x: 57 } }),
  size: (stage) => Object.assign(stage, { size: { w: 1200, h: 700 } }),
  hover: (stage) => Object.assign(stage, { hover: 1 }),
  hoverLink: (stage) => Object.assign(stage, { hoverLink: 1 }),
  selection: (stage) => stage.select([stage.space.idOf(0) ?? ""], false),
  cursor: (stage) => Object.assign(stage, { cursor: 2 }),
  keyboard: (stage) => Object.assign(stage, { keyboard: true }),
  focused: (stage) => Object.assign(stage, { focused: true }),
  marked: (stage) => Object.assign(stage, { marked: 1 }),
  marquee: (stage) => Object.assign(stage, { marquee: MARQUEE }),
  guides: (stage) => Object.assign(stage, { guides: GUIDES }),
  draft: (stage) => Object.assign(stage, { draft: draft() }),
  gesture: (stage) => Object.assign(stage, { gesture: { kind: "pan" } }),
  focus: (stage) => Object.assign(stage, { focus: 0.5 }),
  space: (stage) => stage.space.place([0], [{ x: 5, y: 5 }]),
};

/** What never changes by itself, and with what it does. */
const WITH_OTHERS: ReadonlySet<string> = new Set([
  // The draft, which is drawn anew in every frame.
  ...["noteAt", "pointer"],
  // The whole canvas, which is mounted anew.
  ...["readOnly", "words", "events"],
  // The show, of which every picture is drawn from nothing.
  "foot",
  // The count of `leads`, and the places.
  "routed",
  // The scene.
  ...["blocksBelow", "isFar", "far"],
]);

describe("what is drawn over the picture that is kept", () => {
  for (const [part, change] of Object.entries(CHANGES)) {
    it(`is_drawn_again_when_${part}_changes`, () => {
      const { stage, look } = looking();
      expect(look(), "nothing changed").toBe(0);
      change(stage);
      expect(look()).toBeGreaterThan(0);
    });
  }

  it("reads_nothing_of_the_stage_of_which_it_is_not_said_how_it_changes", () => {
    const { stage, reads } = looking();
    const seen = new Set(reads());
    for (const change of Object.values(CHANGES)) {
      change(stage);
      for (const part of reads()) seen.add(part);
    }
    expect([...seen].filter((part) => !(part in CHANGES) && !WITH_OTHERS.has(part))).toEqual([]);
    expect(seen).toContain("hover");
  });
});
