// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { generate } from "../../bench/generate";
import { mapWords } from "../../bench/words";
import { Stage } from "./stage";
import { TitleBreaker } from "./titles";
import { Trail } from "./trail";
import { toWorld } from "./view";
import { Viewing } from "./viewing";

const words = mapWords("en");
const theme = { level: [], unit: 1 } as unknown as Stage["theme"];
const WINDOW = { w: 1548, h: 1032 };
/** The same window when a unit is one and a half of its pixels. */
const ROOM = { w: 1032, h: 688 };

function looking(): { stage: Stage; eye: Viewing } {
  vi.useFakeTimers();
  const stage = new Stage({
    theme,
    words,
    titles: new TitleBreaker((text) => text.length * 6.5),
    texts: new TitleBreaker((text) => text.length * 6.3),
    events: {},
    readOnly: false,
    stillness: () => true,
    schedule: () => undefined,
    recorded: true,
  });
  stage.setScene(generate(200, words));
  stage.size = WINDOW;
  return { stage, eye: new Viewing(stage, new Trail(), () => undefined) };
}

describe("entering a room", () => {
  it("what_was_seen_whole_is_seen_whole_again", () => {
    const { stage, eye } = looking();
    stage.size = ROOM;
    eye.fit(false);
    const whole = stage.view;
    stage.size = WINDOW;
    eye.fit(false);
    stage.size = ROOM;
    eye.reseat(WINDOW);
    expect(stage.view).toEqual(whole);
  });

  it("where_somebody_went_the_middle_stays_in_the_middle", () => {
    const { stage, eye } = looking();
    eye.fit(false);
    stage.show({ x: -400, y: -250, zoom: 0.9 }, false);
    const before = toWorld(stage.view, { x: WINDOW.w / 2, y: WINDOW.h / 2 });
    stage.size = ROOM;
    eye.reseat(WINDOW);
    const after = toWorld(stage.view, { x: ROOM.w / 2, y: ROOM.h / 2 });
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
    expect(stage.view.zoom).toBe(0.9);
  });
});

describe("the far view", () => {
  it("names_blocks_until_cards_tell_their_names", () => {
    const { stage } = looking();
    stage.view = { x: 0, y: 0, zoom: 0.3 };
    expect(stage.isFar).toBe(true);
    stage.setScene({ ...stage.space.scene, links: [] });
    expect(stage.isFar).toBe(true);
    stage.view = { x: 0, y: 0, zoom: 0.4 };
    expect(stage.isFar).toBe(false);
  });

  it("keeps_blocks_that_have_names_where_those_of_cards_would_be_cut", () => {
    const { stage } = looking();
    const called = (shown: string) => {
      const { scene } = stage.space;
      stage.setScene({ ...scene, cards: scene.cards.map((card) => ({ ...card, shown })) });
    };
    stage.view = { x: 0, y: 0, zoom: 0.4 };
    called("Self-rostering");
    expect(stage.isFar).toBe(false);
    called("Nine in ten emergency patients see a doctor within an hour");
    expect(stage.isFar).toBe(true);
    stage.view = { x: 0, y: 0, zoom: 0.46 };
    expect(stage.isFar).toBe(false);
  });
});
