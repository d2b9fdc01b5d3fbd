// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { generate } from "../../bench/generate";
import { mapWords } from "../../bench/words";
import { Incoming } from "./incoming";
import type { Scene } from "./scene";
import { Space } from "./space";
import type { Stage } from "./stage";

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
  } as unknown as Stage;
  const places = () =>
    [...surface.children].map((it) => (it as HTMLElement).style.transform.match(/-?[\d.]+/g)?.map(Number));
  return { incoming: new Incoming(surface, stage), stage, places };
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
});
