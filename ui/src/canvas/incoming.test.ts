// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { generate } from "../../bench/generate";
import { mapWords } from "../../bench/words";
import { Incoming } from "./incoming";
import type { Scene } from "./scene";
import { Space } from "./space";
import type { Stage } from "./stage";
import type { View } from "./view";

const base = generate(40, mapWords("en"));
const free: Scene = { ...base, axis: null, lanes: [], links: [], ghosts: [] };

function carried(scene: Scene) {
  const surface = document.createElement("div");
  const stage = {
    space: new Space(scene),
    view: { x: 400, y: 300, zoom: 0.5 },
    size: { w: 1280, h: 800 },
    theme: {},
    words: mapWords("en"),
    events: {},
    pointer: null,
    over: () => [],
    show(view: View) {
      stage.view = view;
    },
  } as unknown as Stage;
  const places = () =>
    [...surface.children].map((it) => (it as HTMLElement).style.transform.match(/-?[\d.]+/g)?.map(Number));
  return { incoming: new Incoming(surface, stage, () => undefined), stage, places };
}

const at = { x: 900, y: 700 };

describe("cards that are carried over a canvas", () => {
  it("come to lie where their outlines were, however many they are", () => {
    const { incoming, stage, places } = carried(free);
    const things = Array.from({ length: 60 }, (_, i) => ({ id: `n${i}`, kind: "system" as const }));
    incoming.show(things, at);
    const shown = places();
    const { x, y, zoom } = stage.view;
    const landed = incoming.land(things, at).map((it) => [it.x * zoom + x, it.y * zoom + y]);
    expect(shown.length).toBeGreaterThan(10);
    expect(shown).toEqual(landed.slice(0, shown.length));
    expect(places()).toEqual([]);
  });

  it("show no outline for what is locked and will stay", () => {
    const cards = free.cards.map((card, i) => ({ ...card, locked: i === 0 }));
    const { incoming, places } = carried({ ...free, cards });
    const things = cards.slice(0, 2).map(({ id, kind }) => ({ id, kind }));
    incoming.show(things, at);
    expect(places()).toHaveLength(1);
    expect(incoming.land(things, at).map(({ id }) => id)).toEqual([things[1]?.id]);
  });

  it("move the map on below when they are held against an edge, but not on their way in", async () => {
    const { incoming, stage } = carried(free);
    const things = [{ id: "new", kind: "system" as const }];
    const frames = async () => {
      for (let n = 0; n < 4; n += 1) await new Promise((done) => requestAnimationFrame(done));
    };
    incoming.show(things, { x: 4, y: 400 });
    await frames();
    expect(stage.view.x).toBe(400);
    incoming.show(things, { x: 640, y: 400 });
    incoming.show(things, { x: 1276, y: 400 });
    await frames();
    expect(stage.view.x).toBeLessThan(400);
    incoming.show([], { x: 0, y: 0 });
    const { x } = stage.view;
    await frames();
    expect(stage.view.x).toBe(x);
  });
});
