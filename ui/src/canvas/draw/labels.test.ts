// @vitest-environment happy-dom
import { beforeAll, describe, expect, it, vi } from "vitest";
import { demo } from "../../../bench/demo";
import { mapWords } from "../../../bench/words";
import { Projector } from "../project";
import { LIGHT, noting, withOutlines } from "../record/fixture";
import { Stage } from "../stage";
import { TitleBreaker } from "../titles";
import { render } from "./render";

const words = mapWords("en");
beforeAll(withOutlines);

/** What is written on links while so many cards of the demo are selected. */
function written(count: number): string[] {
  const { ctx, seen } = noting();
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation((() => noting().ctx) as never);
  const chosen = [...demo.elements].slice(0, count).map(({ id }) => id);
  const scene = new Projector(words).project(demo, new Set(chosen));
  const stage = new Stage({
    ...{ theme: LIGHT, words, schedule: () => undefined, events: {}, readOnly: false, recorded: true },
    titles: new TitleBreaker((text) => text.length * 6.5),
    texts: new TitleBreaker((text) => text.length * 6.3),
    stillness: () => true,
  });
  stage.size = { w: 2400, h: 1400 };
  stage.setScene(scene);
  stage.select(chosen, false);
  stage.view = { x: 40, y: 30, zoom: 1 };
  stage.settle();
  render(stage, ctx);
  const labels = new Set(scene.links.map(({ label }) => label).filter((label) => label !== ""));
  return seen.filter(({ what, text }) => what === "text" && labels.has(text)).map(({ text }) => text);
}

describe("what a link is said to be", () => {
  it("is_told_beside_what_is_selected", () => {
    expect(written(6).length).toBeGreaterThan(0);
  });

  it("is_left_out_beside_very_many_where_it_would_be_a_carpet_of_words", () => {
    expect(written(40)).toEqual([]);
  });
});
