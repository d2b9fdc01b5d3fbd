// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { generate } from "../../bench/generate";
import { mapWords } from "../../bench/words";
import { ArrangeBar } from "./arrangeBar";
import { LIGHT } from "./record/fixture";
import { Stage } from "./stage";
import { TitleBreaker } from "./titles";
import { REST } from "./viewing";

const words = mapWords("en");
const NOTHING = () => undefined;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A map on which two cards are selected. */
function selecting() {
  const schedule = vi.fn();
  const stage = new Stage({
    ...{ theme: LIGHT, words, schedule, events: {}, readOnly: false, recorded: true },
    titles: new TitleBreaker((text) => text.length * 6.5),
    texts: new TitleBreaker((text) => text.length * 6.3),
    stillness: () => true,
  });
  stage.size = { w: 1280, h: 800 };
  stage.setScene(generate(200, words));
  stage.view = { x: 40, y: 300, zoom: 1 };
  stage.settle();
  const host = document.createElement("div");
  document.body.append(host);
  const tools = { arrange: NOTHING, duplicate: NOTHING, lock: NOTHING, paper: NOTHING, become: NOTHING };
  const bar = new ArrangeBar(host, stage, { ...tools, back: NOTHING });
  stage.select([stage.space.idOf(0) ?? "", stage.space.idOf(1) ?? ""], false);
  const box = host.querySelector<HTMLElement>(".tl-canvas-arrange");
  if (box === null) throw new Error("There is no bar.");
  bar.update(false);
  return { stage, bar, box, schedule };
}

describe("the tools over what is selected", () => {
  it("look_for_no_place_while_somebody_pans_and_come_back_where_the_view_rests", () => {
    const { stage, bar, box, schedule } = selecting();
    expect(box.hidden).toBe(false);
    const before = box.style.transform;
    const looked = vi.spyOn(stage.space, "cardsIn");
    for (let frame = 0; frame < 30; frame += 1) {
      stage.view = { ...stage.view, y: stage.view.y + 4 };
      bar.update(false);
      expect(box.hidden).toBe(true);
      vi.advanceTimersByTime(16);
    }
    // A picture between two turns of the wheel is no rest.
    bar.update(false);
    expect(looked).not.toHaveBeenCalled();
    schedule.mockClear();
    vi.advanceTimersByTime(REST);
    // It comes by itself: the map need not be drawn again for it.
    expect(schedule).not.toHaveBeenCalled();
    expect(box.hidden).toBe(false);
    expect(box.style.transform).not.toBe(before);
  });

  it("wait_for_nothing_where_nothing_is_selected", () => {
    const { stage, bar, box } = selecting();
    stage.select([], false);
    bar.update(false);
    vi.advanceTimersByTime(REST);
    stage.view = { ...stage.view, y: stage.view.y + 4 };
    bar.update(false);
    expect(vi.getTimerCount()).toBe(0);
    expect(box.hidden).toBe(true);
    stage.select([stage.space.idOf(0) ?? "", stage.space.idOf(1) ?? ""], false);
    bar.update(false);
    expect(box.hidden).toBe(false);
  });

  it("stay_where_they_are_while_the_keyboard_is_on_them", () => {
    const { stage, bar, box } = selecting();
    box.querySelector("button")?.focus();
    stage.view = { ...stage.view, y: stage.view.y + 4 };
    bar.update(false);
    expect(box.hidden).toBe(false);
  });
});
