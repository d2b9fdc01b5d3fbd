// @vitest-environment happy-dom
/* A presented whole map is shown in blocks where a third of its names would be cut, and in cards where a room can read them. */
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { generate } from "../../../bench/generate";
import { mapWords } from "../../../bench/words";
import { CARD_H, CARD_W, ZOOM_FULL, ZOOM_LINES } from "../measures";
import { LIGHT, noting, withOutlines } from "../record/fixture";
import type { Scene } from "../scene";
import type { SlidePart } from "./slides";
import { stillsOf } from "./stills";

const words = mapWords("en");
/** Between where cards begin and where a name has all of its room. */
const ZOOM = 0.47;
const LONG = "Unquestionably straightforward interoperability throughout administrations";

beforeAll(withOutlines);
beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation((() => null) as never);
});

/** A map in which this share of the names is longer than a card holds; blocks are called by what has a short one. */
function mapOf(share: number): Scene {
  const scene = generate(40, words);
  const names = scene.cards.filter(({ kind }) => isNaming(kind)).length;
  const long = Math.round(scene.cards.length * share);
  let told = 0;
  const cards = scene.cards.map((card, n) => {
    if (isNaming(card.kind)) return { ...card, title: `Theme ${n}`, shown: `Theme ${n}` };
    told += 1;
    const title = told <= long ? `${LONG} ${n}` : `Card ${n}`;
    return { ...card, title, shown: title };
  });
  expect(names + long).toBeLessThan(cards.length);
  return { ...scene, cards, ghosts: [] };
}

function isNaming(kind: string): boolean {
  return kind === "priority" || kind === "objective";
}

/** How many cards are told by a short name of their own when a part is presented. */
async function told(scene: Scene, part: SlidePart = "whole"): Promise<number> {
  const { ctx, seen } = noting();
  const [xs, ys] = [scene.cards.map(({ x }) => x), scene.cards.map(({ y }) => y)];
  const w = Math.max(...xs) + CARD_W - Math.min(...xs);
  const h = Math.max(...ys) + CARD_H - Math.min(...ys);
  const stills = stillsOf({ kind: "map", scene, words }, [], LIGHT);
  // The margins of a slide beside what is drawn.
  const size = { w: w * ZOOM + 112, h: h * ZOOM + 64 };
  await stills.draw(Object.assign(ctx, { drawImage: vi.fn() }) as never, part, size, 1);
  stills.destroy();
  return seen.filter(({ what, text }) => what === "text" && /^Card \d+$/.test(text)).length;
}

describe("a presented whole", () => {
  it("is cards where most of their names are told in full", async () => {
    expect(ZOOM).toBeGreaterThan(ZOOM_LINES);
    expect(ZOOM).toBeLessThan(ZOOM_FULL);
    const scene = mapOf(0.3);
    expect(await told(scene)).toBe(scene.cards.filter(({ title }) => title.startsWith("Card")).length);
  });

  it("is blocks where more than a third of the names would be cut", async () => {
    const scene = mapOf(0.4);
    // A block of one card is called by it.
    const short = scene.cards.filter(({ title }) => title.startsWith("Card")).length;
    expect(await told(scene)).toBeLessThan(short / 4);
  });

  it("shows a frame in cards all the same, because somebody chose to go there", async () => {
    const near = generate(40, words).cards[39];
    if (near === undefined) throw new Error("There is no card.");
    const around = { x0: near.x - 300, y0: near.y - 200, x1: near.x + 600, y1: near.y + 400 };
    expect(await told(mapOf(0.4), { box: around })).toBeGreaterThan(0);
  });
});
