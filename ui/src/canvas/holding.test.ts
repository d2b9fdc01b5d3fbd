import { describe, expect, it } from "vitest";
import { demo } from "../../bench/demo";
import { mapWords } from "../../bench/words";
import type { CanvasEvents } from "./events";
import { KeyLink } from "./keyLink";
import { linkGround } from "./linking";
import { moving, shift } from "./moving";
import { Projector } from "./project";
import { LIGHT } from "./record/fixture";
import type { MapRecords } from "./records";
import { Stage } from "./stage";
import { TitleBreaker } from "./titles";

const words = mapWords("en");

/** A map in use, and what was said on it. */
function inUse(records: MapRecords = demo, events: CanvasEvents = {}) {
  const said: string[] = [];
  const breaker = () => new TitleBreaker((text) => text.length * 6);
  const stage = new Stage({
    theme: LIGHT,
    titles: breaker(),
    texts: breaker(),
    words,
    events: { onAnnounce: (text) => said.push(text), ...events },
    readOnly: false,
    stillness: () => true,
    schedule: () => undefined,
    recorded: true,
  });
  const projector = new Projector(words);
  const show = (now: MapRecords) => stage.setScene(projector.project(now, new Set()));
  show(records);
  const box = (id: string) => stage.space.index.get(id) ?? -1;
  return { stage, said, show, box };
}

const without = (...ids: string[]): MapRecords => ({
  ...demo,
  elements: [...demo.elements].filter((it) => !ids.includes(it.id)),
  links: [...demo.links].filter(
    (it) => !ids.includes(it.from) && !ids.includes(it.to) && !ids.includes(it.id),
  ),
});

describe("what another window takes away under a gesture", () => {
  it("ends_a_drag_of_that_card_with_a_word_and_moves_nothing", () => {
    const { stage, said, show, box } = inUse();
    stage.gesture = { kind: "drag", boxes: [box("w3")] };
    shift(stage, [box("w3")], 300, 0);
    show(without("w3"));
    expect(stage.gesture).toBeNull();
    expect(said).toEqual([words.gone]);
    expect(stage.space.movedCards.size).toBe(0);
  });

  it("leaves_the_drag_of_another_card_to_that_card_though_its_number_changed", () => {
    const { stage, said, show, box } = inUse();
    const before = box("w5");
    stage.gesture = { kind: "drag", boxes: [before] };
    show(without("w3"));
    expect(box("w5")).not.toBe(before);
    expect(stage.gesture).toEqual({ kind: "drag", boxes: [box("w5")] });
    expect(said).toEqual([]);
  });

  it("goes_on_dragging_what_is_left_of_several", () => {
    const { stage, show, box } = inUse();
    stage.gesture = { kind: "drag", boxes: [box("w5"), box("w3")] };
    show(without("w3"));
    expect(stage.gesture).toEqual({ kind: "drag", boxes: [box("w5")] });
  });

  it("ends_a_link_that_was_drawn_from_it", () => {
    const { stage, said, show, box } = inUse();
    stage.gesture = { kind: "connect", from: { x: 0, y: 0 }, box: box("w3"), additive: false };
    show(without("w3"));
    expect(stage.gesture).toBeNull();
    expect(stage.draft).toBeNull();
    expect(said).toEqual([words.gone]);
  });

  it("ends_a_link_that_was_drawn_from_it_by_key", () => {
    const { stage, said, show, box } = inUse();
    const link = new KeyLink(
      linkGround(
        stage,
        () => undefined,
        () => undefined,
      ),
    );
    stage.cursor = box("w3");
    link.begin();
    show(without("w3"));
    link.follow();
    expect(link.active).toBe(false);
    expect(said.at(-1)).toBe(words.gone);
  });

  it("ends_a_press_on_a_link_that_is_cut", () => {
    const { stage, show } = inUse();
    const [first] = [...demo.links].filter((it) => stage.space.linkIndex.has(it.id));
    const link = stage.space.linkIndex.get(first?.id ?? "") ?? -1;
    stage.gesture = { kind: "link", link, from: { x: 0, y: 0 }, additive: false };
    show(without(first?.id ?? ""));
    expect(stage.gesture).toBeNull();
  });
});

describe("what is locked", () => {
  const locked = (...ids: string[]): MapRecords => ({
    ...demo,
    placements: [...demo.placements].map((it) => ({ ...it, locked: ids.includes(it.element) })),
  });

  it("stays_when_others_move_and_that_is_said", () => {
    const { stage, said, box } = inUse(locked("w3"));
    expect(moving(stage, ["w5", "w3"])).toEqual([box("w5")]);
    expect(said).toEqual([words.locked(1)]);
  });
});

describe("comments", () => {
  const blank = { canvas: "map", x: 0, y: 0, paper: "sand", by: "", on: null } as const;
  const notes = [
    { ...blank, id: "n1", text: "Really?", about: "w3", locked: false },
    { ...blank, id: "n2", text: "Stays", about: "w3", locked: true },
  ];

  it("go_with_their_card_unless_they_are_locked", () => {
    const { stage, box } = inUse({ ...demo, notes });
    expect(moving(stage, ["w3"])).toEqual([box("w3"), box("n1")]);
  });
});
